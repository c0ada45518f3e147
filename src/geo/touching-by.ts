import type { ContiguityRule } from "../domain/contiguity.ts";
import { type Adjacency, ROAD_KINDS, type RoadNetwork, type Units } from "../domain/municipality.ts";
import { metres } from "../domain/quantities.ts";
import { adjacencyOfPairs, withoutLinks } from "./adjacency.ts";
import { toDegrees } from "./projection.ts";
import { unitFinder } from "./unit-at.ts";

/** What tells which units touch. */
interface Land {
  readonly units: Units;
  readonly roads: RoadNetwork;
}

const known = new WeakMap<Units, Map<ContiguityRule, Adjacency>>();

/** Which units touch by a rule; worked out once for a case. */
export function touchingBy(rule: ContiguityRule, land: Land): Adjacency {
  const { units } = land;
  const found = known.get(units) ?? new Map<ContiguityRule, Adjacency>();
  known.set(units, found);
  const adjacency = found.get(rule) ?? BY[rule](land);
  found.set(rule, adjacency);
  return adjacency;
}

const BY: Readonly<Record<ContiguityRule, (land: Land) => Adjacency>> = {
  land: ({ units: { adjacency, ferries } }) => (ferries ? withoutLinks(adjacency, ferries) : adjacency),
  ferry: ({ units }) => units.adjacency,
  road: byRoad,
};

/** A road is looked at so often along its way: more often than it crosses a unit of H3's resolution 9, some 300 m wide. */
const STEP = metres(50);
const CARRIES_CARS: readonly boolean[] = ROAD_KINDS.map((kind) => kind === "road" || kind === "motorway");

/** Two units touch where a road leads from one into the other with nothing between but water. */
function byRoad({ units, roads }: Land): Adjacency {
  const unitAt = unitFinder(units);
  const pairs: number[] = [];
  for (let line = 0; line < roads.count; line++) {
    if (!CARRIES_CARS[roads.kind[line]]) continue;
    let last: number | undefined;
    for (const unit of unitsAlong(roads, line, unitAt)) {
      if (unit === undefined) continue;
      if (last !== undefined && unit !== last) pairs.push(last, unit);
      last = unit;
    }
  }
  return adjacencyOfPairs(units.count, pairs);
}

/** The units that a line goes through, place by place; `undefined` outside all of them. */
function unitsAlong(
  { plane, start, xy }: RoadNetwork,
  line: number,
  unitAt: ReturnType<typeof unitFinder>,
): readonly (number | undefined)[] {
  const places: number[] = [];
  for (let v = start[line]; v < start[line + 1]; v++) {
    const [x, y] = [xy[2 * v], xy[2 * v + 1]];
    const [fromX, fromY] = v > start[line] ? [xy[2 * v - 2], xy[2 * v - 1]] : [x, y];
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / STEP));
    for (let step = 1; step <= steps; step++)
      places.push(fromX + ((x - fromX) * step) / steps, fromY + ((y - fromY) * step) / steps);
  }
  const { lon, lat } = toDegrees(plane, places);
  return Array.from(lon, (each, i) => unitAt({ lon: each, lat: lat[i] }));
}
