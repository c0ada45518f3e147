import { members, type Neighbours } from "../grouping/groups.ts";
import { eachPromising } from "../grouping/promising.ts";
import { floorOf } from "./floors.ts";
import type { Joined, SumSearch } from "./sum-search.ts";

/** Prices of the rows of the linear relaxation: of each district, and of there being one merged district more. */
export interface Prices {
  readonly district: Float64Array;
  readonly group: number;
  /** How much of each column is taken, `[column]`. */
  readonly taken: Float64Array;
  readonly value: number;
}

/** What a group's districts and it being one are worth, as a negative number: with what it comes to, its reduced cost. */
export const beside = ({ district, group }: Prices, districts: Joined): number =>
  districts.reduce((sum, each) => sum - district[each], -group);

/** Every group with one district more. */
export function widened(groups: readonly Joined[], neighbours: Neighbours): readonly Joined[] {
  const wider = new Map<string, Joined>();
  for (const districts of groups)
    for (const next of members(districts.reduce((all, each) => all | neighbours[each], 0n))) {
      if (districts.includes(next)) continue;
      const joined = [...districts, next].toSorted((a, b) => a - b);
      wider.set(joined.join(), joined);
    }
  return [...wider.values()];
}

/** Prices halfway from those that were followed so far to new ones. */
export const between = (followed: Prices, { district, group, ...rest }: Prices): Prices => ({
  ...rest,
  district: district.map((price, each) => (price + followed.district[each]) / 2),
  group: (group + followed.group) / 2,
});

/** Groups that cost less than the limit, or may grow into such, beside the prices, with what they cost. */
export function eachPriced(
  { floor, among, mostSteps: mostInAll }: SumSearch,
  prices: Prices,
  mostSteps: number,
  limit: (lowest: number) => number,
  visit: (districts: Joined, price: number) => void,
): "complete" | "steps" {
  const { count, gate, neighbours } = among;
  const largest = count - among.districts + 1;
  const gains: number[] = [];
  return eachPromising({
    neighbours,
    largest,
    limit,
    mostSteps,
    mostInAll,
    least: (chosen, districts) => {
      if (gate.hopeless(chosen, districts)) return Infinity;
      let least = beside(prices, districts);
      for (const each of districts) least += floor.part(each, chosen);
      gains.length = 0;
      for (let each = 0; each < count; each++) {
        if (chosen.open[each] === 0 || chosen.sure[each] === 1) continue;
        const gain = floor.part(each, chosen) - prices.district[each];
        if (gain < 0) gains.push(gain);
      }
      const room = largest - districts.length;
      // Sorted in place: nobody else's.
      // oxlint-disable-next-line unicorn/no-array-sort
      if (gains.length > room) gains.sort((a, b) => a - b);
      for (let gain = 0; gain < gains.length && gain < room; gain++) least += gains[gain];
      return least;
    },
    visit: (districts) => {
      if (gate.lets(districts)) visit(districts, floorOf(floor, districts, count) + beside(prices, districts));
    },
  });
}
