import { type Language, saidIn } from "../domain/language.ts";
import { isMeasureKey, MAIN_MEASURES, measureByKey } from "../evaluate/measures/table.ts";
import type { Measure } from "../evaluate/measures/measure.ts";
import type { CouncilFigures, CouncilRow } from "../protocol/council-file.ts";
import { fillText, formatAmount, unitWord } from "../report/format.ts";
import { escaped } from "../report/html.ts";
import { hangsOnRoads } from "../report/level-range.ts";
import { HIDDEN } from "../report/shown-measures.ts";
import { COUNCIL_WORDS } from "./words.ts";

const MAIN = new Set<string>(MAIN_MEASURES.map(({ key }) => key));

/** Figures of a proposal as a table of HTML, beside today and the council's own plans: those that stand for all, or every one. */
export function figureTable(figures: CouncilFigures, language: Language, which: "main" | "all"): string {
  const { plans, rows } = figures;
  const words = (key: "measure" | "today" | "proposal"): string => COUNCIL_WORDS[key][language];
  const heads = [words("today"), words("proposal"), ...plans.map(({ title }) => saidIn(title, language).split(":")[0])];
  const body = rows
    .filter(({ measure }) => which === "all" || MAIN.has(measure))
    .map((row) => rowOf(row, plans, language));
  return [
    `<table><thead><tr><th scope="col">${words("measure")}</th>`,
    ...heads.map((head) => `<th scope="col">${escaped(head)}</th>`),
    `</tr></thead><tbody>${body.join("")}</tbody></table>`,
  ].join("");
}

function rowOf(
  { measure: key, proposal, today, plans: ofPlans, range }: CouncilRow,
  plans: CouncilFigures["plans"],
  language: Language,
): string {
  const measure = isMeasureKey(key) ? measureByKey.get(key) : undefined;
  if (!measure) return "";
  const unit = unitBeside(measure, language);
  const span = range && range.low !== range.high ? rangeWords(range, measure, language) : "";
  const cells = [written(today, measure, language), `${written(proposal, measure, language)}${span}`];
  const others = plans.map(({ id }) => written(ofPlans[id], measure, language));
  return `<tr><th scope="row">${escaped(measure.title[language])} <span class="soft">${unit === "" ? "" : `(${escaped(unit)})`}</span></th>${[...cells, ...others].map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

const NUMBER = { da: "antal", en: "number" } as const;

/** What a figure is counted in; where its title says so already, that it is a number of them. */
function unitBeside({ unit, title }: Pick<Measure, "unit" | "title">, language: Language): string {
  const word = unitWord(unit, language);
  const said: readonly string[] = title[language].toLowerCase().split(/[^\p{L}]+/u);
  return said.includes(word.toLowerCase()) ? NUMBER[language] : word;
}

/** What the marks in a table of figures mean, those that stand in it alone; and how pupils are counted. */
export function figureNotes(
  { rows, notes = [] }: Pick<CouncilFigures, "rows" | "notes">,
  language: Language,
  which: "main" | "all",
): readonly string[] {
  const shown = rows.filter(({ measure }) => which === "all" || MAIN.has(measure));
  const told = shown.flatMap(({ proposal, today, plans }) => [proposal, today, ...Object.values(plans)]);
  const isMet = (marks: (value: string) => boolean): boolean =>
    told.some((value) => typeof value === "string" && marks(value));
  const keys = [
    "fives" as const,
    ...(isMet((value) => value === "<5") ? ["few" as const] : []),
    ...(isMet((value) => value !== "<5") ? ["hidden" as const] : []),
  ];
  const ofRoads = shown.some(({ measure }) => isMeasureKey(measure) && hangsOnRoads(measure)) ? notes : [];
  return [...keys.map((key) => COUNCIL_WORDS[key]), ...ofRoads].map(
    (note) => `<p class="soft">${escaped(note[language])}</p>`,
  );
}

const rangeWords = (
  { low, high }: NonNullable<CouncilRow["range"]>,
  { unit }: Pick<Measure, "unit">,
  language: Language,
): string =>
  `<br><span class="soft">${formatAmount(low, unit, language)} ${language === "da" ? "til" : "to"} ${formatAmount(high, unit, language)}</span>`;

/** A figure of the file as people read it: "212", "&lt;5", "ca. 85", "skjult", "-" where there is nothing to measure. */
function written(told: CouncilRow["proposal"], { unit }: Pick<Measure, "unit">, language: Language): string {
  if (told === undefined) return "-";
  if (typeof told === "number") return escaped(formatAmount(told, unit, language).replace(/^-/, "−"));
  if (told === "hidden") return HIDDEN[language];
  return escaped(told.replace("~", language === "da" ? "ca. " : "about "));
}

/** Which schools close, open and are new, a line each; one line where none does. */
export function schoolLines({ schools }: CouncilFigures, language: Language): readonly string[] {
  const lines = (["closed", "opened", "new"] as const).flatMap((fate) => {
    const names = schools.filter((school) => school.fate === fate).map(({ name }) => name);
    return names.length === 0 ? [] : [fillText(COUNCIL_WORDS[fate], language, { list: names.join(", ") })];
  });
  return lines.length > 0 ? lines : [COUNCIL_WORDS.sameSchools[language]];
}
