import type { Comparison } from "../compare/comparison.ts";
import type { ChangeBand } from "../compare/fairness/change-bands.ts";
import type { Fairness, FairnessTable, FairnessTableKey } from "../compare/fairness/tables.ts";
import { COST_CORRELATIONS } from "../cost/uncertainty.ts";
import { SAVING_LINES, type SavingLine } from "../cost/drawn-saving.ts";
import { type Currency, moneyOf } from "../domain/currency.ts";
import { catalogue, inBoth, type Language, moneyWords, saidIn, type Text } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Spread } from "../kernels/uncertainty/spread.ts";
import { measureNamed, type MeasureKey } from "../evaluate/measures/table.ts";
import { planSentences, titlesOf, whyNotSentences } from "./comparison-file.ts";
import { planTitle } from "./baseline-text.ts";
import { caseText } from "./consolidation-text.ts";
import { fillText, formatAmount, formatNumber } from "./format.ts";
import { CATEGORY_NAMES } from "./money-text.ts";
import { toldComparison } from "./told-money.ts";
import { statusText } from "./plan-status.ts";
import { savingApart } from "./saving-apart.ts";
import { pairSentences, turningSentences } from "./saving-sentences.ts";
import { cellWord } from "./shown-measures.ts";
import { movedAgainSentences } from "./travel-sentences.ts";

const WORDS = catalogue("report.comparison.words", {
  pupils: { da: "elever", en: "pupils" },
  all: { da: "alle", en: "all" },
  to: { da: "til", en: "to" },
});

const MONEY_HEADS = catalogue("report.comparison.moneyHeads", {
  mean: { da: "gennemsnit", en: "mean" },
  low: { da: "5 %", en: "5%" },
  median: { da: "median", en: "median" },
  high: { da: "95 %", en: "95%" },
});

const TEXT = catalogue("report.comparison.text", {
  plan: { da: "{plan} mod {baseline}:", en: "{plan} against {baseline}:" },
  who: {
    da: "Hvem får længere eller kortere til skole (elever efter ændring, km hver vej):",
    en: "Who gets farther or nearer to school (pupils by change, km each way):",
  },
  marks: {
    da: "  Elever i nærmeste femmer. <5: færre end fem elever. skjult: fem eller flere, skjult for at en mindre gruppe ikke kan regnes ud.",
    en: "  Pupils to the nearest five. <5: fewer than five pupils. hidden: five or more, hidden so that a smaller group cannot be worked out.",
  },
  withheld: {
    da: "  {table}: vises ikke, da små grupper kunne regnes ud.",
    en: "  {table}: not shown, since small groups could be worked out.",
  },
  money: {
    da: "Besparelse i mio. {currency} om året, {draws, number} beregninger med tilfældige værdier inden for hver forudsætnings spænd (frø {seed}):",
    en: "Saving in million {currency} a year, {draws, number} computations with random values within each assumption's range (seed {seed}):",
  },
  together: {
    da: "  Følges ad (sammenhæng {r}): {names}. {why}",
    en: "  Move together (correlation {r}): {names}. {why}",
  },
  pupilNumbers: {
    da: "  Elevtallet svinger mellem {low} og {high} % af det, der er regnet på ({source}).",
    en: "  Pupil numbers vary between {low} and {high}% of those computed on ({source}).",
  },
  total: { da: "I alt om året{apart}", en: "Total a year{apart}" },
  all: { da: "Alle", en: "All" },
  pairs: { da: "Planerne mod hinanden, på de samme værdier:", en: "The plans against each other, on the same values:" },
  turning: { da: "Hvad vender rækkefølgen:", en: "What turns the order:" },
  chain: {
    da: "Hvis planerne følger efter hinanden i den nævnte rækkefølge:",
    en: "If the plans follow each other in the order named:",
  },
  whyNot: { da: "Hvorfor ikke en anden:", en: "Why not another:" },
  duplicates: {
    da: "Nøgletal, der næsten siger det samme (rangkorrelation over {plans, number} planer):",
    en: "Measures that say nearly the same (rank correlation over {plans, number} plans):",
  },
  moreDuplicates: {
    da: "  og {more, number} par til; --json skriver dem alle.",
    en: "  and {more, number} more pairs; --json writes them all.",
  },
  noDuplicates: { da: "  ingen", en: "  none" },
} as const);

export const TABLE_NAMES: Readonly<Record<FairnessTableKey, Text>> = catalogue("report.comparison.tableNames", {
  "grade-band": { da: "Efter klassetrin", en: "By grades" },
  town: { da: "Efter nærmeste by", en: "By nearest town" },
  parish: { da: "Efter nærmeste sognemidte", en: "By nearest parish centre" },
  district: { da: "Efter distrikt i dag", en: "By district today" },
});

/** A comparison as the terminal shows it: sentences first, tables below. */
export function comparisonText(basis: Basis, exact: Comparison, language: Language): string {
  const comparison = toldComparison(basis, exact);
  const { plans, unfinished, savings, turning, moved } = comparison;
  const say = (text: Text, values: Parameters<typeof fillText>[2] = {}) => fillText(text, language, values);
  const titles = titlesOf(comparison);
  const { info } = basis.municipality;
  const [apart, currency] = [savingApart(info.savingsTarget), moneyOf(info)];
  const whyNot = whyNotSentences(basis, comparison);
  const bullet = ({ text }: { readonly text: Text }): string => `  · ${text[language]}`;
  return [
    caseText(basis, language),
    ...unfinished.flatMap(({ plan, completeness }) => [
      "",
      say(TEXT.plan, { plan: planTitle(plan, language), baseline: planTitle(basis.baseline, language) }),
      ...statusText(basis, completeness, language).map((line) => `  ${line}`),
    ]),
    ...plans.flatMap(({ plan, fairness }, number) => [
      "",
      say(TEXT.plan, { plan: planTitle(plan, language), baseline: planTitle(basis.baseline, language) }),
      ...planSentences(basis, comparison, number).map(bullet),
      "",
      ...fairnessLines(fairness, language),
    ]),
    ...(plans.length > 0
      ? [
          "",
          say(TEXT.money, { draws: savings.draws, seed: String(savings.seed), ...moneyWords(currency) }),
          ...assumptionLines(comparison, language),
        ]
      : []),
    ...plans.flatMap((_, number) => savingLines(comparison, number, { apart, currency }, language)),
    ...(savings.pairs.length > 0 ? ["", say(TEXT.pairs), ...pairSentences(savings, titles, apart).map(bullet)] : []),
    ...(whyNot.length > 0 ? ["", say(TEXT.whyNot), ...whyNot.map(bullet)] : []),
    ...(turning.length > 0
      ? ["", say(TEXT.turning), ...turning.flatMap((points) => turningSentences(points, titles).map(bullet))]
      : []),
    ...(moved ? ["", say(TEXT.chain), ...movedAgainSentences(moved).map(bullet)] : []),
    ...duplicateLines(comparison, language),
  ].join("\n");
}

const WIDE = 24;
const NARROW = 13;
const columns = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(NARROW)).join("");
const line = (name: string, cells: readonly string[]): string => `  ${name.padEnd(WIDE)}${columns(cells)}`.trimEnd();

function fairnessLines({ bands, tables, pupils }: Fairness, language: Language): readonly string[] {
  const count = (value: number): string => formatNumber(value, 0, language);
  const head = bands.map((band) => bandName(band, language));
  const all = line(TEXT.all[language], [cellWord(pupils, language), ...bands.map((band) => count(band.pupils))]);
  return [
    TEXT.who[language],
    line("", [WORDS.pupils[language], ...head]),
    all,
    ...tables.flatMap((table) => tableLines(table, language)),
    TEXT.marks[language],
  ];
}

function tableLines(table: FairnessTable, language: Language): readonly string[] {
  const name = TABLE_NAMES[table.key];
  if (table.status === "withheld") return [fillText(TEXT.withheld, language, { table: name[language] })];
  const rows = changedRows(table).map((row) =>
    line(` ${row.name[language]}`, [
      formatNumber(row.pupils, 0, language),
      ...row.cells.map((cell) => cellWord(cell, language)),
    ]),
  );
  return rows.length > 0 ? [`  ${name[language]}`, ...rows] : [];
}

/** Rows in which anything changes; a town where everybody has about as far as before needs no line. */
const changedRows = ({ rows }: FairnessTable) =>
  rows.filter(({ cells }) => cells.filter((cell) => cell.kind !== "count" || cell.pupils > 0).length > 1);

/** "under -5", "-5 til -2", "±0,5", "over 5". */
export function bandName({ over, upTo }: ChangeBand, language: Language): string {
  const km = (metres: number): string => formatNumber(metres / 1000, Number.isInteger(metres / 1000) ? 0 : 1, language);
  if (over === -Infinity && upTo === Infinity) return WORDS.all[language];
  if (over === -Infinity) return `< ${km(upTo)}`;
  if (upTo === Infinity) return `> ${km(over)}`;
  return over === -upTo ? `±${km(upTo)}` : `${km(over)} ${WORDS.to[language]} ${km(upTo)}`;
}

/** What the draws take for granted beyond each parameter's range. */
function assumptionLines({ model }: Comparison, language: Language): readonly string[] {
  const nameOf = (key: string): string => model.parameters.find((known) => known.key === key)?.name[language] ?? key;
  const pupils = model.parameters.find(({ key }) => key === "pupils");
  const share = (value: number): string => formatNumber(100 * value, 0, language);
  return [
    ...COST_CORRELATIONS.map(({ keys, r, why }) =>
      fillText(TEXT.together, language, {
        r: formatNumber(r, 1, language),
        names: keys.map(nameOf).join("; "),
        why: why[language],
      }),
    ),
    ...(pupils
      ? [
          fillText(TEXT.pupilNumbers, language, {
            low: share(pupils.low),
            high: share(pupils.high),
            source: saidIn(pupils.source, language),
          }),
        ]
      : []),
  ];
}

const lineName = (category: SavingLine, apart: Text): Text =>
  category === "total"
    ? inBoth((language) => fillText(TEXT.total, language, { apart: apart[language] }))
    : CATEGORY_NAMES[category];

function savingLines(
  { plans, savings }: Comparison,
  number: number,
  { apart, currency }: { readonly apart: Text; readonly currency: Currency },
  language: Language,
): readonly string[] {
  const spread = savings.plans[number];
  const kroner = (value: number): string => formatAmount(value, currency, language);
  return [
    `  ${planTitle(plans[number].plan, language)}`,
    `  ${"".padEnd(34)}${columns(Object.values(MONEY_HEADS).map((head) => head[language]))}`,
    ...SAVING_LINES.filter((category) => category === "total" || varies(spread[category])).map((category) => {
      const { mean, p5, p50, p95 } = spread[category];
      return `   ${lineName(category, apart)[language].padEnd(33)}${columns([mean, p5, p50, p95].map(kroner))}`;
    }),
  ];
}

const varies = ({ p5, p95 }: Spread): boolean => p5 !== 0 || p95 !== 0;

/** More would drown the rest; how many are left out is said. */
const MOST_PAIRS = 12;

function duplicateLines({ duplicates, plans }: Comparison, language: Language): readonly string[] {
  if (!duplicates || plans.length === 0) return [];
  const name = (key: MeasureKey): string => measureNamed(key)?.label[language] ?? key;
  return [
    "",
    fillText(TEXT.duplicates, language, { plans: duplicates.over }),
    ...(duplicates.pairs.length === 0 ? [TEXT.noDuplicates[language]] : []),
    ...duplicates.pairs
      .slice(0, MOST_PAIRS)
      .map(({ a, b, r }) => `  ${formatNumber(r, 2, language).padStart(5)}  ${name(a)} · ${name(b)}`),
    ...(duplicates.pairs.length > MOST_PAIRS
      ? [fillText(TEXT.moreDuplicates, language, { more: duplicates.pairs.length - MOST_PAIRS })]
      : []),
  ];
}
