import { BAND_COUNT, BANDS } from "../domain/grades.ts";
import type { StrokeColumnsFile } from "../protocol/strokes-file.ts";
import { NumberColumn } from "./number-column.ts";
import type { StrokeSource, ToldStroke } from "./told-stroke.ts";

/** Strokes as runs of units in columns: how they were written before they were packed. */
export class StrokeColumns implements StrokeSource {
  readonly #units: readonly number[];
  readonly #bands: readonly (readonly number[])[];
  readonly #columns: Readonly<Record<"to" | "areas" | "in" | "runs" | "skip" | "take", NumberColumn>>;

  /** `units`: number in the case of each unit of the file. */
  constructor(file: StrokeColumnsFile, units: readonly number[]) {
    this.#units = units;
    this.#bands = file.bands.map((keys) => BANDS.flatMap(({ band, key }) => (keys.includes(key) ? [band] : [])));
    this.#columns = {
      to: new NumberColumn(file.to),
      areas: new NumberColumn(file.areas),
      in: new NumberColumn(file.in),
      runs: new NumberColumn(file.runs),
      skip: new NumberColumn(file.skip),
      take: new NumberColumn(file.take),
    };
  }

  get isRead(): boolean {
    return Object.values(this.#columns).every(({ isRead }) => isRead);
  }

  next(): ToldStroke | undefined {
    const { to, areas } = this.#columns;
    const site = to.next();
    const all: number[] = [];
    let left = areas.next();
    const isOne = left === 1;
    for (; left > 0; left--) if (!this.#addArea(all)) return undefined;
    if (all.length === 0) return undefined;
    const pairs = new Uint32Array(all);
    // One area is in order already. The array is nobody else's.
    // oxlint-disable-next-line unicorn/no-array-sort
    if (!isOne) pairs.sort();
    return { pairs, to: site };
  }

  #addArea(into: number[]): boolean {
    const { in: within, runs, skip, take } = this.#columns;
    const bands = this.#bands[within.next()];
    let left = runs.next();
    // An area of no runs is none: a damaged number of areas must not be counted down beyond the end of the columns.
    if (!bands || !(left > 0)) return false;
    let place = 0;
    for (; left > 0; left--) {
      const start = place + skip.next();
      const end = start + take.next();
      if (!(start >= place && end > start && end <= this.#units.length)) return false;
      place = start;
      for (; place < end; place++) for (const band of bands) into.push(this.#units[place] * BAND_COUNT + band);
    }
    return true;
  }
}
