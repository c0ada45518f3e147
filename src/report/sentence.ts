import type { Currency } from "../domain/currency.ts";
import { inBoth, type Language, type Text } from "../domain/language.ts";
import { fillText, formatNumber, millionsDecimals } from "./format.ts";

/** A number as a sentence shows it: in the sentence's own unit, with so many decimals. */
export interface Figure {
  readonly value: number;
  readonly decimals: number;
}

/** One effect in words that a citizen understands, with the figures that stand in it, so that anybody can check them. */
export interface Sentence {
  readonly key: string;
  readonly text: Text;
  /** Every number in the text, by the name of its blank. */
  readonly figures: Readonly<Record<string, Figure>>;
}

export const whole = (value: number): Figure => ({ value, decimals: 0 });
/** Metres as kilometres with one decimal, none where it is whole. */
export const kilometres = (metres: number): Figure => {
  const value = Math.round(metres / 100) / 10;
  return { value, decimals: Number.isInteger(value) ? 0 : 1 };
};
/** An amount as millions, without sign: the words say whether it is saved or spent. */
export const millions = (amount: number, currency: Currency): Figure => {
  const decimals = millionsDecimals(currency);
  const parts = 10 ** decimals;
  return { value: Math.abs(Math.round(amount / (1e6 / parts)) / parts), decimals };
};
/** Whole percent, but never all where one is left out, nor none where there is one: below half a percent in tenths. */
export function percent(share: number): Figure {
  if (share > 0 && share < 0.005) return { value: Math.max(0.1, Math.round(1000 * share) / 10), decimals: 1 };
  return { value: share < 1 ? Math.min(99, Math.round(100 * share)) : Math.round(100 * share), decimals: 0 };
}

/** Of a hundred; never all or none unless it is every one. */
export const hundredths = (share: number): number =>
  share === 0 || share === 1 ? 100 * share : Math.min(99, Math.max(1, Math.round(100 * share)));

/**
 * Fills a template in both languages; numbers are written the way each language does, names as they are. `inNames`: the numbers that
 * stand in the names.
 */
export function sentence(
  key: string,
  template: Text,
  figures: Readonly<Record<string, Figure>> = {},
  names: Readonly<Record<string, Text>> = {},
  inNames: Readonly<Record<string, Figure>> = {},
): Sentence {
  const fill = (language: Language): string => {
    const values: Record<string, string> = {};
    for (const [name, { value, decimals }] of Object.entries(figures))
      values[name] = formatNumber(value, decimals, language);
    for (const [name, text] of Object.entries(names)) values[name] = text[language];
    return fillText(template, language, values);
  };
  return { key, text: inBoth(fill), figures: { ...figures, ...inNames } };
}
