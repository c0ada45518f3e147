import { SMALLEST_SHOWN } from "../../kernels/disclosure/shown.ts";

/** Changes of the way to school, metres one way, above `over` and up to `upTo`; a shorter way is negative. */
export interface ChangeBand {
  readonly over: number;
  readonly upTo: number;
  readonly pupils: number;
}

/** Where the bands part, metres: half a kilometre either way counts as about the same. */
export const BAND_EDGES = [-5000, -2000, -500, 500, 2000, 5000] as const;

/** The band of a change; a shorter way by exactly 500 m is still about the same, as a longer one by 500 m is. */
export const bandOfChange = (change: number): number =>
  BAND_EDGES.reduce((band, edge) => band + (edge < 0 ? Number(change >= edge) : Number(change > edge)), 0);

const ABOUT_THE_SAME = 3;

/**
 * Bands merged towards "about the same", the outermost first, until each has no pupils or enough to be shown, so that every total of a
 * band can be published. `merged[band]` is the number of the band that an original one went into.
 */
export function mergeBands(pupils: ArrayLike<number>): {
  readonly bands: readonly ChangeBand[];
  readonly merged: readonly number[];
} {
  const groups = Array.from(pupils, (count, band) => ({ members: [band], count }));
  for (;;) {
    const middle = groups.findIndex(({ members }) => members.includes(ABOUT_THE_SAME));
    const [small] = groups
      .flatMap(({ count }, group) => (count > 0 && count < SMALLEST_SHOWN ? [group] : []))
      .toSorted((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    if (small === undefined || groups.length === 1) break;
    // The middle itself takes in the larger of its neighbours; every other goes one step inwards.
    const into = small === middle ? largerNeighbour(groups, middle) : small < middle ? small + 1 : small - 1;
    const [first, second] = [Math.min(small, into), Math.max(small, into)];
    groups.splice(first, 2, {
      members: [...groups[first].members, ...groups[second].members],
      count: groups[first].count + groups[second].count,
    });
  }
  const edges = [-Infinity, ...BAND_EDGES, Infinity];
  return {
    bands: groups.map(({ members, count }) => ({
      over: edges[members[0]],
      upTo: edges[members[members.length - 1] + 1],
      pupils: count,
    })),
    merged: Array.from(pupils, (_, band) => groups.findIndex(({ members }) => members.includes(band))),
  };
}

/** How many get more than half a kilometre farther or nearer, as far as it may be said without a number. */
export type HowMany = "none" | "few" | "five or more";

export function howManyBeyond(pupils: ArrayLike<number>): { readonly longer: HowMany; readonly shorter: HowMany } {
  const sum = (from: number, to: number): number =>
    Array.from(pupils)
      .slice(from, to)
      .reduce((total, count) => total + count, 0);
  return { shorter: howMany(sum(0, ABOUT_THE_SAME)), longer: howMany(sum(ABOUT_THE_SAME + 1, pupils.length)) };
}

const howMany = (count: number): HowMany => (count === 0 ? "none" : count < SMALLEST_SHOWN ? "few" : "five or more");

function largerNeighbour(groups: readonly { readonly count: number }[], middle: number): number {
  const [before, after] = [groups[middle - 1]?.count ?? -1, groups[middle + 1]?.count ?? -1];
  return before > after ? middle - 1 : middle + 1;
}
