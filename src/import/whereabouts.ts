import type { Plane, Position } from "../domain/municipality.ts";
import { type Crs, DEGREES, definitionOf, UTM32, UTM33, utmZoneAt } from "../geo/coordinate-systems.ts";
import { median, medianPosition } from "../geo/median.ts";
import {
  DANISH_PLANE,
  degreesIn,
  everyOther,
  METRES_PER_DEGREE,
  planeAround,
  straightMetres,
  toDegrees,
  toPlane,
} from "../geo/projection.ts";

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
  /** "unknown": the schools' numbers are no degrees, do not lie in Denmark, and are no place in what case.json states, if it states any. */
  readonly kind: "in Denmark" | "around its schools" | "unknown";
  /** The file that has to be put right before numbers that do not lie in Denmark can be read: it names no place, or no known system. */
  readonly waitsFor?: "sites.csv" | "case.json";
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

/**
 * Bornholm lies in the next zone, and its municipality uses that: numbers that are Bornholm in zone 33 are a place in Southern Jutland in
 * zone 32. Which of them a case is in is known by its municipality alone.
 */
const BORNHOLM: { readonly codes: readonly string[]; readonly systems: readonly System[] } = {
  codes: ["0400", "0411"],
  systems: [
    { crs: DEGREES, x: [14, 16], y: [54.5, 56] },
    { crs: UTM32, x: [800_000, 950_000], y: [6_080_000, 6_220_000] },
    { crs: UTM33, x: [430_000, 570_000], y: [6_040_000, 6_210_000] },
  ],
};

const IN_DENMARK: Whereabouts = {
  kind: "in Denmark",
  box: DANISH_SYSTEMS[0],
  systems: DANISH_SYSTEMS,
  plane: DANISH_PLANE,
};

/** Places of a case lie this far at the most from its middle, metres, and twice as far again as half its schools do. */
const AROUND = 100_000;

/** Which coordinate system a pair of numbers is in, as given or with the two swapped. */
export interface Fit {
  readonly crs: Crs;
  readonly order: "as given" | "swapped";
}

const within = (value: number, [least, most]: Span): boolean => value >= least && value <= most;
const inBox = (x: number, y: number, box: Box): boolean => within(x, box.x) && within(y, box.y);

/** The first of the systems that puts the pair where the case lies, as given before swapped. */
export function fitOf(x: number, y: number, systems: readonly System[] = DANISH_SYSTEMS): Fit | undefined {
  for (const system of systems) if (inBox(x, y, system)) return fitIn(system.crs, "as given");
  for (const system of systems) if (inBox(y, x, system)) return fitIn(system.crs, "swapped");
  return undefined;
}

/** The few ways there are, each once: a map asks a million times. */
const FITS = { "as given": new Map<Crs, Fit>(), swapped: new Map<Crs, Fit>() };
function fitIn(crs: Crs, order: Fit["order"]): Fit {
  const known = FITS[order].get(crs) ?? { crs, order };
  FITS[order].set(crs, known);
  return known;
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

const spanOf = (values: Float64Array): Span => {
  const finite = values.filter(Number.isFinite);
  return [Math.min(...finite), Math.max(...finite)];
};

/**
 * Where a case lies by its schools' numbers, `xy` in pairs as its table has them. Denmark unless they say otherwise. "unknown" is stated where
 * case.json names a system that is not known. `code`: of the municipality.
 */
export function whereaboutsOf(xy: ArrayLike<number>, stated?: Crs | "unknown", code?: string): Whereabouts {
  const count = xy.length / 2;
  const known = stated === "unknown" ? undefined : stated;
  const withStated = {
    ...(known && { stated: known }),
    ...(stated === "unknown" && { waitsFor: "case.json" as const }),
  };
  if (count === 0) return { ...IN_DENMARK, waitsFor: "sites.csv", ...withStated };
  const isBornholm = code !== undefined && BORNHOLM.codes.includes(code);
  for (const systems of isBornholm ? [BORNHOLM.systems, DANISH_SYSTEMS] : [DANISH_SYSTEMS]) {
    const couldBeHere = known === undefined || systems.some(({ crs }) => crs === known);
    const fits = Array.from({ length: count }, (_, i) => fitOf(xy[2 * i], xy[2 * i + 1], systems));
    if (!couldBeHere || 2 * fits.filter(Boolean).length < count) continue;
    return { ...IN_DENMARK, ...withStated, box: systems[0], systems, plane: planeOf(systems) };
  }
  const places = placesIn(xy, known);
  if (places.length === 0) return { ...IN_DENMARK, ...withStated, kind: "unknown", systems: [] };
  return { ...around(places), ...withStated };
}

/** What a part of Denmark is measured in: zone 32 shows lengths on Bornholm 0.14 % too long. */
const planeOf = (systems: readonly System[]): Plane =>
  systems === BORNHOLM.systems ? planeAround({ lon: 14.9, lat: 55.1 }) : DANISH_PLANE;

export const isDegrees = (lon: number, lat: number): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

const inDegrees = (lons: ArrayLike<number>, lats: ArrayLike<number>): readonly Position[] =>
  Array.from(lons).flatMap((lon, i) => (isDegrees(lon, lats[i]) ? [{ lon, lat: lats[i] }] : []));

/** The places that numbers in pairs may mean: degrees where most are no larger, else what is stated. Those that mean none are left out. */
function placesIn(xy: ArrayLike<number>, stated: Crs | undefined): readonly Position[] {
  const [first, second] = [everyOther(xy, 0), everyOther(xy, 1)];
  for (const degrees of [inDegrees(first, second), inDegrees(second, first)])
    if (2 * degrees.length >= first.length) return degrees;
  const definition = stated && definitionOf(stated);
  if (definition === undefined) return [];
  const turned = Float64Array.from(xy, (_, i) => xy[i ^ 1]);
  return isStretched(definition, xy) && !isStretched(definition, turned)
    ? placesOf(definition, turned)
    : placesOf(definition, xy);
}

/** A grid's lengths are off by no more than this where it is made for, as a share: 0.034 in Lambert's for all of Europe, 0.001 in a country's own. */
const MOST_STRETCHED = 0.04;

/**
 * Whether a grid shows lengths at most of the places so wrong that nobody uses it there: numbers swapped lie far beside the meridian that a
 * grid is made around. Mercator's map of the whole earth is used where it stretches.
 */
function isStretched(definition: string, xy: ArrayLike<number>): boolean {
  if (definition.includes("+proj=merc ")) return false;
  const places = toDegrees(definition, xy);
  const beside = toDegrees(
    definition,
    Float64Array.from(xy, (each, i) => (i % 2 === 0 ? each + STEP : each)),
  );
  const isOff = (i: number): boolean => {
    const step = straightMetres({ lon: places.lon[i], lat: places.lat[i] })([beside.lon[i], beside.lat[i]]);
    return !(Math.abs(Math.hypot(...step) / STEP - 1) < MOST_STRETCHED);
  };
  const pairs = Array.from(places.lon, (_, i) => i);
  return 2 * pairs.filter(isOff).length > pairs.length;
}

/** Metres along which lengths are tried. */
const STEP = 1000;

/** Where numbers of a system lie, as far as they lie anywhere. */
function placesOf(definition: string, xy: ArrayLike<number>): readonly Position[] {
  const { lon, lat } = toDegrees(definition, xy);
  // Of numbers far beyond a system's reach the formulas still make a place, but the way back from it leads elsewhere.
  const back = toPlane(definition, lon, lat);
  const isThere = (i: number): boolean => Math.hypot(back[2 * i] - xy[2 * i], back[2 * i + 1] - xy[2 * i + 1]) < 10;
  const there = Array.from(lon, (_, i) => i).filter(isThere);
  return inDegrees(
    there.map((i) => lon[i]),
    there.map((i) => lat[i]),
  );
}

/** The longitude of the same meridian that is nearest to another: beside 179 the meridian of -179 is that of 181. */
const nearestLon = (lon: number, other: number): number => lon + 360 * Math.round((other - lon) / 360);

/** A case around some places: one far off among them moves it little. */
function around(places: readonly Position[]): Whereabouts {
  const beside = places.map(({ lon, lat }) => ({ lon: nearestLon(lon, places[0].lon), lat }));
  const middle = medianPosition(beside);
  const perLon = METRES_PER_DEGREE * Math.max(0.01, Math.cos((middle.lat * Math.PI) / 180));
  const away = median(
    beside.map(({ lon, lat }) => Math.hypot((lon - middle.lon) * perLon, (lat - middle.lat) * METRES_PER_DEGREE)),
  );
  const reach = AROUND + 2 * away;
  const [east, north] = [reach / perLon, reach / METRES_PER_DEGREE];
  const onEarth = { lon: nearestLon(middle.lon, 0), lat: middle.lat };
  const box: Box = {
    x: [onEarth.lon - east, onEarth.lon + east],
    y: [Math.max(-90, middle.lat - north), Math.min(90, middle.lat + north)],
  };
  const systems = [DEGREES, utmZoneAt(onEarth.lon, onEarth.lat)].map((crs) => systemAround(crs, box));
  return { kind: "around its schools", box, systems, plane: planeAround(onEarth) };
}

/** Whether numbers of a system are a place across the 180th meridian from the middle of the schools: borders and roads are not followed over it. */
export function isAcrossDateLine({ box }: Whereabouts, crs: Crs, x: number, y: number): boolean {
  if (box.x[0] >= -180 && box.x[1] <= 180) return false;
  return Math.abs(nearestLon(degreesIn(crs, [x, y]).lon[0], (box.x[0] + box.x[1]) / 2)) > 180;
}
