import { ROAD_KINDS, type RoadNetwork } from "../domain/municipality.ts";
import { metres } from "../domain/quantities.ts";
import { pieces } from "../geo/contiguity.ts";
import { degreesPoint } from "../geo/projection.ts";
import { UnionFind } from "../geo/union-find.ts";
import { PairNumbers } from "../kernels/pair-numbers.ts";
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
  const unitAt = (line: number, end: "first" | "last"): number | undefined => {
    const v = end === "first" ? roads.start[line] : roads.start[line + 1] - 1;
    return empty.near(degreesPoint(roads.plane, { x: roads.xy[2 * v], y: roads.xy[2 * v + 1] }), REACH);
  };
  const parts = pieces(empty.adjacency, [...empty.id.keys()]);
  const [ferryLinks, bridges]: number[][] = [[], []];
  const landings = new Map<number, number[]>();
  const ferries = joinedFerries(roads);
  for (let line = 0; line < roads.count; line++) {
    const isFerry = roads.kind[line] === FERRY;
    if (!isFerry && parts.count === 1) continue;
    const [one, other] = [unitAt(line, "first"), unitAt(line, "last")];
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

/**
 * Ferry lines that follow one another at sea are one ferry. Where a road comes down to where they meet, one lands and another leaves: of a harbour's
 * ferries each leads to its own island, and none from island to island.
 */
function joinedFerries({ count, kind, start, xy }: RoadNetwork): UnionFind {
  const ferries = new UnionFind(count);
  const places = new PairNumbers();
  const ends = (line: number): readonly number[] => [start[line], start[line + 1] - 1];
  const ferryLines: number[] = [];
  for (let line = 0; line < count; line++) if (kind[line] === FERRY) ferryLines.push(line);
  for (const line of ferryLines) for (const v of ends(line)) places.of(xy[2 * v], xy[2 * v + 1]);
  const onLand = new Set<number>();
  for (let line = 0; places.size > 0 && line < count; line++) {
    if (kind[line] === FERRY) continue;
    for (const v of ends(line)) {
      const place = places.known(xy[2 * v], xy[2 * v + 1]);
      if (place !== undefined) onLand.add(place);
    }
  }
  const lineAt: number[] = [];
  for (const line of ferryLines)
    for (const v of ends(line)) {
      const place = places.of(xy[2 * v], xy[2 * v + 1]);
      if (onLand.has(place)) continue;
      ferries.join(line, lineAt[place] ?? line);
      lineAt[place] = line;
    }
  return ferries;
}
