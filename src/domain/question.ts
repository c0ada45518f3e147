/** What the optimiser is asked. Districts and sites are named by number in the municipality. */
export interface ConsolidateQuestion {
  readonly kind: "consolidate";
  /** How many districts there are to be. */
  readonly districts: number;
  readonly policy: AssignmentPolicy;
  readonly contiguity: "required" | "ignored";
  readonly rules: readonly GroupingRule[];
}

/**
 * Who goes where once districts have merged. `stay`: nobody changes site. `nearest`: each unit goes to the nearest site of
 * its new district that teaches the band and has room, at least pupil-kilometres in total, whole units.
 */
export type AssignmentPolicy = "stay" | "nearest";

/** A hard requirement on a grouping of today's districts. */
export type GroupingRule =
  | { readonly kind: "together"; readonly districts: readonly number[] }
  | { readonly kind: "apart"; readonly districts: readonly number[] }
  /** Pupils who live in each new district. */
  | { readonly kind: "at-most-pupils"; readonly pupils: number }
  | { readonly kind: "at-least-pupils"; readonly pupils: number };
