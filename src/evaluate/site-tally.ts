import type { Classes } from "../cost/state-cost.ts";
/** What a plan sends to one site. */
export interface SiteTally {
  readonly site: number;
  /** Pupils, `[grade]`. */
  readonly byGrade: Uint32Array;
  /** Classes, `[grade]`. */
  readonly classes: Uint32Array;
  /** Classes to be expected when cohorts are as large as those of the band on the mean: what a plan's money is computed on. */
  readonly expected: SiteClasses;
  /** Pupils beyond capacity, `[band]`; 0 where capacity is unknown. */
  readonly overflow: Uint32Array;
}

/** Classes to be expected at one site; see {@link Classes}. */
export interface SiteClasses extends Classes {
  /** Every grade taught by itself, `[band]`, and how many grades there are, `[band]`. */
  readonly byBand: Float64Array;
  readonly grades: Uint8Array;
}
