import { catalogue, inBoth, saidIn, type Text } from "../domain/language.ts";
import { isMeasureKey, measureNamed } from "../evaluate/measures/table.ts";
import type { PaperConsequences, PaperFile } from "../protocol/paper-file.ts";
import { bandName } from "../report/comparison-text.ts";
import { filledText } from "../report/format.ts";
import { measureTitle } from "../report/saving-apart.ts";
import type { Leaf } from "./leaves.ts";
import { PAPER_WORDS, WHO_NAMES } from "./paper-words.ts";
import { countedApart } from "./parts.ts";
import { ofWords } from "./words.ts";

/** A figure of a paper with what it is called, so that one that is wrong can be named. */
export interface NamedFigure {
  readonly name: Text;
  readonly told: Leaf;
}

const NAMED: Text = catalogue("council.paper-figures.named", { da: "{what} ({of})", en: "{what} ({of})" });
const OF_PLAN: Text = catalogue("council.paper-figures.ofPlan", { da: "{what}, »{plan}«", en: '{what}, "{plan}"' });

type Entry = readonly [path: string, figure: NamedFigure];

/** Every figure of a paper by its path in the file; no figure stands twice. */
export function paperFigures(file: PaperFile): ReadonlyMap<string, NamedFigure> {
  return new Map([
    ...rowFigures(file),
    ...consequenceFigures(file.consequences, "consequences", undefined),
    ...file.alternatives.flatMap(({ proposal, figures }, i) =>
      consequenceFigures(
        figures,
        `alternatives[${i}].figures`,
        inBoth((language) => saidIn(proposal.title, language)),
      ),
    ),
    ...file.calendar.map(({ date, title }, i): Entry => [`calendar[${i}].date`, { name: title, told: date }]),
    ...file.prices.flatMap(({ name, ...price }, i) =>
      (["low", "mid", "high"] as const).map((end): Entry => [
        `prices[${i}].${end}`,
        { name: filledText(NAMED, { what: name, of: PAPER_WORDS[end] }), told: price[end] },
      ]),
    ),
  ]);
}

function rowFigures({ figures, alternatives }: PaperFile): readonly Entry[] {
  const whose = (of: string): Text => {
    const other = alternatives.find(({ id }) => id === of);
    return other ? inBoth((language) => saidIn(other.proposal.title, language)) : ofWords(of);
  };
  return figures.rows.flatMap(({ measure, proposal, today, plans, range }) => {
    const known = isMeasureKey(measure) ? measureNamed(measure) : undefined;
    const what = known ? measureTitle(known, countedApart(figures)) : inBoth(() => measure);
    return Object.entries({ proposal, today, ...plans, ...range }).flatMap(([of, told]): Entry[] =>
      told === undefined ? [] : [[`${measure} ${of}`, { name: filledText(NAMED, { what, of: whose(of) }), told }]],
    );
  });
}

/** Of each school, by its path there. */
const SCHOOL_FIGURES: readonly {
  readonly key: string;
  readonly name: Text;
  readonly of: (school: PaperConsequences["schools"][number]) => Leaf | undefined;
}[] = [
  { key: "pupils.today", name: PAPER_WORDS.pupilsToday, of: ({ pupils }) => pupils.today },
  { key: "pupils.plan", name: PAPER_WORDS.pupilsPlan, of: ({ pupils }) => pupils.plan },
  { key: "places", name: PAPER_WORDS.places, of: ({ places }) => places },
  { key: "gains", name: PAPER_WORDS.gains, of: ({ gains }) => gains },
  { key: "loses", name: PAPER_WORDS.loses, of: ({ loses }) => loses },
];

/** `plan`: absent for the plan that the paper is about. */
function consequenceFigures(
  { schools, who }: PaperConsequences,
  path: string,
  plan: Text | undefined,
): readonly Entry[] {
  const entry = (at: string, what: Text, of: Text, told: Leaf): Entry => {
    const name = filledText(NAMED, { what, of });
    return [`${path}.${at}`, { name: plan ? filledText(OF_PLAN, { what: name, plan }) : name, told }];
  };
  const bands = who.bands.map(({ over = -Infinity, upTo = Infinity, pupils }) =>
    inBoth((language) => `${bandName({ over, upTo, pupils }, language)} km`),
  );
  return [
    ...schools.flatMap((school, i) =>
      SCHOOL_FIGURES.flatMap(({ key, name, of }) => {
        const told = of(school);
        return told === undefined
          ? []
          : [
              entry(
                `schools[${i}].${key}`,
                inBoth(() => school.name),
                name,
                told,
              ),
            ];
      }),
    ),
    entry("who.pupils", PAPER_WORDS.all, PAPER_WORDS.pupils, who.pupils),
    entry("who.unknown", PAPER_WORDS.wayUnknown, PAPER_WORDS.pupils, who.unknown),
    ...who.bands.map(({ pupils }, i) => entry(`who.bands[${i}].pupils`, PAPER_WORDS.all, bands[i], pupils)),
    ...who.tables.flatMap(({ by, rows }, t) =>
      rows.flatMap(({ name, pupils, cells }, r) => {
        const what = inBoth((language) => `${name[language]}, ${WHO_NAMES[by][language]}`);
        const at = `who.tables[${t}].rows[${r}]`;
        return [
          entry(`${at}.pupils`, what, PAPER_WORDS.pupils, pupils),
          ...cells.map((cell, c) => entry(`${at}.cells[${c}]`, what, bands[c], cell)),
        ];
      }),
    ),
  ];
}
