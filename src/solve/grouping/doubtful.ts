import FlatQueue from "flatqueue";
import type { DoubtfulPair } from "../../compare/groupings.ts";
import { IN_DOUBT, PIECES_BY } from "../../domain/contiguity.ts";
import type { Municipality } from "../../domain/municipality.ts";
import { metres } from "../../domain/quantities.ts";
import type { Plan } from "../../domain/plan.ts";
import { metresApart } from "../../geo/nearest.ts";
import { touchingBy } from "../../geo/touching-by.ts";
import { districtsByUnit, isTouching, withChanges } from "./district-graph.ts";
import { enumerateGroupings, type GroupingSearch } from "./enumerate.ts";

/** The pairs in doubt, also those of which somebody has said how it is. */
export function doubtfulPairs(
  municipality: Municipality,
  plan: Plan,
  isSaid: (one: number, other: number) => boolean,
): readonly DoubtfulPair[] {
  const here = districtsByUnit(municipality.units.count, plan);
  const borders = borderLengths(municipality, here, plan.districts.length);
  return plan.districts.flatMap((_, one) => {
    const away = distancesFrom(municipality, here, one, plan.districts.length);
    return plan.districts.flatMap((__, other): DoubtfulPair[] => {
      if (other <= one) return [];
      const length = borders[one * plan.districts.length + other];
      const [found, of] = length > 0 ? [length, "border" as const] : [away[other], "gap" as const];
      const is = isSaid(one, other) ? "said" : "open";
      return found < IN_DOUBT ? [{ pair: [one, other], metres: metres(found), of, is }] : [];
    });
  });
}

/** Edges of a hexagon are this long beside the way between two middles; a square's are as long. */
const HEXAGON = 1 / Math.sqrt(3);

/** Metres of border of every two districts, about, `[one * count + other]`: the edges between units of one and of the other. */
function borderLengths(municipality: Municipality, here: readonly (readonly number[])[], count: number): Float64Array {
  const { units } = municipality;
  const { start, target } = touchingBy(PIECES_BY, municipality);
  const edge = units.shape.kind === "h3" ? HEXAGON : 1;
  const lengths = new Float64Array(count * count);
  for (let unit = 0; unit < units.count; unit++)
    for (let i = start[unit]; i < start[unit + 1]; i++)
      for (const one of here[unit])
        for (const other of here[target[i]])
          if (one !== other) lengths[one * count + other] += edge * between(municipality, unit, target[i]);
  return lengths;
}

/** Metres from one district to each, from unit to unit, `[district]`. */
function distancesFrom(
  municipality: Municipality,
  here: readonly (readonly number[])[],
  from: number,
  count: number,
): Float64Array {
  const { start, target } = touchingBy(PIECES_BY, municipality);
  const away = new Float64Array(here.length).fill(Infinity);
  const found = new Float64Array(count).fill(Infinity);
  const queue = new FlatQueue();
  here.forEach((districts, unit) => {
    if (!districts.includes(from)) return;
    away[unit] = 0;
    queue.push(unit, 0);
  });
  for (
    let far = queue.peekValue(), unit = queue.pop();
    unit !== undefined;
    far = queue.peekValue(), unit = queue.pop()
  ) {
    if (far === undefined || far > away[unit]) continue;
    for (const district of here[unit]) found[district] = Math.min(found[district], far);
    for (let i = start[unit]; i < start[unit + 1]; i++) {
      const next = far + between(municipality, unit, target[i]);
      if (next >= away[target[i]] || next > IN_DOUBT) continue;
      away[target[i]] = next;
      queue.push(target[i], next);
    }
  }
  return found;
}

const between = ({ units: { lon, lat } }: Municipality, one: number, other: number): number =>
  metresApart({ lon: lon[one], lat: lat[one] }, { lon: lon[other], lat: lat[other] });

/** Steps of the search, and groupings, that all pairs together may take: half a second. */
const MOST = 400_000;

/**
 * How many groupings there are with one of the open pairs the other way round, at least and at most; `undefined` where there is no
 * pair, or counting takes too long.
 */
export function withOneOtherwise(
  search: GroupingSearch,
  pairs: readonly DoubtfulPair[],
): { readonly least: number; readonly most: number } | undefined {
  let steps = MOST;
  const counts: number[] = [];
  for (const { pair, is } of pairs) {
    if (is === "said") continue;
    const touch = isTouching(search.neighbours, ...pair) ? "no" : "yes";
    const neighbours = withChanges(search.neighbours, [{ pair, touch }]);
    const found = enumerateGroupings({ ...search, neighbours, mostSteps: steps });
    if (found.ended !== "complete") return undefined;
    steps -= found.steps;
    counts.push(found.groupings.length);
  }
  return counts.length > 0 ? { least: Math.min(...counts), most: Math.max(...counts) } : undefined;
}
