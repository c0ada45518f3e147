/** A stroke as a file tells it: who goes where, but not from where, which follows from what comes before. */
export interface ToldStroke {
  /** `unit * BAND_COUNT + band`, ascending. */
  readonly pairs: Uint32Array;
  readonly to: number;
}

/** Strokes read one after another. */
export interface StrokeSource {
  /** Undefined where the file holds no such stroke. */
  readonly next: () => ToldStroke | undefined;
  /** Whether exactly what the file holds was read. */
  readonly isRead: boolean;
}
