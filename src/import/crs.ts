import type { Plane, Position } from "../domain/municipality.ts";
import { type Crs, DEGREES, definitionOf, UTM32, utmZoneAt } from "../geo/coordinate-systems.ts";
import { DANISH_PLANE, planeAround, toDegrees, toPlane } from "../geo/projection.ts";
import type { Report, Spot } from "./report.ts";

type Span = readonly [least: number, most: number];

/** Least and most of x (east) and y (north). */
interface Box {
  readonly x: Span;
  readonly y: Span;
}

/** A coordinate system that a case's files may be in, with where the case's places lie in its numbers. */
type System = Box & { readonly crs: Crs };

/** Where a case lies, which decides what its files' numbers can mean. */
export interface Whereabouts {
  /** "unknown": the schools' numbers are no degrees, do not lie in Denmark, and nothing says what they are. */
  readonly kind: "in Denmark" | "around its schools" | "unknown";
  /** What case.json says of every file. */
  readonly stated?: Crs;
  /** In degrees; nothing lies there where it is unknown. */
  readonly box: Box;
  /** What numbers may be in where no file says. */
  readonly systems: readonly System[];
  /** What the case is measured in. */
  readonly plane: Plane;
}

/** Danish planning files are in degrees or in UTM zone 32; no pair of numbers in the country fits both, or one of them both ways. */
const DANISH_SYSTEMS: readonly System[] = [
  { crs: DEGREES, x: [7, 16], y: [54, 58.5] },
  { crs: UTM32, x: [400_000, 920_000], y: [6_000_000, 6_450_000] },
];

const IN_DENMARK: Whereabouts = {
  kind: "in Denmark",
  box: DANISH_SYSTEMS[0],
  systems: DANISH_SYSTEMS,
  plane: DANISH_PLANE,
};

/** Places of a case lie this far at the most from its middle, metres, and twice as far again as half its schools do. */
const AROUND = 100_000;
const METRES_A_DEGREE = 111_320;

/** Which coordinate system a pair of numbers is in, as given or with the two swapped. */
interface Fit {
  readonly crs: Crs;
  readonly order: "as given" | "swapped";
}

const within = (value: number, [least, most]: Span): boolean => value >= least && value <= most;
const inBox = (x: number, y: number, box: Box): boolean => within(x, box.x) && within(y, box.y);

/** The first of the systems that puts the pair where the case lies, as given before swapped. */
export function fitOf(x: number, y: number, systems: readonly System[] = DANISH_SYSTEMS): Fit | undefined {
  const given = systems.find((system) => inBox(x, y, system));
  if (given) return { crs: given.crs, order: "as given" };
  const swapped = systems.find((system) => inBox(y, x, system));
  return swapped && { crs: swapped.crs, order: "swapped" };
}

/** The systems that a file's numbers may be in; what the file or case.json names goes before what is merely likely. */
export function systemsOf({ systems, box, stated }: Whereabouts, named?: Crs): readonly System[] {
  const known = [stated, named].filter((crs) => crs !== undefined);
  const added = known.filter((crs) => !systems.some((system) => system.crs === crs));
  return [...added.map((crs) => systemAround(crs, box)), ...systems];
}

/** Where a part of the earth, told in degrees, lies in a system's numbers. */
function systemAround(crs: Crs, box: Box): System {
  const definition = definitionOf(crs);
  if (definition === undefined) return { crs, ...box };
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const places = steps.flatMap((east) =>
    steps.map((north) => [box.x[0] + east * (box.x[1] - box.x[0]), box.y[0] + north * (box.y[1] - box.y[0])]),
  );
  const xy = toPlane(
    definition,
    places.map(([lon]) => lon),
    places.map(([, lat]) => lat),
  );
  return { crs, x: spanOf(everyOther(xy, 0)), y: spanOf(everyOther(xy, 1)) };
}

const spanOf = (values: readonly number[]): Span => {
  const finite = values.filter(Number.isFinite);
  return [Math.min(...finite), Math.max(...finite)];
};

/** Every second of some numbers, from the first or the second on. */
export const everyOther = (values: ArrayLike<number>, first: 0 | 1): number[] =>
  Array.from({ length: values.length >> 1 }, (_, i) => values[2 * i + first]);

/** Where a case lies by its schools' numbers, `xy` in pairs as its table has them. Denmark unless they say otherwise. */
export function whereaboutsOf(xy: ArrayLike<number>, stated?: Crs): Whereabouts {
  const count = xy.length / 2;
  const known = { ...(stated && { stated }) };
  const couldBeDanish = stated === undefined || DANISH_SYSTEMS.some(({ crs }) => crs === stated);
  const danish = Array.from({ length: count }, (_, i) => fitOf(xy[2 * i], xy[2 * i + 1])).filter(Boolean).length;
  if (count === 0 || (couldBeDanish && 2 * danish >= count)) return { ...IN_DENMARK, ...known };
  const places = placesIn(xy, stated);
  if (places.length === 0) return { ...IN_DENMARK, ...known, kind: "unknown", systems: [] };
  return { ...around(places), ...known };
}

const inDegrees = (lons: readonly number[], lats: readonly number[]): readonly Position[] =>
  lons.flatMap((lon, i) => (Math.abs(lon) <= 180 && Math.abs(lats[i]) <= 90 ? [{ lon, lat: lats[i] }] : []));

/** The places that numbers in pairs may mean: degrees where most are no larger, else what is stated. Those that mean none are left out. */
function placesIn(xy: ArrayLike<number>, stated: Crs | undefined): readonly Position[] {
  const [first, second] = [everyOther(xy, 0), everyOther(xy, 1)];
  for (const degrees of [inDegrees(first, second), inDegrees(second, first)])
    if (2 * degrees.length >= first.length) return degrees;
  const definition = stated && definitionOf(stated);
  if (definition === undefined) return [];
  const { lon, lat } = toDegrees(definition, xy);
  return inDegrees([...lon], [...lat]);
}

/** A case around some places: one far off among them moves it little. */
function around(places: readonly Position[]): Whereabouts {
  const middle = { lon: median(places.map(({ lon }) => lon)), lat: median(places.map(({ lat }) => lat)) };
  const perLon = METRES_A_DEGREE * Math.max(0.01, Math.cos((middle.lat * Math.PI) / 180));
  const away = median(
    places.map(({ lon, lat }) => Math.hypot((lon - middle.lon) * perLon, (lat - middle.lat) * METRES_A_DEGREE)),
  );
  const reach = AROUND + 2 * away;
  const [east, north] = [reach / perLon, reach / METRES_A_DEGREE];
  const box: Box = {
    x: [middle.lon - east, middle.lon + east],
    y: [Math.max(-90, middle.lat - north), Math.min(90, middle.lat + north)],
  };
  const systems = [DEGREES, utmZoneAt(middle.lon, middle.lat)].map((crs) => systemAround(crs, box));
  return { kind: "around its schools", box, systems, plane: planeAround(middle) };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

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
  if (where.kind === "unknown" && stated === undefined) {
    if (count > 0) report("coordinates.unknown-system", pairs.spot(0), { x: xy[0], y: xy[1] });
    return { crs: DEGREES, sound: () => false };
  }
  const systems = systemsOf(where, pairs.named);
  const fits = Array.from({ length: count }, (_, i) => fitOf(xy[2 * i], xy[2 * i + 1], systems));
  const most = commonest(fits);
  const crs = stated ?? most?.crs ?? DEGREES;
  if (most && most.crs !== crs && !fits.some((fit) => fit?.crs === crs)) {
    report("coordinates.contradicted", { file }, { stated: crs, found: most.crs });
    return { crs, sound: () => false };
  }
  if (count > 1 && most?.order === "swapped") {
    report("coordinates.all-swapped", { file }, { first: names[0], second: names[1], crs: most.crs });
    return { crs, sound: () => false };
  }
  const fitsHere = (i: number): boolean => fits[i]?.crs === crs && fits[i].order === "as given";
  for (let i = 0; i < count; i++) if (!fitsHere(i)) reportMisfit(pairs, i, fits[i], { crs, where }, report);
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
  { crs, where }: { readonly crs: Crs; readonly where: Whereabouts },
  report: Report,
): void {
  const [x, y] = [xy[2 * pair], xy[2 * pair + 1]];
  if (!fit && where.kind === "in Denmark") report("coordinates.outside", spot(pair), { x, y });
  else if (!fit) report("coordinates.far", spot(pair), { x, y, crs });
  else if (fit.crs !== crs) report("coordinates.other-system", spot(pair), { x, y, found: fit.crs, crs });
  else report("coordinates.swapped", spot(pair), { first: names[0], second: names[1], x, y });
}
