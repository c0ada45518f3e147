import type { Position } from "../../src/index.ts";
import type { MapScenery } from "../worker/messages.ts";

/** Where a name may stand, the best first: the corner or side of it that is anchored, and how far from its place, in its own height. */
export type NameSpots = readonly (string | readonly [east: number, south: number])[];

/** Where a name is anchored that stands on a side of its place, and the way it stands from there. */
const SIDES: readonly (readonly [anchor: string, east: number, south: number])[] = [
  ["top", 0, 1],
  ["bottom", 0, -1],
  ["left", 1, 0],
  ["right", -1, 0],
  ["top-left", Math.SQRT1_2, Math.SQRT1_2],
  ["top-right", -Math.SQRT1_2, Math.SQRT1_2],
  ["bottom-left", Math.SQRT1_2, -Math.SQRT1_2],
  ["bottom-right", -Math.SQRT1_2, -Math.SQRT1_2],
];

/** A name stands so many times as far from any other school as from its own at least, and some pixels more. */
const NEARER = { times: 1.5, pixels: 4 };
/** How far from a school's mark a village without a school has its name: nearer, it would be taken for the school's. */
const APART = 13;
/** A school belongs to the nearest town, so far from its middle, metres. */
const OWN_SCHOOL = 2500;
/** Half of a school's mark of middling size where the whole of it is drawn, pixels, and the zooms that it grows between. */
const MARK = { radius: 15, from: { zoom: 8, share: 0.6 }, to: { zoom: 10, share: 1 } };
/** Of letters, in their own height: how wide one is in the mean, how high a line, how long one may become. */
const LETTER = { width: 0.55, height: 1.2, line: 10 };

const EQUATOR = 40_075_016.686;

interface Spot {
  readonly x: number;
  readonly y: number;
}

type Place = MapScenery["places"]["features"][number];

/** How large a place's name is written, pixels. */
export const NAME_SIZE: readonly (readonly [population: number, size: number])[] = [
  [200, 12],
  [4000, 13.5],
  [30_000, 17],
];

function sizeOf({ population }: Place["properties"]): number {
  const after = NAME_SIZE.findIndex(([limit]) => population < limit);
  if (after === 0) return NAME_SIZE[0][1];
  if (after < 0) return NAME_SIZE[NAME_SIZE.length - 1][1];
  const [[fewer, smaller], [more, larger]] = [NAME_SIZE[after - 1], NAME_SIZE[after]];
  return smaller + ((population - fewer) / (more - fewer)) * (larger - smaller);
}

/**
 * By place, where its name may stand at a zoom: only where nobody takes it for the name of another place's school. The map moves
 * names aside where they meet, and on a small map the next school is no farther away than that.
 */
export function nameSpots(
  { features }: MapScenery["places"],
  schools: readonly Position[],
  zoom: number,
): readonly NameSpots[] {
  const places = features.map(({ geometry }) => onMap(placeOf(geometry), zoom));
  const owners = ownersOf(features, schools);
  const radius = markRadius(zoom);
  const marks = schools.map((school, i) => ({ ...onMap(school, zoom), owner: owners[i] }));
  return features.map(({ properties }, place) => {
    const size = sizeOf(properties);
    const own = marks.filter(({ owner }) => owner === place);
    const others = marks.filter(({ owner }) => owner !== place);
    return around(zoom).flatMap(([anchor, east, south]): NameSpots => {
      const box = boxOf(properties.name, size, anchor, {
        x: places[place].x + east * size,
        y: places[place].y + south * size,
      });
      const toOwn = Math.min(...own.map((mark) => gapOf(box, mark) - radius));
      const least =
        own.length > 0 ? NEARER.times * Math.max(0, toOwn) + NEARER.pixels : Math.max(APART, gapOf(box, places[place]));
      return others.every((mark) => gapOf(box, mark) - radius >= least) ? [anchor, [east, south]] : [];
    });
  });
}

/** On each side as near as may be, else farther away, past the mark of a school that stands there. */
function around(zoom: number): readonly (readonly [anchor: string, east: number, south: number])[] {
  const near = 0.7 + 0.45 * within((zoom - 8.5) / 2);
  return [0, 0.35, 0.7, 1, 1.3]
    .map((more) => near + more)
    .flatMap((far) => SIDES.map(([anchor, east, south]) => [anchor, far * east, far * south] as const));
}

const within = (share: number): number => Math.min(1, Math.max(0, share));

function markRadius(zoom: number): number {
  const { radius, from, to } = MARK;
  const grown = within((zoom - from.zoom) / (to.zoom - from.zoom));
  return radius * (from.share + grown * (to.share - from.share));
}

/** `[school]`: the number of the place that it belongs to, undefined far from all. */
function ownersOf(places: readonly Place[], schools: readonly Position[]): readonly (number | undefined)[] {
  return schools.map((school) => {
    const metres = places.map(({ geometry }) => metresBetween(placeOf(geometry), school));
    const least = Math.min(...metres);
    return least <= OWN_SCHOOL ? metres.indexOf(least) : undefined;
  });
}

const placeOf = ({ coordinates: [lon, lat] }: Place["geometry"]): Position => ({ lon, lat });

const metresBetween = (from: Position, to: Position): number =>
  (EQUATOR / 360) * Math.hypot(to.lat - from.lat, (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180));

/** Where a place is on the whole world's map, pixels. */
function onMap({ lon, lat }: Position, zoom: number): Spot {
  const world = 512 * 2 ** zoom;
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return { x: ((lon + 180) / 360) * world, y: (0.5 - north / (2 * Math.PI)) * world };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(name: string, size: number, anchor: string, { x, y }: Spot): Box {
  const long = LETTER.width * name.length;
  const [width, height] = [Math.min(long, LETTER.line) * size, Math.ceil(long / LETTER.line) * LETTER.height * size];
  const left = x - width * (anchor.includes("left") ? 0 : anchor.includes("right") ? 1 : 0.5);
  const top = y - height * (anchor.includes("top") ? 0 : anchor.includes("bottom") ? 1 : 0.5);
  return { left, right: left + width, top, bottom: top + height };
}

const gapOf = ({ left, right, top, bottom }: Box, { x, y }: Spot): number =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
