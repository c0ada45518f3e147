import { sum } from "../../kernels/sum.ts";
import type { PartlyChosen } from "../grouping/promising.ts";

/** Which groups may be merged districts. */
export interface GroupGate {
  readonly lets: (districts: readonly number[]) => boolean;
  /** Whether it lets through nothing that a group goes on to become. */
  readonly hopeless: (chosen: PartlyChosen, districts: readonly number[]) => boolean;
}

export const both = (one: GroupGate, other: GroupGate): GroupGate => ({
  lets: (districts) => one.lets(districts) && other.lets(districts),
  hopeless: (chosen, districts) => one.hopeless(chosen, districts) || other.hopeless(chosen, districts),
});

/** Groups of from so many pupils to so many, of which there are to be so many: all others leave room for one no smaller or larger than that. */
export function sizesWithin(
  pupils: readonly number[],
  size: { readonly least: number; readonly most: number },
  groups: number,
): GroupGate {
  const all = sum(pupils);
  const least = Math.max(size.least, all - (groups - 1) * size.most);
  const most = Math.min(size.most, all - (groups - 1) * size.least);
  const sizeOf = (districts: readonly number[]): number => districts.reduce((total, each) => total + pupils[each], 0);
  return {
    lets: (districts) => sizeOf(districts) >= least && sizeOf(districts) <= most,
    hopeless: ({ open }, districts) =>
      sizeOf(districts) > most ||
      open.reduce((total, isOpen, each) => (isOpen === 1 ? total + pupils[each] : total), 0) < least,
  };
}

/** Groups of which no two districts, and none by itself, come to more than a level, `[one * count + other]`. */
export function pairsWithin(values: Float64Array, count: number, level: number): GroupGate {
  const isBeyond = (districts: readonly number[]): boolean =>
    districts.some((one, at) => districts.slice(at).some((other) => values[one * count + other] > level));
  return { lets: (districts) => !isBeyond(districts), hopeless: (_, districts) => isBeyond(districts) };
}

/** Groups of which no district's part is beyond a level. */
export function partsWithin(
  part: (district: number, chosen: PartlyChosen) => number,
  count: number,
  level: number,
): GroupGate {
  return {
    lets: (districts) => {
      const sure = new Uint8Array(count);
      for (const district of districts) sure[district] = 1;
      return districts.every((district) => part(district, { sure, open: sure }) <= level);
    },
    hopeless: (chosen, districts) => districts.some((district) => part(district, chosen) > level),
  };
}
