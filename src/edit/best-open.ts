/** What two plans say of one school in one band: whether it is open. */
interface Said {
  readonly first: boolean;
  readonly second: boolean;
  /** As it was before either; where the two differ, one of them changed it. */
  readonly start: boolean;
  /** What the change of it counts for, in pupils. */
  readonly weight: number;
}

/** Pupils of one area, and the schools that one of the plans would send them to: none, one or two. */
interface Leaning {
  readonly sites: readonly number[];
  readonly pupils: number;
}

interface Best {
  /** `[site]`. */
  readonly isOpen: readonly boolean[];
  readonly isProven: boolean;
}

/** More schools that differ than this are not tried in every way: 2^20 ways take about a second. */
const MOST_TRIED = 20;

/**
 * Which schools are open where two plans differ, so that the most is kept of both: pupils who get a school that is wished for them, and
 * changes of schools by their weight. Of what is equal, the way that is most as the first has it. Every way is tried; with more schools
 * than {@link MOST_TRIED} one is changed after the other until none helps, which proves nothing.
 */
export function bestOpen(said: readonly Said[], wishes: readonly Leaning[]): Best {
  const differing = said.flatMap(({ first, second }, site) => (first === second ? [] : [site]));
  const gains = gainsOf(said, wishes, differing);
  const asFirst = differing.map((site) => said[site].first);
  const isProven = differing.length <= MOST_TRIED;
  const open = isProven ? everyWay(gains, asFirst) : stepByStep(gains, asFirst);
  const at = new Map(differing.map((site, i) => [site, i]));
  return { isOpen: said.map(({ first }, site) => open[at.get(site) ?? -1] ?? first), isProven };
}

/** What opening each differing school is worth by itself, and pupils for whom either of two will do. */
interface Gains {
  readonly one: readonly number[];
  readonly either: readonly { readonly a: number; readonly b: number; readonly pupils: number }[];
}

function gainsOf(said: readonly Said[], wishes: readonly Leaning[], differing: readonly number[]): Gains {
  const place = new Map(differing.map((site, at) => [site, at]));
  // Whoever changed it opened what was closed, or closed what was open.
  const one = differing.map((site) => (said[site].start ? -said[site].weight : said[site].weight));
  const either = new Map<number, number>();
  for (const { sites, pupils } of wishes) {
    if (sites.some((site) => !place.has(site) && said[site].first)) continue;
    const [a, b] = sites.flatMap((site) => place.get(site) ?? []).toSorted((x, y) => x - y);
    if (a === undefined) continue;
    if (b === undefined) one[a] += pupils;
    else either.set(a * differing.length + b, (either.get(a * differing.length + b) ?? 0) + pupils);
  }
  const pairs = [...either].map(([key, pupils]) => ({
    a: Math.floor(key / differing.length),
    b: key % differing.length,
    pupils,
  }));
  return { one, either: pairs };
}

type Way = readonly boolean[];

function worth({ one, either }: Gains, way: Way): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) if (way[at]) sum += one[at];
  for (const { a, b, pupils } of either) if (way[a] || way[b]) sum += pupils;
  return sum;
}

const unlike = (way: Way, other: Way): number => way.reduce((sum, isOpen, at) => sum + Number(isOpen !== other[at]), 0);

function everyWay(gains: Gains, asFirst: Way): Way {
  let best = asFirst;
  let most = worth(gains, asFirst);
  for (let mask = 0; mask < 2 ** asFirst.length; mask++) {
    const way = asFirst.map((_, at) => Boolean(mask & (1 << at)));
    const sum = worth(gains, way);
    if (sum < most || (sum === most && unlike(way, asFirst) >= unlike(best, asFirst))) continue;
    [best, most] = [way, sum];
  }
  return best;
}

function stepByStep(gains: Gains, asFirst: Way): Way {
  let best = asFirst;
  for (;;) {
    const ways = best.map((isOpen, at) => best.with(at, !isOpen));
    const better = ways.reduce((one, other) => (worth(gains, other) > worth(gains, one) ? other : one), best);
    if (better === best) return best;
    best = better;
  }
}
