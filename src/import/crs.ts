import { type Crs, DEGREES } from "../geo/coordinate-systems.ts";
import type { Report, Spot } from "./report.ts";
import { type Fit, fitOf, isAcrossDateLine, isDegrees, systemsOf, type Whereabouts } from "./whereabouts.ts";

/** Pairs of numbers from one file, each with where it stands. */
interface PairList {
  readonly file: string;
  /** What the file calls the first (east) and the second (north) number. */
  readonly names: readonly [string, string];
  /** x and y in pairs. */
  readonly xy: ArrayLike<number>;
  readonly spot: (pair: number) => Spot;
  /** The system that the file itself names. */
  readonly named?: Crs;
}

/** The file's coordinate system and which of its pairs are in it. */
interface CrsFinding {
  readonly crs: Crs;
  readonly sound: (pair: number) => boolean;
}

/**
 * Finds out which coordinate system a file is in: what case.json says, else what the file says, else the one most of its pairs fit. Pairs that
 * do not fit are reported one by one; a file that is swapped or in another system than stated throughout is reported once. Nothing is
 * swapped or converted to make it fit.
 */
export function findCrs(pairs: PairList, where: Whereabouts, report: Report): CrsFinding {
  const { file, names, xy } = pairs;
  const count = xy.length / 2;
  const stated = where.stated ?? pairs.named;
  const systems = systemsOf(where, pairs.named);
  const fits = Array.from({ length: count }, (_, i) => fitOf(xy[2 * i], xy[2 * i + 1], systems));
  const most = commonest(fits);
  const crs = stated ?? most?.crs ?? DEGREES;
  const nothing: CrsFinding = { crs, sound: () => false };
  const acrossHere = (_: unknown, i: number): boolean => isAcrossDateLine(where, crs, xy[2 * i], xy[2 * i + 1]);
  if (fits.some(acrossHere)) {
    report("coordinates.date-line", { file }, {});
    return nothing;
  }
  if (!most && count > 0 && reportNoneFits(pairs, stated, where, report)) return nothing;
  if (most && most.crs !== crs && !fits.some((fit) => fit?.crs === crs)) {
    const code = where.stated ? "coordinates.contradicted" : "coordinates.crs-wrong";
    report(code, { file }, { stated: crs, found: most.crs });
    return nothing;
  }
  if (count > 1 && most?.order === "swapped") {
    // Where the schools alone say where the case lies, theirs may be the numbers that are swapped, if both ways are places on earth.
    const unsure =
      where.kind === "around its schools" && most.crs === DEGREES && isDegrees(xy[1], xy[0]) && isDegrees(xy[0], xy[1]);
    const code = unsure ? "coordinates.swapped-beside-schools" : "coordinates.all-swapped";
    report(code, { file }, { first: names[0], second: names[1], crs: most.crs });
    return nothing;
  }
  const fitsHere = (i: number): boolean => fits[i]?.crs === crs && fits[i].order === "as given";
  for (let i = 0; i < count; i++) if (!fitsHere(i)) reportMisfit(pairs, i, fits[i], { crs, where }, report);
  return { crs, sound: fitsHere };
}

/** Says once, of a file of which no number lies where the case does, why they cannot be read; whether there is anything to say. */
function reportNoneFits(
  { file, xy, spot }: PairList,
  stated: Crs | undefined,
  where: Whereabouts,
  report: Report,
): boolean {
  const pairs = Array.from({ length: xy.length / 2 }, (_, i) => i);
  const telling = pairs.find((i) => !isDegrees(xy[2 * i], xy[2 * i + 1]));
  const [x, y] = [xy[2 * (telling ?? 0)], xy[2 * (telling ?? 0) + 1]];
  if (where.waitsFor) report("coordinates.unread", { file }, { first: where.waitsFor });
  else if (where.kind === "in Denmark") return false;
  else if (telling !== undefined && stated === undefined) report("coordinates.unknown-system", spot(telling), { x, y });
  else if (where.kind !== "unknown") return false;
  else if (where.stated) report("coordinates.not-in-system", spot(telling ?? 0), { x, y, crs: where.stated });
  else report("coordinates.unread", { file }, { first: "sites.csv" });
  return true;
}

function commonest(fits: readonly (Fit | undefined)[]): Fit | undefined {
  // There is one object for each way to fit.
  const counts = new Map<Fit, number>();
  for (const fit of fits) if (fit) counts.set(fit, (counts.get(fit) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function reportMisfit(
  { names, xy, spot }: PairList,
  pair: number,
  fit: Fit | undefined,
  { crs, where }: { readonly crs: Crs; readonly where: Whereabouts },
  report: Report,
): void {
  const [x, y] = [xy[2 * pair], xy[2 * pair + 1]];
  if (!fit && where.kind === "in Denmark") report("coordinates.outside", spot(pair), { x, y });
  else if (!fit) report("coordinates.far", spot(pair), { x, y, crs });
  else if (fit.crs !== crs) report("coordinates.other-system", spot(pair), { x, y, found: fit.crs, crs });
  else report("coordinates.swapped", spot(pair), { first: names[0], second: names[1], x, y });
}
