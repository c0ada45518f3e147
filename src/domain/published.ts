/** The smallest group that is published; smaller ones are hidden (Danmarks Statistik's and STIL's practice for pupils). */
export const SMALLEST_SHOWN = 5;

/** What a published case says of how it was made. */
export interface Published {
  readonly seed: number;
  /** Areas, and the municipality's own units that they were put together of. */
  readonly areas: number;
  readonly from: number;
  /** Pupils of a school in a grade band by some plan: how many of these sums are as they were. */
  readonly sums: { readonly kept: number; readonly of: number };
  readonly plans: readonly PublishedPlan[];
}

/** How far a plan's measures may be from what the municipality's own data give. */
export interface PublishedPlan {
  readonly plan: string;
  /** Keys of measures; in the measure's unit, rounded up. */
  readonly measures: readonly { readonly measure: string; readonly atMost: number }[];
}
