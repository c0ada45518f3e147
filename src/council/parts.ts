import { type Currency, moneyOf } from "../domain/currency.ts";
import { SAVING_CATEGORIES } from "../domain/cost-items.ts";
import { catalogue, type Language, saidIn, type Text } from "../domain/language.ts";
import { isMeasureKey, MAIN_MEASURES, measureNamed } from "../evaluate/measures/table.ts";
import type { Measure, MeasureUnit } from "../evaluate/measures/measure.ts";
import { type Block, type Cell, type Inline, paragraph, type PaperRow, type TableBlock } from "../paper/tree.ts";
import type { CouncilFigures, CouncilRow } from "../protocol/council-file.ts";
import { fillText, formatAmount, unitWord, type WrittenUnit, writtenUnit } from "../report/format.ts";
import { hangsOnRoads } from "../report/level-range.ts";
import { apartFrom, measureTitle } from "../report/saving-apart.ts";
import { markWord } from "../report/shown-measures.ts";
import { COUNCIL_WORDS } from "./words.ts";

const MAIN = new Set<string>(MAIN_MEASURES.map(({ key }) => key));

/** A last column that says where each figure comes from. */
interface SourceColumn {
  readonly head: string;
  readonly of: (measure: Measure) => string;
}

/** Which figures of a plan: those that stand for all, every one, or those of a kind. */
export type Shown = "main" | "all" | ((measure: Measure) => boolean);

const isShown = (which: Shown, key: string): boolean => {
  const measure = isMeasureKey(key) ? measureNamed(key) : undefined;
  if (!measure) return false;
  return which === "all" || (which === "main" ? MAIN.has(key) : which(measure));
};

/** Figures of a proposal as a table, beside today and the council's own plans. */
export function figureTable(
  figures: CouncilFigures,
  language: Language,
  which: Shown,
  source?: SourceColumn,
): TableBlock {
  const { plans, rows } = figures;
  const apart = countedApart(figures);
  const words = (key: "measure" | "today" | "proposal"): string => COUNCIL_WORDS[key][language];
  const others = headsOf(plans, words("today"), language);
  return {
    kind: "table",
    heads: [words("measure"), words("today"), words("proposal"), ...others, ...(source ? [source.head] : [])],
    rows: rows
      .filter(({ measure }) => isShown(which, measure))
      .flatMap((row) => rowOf(row, { plans, apart, currency: moneyOf(figures) }, language, source)),
    holds: "numbers",
  };
}

/** What the figure for a saving leaves out; an older file does not say what is in it. */
export const countedApart = ({ counting }: Pick<CouncilFigures, "counting">): Text =>
  apartFrom(SAVING_CATEGORIES.filter((category) => counting?.includes(`saving-${category}`) ?? true));

function rowOf(
  { measure: key, proposal, today, plans: ofPlans, range }: CouncilRow,
  {
    plans,
    apart,
    currency,
  }: { readonly plans: CouncilFigures["plans"]; readonly apart: Text; readonly currency: Currency },
  language: Language,
  source: SourceColumn | undefined,
): readonly PaperRow[] {
  const measure = isMeasureKey(key) ? measureNamed(key) : undefined;
  if (!measure) return [];
  const inUnit = writtenUnit(measure.unit, currency);
  const unit = unitBeside(inUnit, measure, language);
  const cellOf = (told: CouncilRow["proposal"], span?: CouncilRow["range"]): Cell =>
    cellIn(told, { unit: measure.unit, inUnit }, language, span);
  const cells = [
    cellOf(today),
    cellOf(proposal, range),
    ...plans.map(({ id }) => cellOf(ofPlans[id])),
    ...(source ? [{ text: source.of(measure) }] : []),
  ];
  const beside: readonly Inline[] = unit === "" ? [] : [" ", { kind: "soft", text: `(${unit})` }];
  return [{ head: [measureTitle(measure, apart)[language], ...beside], cells }];
}

/** How a figure is read, beside what it is exactly. */
function cellIn(
  told: CouncilRow["proposal"],
  { unit, inUnit }: { readonly unit: MeasureUnit; readonly inUnit: WrittenUnit },
  language: Language,
  range?: CouncilRow["range"],
): Cell {
  const text = written(told, inUnit, language);
  if (told === undefined) return { text };
  const span = range && range.low !== range.high ? range : undefined;
  // Ends that read alike say nothing, such as of parts of an hour.
  const [low, high] = [range?.low, range?.high].map((end) => written(end, inUnit, language));
  return {
    text,
    ...(span && low !== high && { range: [low, TO[language], high].join(" ") }),
    figure: { value: told, unit, ...(span && { low: span.low, high: span.high }) },
  };
}

/** What comes before a title's colon, unless another column is called so. */
function headsOf(plans: CouncilFigures["plans"], today: string, language: Language): readonly string[] {
  const titles = plans.map(({ title }) => saidIn(title, language));
  const short = titles.map((title) => title.split(":")[0]);
  return titles.map((title, i) =>
    [today, ...short].filter((each) => each === short[i]).length > 1 ? title : short[i],
  );
}

const TO = catalogue("council.parts.to", { da: "til", en: "to" });
const NUMBER = catalogue("council.parts.number", { da: "antal", en: "number" } as const);

/** What a figure is counted in; where its title says so already, that it is a number of them. */
function unitBeside(unit: WrittenUnit, { title }: Pick<Measure, "title">, language: Language): string {
  const word = unitWord(unit, language);
  const said: readonly string[] = title[language].toLowerCase().split(/[^\p{L}]+/u);
  return said.includes(word.toLowerCase()) ? NUMBER[language] : word;
}

/** What the marks in a table of figures mean, those that stand in it alone; and how pupils are counted. */
export function figureNotes(
  { rows, notes = [] }: Pick<CouncilFigures, "rows" | "notes">,
  language: Language,
  which: Shown,
): readonly Block[] {
  const shown = rows.filter(({ measure }) => isShown(which, measure));
  const told = shown.flatMap(({ proposal, today, plans }) => [proposal, today, ...Object.values(plans)]);
  const isMet = (marks: (value: string) => boolean): boolean =>
    told.some((value) => typeof value === "string" && marks(value));
  const keys = [
    "fives" as const,
    ...(isMet((value) => value === "<5") ? ["few" as const] : []),
    ...(isMet((value) => value !== "<5") ? ["hidden" as const] : []),
  ];
  const ofRoads = shown.some(({ measure }) => isMeasureKey(measure) && hangsOnRoads(measure)) ? notes : [];
  return [...keys.map((key) => COUNCIL_WORDS[key]), ...ofRoads].map((note) => paragraph(note[language], "soft"));
}

/** A figure of the file as people read it: "212", "<5", "ca. 85", "skjult", "-" where there is nothing to measure. */
function written(told: CouncilRow["proposal"], unit: WrittenUnit, language: Language): string {
  if (told === undefined) return "-";
  if (typeof told === "number") return formatAmount(told, unit, language).replace(/^-/, "−");
  return markWord(told, language);
}

/** Which schools close, open and are new, a line each; one line where none does. */
export function schoolLines({ schools }: CouncilFigures, language: Language): readonly string[] {
  const lines = (["closed", "opened", "new"] as const).flatMap((fate) => {
    const names = schools.filter((school) => school.fate === fate).map(({ name }) => name);
    return names.length === 0 ? [] : [fillText(COUNCIL_WORDS[fate], language, { list: names.join(", ") })];
  });
  return lines.length > 0 ? lines : [COUNCIL_WORDS.sameSchools[language]];
}
