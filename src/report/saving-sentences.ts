import type { SavingParameter } from "../cost/uncertainty.ts";
import type { TurningPoints, TurningRow } from "../compare/turning-points.ts";
import { type PlanPair, TELLING_SHARE, type UncertainSavings } from "../compare/uncertain-savings.ts";
import type { Currency } from "../domain/currency.ts";
import { catalogue, filled, inBoth, moneyWords, type Said, type Text } from "../domain/language.ts";
import type { Range } from "../cost/range.ts";
import { smallestWritten, spanFigures, type SpanSide, spanSide } from "./saving-span.ts";
import { type Figure, millions, type Sentence, sentence } from "./sentence.ts";

const SAID = catalogue("report.saving-sentences.said", {
  title: { da: "»{title}«", en: "“{title}”" },
});

const NOTHING: Text = catalogue("report.saving-sentences.nothing", {
  da: "Planen hverken sparer eller koster noget i det, der er regnet på{apart}.",
  en: "The plan neither saves nor costs anything in what is computed{apart}.",
});

/** The best estimate; by itself, for its range may lie otherwise. */
const BEST = catalogue("report.saving-sentences.best", {
  saved: {
    da: "Planen sparer efter bedste bud {mid} mio. {currency} om året{apart}.",
    en: "The best estimate is that the plan saves {mid} million {currency} a year{apart}.",
  },
  spent: {
    da: "Planen koster efter bedste bud {mid} mio. {currency} mere om året{apart}.",
    en: "The best estimate is that the plan costs {mid} million {currency} more a year{apart}.",
  },
  nothing: {
    da: "Planen hverken sparer eller koster efter bedste bud noget{apart}.",
    en: "The best estimate is that the plan neither saves nor costs anything{apart}.",
  },
} as const satisfies Record<Exclude<SpanSide, "either">, Text>);

/** How far the computations spread. */
const SPREAD = catalogue("report.saving-sentences.spread", {
  saved: {
    da: "I ni ud af ti beregninger sparer den mellem {least} og {most} mio. {currencyEnd}",
    en: "In nine of ten computations it saves between {least} and {most} million {currencyEnd}",
  },
  spent: {
    da: "I ni ud af ti beregninger koster den mellem {least} og {most} mio. {currency} mere.",
    en: "In nine of ten computations it costs between {least} and {most} million {currency} more.",
  },
  either: {
    da: "Ni ud af ti beregninger går fra {spent} mio. {currency} i merudgift til {saved} mio. {currency} sparet.",
    en: "Nine of ten computations run from {spent} million {currency} of extra cost to {saved} million {currency} saved.",
  },
  nothing: {
    da: "I ni ud af ti beregninger er det under {least} mio. {currencyEnd}",
    en: "In nine of ten computations it is less than {least} million {currencyEnd}",
  },
} as const satisfies Record<SpanSide, Text>);

/** What a plan saves, with its range, never one bare number: both as they stand in lists, tables and headlines. `apart`: what they leave out. */
export function savingSentence({ low: p5, mid, high: p95 }: Range, apart: Text, currency: Currency): Sentence {
  const step = smallestWritten(currency);
  const side = spanSide({ low: p5, high: p95 }, step);
  const best = spanSide({ low: mid, high: mid }, step);
  if (side === "nothing" && best === "nothing") return sentence("saving", NOTHING, {}, { apart });
  const parts = [best === "either" ? BEST.nothing : BEST[best], SPREAD[side]];
  const template = inBoth((language) => parts.map((part) => part[language]).join(" "));
  const figures = {
    ...(best !== "nothing" && { mid: millions(mid, currency) }),
    ...spanFigures(side, { low: p5, high: p95 }, currency),
  };
  return sentence("saving", template, figures, { apart, ...moneyWords(currency) });
}

const PAIR = catalogue("report.saving-sentences.pair", {
  wins: {
    da: "{a} sparer mere end {b} i {wins} af 100 beregninger{apart}.",
    en: "{a} saves more than {b} in {wins} of 100 computations{apart}.",
  },
  open: {
    da: "Om {a} eller {b} sparer mest, kan ikke afgøres: {a} gør det i {wins} af 100 beregninger{apart}.",
    en: "Whether {a} or {b} saves more cannot be told: {a} does in {wins} of 100 computations{apart}.",
  },
  nearlyAlways: {
    da: "{a} sparer mere end {b} i over {wins} af 100 beregninger{apart}.",
    en: "{a} saves more than {b} in more than {wins} of 100 computations{apart}.",
  },
  same: { da: "{a} og {b} sparer det samme{apart}.", en: "{a} and {b} save the same{apart}." },
} as const satisfies Record<string, Text>);

/** "A beats B in 97 of 100": on the same values of every assumption. Never "100 of 100": what was drawn is not all that can be. */
export function pairSentence({ a, b, wins, ties }: PlanPair, titles: readonly Said[], apart: Text): Sentence {
  const names = { a: quoted(titles[a]), b: quoted(titles[b]), apart };
  if (ties === 1) return sentence("pair", PAIR.same, {}, names);
  const of100 = Math.round(100 * wins);
  const nearly = of100 === 100;
  const figures = { wins: { value: nearly ? 99 : of100, decimals: 0 } };
  if (wins < TELLING_SHARE) return sentence("pair", PAIR.open, figures, names);
  return sentence("pair", nearly ? PAIR.nearlyAlways : PAIR.wins, figures, names);
}

/** A plan's title, told apart from the words around it. */
const quoted = (title: Said): Text => filled(SAID.title, { title });

const TURNS = catalogue("report.saving-sentences.turns", {
  none: {
    da: "Ingen forudsætning kan alene inden for sit spænd få {b} til at spare mere end {a}.",
    en: "No assumption by itself, within its range, makes {b} save more than {a}.",
  },
  below: {
    da: "{b} sparer mest, hvis denne forudsætning er under {breakEven}: {name} ({unit}; regnet med {mid}, fra {low} til {high}).",
    en: "{b} saves most if this assumption is below {breakEven}: {name} ({unit}; taken as {mid}, from {low} to {high}).",
  },
  above: {
    da: "{b} sparer mest, hvis denne forudsætning er over {breakEven}: {name} ({unit}; regnet med {mid}, fra {low} til {high}).",
    en: "{b} saves most if this assumption is above {breakEven}: {name} ({unit}; taken as {mid}, from {low} to {high}).",
  },
  main: {
    da: "Mest usikkerhed om forskellen på {a} og {b} kommer fra denne forudsætning: {name} ({share} % af den).",
    en: "Most uncertainty about the difference between {a} and {b} comes from this assumption: {name} ({share}% of it).",
  },
} as const satisfies Record<string, Text>);

/** What turns the order of two plans around, and what the uncertainty about their difference is mostly made of. */
export function turningSentences(
  { a, b, atMiddle, rows }: TurningPoints,
  titles: readonly Said[],
): readonly Sentence[] {
  if (rows.length === 0) return [];
  const [more, less] = atMiddle >= 0 ? [a, b] : [b, a];
  const names = { a: quoted(titles[more]), b: quoted(titles[less]) };
  const turning = rows.filter(({ within }) => within === "range");
  const sentences =
    turning.length === 0 ? [sentence("turning", TURNS.none, {}, names)] : turning.map((row) => turned(row, names));
  // By itself: shares of that kind do not add up to more than the whole.
  const main = rows.toSorted((x, y) => (y.first ?? 0) - (x.first ?? 0))[0];
  if (main.first === undefined) return sentences;
  const share: Figure = { value: Math.round(100 * main.first), decimals: 0 };
  return [...sentences, sentence("main", TURNS.main, { share }, { ...names, name: main.parameter.name })];
}

function turned(row: TurningRow, names: Readonly<Record<string, Text>>): Sentence {
  const { parameter, breakEven = 0 } = row;
  const figures = {
    breakEven: valueOf(parameter, breakEven),
    mid: valueOf(parameter, parameter.mid),
    low: valueOf(parameter, parameter.low),
    high: valueOf(parameter, parameter.high),
  };
  const template = breakEven < parameter.mid ? TURNS.below : TURNS.above;
  return sentence("turning", template, figures, { ...names, name: parameter.name, unit: parameter.unit });
}

/** Whole numbers where the figure is large, two decimals where it is a share. */
export const valueOf = ({ high }: SavingParameter, value: number): Figure =>
  Math.abs(high) >= 100
    ? { value: Math.round(value), decimals: 0 }
    : { value: Math.round(100 * value) / 100, decimals: 2 };

/** All pairs in words, those that are least certain first. */
export const pairSentences = ({ pairs }: UncertainSavings, titles: readonly Said[], apart: Text): readonly Sentence[] =>
  pairs.toSorted((x, y) => x.wins - y.wins).map((pair) => pairSentence(pair, titles, apart));
