import { CRS_NAMES, type Crs } from "../geo/projection.ts";
import type { Report, Spot } from "./report.ts";

/** Where Denmark lies, in each coordinate system: least and most of x (east) and y (north). */
const DENMARK: Readonly<Record<Crs, { readonly x: readonly [number, number]; readonly y: readonly [number, number] }>> =
  {
    "EPSG:4326": { x: [7, 16], y: [54, 58.5] },
    "EPSG:25832": { x: [400_000, 920_000], y: [6_000_000, 6_450_000] },
  };

/** Which coordinate system a pair of numbers is in, as given or with the two swapped. */
interface Fit {
  readonly crs: Crs;
  readonly order: "as given" | "swapped";
}

const within = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;

/** The system that puts the pair in Denmark; no two systems do, and neither does a pair both ways. */
export function fitOf(x: number, y: number): Fit | undefined {
  for (const crs of CRS_NAMES) {
    const box = DENMARK[crs];
    if (within(x, box.x) && within(y, box.y)) return { crs, order: "as given" };
    if (within(y, box.x) && within(x, box.y)) return { crs, order: "swapped" };
  }
  return undefined;
}

/** Pairs of numbers from one file, each with where it stands. */
interface PairList {
  readonly file: string;
  /** What the file calls the first (east) and the second (north) number. */
  readonly names: readonly [string, string];
  /** x and y in pairs. */
  readonly xy: ArrayLike<number>;
  readonly spot: (pair: number) => Spot;
}

/** The file's coordinate system and which of its pairs are in it. */
interface CrsFinding {
  readonly crs: Crs;
  readonly sound: (pair: number) => boolean;
}

/**
 * Finds out which coordinate system a file is in: the stated one, else the one most of its pairs fit. Pairs that do not fit
 * are reported one by one; a file that is swapped or in another system than stated throughout is reported once. Nothing is
 * swapped or converted to make it fit.
 */
export function findCrs(pairs: PairList, stated: Crs | undefined, report: Report): CrsFinding {
  const { file, names, xy } = pairs;
  const count = xy.length / 2;
  const fits = Array.from({ length: count }, (_, i) => fitOf(xy[2 * i], xy[2 * i + 1]));
  const most = commonest(fits);
  const crs = stated ?? most?.crs ?? "EPSG:4326";
  if (most && most.crs !== crs && !fits.some((fit) => fit?.crs === crs)) {
    report("coordinates.contradicted", { file }, { stated: crs, found: most.crs });
    return { crs, sound: () => false };
  }
  if (count > 1 && most?.order === "swapped") {
    report("coordinates.all-swapped", { file }, { first: names[0], second: names[1], crs: most.crs });
    return { crs, sound: () => false };
  }
  const fitsHere = (i: number): boolean => fits[i]?.crs === crs && fits[i].order === "as given";
  for (let i = 0; i < count; i++) if (!fitsHere(i)) reportMisfit(pairs, i, fits[i], crs, report);
  return { crs, sound: fitsHere };
}

function commonest(fits: readonly (Fit | undefined)[]): Fit | undefined {
  const counts = new Map<string, { readonly fit: Fit; count: number }>();
  for (const fit of fits) {
    if (!fit) continue;
    const key = `${fit.crs} ${fit.order}`;
    const entry = counts.get(key) ?? { fit, count: 0 };
    entry.count++;
    counts.set(key, entry);
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.fit;
}

function reportMisfit(
  { names, xy, spot }: PairList,
  pair: number,
  fit: Fit | undefined,
  crs: Crs,
  report: Report,
): void {
  const [x, y] = [xy[2 * pair], xy[2 * pair + 1]];
  if (!fit) report("coordinates.outside", spot(pair), { x, y });
  else if (fit.crs !== crs) report("coordinates.other-system", spot(pair), { x, y, found: fit.crs, crs });
  else report("coordinates.swapped", spot(pair), { first: names[0], second: names[1], x, y });
}
