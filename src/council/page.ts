import { type Language, saidIn } from "../domain/language.ts";
import { COUNCIL_NAMES } from "../meeting/names.ts";
import type { CouncilFile } from "../protocol/council-file.ts";
import { fillText } from "../report/format.ts";
import { documentOf, escaped, writtenMoment } from "../report/html.ts";
import { figureNotes, figureTable, schoolLines } from "./parts.ts";
import { savingTable } from "./saving-table.ts";
import { COUNCIL_WORDS } from "./words.ts";

type Word = keyof typeof COUNCIL_WORDS;
type Blanks = Parameters<typeof fillText>[2];

/** A picture of a proposal as the address of its own data, and what its colours stand for. */
export interface CouncilMap {
  readonly picture: string;
  readonly districts: readonly { readonly name: string; readonly fill: string; readonly ink: string }[];
}

/** A proposal that was passed on as a page to read, print and keep, with its file in it; without a map it says the same in words alone. */
export function councilPage(file: CouncilFile, language: Language, map: CouncilMap | undefined): string {
  const parts = partsIn(language);
  const { figures } = file;
  const body = [
    headOf(file, language, map),
    parts.section("why", parts.orElse(file.reason)),
    changesOf(file, language),
    problemsOf(file, language),
    ...procedureOf(file, language),
    ...(figures.rows.length > 0
      ? [
          parts.section("main", figureTable(figures, language, "main"), ...figureNotes(figures, language, "main")),
          parts.section("saving", savingTable(figures, language)),
        ]
      : []),
    parts.section(
      "assumes",
      parts.items(
        figures.assumptions.map((each) => escaped(each[language])),
        "assumesNothing",
      ),
    ),
    ...saidOf(file, language),
    parts.section("dissent", parts.orElse(file.dissent)),
    parts.section(
      "votes",
      parts.items(
        file.votes.map((vote) => escaped(vote[language])),
        "noVotes",
      ),
    ),
    parts.section(
      "priorities",
      parts.items(
        (file.priorities ?? []).map((vote) => escaped(vote[language])),
        "noPriorities",
      ),
    ),
    parts.section(
      "status",
      parts.items(
        file.states.map((state) => stateOf(state, language)),
        "noStatus",
      ),
    ),
    ...(figures.rows.length > 0
      ? [parts.section("all", figureTable(figures, language, "all"), ...figureNotes(figures, language, "all"))]
      : []),
    checkOf(file, language),
  ];
  return documentOf(saidIn(file.proposal.title, language), language, body.join("\n"));
}

const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

/** Parts of the page in a language; what they are given is HTML, what they are called is not. */
const partsIn = (language: Language) => {
  const say = (key: Word, blanks: Blanks = {}): string => escaped(fillText(COUNCIL_WORDS[key], language, blanks));
  return {
    say,
    section: (title: Word, ...parts: readonly string[]): string =>
      `<section><h2>${say(title)}</h2>${parts.join("")}</section>`,
    items: (items: readonly string[], none: Word): string => (items.length > 0 ? list(items) : `<p>${say(none)}</p>`),
    orElse: (text: string): string =>
      text === "" ? `<p>${say("nothingSaid")}</p>` : `<p class="said">${escaped(text).replaceAll("\n", "<br>")}</p>`,
  };
};

function headOf(
  { case: of, proposal, room, passedOn, joins }: CouncilFile,
  language: Language,
  map: CouncilMap | undefined,
): string {
  const { say } = partsIn(language);
  const at = writtenMoment(passedOn, language);
  return [
    `<p class="soft">${say("handed", { place: of.name })}</p><h1>${escaped(saidIn(proposal.title, language))}</h1>`,
    `<p>${say("from", { room, at, year: of.schoolYear, price: String(of.priceYear) })}</p>`,
    ...(joins ? [`<p>${say("joins", { first: joins[0], second: joins[1] })}</p>`] : []),
    ...(of.synthetic
      ? [`<p class="notice"><strong>${say("madeUp")}.</strong> ${escaped(of.synthetic[language])}</p>`]
      : []),
    ...(map === undefined
      ? []
      : [
          `<figure><img src="${escaped(map.picture)}" alt="${say("mapWords")}"><figcaption class="soft">${say("map")}. ${say("credit")}</figcaption>${keyOf(map, language)}</figure>`,
        ]),
  ].join("\n");
}

/** Districts by their colours, beside the signs of schools. */
function keyOf({ districts }: CouncilMap, language: Language): string {
  const { say } = partsIn(language);
  const colours = districts.map(
    ({ name, fill, ink }) =>
      `<li><span class="swatch" style="background:${escaped(fill)};border-color:${escaped(ink)}"></span>${escaped(name)}</li>`,
  );
  return `<p class="soft">${say("key")}</p><ul class="key">${colours.join("")}</ul>`;
}

function changesOf({ figures }: CouncilFile, language: Language): string {
  const { say, section } = partsIn(language);
  const districts = figures.districts.map(({ name, schools }) =>
    say("district", { name, list: schools.join(", ") || COUNCIL_WORDS.noSchools[language] }),
  );
  const changes = (figures.changes ?? []).map(
    ({ about, text }) => `${about ? `<strong>${escaped(about[language])}.</strong> ` : ""}${escaped(text[language])}`,
  );
  return section(
    "what",
    `<p>${schoolLines(figures, language).map(escaped).join("<br>")}</p>`,
    figures.changes?.length === 0 ? `<p>${say("nothing")}</p>` : list(changes),
    `<h3>${say("districts")}</h3>`,
    list(districts),
  );
}

/** What is lacking first, then what is wrong all the same; that nothing is wrong is said too. */
function problemsOf({ figures: { unfinished, problems = [] } }: CouncilFile, language: Language): string {
  const { section, items } = partsIn(language);
  const lines = unfinished.map((line) => `<p>${escaped(line[language])}</p>`);
  const found = problems.map((line) => escaped(line[language]));
  return section("problems", ...lines, ...(lines.length > 0 && found.length === 0 ? [] : [items(found, "noProblems")]));
}

/** What is asked of a council before it can decide; nothing of an older file, which does not say, nor of an unfinished proposal. */
function procedureOf({ figures: { procedure = [] } }: CouncilFile, language: Language): readonly string[] {
  const { say, section } = partsIn(language);
  if (procedure.length === 0) return [];
  const said = list(procedure.map((sentence) => escaped(sentence[language])));
  return [section("procedure", said, `<p class="soft">${say("procedureHow")}</p>`)];
}

/** Reasons always have their place, so that it is seen where there are none. */
function saidOf({ said }: CouncilFile, language: Language): readonly string[] {
  const { say, section, items } = partsIn(language);
  return (["for", "against", "question", "remark"] as const).flatMap((tone) => {
    const found = said
      .filter((each) => each.tone === tone)
      .map(({ text, answers, called, of, since }) => {
        const under = answers.length > 0 ? list(answers.map((answer) => say("answer", { text: answer }))) : "";
        const about = of !== undefined ? say(since ? "since" : "of", { text, name: of }) : undefined;
        return `${about ?? (called === undefined ? escaped(text) : say("called", { text, name: called }))}${under}`;
      });
    const isAlwaysThere = tone === "for" || tone === "against";
    return isAlwaysThere || found.length > 0 ? [section(tone, items(found, "nothingSaid"))] : [];
  });
}

function stateOf({ state, text, at }: CouncilFile["states"][number], language: Language): string {
  const when = `<time datetime="${escaped(at)}">${escaped(writtenMoment(at, language))}</time>`;
  return `${when} <strong>${escaped(COUNCIL_NAMES[state][language])}</strong> ${escaped(text)}`;
}

function checkOf(file: CouncilFile, language: Language): string {
  const { say, section } = partsIn(language);
  const data = encodeURIComponent(JSON.stringify(file));
  return section(
    "check",
    `<p>${say("checkHow")}</p>`,
    `<p><a download="forslag.json" href="data:application/json,${data}">${say("file")}</a></p>`,
    list([
      say("version", { number: file.number }),
      `${say("hash")}: <code>${escaped(file.hash)}</code>`,
      `${say("dataHash")}: <code>${escaped(file.case.data)}</code>`,
    ]),
  );
}
