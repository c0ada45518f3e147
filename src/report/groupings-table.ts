import { catalogue, filled, type Language, moneyWords } from "../domain/language.ts";
import type { ConsolidationFile } from "../protocol/result-file.ts";
import { isMeasureKey } from "../evaluate/measures/table.ts";
import { fillText } from "./format.ts";
import { errorShares, hangsOnRoads } from "./level-range.ts";
import { INTERNAL } from "./internal.ts";
import { measureColumn, moneyOfFile, type Table, toldCell } from "./table.ts";

const WORDS = catalogue("report.groupings-table", {
  name: { da: "Måder at samle på", en: "Groupings" },
  plan: { da: "Plan", en: "Plan" },
  districts: { da: "Distrikter", en: "Districts" },
  pareto: { da: "Ikke overgået (Pareto)", en: "Unbeaten (Pareto)" },
  yes: { da: "ja", en: "yes" },
  no: { da: "nej", en: "no" },
  internal: { da: "Internt", en: "Internal" },
  provenBest: { da: "Bevist bedst af alle på", en: "Proven best of all by" },
  found: { da: "blandt de fundne", en: "among those found" },
  low: {
    da: "{saving}, i ni af ti beregninger fra ({currencySign})",
    en: "{saving}, in nine of ten computations from ({currencySign})",
  },
  high: {
    da: "{saving}, i ni af ti beregninger til ({currencySign})",
    en: "{saving}, in nine of ten computations to ({currencySign})",
  },
  errorOf: {
    da: "op til {less} % lavere eller {more} % højere",
    en: "up to {less}% lower or {more}% higher",
  },
});

/** What nine of ten draws of the saving lie between. */
const ENDS = ["low", "high"] as const;

/**
 * The list of groupings: a row a grouping, a column a measure; amounts are in the measures' own units, unrounded.
 */
export function groupingsTable(file: ConsolidationFile, language: Language): Table {
  const money = moneyOfFile(file);
  const mark = file.internal === undefined ? [] : [INTERNAL[language]];
  const label = new Map(file.measures.map(({ key, label: text }) => [key, text[language]]));
  // Where not all are listed, a table must not read as if they were.
  const proven = (best: ConsolidationFile["groupings"][number]["best"] = []): string[] =>
    file.complete
      ? []
      : [best.flatMap(({ measure, gap }) => (gap === 0 ? [label.get(measure) ?? measure] : [])).join(" · ")];
  const rows = file.groupings.map(({ number, districts, pareto, best, values, ranges }) => [
    number,
    districts.map(({ name }) => name).join(" · "),
    pareto ? WORDS.yes[language] : WORDS.no[language],
    ...proven(best),
    ...file.measures.map(({ key }) => toldCell(values[key], language)),
    ...ENDS.map((end) => ranges["saving"]?.[end]),
    ...mark,
  ]);
  const columns = [
    { title: WORDS.plan[language] },
    { title: WORDS.districts[language] },
    { title: file.complete ? WORDS.pareto[language] : `${WORDS.pareto[language]} ${WORDS.found[language]}` },
    ...(file.complete ? [] : [{ title: WORDS.provenBest[language] }]),
    ...file.measures.map((measure) =>
      measureColumn(measure, money, language, errorWords(measure.key, file.provenance.case.rightsError, language)),
    ),
    ...ENDS.map((end) => ({
      title: fillText(WORDS[end], language, { saving: label.get("saving") ?? "", ...moneyWords(money) }),
      form: "whole" as const,
    })),
    ...mark.map(() => ({ title: WORDS.internal[language] })),
  ];
  return { name: WORDS.name[language], columns, rows };
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
