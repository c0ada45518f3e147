import { IntlMessageFormat } from "intl-messageformat";
import { type Currency, tensOf } from "../domain/currency.ts";
import {
  catalogue,
  inBoth,
  type Language,
  localeOf,
  moneyWords,
  type Said,
  saidIn,
  type Text,
} from "../domain/language.ts";
import type { Range } from "../cost/range.ts";
import type { MeasureUnit } from "../evaluate/measures/measure.ts";
import { isFew, SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";

/** How each unit is written: what the number is divided by, its decimals, and the word after it. */
const UNITS: Readonly<Record<MeasureUnit, { divide: number; decimals: number; word: Text; one?: Text }>> = catalogue(
  "report.format.units",
  {
    pupils: { divide: 1, decimals: 0, word: { da: "elever", en: "pupils" }, one: { da: "elev", en: "pupil" } },
    metres: { divide: 1000, decimals: 1, word: { da: "km", en: "km" } },
    "pupil-kilometres": { divide: 1, decimals: 0, word: { da: "km", en: "km" } },
    hours: { divide: 1, decimals: 0, word: { da: "timer", en: "hours" }, one: { da: "time", en: "hour" } },
    classes: { divide: 1, decimals: 0, word: { da: "klasser", en: "classes" }, one: { da: "klasse", en: "class" } },
    "pupils-per-class": { divide: 1, decimals: 1, word: { da: "elever pr. klasse", en: "pupils per class" } },
    share: { divide: 0.01, decimals: 1, word: { da: "%", en: "%" } },
    ratio: { divide: 1, decimals: 2, word: { da: "gange", en: "times" } },
    districts: {
      divide: 1,
      decimals: 0,
      word: { da: "distrikter", en: "districts" },
      one: { da: "distrikt", en: "district" },
    },
    sites: { divide: 1, decimals: 0, word: { da: "skoler", en: "schools" }, one: { da: "skole", en: "school" } },
    parts: { divide: 1, decimals: 0, word: { da: "dele", en: "parts" }, one: { da: "del", en: "part" } },
    kroner: { divide: 1_000_000, decimals: 1, word: { da: "mio. {currency}", en: "million {currency}" } },
  },
);

/** What a number is written in: the unit of a measure, and of money the one that it is in. */
export type WrittenUnit = Exclude<MeasureUnit, "kroner"> | Currency;

/** What a measure's numbers are written in, in a case of this money. */
export const writtenUnit = (unit: MeasureUnit, currency: Currency): WrittenUnit =>
  unit === "kroner" ? currency : unit;

const isMoney = (unit: WrittenUnit): unit is Currency => typeof unit === "object";
const unitForm = (unit: WrittenUnit): (typeof UNITS)[MeasureUnit] => UNITS[isMoney(unit) ? "kroner" : unit];

/** The word after a number: "elever", and "elev" after exactly one. */
export const unitWord = (unit: WrittenUnit, language: Language, value?: number): string => {
  const { one, word } = unitForm(unit);
  if (isMoney(unit)) return fillText(word, language, moneyWords(unit));
  return (value !== undefined && Math.abs(value) === 1 && one ? one : word)[language];
};

/** Decimals of a unit; millions of a money whose numbers are small have as many more as they need to tell as much. */
const decimalsOf = (unit: WrittenUnit): number => (isMoney(unit) ? millionsDecimals(unit) : UNITS[unit].decimals);

/** Decimals of an amount in millions: one of kroner, two of euros. */
export const millionsDecimals = (currency: Currency): number => Math.max(0, UNITS.kroner.decimals - tensOf(currency));

const numberFormats = new Map<string, Intl.NumberFormat>();

/** "1.234,5" in Danish, "1,234.5" in English. */
export function formatNumber(
  value: number,
  decimals: number,
  language: Language,
  sign: "always" | "auto" = "auto",
): string {
  const key = `${language}${decimals}${sign}`;
  let format = numberFormats.get(key);
  if (!format) {
    const signDisplay = sign === "always" ? "exceptZero" : "negative";
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    numberFormats.set(key, (format = new Intl.NumberFormat(localeOf(language), { ...digits, signDisplay })));
  }
  return format.format(value);
}

/** What stands before the decimals: "," in Danish. Where it is a comma, tables part their columns by semicolons. */
export const decimalSign = (language: Language): string => formatNumber(0.5, 1, language).charAt(1);

/** A figure of the cost model as people write it: shares with two decimals, kroner whole. */
export const formatFigure = (value: number, language: Language): string =>
  formatNumber(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2, language);

/** A measure's number in the unit people read it in, without the unit: 3400 metres is "3,4". One to four pupils are never told. */
export const formatAmount = (
  value: number,
  unit: WrittenUnit,
  language: Language,
  sign: "always" | "auto" = "auto",
): string => {
  if (unit === "pupils" && isFew(Math.abs(value)))
    return `${value < 0 ? "-" : sign === "always" ? "+" : ""}<${SMALLEST_SHOWN}`;
  return formatNumber(value / unitForm(unit).divide, decimalsOf(unit), language, sign);
};

/** A measure's number as it is read, in its own unit: 3449 metres, which are written "3,4", are 3400. */
const asWritten = (value: number, unit: WrittenUnit): number =>
  Number((value / unitForm(unit).divide).toFixed(decimalsOf(unit))) * unitForm(unit).divide;

/** How far two numbers lie apart as they are read, so that what is written of the difference adds up with what stands beside it. */
export const differenceAsWritten = (value: number, against: number, unit: WrittenUnit): number =>
  asWritten(value, unit) - asWritten(against, unit);

/** The same with its unit: "3,4 km", "212 elever", "1 klasse", "7,5 mio. kr.". */
export const formatQuantity = (
  value: number,
  unit: WrittenUnit,
  language: Language,
  sign: "always" | "auto" = "auto",
): string => `${formatAmount(value, unit, language, sign)} ${unitWord(unit, language, value)}`;

/**
 * A way, metres, beside the limit that it is held against: "2,6 km". Where that would read as the limit itself and the way is another,
 * it is told in metres, on its own side of the limit: "2.501 m".
 */
export function formatWayBeside(way: number, limit: number, language: Language): string {
  const told = formatQuantity(way, "metres", language);
  if (way === limit || told !== formatQuantity(limit, "metres", language)) return told;
  return inMetres(way > limit ? Math.ceil(way) : Math.floor(way), language);
}

/** How much farther or nearer, metres: "1,2 km", and in metres where that would read as nothing. */
export function formatWayMore(more: number, language: Language): string {
  const told = formatQuantity(more, "metres", language);
  return told === formatQuantity(0, "metres", language) ? inMetres(Math.ceil(more), language) : told;
}

const inMetres = (whole: number, language: Language): string => `${formatNumber(whole, 0, language)} m`;

/** The marks of a scale, with just the decimals that write each of them whole: "2, 4, 6"; "7,65, 7,70". */
export function formatMarks(values: readonly number[], unit: MeasureUnit, language: Language): readonly string[] {
  const shown = values.map((value) => value / UNITS[unit].divide);
  const whole = (decimals: number): boolean =>
    shown.every((value) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-6);
  const decimals = [0, 1, 2, 3, 4].find(whole) ?? 5;
  return shown.map((value) => formatNumber(value, decimals, language));
}

/** "7,5 (2,5 til 10,0) mio. kr.": never one bare number where the amount is not known exactly. */
export function formatRange({ low, mid, high }: Range, unit: WrittenUnit, language: Language): string {
  const [least, middle, most] = [low, mid, high].map((value) => formatAmount(value, unit, language));
  const span = least === most ? "" : ` ${spanWords({ low, high }, unit, language)}`;
  return `${middle}${span} ${unitWord(unit, language)}`;
}

const TO = catalogue("report.format.to", { da: "til", en: "to" });

/** "(2,5 til 10,0)". */
export const spanWords = ({ low, high }: Pick<Range, "low" | "high">, unit: WrittenUnit, language: Language): string =>
  `(${formatAmount(low, unit, language)} ${TO[language]} ${formatAmount(high, unit, language)})`;

const messages = new Map<string, IntlMessageFormat>();

/** A text in one language with its blanks filled; numbers are written the way the language does. */
export function fillText(text: Text, language: Language, values: Readonly<Record<string, Said | number>> = {}): string {
  const pattern = saidIn(text, language);
  let message = messages.get(`${language}:${pattern}`);
  if (!message) messages.set(`${language}:${pattern}`, (message = new IntlMessageFormat(pattern, localeOf(language))));
  const said = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === "number" ? value : saidIn(value, language),
  ]);
  const filled = message.format(Object.fromEntries(said));
  return typeof filled === "string" ? filled : String(filled);
}

/** The same in both languages. */
export const filledText = (text: Text, values?: Parameters<typeof fillText>[2]): Text =>
  inBoth((language) => fillText(text, language, values));
