import type { Band } from "./grades.ts";

/** Whether a plan gives every pupil a school: said of a plan before any figure of it. */
export type Completeness = { readonly status: "finished" } | Unfinished;

export interface Unfinished {
  readonly status: "unfinished";
  /** Pupils without a school. */
  readonly missing: number;
  /** The same, `[band]`. */
  readonly byBand: Uint32Array;
  /** Where they live, unit by unit. */
  readonly gaps: readonly Gap[];
}

/** Pupils of one unit and band without a school. */
export interface Gap {
  readonly unit: number;
  readonly band: Band;
  readonly pupils: number;
  readonly why:
    | { readonly kind: "no-site" }
    /** The site does not teach the band in the plan, or is closed. */
    | { readonly kind: "not-taught"; readonly site: number }
    /** The site belongs to no district. */
    | { readonly kind: "no-district"; readonly site: number };
}
