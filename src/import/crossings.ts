import { ROAD_KINDS, type RoadNetwork } from "../domain/municipality.ts";
import { metres } from "../domain/quantities.ts";
import { pieces } from "../geo/contiguity.ts";
import { toDegrees } from "../geo/projection.ts";
import { UnionFind } from "../geo/union-find.ts";
import type { EmptyUnits } from "./empty-units.ts";

/** A landing stage or a bridge's end may lie this far outside the unit it serves, metres. */
const REACH = metres(500);
const FERRY = ROAD_KINDS.indexOf("ferry");

/** Pairs of units `[a, b, a, b, …]` that water parts and the roads join. */
interface Crossings {
  /** The landing stages of one ferry. */
  readonly ferries: readonly number[];
  /** The ends of a road between parts of the area that share no edge: a bridge or a dam. */
  readonly bridges: readonly number[];
}

export function crossings(roads: RoadNetwork, empty: EmptyUnits): Crossings {
  const ends = lineEnds(roads);
  const unitAt = (end: number): number | undefined => empty.near({ lon: ends.lon[end], lat: ends.lat[end] }, REACH);
  const parts = pieces(empty.adjacency, [...empty.id.keys()]);
  const [ferryLinks, bridges]: number[][] = [[], []];
  const landings = new Map<number, number[]>();
  const ferries = joinedFerries(roads, ends.place);
  for (let line = 0; line < roads.count; line++) {
    const isFerry = roads.kind[line] === FERRY;
    if (!isFerry && parts.count === 1) continue;
    const [one, other] = [unitAt(2 * line), unitAt(2 * line + 1)];
    if (isFerry) {
      const stages = landings.get(ferries.find(line)) ?? [];
      landings.set(ferries.find(line), [...stages, ...[one, other].filter((unit) => unit !== undefined)]);
    } else if (one !== undefined && other !== undefined && parts.of[one] !== parts.of[other]) bridges.push(one, other);
  }
  for (const stages of landings.values())
    for (const [i, one] of stages.entries())
      for (const other of stages.slice(i + 1)) if (one !== other) ferryLinks.push(one, other);
  return { ferries: ferryLinks, bridges };
}

/** Where the lines end, `[2 * line]` and `[2 * line + 1]`: degrees WGS84, and a name for the place. */
function lineEnds({ plane, count, start, xy }: RoadNetwork): {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly place: readonly string[];
} {
  const ends: number[] = [];
  const place: string[] = [];
  for (let line = 0; line < count; line++)
    for (const v of [start[line], start[line + 1] - 1]) {
      ends.push(xy[2 * v], xy[2 * v + 1]);
      place.push(`${xy[2 * v]} ${xy[2 * v + 1]}`);
    }
  return { ...toDegrees(plane, ends), place };
}

/**
 * Ferry lines that follow one another at sea are one ferry. Where a road comes down to where they meet, one lands and another leaves: of a harbour's
 * ferries each leads to its own island, and none from island to island.
 */
function joinedFerries({ count, kind }: RoadNetwork, place: readonly string[]): UnionFind {
  const ferries = new UnionFind(count);
  const onLand = new Set<string>();
  for (let end = 0; end < place.length; end++) if (kind[end >> 1] !== FERRY) onLand.add(place[end]);
  const lineAt = new Map<string, number>();
  for (let line = 0; line < count; line++) {
    if (kind[line] !== FERRY) continue;
    for (const end of [place[2 * line], place[2 * line + 1]]) {
      if (onLand.has(end)) continue;
      ferries.join(line, lineAt.get(end) ?? line);
      lineAt.set(end, line);
    }
  }
  return ferries;
}
