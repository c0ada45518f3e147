import { type Grades, bandsNamed } from "../domain/grades.ts";
import type { StrokeColumnsFile } from "../protocol/strokes-file.ts";
import { unitsInBands } from "../report/plan-file.ts";
import { NumberColumn } from "./number-column.ts";
import { Places } from "./places.ts";
import type { StrokeSource, ToldStroke } from "./told-stroke.ts";

/** What of strokes stands in columns: who goes where. */
type ToldStrokes = Pick<
  StrokeColumnsFile,
  "units" | "sites" | "to" | "bands" | "areas" | "in" | "runs" | "skip" | "take"
>;

/** Strokes as runs of units in columns; `touched` are all the units that they move, ascending, `place` the place of each of the case's among them. */
export function strokeColumns(
  grades: Grades,
  strokes: readonly ToldStroke[],
  { touched, place }: { readonly touched: Uint32Array; readonly place: Int32Array },
  names: { readonly unit: (unit: number) => string; readonly site: (site: number) => string | null },
): ToldStrokes {
  const [sites, bands] = [new Places<string | null>(), new Places<ToldStrokes["bands"][number]>()];
  const [to, areas, within, runs]: [number[], number[], number[], number[]] = [[], [], [], []];
  const lengths: RunLengths = { skip: [], take: [] };
  for (const stroke of strokes) {
    to.push(sites.of(names.site(stroke.to)));
    const parts = unitsInBands(grades, stroke.pairs);
    areas.push(parts.length);
    for (const { bands: own, members } of parts) {
      within.push(bands.of(own));
      runs.push(
        addRuns(
          members.map((unit) => place[unit]),
          lengths,
        ),
      );
    }
  }
  return {
    units: Array.from(touched, names.unit),
    sites: sites.values,
    to: to.join(" "),
    bands: bands.values,
    areas: areas.join(" "),
    in: within.join(" "),
    runs: runs.join(" "),
    skip: lengths.skip.join(" "),
    take: lengths.take.join(" "),
  };
}

interface RunLengths {
  readonly skip: number[];
  readonly take: number[];
}

/** Places, ascending, as runs; how many. */
function addRuns(places: readonly number[], { skip, take }: RunLengths): number {
  let runs = 0;
  let next = 0;
  for (const [i, place] of places.entries()) {
    if (i > 0 && place === next) take[take.length - 1]++;
    else {
      skip.push(place - next);
      take.push(1);
      runs++;
    }
    next = place + 1;
  }
  return runs;
}

/** Reads strokes that stand in columns. */
export class StrokeColumns implements StrokeSource {
  readonly #grades: Grades;
  readonly #units: readonly number[];
  readonly #bands: readonly (readonly number[])[];
  readonly #columns: Readonly<Record<"to" | "areas" | "in" | "runs" | "skip" | "take", NumberColumn>>;

  /** `units`: number in the case of each unit of the file. */
  constructor(grades: Grades, file: StrokeColumnsFile, units: readonly number[]) {
    this.#grades = grades;
    this.#units = units;
    this.#bands = file.bands.map((keys) => keys.flatMap((key) => bandsNamed(grades, key)));
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
      for (; place < end; place++)
        for (const band of bands) into.push(this.#units[place] * this.#grades.bandCount + band);
    }
    return true;
  }
}
