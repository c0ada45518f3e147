import type { Adjacency } from "../../../src/domain/municipality.ts";
import { pieces } from "../../../src/geo/contiguity.ts";

/**
 * Gives every scrap of a zone to a neighbour: of each zone the piece that holds its school is kept, and the cells of the
 * other pieces join, rim by rim, the zone they touch most; islets that touch none keep theirs. `home` is the cell of each zone's school, `[zone]`.
 */
export function joinScraps(zoneOf: Uint8Array, home: readonly number[], adjacency: Adjacency): void {
  const kept = new Uint8Array(zoneOf.length);
  home.forEach((cell, zone) => {
    zoneOf[cell] = zone;
    const members = [...zoneOf.keys()].filter((other) => zoneOf[other] === zone);
    const { of } = pieces(adjacency, members);
    const own = of[members.indexOf(cell)];
    members.forEach((member, i) => (kept[member] = of[i] === own ? 1 : 0));
  });
  let rim = loose(kept);
  while (rim.length > 0) {
    const joined = rim.flatMap((cell) => {
      const zone = mostTouched(cell, zoneOf, kept, adjacency);
      return zone === undefined ? [] : [{ cell, zone }];
    });
    if (joined.length === 0) return;
    for (const { cell, zone } of joined) {
      zoneOf[cell] = zone;
      kept[cell] = 1;
    }
    rim = loose(kept);
  }
}

const loose = (kept: Uint8Array): readonly number[] => [...kept.keys()].filter((cell) => kept[cell] === 0);

/** The kept zone that a cell shares most edges with; the lower number of two alike. */
function mostTouched(
  cell: number,
  zoneOf: Uint8Array,
  kept: Uint8Array,
  { start, target }: Adjacency,
): number | undefined {
  const edges = new Map<number, number>();
  for (const neighbour of target.subarray(start[cell], start[cell + 1]))
    if (kept[neighbour] === 1) edges.set(zoneOf[neighbour], (edges.get(zoneOf[neighbour]) ?? 0) + 1);
  return [...edges].toSorted(([a, m], [b, n]) => n - m || a - b)[0]?.[0];
}
