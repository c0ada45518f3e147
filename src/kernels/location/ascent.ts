import type { Relaxation } from "./relaxation.ts";

export interface AscentOptions {
  readonly steps: number;
  /** Steps without gain before the step length shrinks. */
  readonly patience: number;
  /** First step length, as a share of Polyak's. */
  readonly factor: number;
  /** Cost of a known plan, or `Infinity`: steps aim at it. */
  readonly target: number;
  /** A bound above this is enough. */
  readonly enough: number;
  readonly shouldStop: () => boolean;
}

export interface Ascent {
  /** What the bound is about at the pay left: an estimate where knapsacks are not solved to the end. */
  readonly estimate: number;
  /** How often lately each entry of the domain was taken by a chosen site, and each site chosen: near a linear optimum. */
  readonly share: Float64Array;
  readonly openShare: Float64Array;
  /** The last evaluation took every unit exactly once: its assignment is a plan. */
  readonly isPlan: boolean;
}

/**
 * Raises the bound from the present pay by subgradient steps of Polyak length with a little of the last direction (Held, Wolfe
 * and Crowder 1974; Camerini, Fratta and Maffioli 1975), and averages the answers on the way (Barahona and Anbil 2000, the volume
 * algorithm) to guide branching. Leaves the pay of the best bound.
 */
export function ascend(relaxation: Relaxation, options: AscentOptions): Ascent {
  const { pay, taken, must } = relaxation;
  const average = new Averages(relaxation);
  const bestPay = pay.slice();
  const direction = new Float64Array(pay.length);
  let { factor } = options;
  let best = -Infinity;
  let stalled = 0;
  let isPlan = false;
  for (let step = 0; step < options.steps && factor >= LEAST_FACTOR; step++) {
    const bound = relaxation.evaluate("rough", options.target);
    average.add(step < WARM_UP ? 0.3 : 0.07);
    stalled++;
    if (bound > best) {
      if (bound > best + 1e-4 * Math.abs(best)) stalled = 0;
      best = bound;
      bestPay.set(pay);
    }
    if (stalled > options.patience) {
      factor *= 0.7;
      stalled = 0;
      pay.set(bestPay);
      direction.fill(0);
    }
    let norm = 0;
    let misses = 0;
    for (let unit = 0; unit < pay.length; unit++) {
      if (must[unit] >= 0) continue;
      if (taken[unit] !== 1) misses++;
      direction[unit] = 0.3 * direction[unit] + 1 - taken[unit];
      norm += direction[unit] * direction[unit];
    }
    isPlan = misses === 0;
    if (isPlan || best > options.enough) break;
    if (norm === 0 || (step % LOOKS === LOOKS - 1 && options.shouldStop())) break;
    const away = options.target === Infinity ? 0.03 * Math.abs(bound) : options.target - bound;
    const length = (factor * Math.max(away, 1e-3 * Math.abs(bound))) / norm;
    for (let unit = 0; unit < pay.length; unit++) if (must[unit] < 0) pay[unit] += length * direction[unit];
  }
  pay.set(bestPay);
  return { estimate: best, isPlan, share: average.share, openShare: average.openShare };
}

const LEAST_FACTOR = 1e-4;
/** The first steps are far off and should be forgotten soon. */
const WARM_UP = 10;
/** Steps between two questions whether to stop. */
const LOOKS = 4;

/** Exponentially falling averages of what is taken and chosen. */
class Averages {
  readonly share: Float64Array;
  readonly openShare: Float64Array;
  readonly #relaxation: Relaxation;

  constructor(relaxation: Relaxation) {
    this.#relaxation = relaxation;
    this.share = new Float64Array(relaxation.domain.units.length);
    this.openShare = new Float64Array(relaxation.problem.sites);
  }

  add(weight: number): void {
    const { share, openShare } = this;
    for (let at = 0; at < share.length; at++) share[at] *= 1 - weight;
    for (let site = 0; site < openShare.length; site++) {
      openShare[site] *= 1 - weight;
      if (this.#relaxation.selection.selected[site] === 0) continue;
      openShare[site] += weight;
      for (const entry of this.#relaxation.takes(site)) share[entry] += weight;
    }
  }
}
