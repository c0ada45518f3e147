import { dsvFormat } from "d3-dsv";
import { catalogue, filled, type Language } from "../domain/language.ts";
import type { ConsolidationFile } from "../protocol/result-file.ts";
import { isMeasureKey } from "../evaluate/measures/table.ts";
import { decimalSign, fillText, unitWord } from "./format.ts";
import { errorShares, hangsOnRoads } from "./level-range.ts";
import { INTERNAL } from "./internal.ts";
import { HIDDEN } from "./shown-measures.ts";

const WORDS = catalogue("report.csv", {
  plan: { da: "Plan", en: "Plan" },
  districts: { da: "Distrikter", en: "Districts" },
  pareto: { da: "Ikke overgået (Pareto)", en: "Unbeaten (Pareto)" },
  yes: { da: "ja", en: "yes" },
  no: { da: "nej", en: "no" },
  internal: { da: "Internt", en: "Internal" },
  provenBest: { da: "Bevist bedst af alle på", en: "Proven best of all by" },
  found: { da: "blandt de fundne", en: "among those found" },
  low: { da: "{saving}, i ni af ti beregninger fra (kr.)", en: "{saving}, in nine of ten computations from (kr.)" },
  high: { da: "{saving}, i ni af ti beregninger til (kr.)", en: "{saving}, in nine of ten computations to (kr.)" },
  errorOf: {
    da: "op til {less} % lavere eller {more} % højere",
    en: "up to {less}% lower or {more}% higher",
  },
});

/** What nine of ten draws of the saving lie between. */
const ENDS = ["low", "high"] as const;

/** A byte-order mark, so that Excel reads the file as UTF-8. */
const BOM = "\uFEFF";

/**
 * The list of groupings as a table for Excel: a row a grouping, a column a measure. Danish gets semicolons and decimal
 * commas, English commas and points; amounts are in the measures' own units, unrounded.
 */
export function groupingsCsv(file: ConsolidationFile, language: Language): string {
  const measures = file.measures.map(({ key, unit, label }) => {
    const word = unit === "metres" ? "m" : unit === "kroner" ? "kr." : unit === "share" ? "" : unitWord(unit, language);
    const inside = [word, ...errorWords(key, file.provenance.case.rightsError, language)].filter((each) => each !== "");
    return { key, title: inside.length > 0 ? `${label[language]} (${inside.join(": ")})` : label[language] };
  });
  const mark = file.internal === undefined ? [] : [INTERNAL[language]];
  const label = new Map(file.measures.map(({ key, label: text }) => [key, text[language]]));
  // Where not all are listed, a table must not read as if they were.
  const proven = (best: ConsolidationFile["groupings"][number]["best"] = []): string[] =>
    file.complete
      ? []
      : [best.flatMap(({ measure, gap }) => (gap === 0 ? [label.get(measure) ?? measure] : [])).join(" · ")];
  const rows = file.groupings.map(({ number, districts, pareto, best, values, ranges }) => [
    String(number),
    districts.map(({ name }) => name).join(" · "),
    pareto ? WORDS.yes[language] : WORDS.no[language],
    ...proven(best),
    ...measures.map(({ key }) => exactText(values[key], language)),
    ...ENDS.map((end) => exactText(ranges["saving"]?.[end], language)),
    ...mark,
  ]);
  const header = [
    WORDS.plan[language],
    WORDS.districts[language],
    file.complete ? WORDS.pareto[language] : `${WORDS.pareto[language]} ${WORDS.found[language]}`,
    ...(file.complete ? [] : [WORDS.provenBest[language]]),
    ...measures.map(({ title }) => title),
    ...ENDS.map((end) => fillText(WORDS[end], language, { saving: label.get("saving") ?? "" })),
    ...mark.map(() => WORDS.internal[language]),
  ];
  return delimitedText([header, ...rows], language);
}

/** A figure of a file as a spreadsheet reads it: exact, with a decimal comma in Danish; nothing where there is none. */
export function exactText(value: number | string | undefined, language: Language): string {
  if (value === "hidden") return HIDDEN[language];
  return value === undefined ? "" : String(value).replace(".", decimalSign(language));
}

/** Beside a measure that hangs on the roads, how far off it may be. */
function errorWords(
  key: string,
  error: ConsolidationFile["provenance"]["case"]["rightsError"],
  language: Language,
): readonly string[] {
  if (!error || !isMeasureKey(key) || !hangsOnRoads(key)) return [];
  const { less, more } = errorShares(error);
  const words = filled(WORDS.errorOf, { less, more });
  return [words[language]];
}

/** Rows as a file that Excel opens as it should: semicolons in Danish, commas in English, and no cell is a formula. */
export const delimitedText = (rows: readonly (readonly string[])[], language: Language): string =>
  `${BOM}${dsvFormat(decimalSign(language) === "," ? ";" : ",").formatRows(rows.map((row) => row.map(defused)))}\n`;

/** A name that a spreadsheet would compute gets an apostrophe before it, which spreadsheets do not show; a number stays one. */
const defused = (cell: string): string => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);

const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i;
