import { type Currency, moneyOf } from "../domain/currency.ts";
import type { Range } from "../cost/range.ts";
import type { Basis } from "../evaluate/basis.ts";
import { type Counts, isFew, nearestFive } from "../kernels/disclosure/shown.ts";
import { inSteps, type Steps } from "./coarse.ts";
import type { Audience } from "./internal.ts";
import { countsIn, stepsBy } from "./shown-measures.ts";
import { moneyRange } from "./told-money.ts";

/**
 * How numbers that come of pupils, and are no measure of a plan, are told to somebody: **what a file or a table writes of them goes through
 * one of these**. For measures see `shown-measures.ts`, for what a question makes least `stage-text.ts`, in the same steps.
 */
export interface Telling {
  readonly audience: Audience;
  readonly counts: Counts;
  readonly currency: Currency;
  /** Money of the case. */
  readonly range: (range: Range) => Range;
  /** Pupils that are expected, who need not be whole; few of them are not told. */
  readonly expected: (pupils: number) => number | "<5";
  /** The same of a whole municipality, of whom there are never so few that it tells. */
  readonly inAll: (pupils: number) => number;
  /** Pupils of a class in the mean. */
  readonly quotient: (pupils: number) => number;
  /** Of so many draws, in how many something comes about. */
  readonly draws: (found: number, of: number) => number;
}

/** Expectations are written to so many decimals, where they are told as they are. */
const DECIMALS = 2;
/** How likely it is that a school fills hangs on every pupil: of real ones it is told in tenths. */
const TENTHS = 10;

/** Pupils of a class in the mean, of all pupils. */
const quotientIn = (steps: Steps, value: number): number =>
  inSteps(steps, { key: "class-quotient", unit: "pupils-per-class", group: "classes" }, value);

export function tellingTo(basis: Pick<Basis, "municipality">, audience: Audience = "anyone"): Telling {
  const counts: Counts = audience === "planner" ? "exactly" : countsIn(basis);
  const steps = stepsBy(basis, counts);
  const currency = moneyOf(basis.municipality.info);
  const pupils = (value: number): number => (counts === "exactly" ? value : nearestFive(value));
  const inAll = (expected: number): number => Number(pupils(expected).toFixed(DECIMALS));
  return {
    audience,
    counts,
    currency,
    range: (range) => moneyRange(counts, range, currency),
    expected: (value) => (audience === "anyone" && isFew(value) ? "<5" : inAll(value)),
    inAll,
    quotient: (value) => Number(quotientIn(steps, value).toFixed(DECIMALS)),
    draws: (found, of) => (counts === "exactly" ? found : Math.round((TENTHS * found) / of) * Math.round(of / TENTHS)),
  };
}
