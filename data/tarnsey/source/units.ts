import { featureCollection, intersect, point, voronoi } from "@turf/turf";
import type { BBox, Feature, MultiPolygon, Polygon, Position } from "geojson";
import { diceFor } from "../../source/random.ts";
import type { Shore } from "./coast.ts";
import { PLACES, SCHOOLS } from "./facts.ts";
import { apart, gridPoint, liesIn, type Point, ringOf, type Winding, wound } from "./plane.ts";

/** A basic unit: the land around its seed. */
export interface Unit {
  readonly id: string;
  readonly island: string;
  readonly seed: Point;
  readonly land: Polygon | MultiPolygon;
  /** Square metres. */
  readonly size: number;
}

/** Metres from one seed to the next: in a town, and in the open; it grows with the way from the nearest place. */
const IN_TOWN = 420;
const OPEN = 1500;
const DARTS = 7000;
const BORDER: Winding = { longest: 260, rough: 0.16, most: 160 };
/** A scrap of a unit across a bay, square metres, is left out below this. */
const LEAST_PART = 400;

const PLACED = [...PLACES.map(({ at }) => at), ...SCHOOLS.map(({ at }) => at)].map(gridPoint);
const TOWNS = PLACES.map(({ at, people }) => ({
  at: gridPoint(at),
  radius: 150 + 900 * Math.sqrt(people / 2200 / Math.PI),
}));

/** How far a seed keeps the others off. */
function spacing(at: Point): number {
  const out = Math.min(...TOWNS.map((town) => Math.max(0, apart(town.at, at) - town.radius)));
  return Math.min(OPEN, IN_TOWN + 0.55 * out);
}

/** Seeds on one island: its places and schools first, then darts that hit nothing. */
function seedsOf({ id, land, coast }: Shore): readonly Point[] {
  const seeds: Point[] = [];
  const keepsOff: number[] = [];
  const add = (seed: Point): void => {
    seeds.push(seed);
    keepsOff.push(0.8 * spacing(seed));
  };
  for (const place of PLACED)
    if (liesIn(place, land) && seeds.every((seed) => apart(seed, place) > IN_TOWN / 2)) add(place);
  const dice = diceFor(`units ${id}`);
  const [west, east] = spanOf(coast.map(([x]) => x));
  const [south, north] = spanOf(coast.map(([, y]) => y));
  for (let dart = 0; dart < DARTS; dart++) {
    const at: Point = [Math.round(west + dice() * (east - west)), Math.round(south + dice() * (north - south))];
    const free = spacing(at);
    if (seeds.some((seed, i) => apart(seed, at) < Math.max(free, keepsOff[i]))) continue;
    if (liesIn(at, land) && coast.every((corner) => apart(corner, at) > 120)) add(at);
  }
  return seeds;
}

const spanOf = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)];

/** The units of one island, numbered as one reads: rows of a kilometre from the north, each from the west. */
export function unitsOf(shore: Shore): readonly Unit[] {
  const seeds = seedsOf(shore);
  const [west, east] = spanOf(shore.coast.map(([x]) => x));
  const [south, north] = spanOf(shore.coast.map(([, y]) => y));
  const box: BBox = [west - 9000, south - 9000, east + 9000, north + 9000];
  const cells = voronoi(featureCollection(seeds.map(([x, y]) => point([x, y]))), { bbox: box }).features;
  const made = seeds.map((seed, i) => ({ seed, land: clipped(cells[i], shore) }));
  const row = ({ seed }: (typeof made)[number]): number => -Math.floor(seed[1] / 1000);
  return made
    .toSorted((a, b) => row(a) - row(b) || a.seed[0] - b.seed[0])
    .map(({ seed, land }, i) => ({
      id: `${shore.id.toUpperCase()}${String(i + 1).padStart(3, "0")}`,
      island: shore.id,
      seed,
      land,
      size: planeArea(land),
    }));
}

/** A cell with winding borders, the same from either side, cut by the coast. */
function clipped(cell: Feature<Polygon>, { land, coast }: Shore): Polygon | MultiPolygon {
  const corners = cell.geometry.coordinates[0].slice(0, -1).map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const distinct = corners.filter((corner, i) => apart(corner, corners[(i + 1) % corners.length]) > 0);
  const ring = distinct.flatMap((corner, i) => borderBetween(corner, distinct[(i + 1) % distinct.length]));
  const area = ringOf(ring);
  // Most cells have no coast, and to cut one takes long.
  if (ring.every((corner) => liesIn(corner, land)) && !coast.some((corner) => liesIn(corner, area)))
    return area.geometry;
  const cut = intersect(featureCollection([area, land]));
  if (!cut) throw new Error("A unit has no land.");
  const parts = cut.geometry.type === "Polygon" ? [cut.geometry.coordinates] : cut.geometry.coordinates;
  const kept = parts.map((rings) => rings.map(whole)).filter((rings) => ringArea(rings[0]) >= LEAST_PART);
  return kept.length === 1 ? { type: "Polygon", coordinates: kept[0] } : { type: "MultiPolygon", coordinates: kept };
}

function borderBetween(a: Point, b: Point): readonly Point[] {
  const isForward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  const [from, to] = isForward ? [a, b] : [b, a];
  const line = wound(from, to, BORDER, diceFor(`border ${from.join()} ${to.join()}`));
  return isForward ? line : [to, ...line.slice(1).toReversed()];
}

/** Corners on whole metres, none twice. */
function whole(ring: readonly Position[]): Position[] {
  const rounded = ring.map(([x, y]) => [Math.round(x), Math.round(y)]);
  return rounded.filter(([x, y], i) => i === 0 || x !== rounded[i - 1][0] || y !== rounded[i - 1][1]);
}

function ringArea(ring: readonly Position[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(twice) / 2;
}

const planeArea = (land: Polygon | MultiPolygon): number =>
  (land.type === "Polygon" ? [land.coordinates] : land.coordinates).reduce((sum, rings) => sum + ringArea(rings[0]), 0);
