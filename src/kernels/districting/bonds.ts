/** Which units belong to one district, and which do not. */
export interface Bonds {
  /** Groups that each belong to one district; no unit is in two. */
  readonly together: readonly (readonly number[])[];
  /** Pairs of groups, by number, that belong to different districts. */
  readonly apart: readonly (readonly [number, number])[];
}

/** Least and most demand of whichever district a unit comes into, besides what its root allows. */
export interface UnitLimits {
  readonly unit: number;
  readonly least: number;
  readonly most: number;
}

/** The group of a unit: those in it, the first of which leads, and those of all groups apart from it. */
export interface Bond {
  readonly units: readonly number[];
  readonly apart: readonly number[];
  /** Who leads the groups apart. */
  readonly apartLeaders: readonly number[];
}

/** The group of each unit, `[unit]`; undefined for one that is bound to nothing. */
export function bondsOf(bonds: Bonds | undefined, units: number): readonly (Bond | undefined)[] {
  const { together = [], apart = [] } = bonds ?? {};
  const others = together.map(() => new Set<number>());
  for (const [one, other] of apart) {
    others[one].add(other);
    others[other].add(one);
  }
  const of = Array.from({ length: units }, (): Bond | undefined => undefined);
  together.forEach((members, group) => {
    const away = [...others[group]].map((other) => together[other]);
    const bond = { units: members, apart: away.flat(), apartLeaders: away.map(([leader]) => leader) };
    for (const unit of members) of[unit] = bond;
  });
  return of;
}

/** Who leads a unit's group; the unit itself where it is alone. */
export const leaderOf = (bonds: readonly (Bond | undefined)[], unit: number): number => bonds[unit]?.units[0] ?? unit;

interface Gatherable {
  readonly demand: Float64Array;
  readonly cost: (root: number) => Float64Array;
  readonly bonds?: Bonds;
}

/**
 * The same problem with all that a group has, demand and cost, at the unit that leads it: wherever the group is whole, which it must
 * be, every sum is the same, and bounds see it as one large unit. Nothing more happens when it is done twice.
 */
export function gathered<Problem extends Gatherable>(problem: Problem): Problem {
  const { bonds, demand, cost } = problem;
  if (!bonds) return problem;
  const gather = (values: Float64Array): Float64Array => {
    const all = values.slice();
    for (const [leader, ...followers] of bonds.together)
      for (const unit of followers) {
        all[leader] += all[unit];
        all[unit] = 0;
      }
    for (const [leader, ...followers] of bonds.together)
      if (all[leader] === Infinity) for (const unit of followers) all[unit] = Infinity;
    return all;
  };
  return { ...problem, demand: gather(demand), cost: (root: number) => gather(cost(root)) };
}
