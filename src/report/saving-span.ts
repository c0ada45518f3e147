import { asLargeAs, type Currency } from "../domain/currency.ts";
import { type Figure, millions } from "./sentence.ts";

/**
 * On which side of nothing a range of savings lies, as it is written: all of it saved, all of it spent, or not sure which. Every sentence
 * about such a range asks this, and names what is not sure from extra cost to saving, never the other way about.
 */
export type SpanSide = "nothing" | "saved" | "spent" | "either";

/** Less is written as nothing: a tenth of a million kroner, or as large a thing in another money. */
export const smallestWritten = (currency: Currency): number => asLargeAs(100_000, currency);

/**
 * `low`, `high`: amounts, below zero where money is spent; `step`: what they are written to, {@link smallestWritten} where in millions: what rounds
 * to nothing is on no side.
 */
export function spanSide({ low, high }: { readonly low: number; readonly high: number }, step: number): SpanSide {
  const [least, most] = [low, high].map((value) => Math.sign(Math.round(value / step)));
  if (least < 0 && most > 0) return "either";
  if (least < 0) return "spent";
  return most > 0 ? "saved" : "nothing";
}

/** The blanks of a sentence about such a range, by the side that it lies on. */
export function spanFigures(
  side: SpanSide,
  range: { readonly low: number; readonly high: number },
  currency: Currency,
): Readonly<Record<string, Figure>> {
  const [low, high] = [millions(range.low, currency), millions(range.high, currency)];
  return {
    saved: { least: low, most: high },
    spent: { least: high, most: low },
    either: { spent: low, saved: high },
    nothing: { least: millions(smallestWritten(currency), currency) },
  }[side];
}
