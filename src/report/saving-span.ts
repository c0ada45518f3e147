/**
 * On which side of nothing a range of savings lies, as it is written: all of it saved, all of it spent, or not sure which. Every sentence
 * about such a range asks this, and names what is not sure from extra cost to saving, never the other way about.
 */
export type SpanSide = "nothing" | "saved" | "spent" | "either";

/** `low`, `high`: kroner, below zero where money is spent; `step`: what they are written to, kroner: what rounds to nothing is on no side. */
export function spanSide({ low, high }: { readonly low: number; readonly high: number }, step = 100_000): SpanSide {
  const [least, most] = [low, high].map((value) => Math.sign(Math.round(value / step)));
  if (least < 0 && most > 0) return "either";
  if (least < 0) return "spent";
  return most > 0 ? "saved" : "nothing";
}
