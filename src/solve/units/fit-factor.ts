/** A unit that goes to another site than the one that is least for it. */
export interface Move {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
  readonly pupils: number;
  /** What that costs more. */
  readonly extra: number;
}

/** The moves between two sites, or between one and those that have room for all. */
export interface Pair {
  readonly moves: readonly Move[];
  /** Pupils that each move takes to the second site, `[move]`; less than 0 where it is to the first. */
  readonly sent: Int32Array;
}

/** Least cost by how many pupils more some sites come to have. */
export interface Factor {
  readonly sites: readonly number[];
  /** Pupils more, `[entry * sites.length + place]`. */
  readonly shift: Int32Array;
  /** `[entry]` */
  readonly cost: Float64Array;
  readonly of: Source;
}

/** Where a factor's entries come from: a pair's moves, or an entry each of two factors. */
type Source =
  | { readonly kind: "pair"; readonly pair: Pair }
  | { readonly kind: "both"; readonly one: Factor; readonly other: Factor; readonly from: Int32Array }
  | { readonly kind: "nothing" };

/** Entries of factors that may still be looked at, and how many one factor may have. */
export interface Work {
  left: number;
  readonly mostEntries: number;
}

/** Cells of tables by pupils that take as long as an entry of a factor. */
export const CELLS = 16;
