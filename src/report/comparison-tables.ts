import { catalogue, type Language, moneyWords, saidIn, type Text } from "../domain/language.ts";
import type { ComparisonFile } from "../protocol/comparison-file.ts";
import { fillText } from "./format.ts";
import { CATEGORY_NAMES } from "./money-text.ts";
import { moneyOfFile, type Table, type TableCell } from "./table.ts";

const NAMES = catalogue("report.comparison-tables.names", {
  savings: { da: "Besparelser", en: "Savings" },
  pairs: { da: "To og to", en: "Two by two" },
});

const HEADS = catalogue("report.comparison-tables.heads", {
  plan: { da: "Plan", en: "Plan" },
  line: { da: "Post", en: "Item" },
  mean: { da: "Gennemsnit ({currencySign})", en: "Mean ({currencySign})" },
  p5: {
    da: "Én af tyve beregninger er under ({currencySign})",
    en: "One computation in twenty is below ({currencySign})",
  },
  p50: { da: "Halvdelen er under ({currencySign})", en: "Half are below ({currencySign})" },
  p95: { da: "Én af tyve er over ({currencySign})", en: "One in twenty is above ({currencySign})" },
  saves: { da: "Sparer noget i", en: "Saves anything in" },
  best: { da: "Sparer mest i", en: "Saves most in" },
  other: { da: "Mod", en: "Against" },
  difference: { da: "Sparer mere, gennemsnit ({currencySign})", en: "Saves more, mean ({currencySign})" },
  wins: { da: "Sparer mest i", en: "Saves more in" },
  ties: { da: "Lige i", en: "Alike in" },
  said: { da: "I ord", en: "In words" },
  turns: { da: "Hvad der vender rækkefølgen", en: "What turns the order" },
});

const TOTAL: Text = catalogue("report.comparison-tables.total", {
  da: "I alt om året{apart}",
  en: "Total a year{apart}",
});

const columnsOf = (
  file: ComparisonFile,
  language: Language,
  heads: readonly (readonly [keyof typeof HEADS, ("whole" | "share")?])[],
) =>
  heads.map(([head, form]) => ({
    title: fillText(HEADS[head], language, moneyWords(moneyOfFile(file))),
    ...(form && { form }),
  }));

/** What each plan saves by item, drawn, `apart` from what its total leaves out; and in which share of the draws it saves anything, or most of all. */
export function savingsTable(file: ComparisonFile, apart: Text, language: Language): Table {
  const columns = columnsOf(file, language, [
    ["plan"],
    ["line"],
    ["mean", "whole"],
    ["p5", "whole"],
    ["p50", "whole"],
    ["p95", "whole"],
    ["saves", "share"],
    ["best", "share"],
  ]);
  const rows = file.plans.flatMap(({ title, saving, savesInShare, bestInShare }) =>
    Object.entries(saving).map(([line, { mean, p5, p50, p95 }]): TableCell[] => [
      saidIn(title, language),
      lineName(line, apart, language),
      ...[mean, p5, p50, p95].map(Math.round),
      ...(line === "total" ? [savesInShare, bestInShare] : [undefined, undefined]),
    ]),
  );
  return { name: NAMES.savings[language], columns, rows };
}

const names = new Map<string, Text>(Object.entries({ ...CATEGORY_NAMES, total: TOTAL }));
const lineName = (line: string, apart: Text, language: Language): string =>
  fillText(names.get(line) ?? TOTAL, language, { apart: apart[language] });

/** Every two plans: which saves more, how sure that is, and what would turn it around. */
export function pairsTable(file: ComparisonFile, language: Language): Table {
  const { plans, pairs, turning } = file;
  const columns = columnsOf(file, language, [
    ["plan"],
    ["other"],
    ["difference", "whole"],
    ["wins", "share"],
    ["ties", "share"],
    ["said"],
    ["turns"],
  ]);
  const title = new Map(plans.map((plan) => [plan.id, saidIn(plan.title, language)]));
  const turns = (a: string, b: string): string =>
    turning
      .filter((each) => [each.a, each.b].toSorted().join() === [a, b].toSorted().join())
      .flatMap(({ sentences }) => sentences.map(({ text }) => text[language]))
      .join(" ");
  const rows = pairs.map(({ a, b, difference, winsInShare, tiesInShare, sentence }): TableCell[] => [
    title.get(a),
    title.get(b),
    Math.round(difference.mean),
    winsInShare,
    tiesInShare,
    sentence.text[language],
    turns(a, b),
  ]);
  return { name: NAMES.pairs[language], columns, rows };
}
