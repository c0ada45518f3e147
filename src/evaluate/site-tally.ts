/** What a plan sends to one site. */
export interface SiteTally {
  readonly site: number;
  /** Pupils, `[grade]`. */
  readonly byGrade: Uint32Array;
  /** Classes, `[grade]`. */
  readonly classes: Uint32Array;
  /** Pupils beyond capacity, `[band]`; 0 where capacity is unknown. */
  readonly overflow: Uint32Array;
}
