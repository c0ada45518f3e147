import { type Language, saidIn } from "../domain/language.ts";
import { COUNCIL_NAMES } from "../meeting/names.ts";
import { paperHtml } from "../paper/html.ts";
import {
  type Block,
  type FigureBlock,
  type Item,
  list,
  type Paper,
  paragraph,
  type Section,
  type Swatch,
} from "../paper/tree.ts";
import type { CouncilFile } from "../protocol/council-file.ts";
import { fillText } from "../report/format.ts";
import { writtenMoment } from "../report/html.ts";
import { figureNotes, figureTable, schoolLines } from "./parts.ts";
import { savingTable } from "./saving-table.ts";
import { COUNCIL_WORDS } from "./words.ts";

type Word = keyof typeof COUNCIL_WORDS;
type Blanks = Parameters<typeof fillText>[2];

/** A picture of a proposal as the address of its own data, and what its colours stand for. */
export interface CouncilMap {
  readonly picture: string;
  readonly size?: FigureBlock["size"];
  readonly districts: readonly Swatch[];
}

/** A proposal that was passed on as a page to read, print and keep, with its file in it; without a map it says the same in words alone. */
export const councilPage = (file: CouncilFile, language: Language, map: CouncilMap | undefined): string =>
  paperHtml(councilPaper(file, language, map));

function councilPaper(file: CouncilFile, language: Language, map: CouncilMap | undefined): Paper {
  const { say, section, items, orElse } = partsIn(language);
  const { figures, proposal } = file;
  const told = (which: "main" | "all"): readonly Block[] => [
    figureTable(figures, language, which),
    ...figureNotes(figures, language, which),
  ];
  const hasFigures = figures.rows.length > 0;
  return {
    language,
    over: say("handed", { place: file.case.name }),
    title: saidIn(proposal.title, language),
    opening: openingOf(file, language, map),
    sections: [
      section("why", orElse(file.reason)),
      changesOf(file, language),
      problemsOf(file, language),
      ...procedureOf(file, language),
      ...(hasFigures ? [section("main", ...told("main")), section("saving", ...savingTable(figures, language))] : []),
      section(
        "assumes",
        items(
          figures.assumptions.map((each) => each[language]),
          "assumesNothing",
        ),
      ),
      ...saidOf(file, language),
      section("dissent", orElse(file.dissent)),
      section(
        "votes",
        items(
          file.votes.map((vote) => vote[language]),
          "noVotes",
        ),
      ),
      section(
        "priorities",
        items(
          (file.priorities ?? []).map((vote) => vote[language]),
          "noPriorities",
        ),
      ),
      section(
        "status",
        items(
          file.states.map((state) => stateOf(state, language)),
          "noStatus",
        ),
      ),
      ...(hasFigures ? [section("all", ...told("all"))] : []),
      checkOf(file, language),
    ],
  };
}

/** Parts of a paper with the council's words in a language. */
const partsIn = (language: Language) => {
  const say = (key: Word, blanks: Blanks = {}): string => fillText(COUNCIL_WORDS[key], language, blanks);
  return {
    say,
    section: (title: Word, ...blocks: readonly Block[]): Section => ({ title: say(title), blocks }),
    items: (items: readonly Item[], none: Word): Block => (items.length > 0 ? list(items) : paragraph(say(none))),
    orElse: (text: string): Block => (text === "" ? paragraph(say("nothingSaid")) : paragraph(text, "said")),
  };
};

function openingOf(
  { case: of, room, passedOn, joins }: CouncilFile,
  language: Language,
  map: CouncilMap | undefined,
): readonly Block[] {
  const { say } = partsIn(language);
  const at = writtenMoment(passedOn, language);
  return [
    paragraph(say("from", { room, at, year: of.schoolYear, price: String(of.priceYear) })),
    ...(joins ? [paragraph(say("joins", { first: joins[0], second: joins[1] }))] : []),
    ...madeUpNotice(of, language),
    ...(map === undefined ? [] : [mapFigure(map, language)]),
  ];
}

/** That pupils are made up, in the words of the case that says so. */
export const madeUpNotice = (
  { synthetic }: Pick<CouncilFile["case"], "synthetic">,
  language: Language,
): readonly Block[] => (synthetic ? [paragraph(synthetic[language], "notice")] : []);

/** A plan's map with its key: districts by their colours, beside the signs of schools. */
export function mapFigure(
  { picture, size, districts }: CouncilMap,
  language: Language,
  words?: Pick<FigureBlock, "alt" | "caption"> & { readonly key: string },
): FigureBlock {
  const { say } = partsIn(language);
  return {
    kind: "figure",
    picture,
    ...(size && { size }),
    alt: words?.alt ?? say("mapWords"),
    caption: `${words?.caption ?? say("map")}. ${say("credit")}`,
    key: { text: words?.key ?? say("key"), swatches: districts },
  };
}

function changesOf({ figures }: CouncilFile, language: Language): Section {
  const { say, section } = partsIn(language);
  return section(
    "what",
    ...schoolLines(figures, language).map((line) => paragraph(line)),
    changesBlock(figures, language),
    { kind: "heading", text: say("districts") },
    list(districtItems(figures, language)),
  );
}

/** What is said of each school and district that is other than today, or that nothing is; nothing of an older file, which does not say. */
export function changesBlock({ changes }: Pick<CouncilFile["figures"], "changes">, language: Language): Block {
  if (changes?.length === 0) return paragraph(COUNCIL_WORDS.nothing[language]);
  const items = (changes ?? []).map(({ about, text }): Item => [
    ...(about ? [{ kind: "strong" as const, text: `${about[language]}.` }, " "] : []),
    text[language],
  ]);
  return list(items);
}

export const districtItems = ({ districts }: CouncilFile["figures"], language: Language): readonly Item[] =>
  districts.map(({ name, schools }) =>
    fillText(COUNCIL_WORDS.district, language, {
      name,
      list: schools.join(", ") || COUNCIL_WORDS.noSchools[language],
    }),
  );

function problemsOf({ figures }: CouncilFile, language: Language): Section {
  const { section } = partsIn(language);
  return section("problems", ...problemBlocks(figures, language));
}

/** What is lacking first, then what is wrong all the same; that nothing is wrong is said too. */
export function problemBlocks(
  { unfinished, problems = [] }: CouncilFile["figures"],
  language: Language,
): readonly Block[] {
  const { items } = partsIn(language);
  const lines = unfinished.map((line) => paragraph(line[language]));
  const found = problems.map((line) => line[language]);
  return [...lines, ...(lines.length > 0 && found.length === 0 ? [] : [items(found, "noProblems")])];
}

/** What is asked of a council before it can decide; nothing of an older file, which does not say, nor of an unfinished proposal. */
function procedureOf(
  { case: { rules }, figures: { procedure = [] } }: CouncilFile,
  language: Language,
): readonly Section[] {
  const { say, section } = partsIn(language);
  if (procedure.length === 0) return [];
  const said = list(procedure.map((sentence) => sentence[language]));
  return [
    rules === "plain"
      ? section("procedurePlain", said)
      : section("procedure", said, paragraph(say("procedureHow"), "soft")),
  ];
}

/** Reasons always have their place, so that it is seen where there are none. */
function saidOf({ said }: CouncilFile, language: Language): readonly Section[] {
  const { say, section, items } = partsIn(language);
  return (["for", "against", "question", "remark"] as const).flatMap((tone) => {
    const found = said
      .filter((each) => each.tone === tone)
      .map(({ text: words, on, answers, called, of, since }): Item => {
        const text = on ? say("on", { what: on[language], text: words }) : words;
        const about = of !== undefined ? say(since ? "since" : "of", { text, name: of }) : undefined;
        const line = about ?? (called === undefined ? text : say("called", { text, name: called }));
        return { line, under: answers.map((answer) => say("answer", { text: answer })) };
      });
    const isAlwaysThere = tone === "for" || tone === "against";
    return isAlwaysThere || found.length > 0 ? [section(tone, items(found, "nothingSaid"))] : [];
  });
}

const stateOf = ({ state, text, at }: CouncilFile["states"][number], language: Language): Item => [
  { kind: "moment", at, text: writtenMoment(at, language) },
  " ",
  { kind: "strong", text: COUNCIL_NAMES[state][language] },
  ` ${text}`,
];

function checkOf(file: CouncilFile, language: Language): Section {
  const { say, section } = partsIn(language);
  return section(
    "check",
    paragraph(say("checkHow")),
    { kind: "file", name: "forslag.json", label: say("file"), text: JSON.stringify(file) },
    list([
      say("version", { number: file.number }),
      [`${say("hash")}: `, { kind: "code", text: file.hash }],
      [`${say("dataHash")}: `, { kind: "code", text: file.case.data }],
    ]),
  );
}
