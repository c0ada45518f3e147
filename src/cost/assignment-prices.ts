import type { ClassCurve } from "../rules/class-curve.ts";

/**
 * What sending pupils to sites costs, kroner a year: what a question means by "kroner". Classes to be expected where every grade is
 * taught by itself, at their price, and a right to transport at the middle of the model. Teaching grades together is left out, which
 * depends on all bands of a site at once; so are buildings, leaders and ferries.
 */
export interface AssignmentPrices {
  /** Classes of a band at a site, `[site * BAND_COUNT + band]`. */
  readonly classes: readonly PriceCurve[];
  /** One class, for scale; whole kroner. */
  readonly class: number;
  /** One right to transport, whole kroner: where a timetable says that no public bus meets it, or where the case has no timetable. */
  readonly right: number;
  /** One that a public bus of the timetable surely meets, and one that it perhaps does. */
  readonly rightByBus: number;
  readonly rightPerhapsByBus: number;
}

/** A price by number of pupils, 0 for none: from `from[i]` pupils on each pupil more costs `each[i]`, whole kroner, never below 0. */
export interface PriceCurve {
  readonly from: readonly number[];
  readonly each: readonly number[];
}

/** Classes at the price of one; each line starts from what the lines before it come to, so that whole kroner add up to no error. */
export function pricedCurve({ pupils, classes }: ClassCurve, price: number): PriceCurve {
  const each: number[] = [];
  let kroner = 0;
  for (let line = 0; line + 1 < pupils.length; line++) {
    const width = pupils[line + 1] - pupils[line];
    each.push(Math.max(0, Math.round((classes[line + 1] * price - kroner) / width)));
    kroner += each[line] * width;
  }
  return { from: pupils.slice(0, -1), each };
}

/** What so many pupils cost, kroner; they may be a fraction. */
export function priceOf({ from, each }: PriceCurve, pupils: number): number {
  let kroner = 0;
  for (let line = 0; line < from.length && from[line] < pupils; line++)
    kroner += each[line] * (Math.min(pupils, from[line + 1] ?? Infinity) - from[line]);
  return kroner;
}
