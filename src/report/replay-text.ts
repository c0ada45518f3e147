import type { CheckedPromise } from "../compare/promises.ts";
import type { Replay, ReplayStage } from "../compare/replay.ts";
import { type Currency, moneyOf } from "../domain/currency.ts";
import { catalogue, type Language, moneyWords, saidIn, type Text } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Range } from "../cost/range.ts";
import { countLines, togetherText } from "./backtest-text.ts";
import { caseText } from "./consolidation-text.ts";
import { schoolYearText } from "./evaluation-file.ts";
import { fillText, formatAmount, spanWords } from "./format.ts";
import { countsText, hitSentences, replayNotes, stageText, stageTitle } from "./replay-sentences.ts";
import { countsIn } from "./shown-measures.ts";

const SAID = catalogue("report.replay.said", {
  only: { da: "", en: "" },
});

const TEXT = catalogue("report.replay.text", {
  amounts: {
    da: "Mio. {currency} om året, i priser fra løftets år; minus er en merudgift.",
    en: "Million {currency} a year, in prices of the promise's year; minus is an extra cost.",
  },
  source: { da: "Kilde: {source}. {reading}", en: "Source: {source}. {reading}" },
  account: { da: "Opgjort {year}: {source}.", en: "Accounts of {year}: {source}." },
  others: {
    da: "Andre løfter, som ikke hører til en af beslutningerne:",
    en: "Other promises, which belong to none of the decisions:",
  },
  hits: { da: "Hvor godt modellen har passet før:", en: "How well the model has fitted before:" },
} as const satisfies Readonly<Record<string, Text>>);

/** The heads of a table of promises, and what stands in it of a figure. */
export const PROMISE_WORDS = catalogue("report.replay.promise", {
  promise: { da: "Løfte", en: "Promise" },
  said: { da: "Lovet", en: "Promised" },
  planned: { da: "Planlagt ifølge modellen", en: "Planned by the model" },
  comes: { da: "Heraf ventes", en: "Expected to come" },
  came: { da: "Kom", en: "Came" },
  inside: { da: "inden for", en: "inside" },
  outside: { da: "uden for", en: "outside" },
  unknown: { da: "vides ikke", en: "not known" },
} as const satisfies Readonly<Record<string, Text>>);

/** Decided plans one after the other, beside what was promised, what came and what was counted; then how often the model was right. */
export const replayText = (basis: Basis, found: Replay, language: Language): string =>
  [
    caseText(basis, language),
    ...found.stages.flatMap((stage, at) => ["", ...stageLines(basis, stage, found.stages[at - 1], language)]),
    ...(found.others.length > 0
      ? ["", TEXT.others[language], ...promiseLines(found.others, moneyOf(basis.municipality.info), language)]
      : []),
    "",
    TEXT.hits[language],
    ...[...hitSentences(found.hits), ...replayNotes(found)].map((text) => `  - ${text[language]}`),
  ].join("\n");

function stageLines(
  basis: Basis,
  stage: ReplayStage,
  before: ReplayStage | undefined,
  language: Language,
): readonly string[] {
  const { sites, info } = basis.municipality;
  const { promises, counts } = stage;
  return [
    stageTitle(stage)[language],
    stageText(stage, before, { year: schoolYearText(info.schoolYear), counts: countsIn(basis) })[language],
    ...promiseLines(promises, moneyOf(info), language),
    countsText(counts)[language],
    ...(counts ? countLines(sites, counts.cases, language) : []),
    ...(counts?.together ? [togetherText(counts.together, language)] : []),
  ];
}

/** Widths of the columns, in signs. */
const WIDTHS = [36, 10, 24, 12, 24, 20];

const columns = (cells: readonly string[]): string =>
  `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(WIDTHS[i]) : cell.padStart(WIDTHS[i]))).join(" ")}`.trimEnd();

/** Each promise with the model's figure before and after what usually comes, and under it where it was said. */
function promiseLines(promises: readonly CheckedPromise[], currency: Currency, language: Language): readonly string[] {
  if (promises.length === 0) return [];
  const { promise, said, planned, comes, came } = PROMISE_WORDS;
  const head = [promise, said, planned, SAID.only, comes, came].map((word) => word[language]);
  return [
    `  ${fillText(TEXT.amounts, language, moneyWords(currency))}`,
    columns(head),
    ...promises.flatMap((each) => promiseRow(each, currency, language)),
  ];
}

function promiseRow(
  { promise, planned, comes, isInside, outcome }: CheckedPromise,
  currency: Currency,
  language: Language,
): string[] {
  const { name, kroner, source, reading, outcome: account } = promise;
  const millions = (value: number): string => formatAmount(value, currency, language);
  const range = (value: Range): string => `${millions(value.mid)} ${spanWords(value, currency, language)}`;
  const inside = (is: boolean): string => PROMISE_WORDS[is ? "inside" : "outside"][language];
  const came = outcome ? `${millions(outcome.kroner)} ${inside(outcome.isInside)}` : PROMISE_WORDS.unknown[language];
  return [
    columns([name[language], millions(kroner), range(planned), inside(isInside), range(comes), came]),
    `    ${fillText(TEXT.source, language, { source: saidIn(source, language), reading: reading[language] })}`,
    ...(account
      ? [
          `    ${fillText(TEXT.account, language, { year: String(account.year), source: saidIn(account.source, language) })}`,
        ]
      : []),
  ];
}
