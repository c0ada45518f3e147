import type { Position, Units } from "../../domain/municipality.ts";
import { NO_GROUP } from "./border-arcs.ts";
import { depths } from "./depths.ts";
import { NO_UNIT } from "./edge-table.ts";
import type { Outlines } from "./outlines.ts";

/** What is to lie inside a group, such as its name on a map; in pixels, half of its sides. */
interface Box {
  readonly across: number;
  readonly up: number;
  /** As far as it keeps from every place in its way. */
  readonly clear: number;
}

export interface BoxSpace {
  readonly group: number;
  /** Of the things that are to lie in its group, and of the shapes that the thing may have. */
  readonly thing: number;
  readonly shape: number;
  /** The box lies around the middle of this unit. */
  readonly unit: number;
  /** As many metres a pixel may stand for at most, so that the box lies inside the group and over nothing in its way. */
  readonly metresPerPixel: number;
}

/** A box stands nearer to the middle of its group where it has at least this share of the room that it could have. */
const NEARLY = 0.8;
/** Units at least this share as deep as the deepest are tried. */
const DEEP = 0.25;
/** So many units of a group are tried. */
const TRIED = 80;
const METRES_PER_DEGREE = 111_195;

/**
 * Where in each group, `group[unit]`, each of some things lies inside it on the smallest map, in the best of its shapes
 * `shapesOf(group)[thing][shape]`; by group and thing, for groups with units. `inTheWay`: what no box may lie over.
 */
export function boxSpaces(
  outlines: Outlines,
  group: Int32Array,
  units: Pick<Units, "lon" | "lat">,
  shapesOf: (group: number) => readonly (readonly Box[])[],
  inTheWay: readonly Position[],
): readonly BoxSpace[] {
  const perLon = METRES_PER_DEGREE * Math.cos(((units.lat[0] ?? 0) * Math.PI) / 180);
  const spot = (unit: number): Spot => ({
    unit,
    x: units.lon[unit] * perLon,
    y: units.lat[unit] * METRES_PER_DEGREE,
  });
  const ways = inTheWay.flatMap(({ lon, lat }) => [lon * perLon, lat * METRES_PER_DEGREE]);
  const rims = rimPoints(outlines, group, perLon, spot);
  return deepUnits(outlines, group).flatMap(({ group: own, units: tried }) => {
    const around = { rim: rims[own] ?? [], ways };
    const spots = tried.map(spot);
    return shapesOf(own).map((shapes, thing) => {
      const spaces = shapes.map((box, shape) => ({ group: own, thing, shape, ...spaceOf(spots, box, around) }));
      return spaces.reduce((best, space) => (space.metresPerPixel > best.metresPerPixel ? space : best));
    });
  });
}

/** The middle of a unit, metres from some place near. */
interface Spot {
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}

/** Points, x and y in turn: of the group's border, and of what is in the way. */
interface Around {
  readonly rim: readonly number[];
  readonly ways: readonly number[];
}

function spaceOf(spots: readonly Spot[], box: Box, around: Around): Pick<BoxSpace, "unit" | "metresPerPixel"> {
  const midX = mean(spots.map(({ x }) => x));
  const midY = mean(spots.map(({ y }) => y));
  const wide = { across: box.across + box.clear, up: box.up + box.clear };
  let most = 0;
  const found = spots.flatMap(({ unit, x, y }) => {
    const clear = spaceAt(x, y, wide, around.ways, NEARLY * most);
    const metresPerPixel =
      clear < NEARLY * most ? clear : Math.min(clear, spaceAt(x, y, box, around.rim, NEARLY * most));
    most = Math.max(most, metresPerPixel);
    return [{ unit, metresPerPixel, off: Math.hypot(x - midX, y - midY) }];
  });
  return found
    .filter((each) => each.metresPerPixel >= NEARLY * most)
    .reduce((best, each) => (each.off < best.off ? each : best));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Metres that a pixel may stand for with a box around a point and none of some points in it; what is less than `least` is not told exactly. */
function spaceAt(
  x: number,
  y: number,
  { across, up }: Omit<Box, "clear">,
  points: readonly number[],
  least: number,
): number {
  let space = Infinity;
  for (let i = 0; i < points.length && space >= least; i += 2) {
    const here = Math.max(Math.abs(points[i] - x) / across, Math.abs(points[i + 1] - y) / up);
    if (here < space) space = here;
  }
  return space;
}

/** Points along the border of each group, `[group]`: its corners, middles between them where they lie far apart, units at the rim. */
function rimPoints(
  { corners, ends, sides, rim, lines }: Outlines,
  group: Int32Array,
  perLon: number,
  spot: (unit: number) => Spot,
): readonly (readonly number[])[] {
  const rims: number[][] = [];
  const add = (own: number, x: number, y: number): void => {
    if (own !== NO_GROUP) (rims[own] ??= []).push(x, y);
  };
  for (let side = 0; side < sides.length; side += 2) {
    const one = sides[side] === NO_UNIT ? NO_GROUP : group[sides[side]];
    const other = sides[side + 1] === NO_UNIT ? NO_GROUP : group[sides[side + 1]];
    if (one === other) continue;
    const [from, to] = [2 * ends[side], 2 * ends[side + 1]];
    const [x, y] = [corners[from] * perLon, corners[from + 1] * METRES_PER_DEGREE];
    add(one, x, y);
    add(other, x, y);
    if (lines === "quiet") continue;
    const [midX, midY] = [(x + corners[to] * perLon) / 2, (y + corners[to + 1] * METRES_PER_DEGREE) / 2];
    add(one, midX, midY);
    add(other, midX, midY);
  }
  for (const unit of rim) {
    const { x, y } = spot(unit);
    add(group[unit], x, y);
  }
  return rims;
}

/** Some units of each group that lie well inside it, the deepest first; by group. */
function deepUnits(
  outlines: Outlines,
  group: Int32Array,
): readonly { readonly group: number; readonly units: readonly number[] }[] {
  const depth = depths(outlines, group);
  const members: number[][] = [];
  group.forEach((own, unit) => {
    if (own !== NO_GROUP) (members[own] ??= []).push(unit);
  });
  return members.flatMap((all, own) => {
    const deepest = all.reduce((most, unit) => Math.max(most, depth[unit]), 0);
    const deep = all.filter((unit) => depth[unit] >= DEEP * deepest);
    const each = Math.ceil(deep.length / TRIED);
    const units = deep.filter((_, i) => i % each === 0).toSorted((a, b) => depth[b] - depth[a]);
    return [{ group: own, units }];
  });
}
