import { APART, HUES } from "./palette.ts";

/** Two districts that touch, by number. */
export type Touching = readonly (readonly [one: number, other: number])[];

/** What colours and letters depend on besides the plan: today's districts, which of them each site belongs to, and how much it weighs. */
export interface ColouringContext {
  /** Of today's districts. */
  readonly count: number;
  /** Number of today's district, `[site]`; -1 for a site in none. */
  readonly districtOfSite: readonly number[];
  /** Pupils, `[site]`. */
  readonly weight: readonly number[];
  /** Today's districts that touch. */
  readonly touching: Touching;
}

/** A district as it is recognised from one plan to the next. */
export interface Recognised {
  readonly sites: readonly number[];
  /** Number of today's district that goes on in it, if any; no two go on from the same. */
  readonly goesOn: number | undefined;
}

/** What tells a plan's districts apart, `[district]`. */
export interface Signs {
  /** Numbers of {@link HUES}. */
  readonly colours: readonly number[];
  /** Places in the row of letters: today's districts have the first, in their order; districts that none of them goes on in have the next. */
  readonly letters: readonly number[];
}

/**
 * Colours and letters for a plan's districts. Each of today's districts has its own, and the district that it goes on in keeps
 * them. The letter is always kept, the colour where its
 * neighbours' can be told from it. So one and the same district looks alike in every plan, and little changes from plan to plan.
 */
export function signsOf(districts: readonly Recognised[], touching: Touching, context: ColouringContext): Signs {
  const homes = homeColours(context);
  const parts = districts.map(({ sites }) => partsOf(sites, context));
  const preferred = parts.map((own, district) =>
    [districts[district].goesOn, ...own.map(({ home }) => home)].flatMap((home) =>
      home === undefined ? [] : [homes[home]],
    ),
  );
  let next = context.count;
  return {
    colours: coloured(orderOf(districts, parts), preferred, touching),
    letters: districts.map(({ goesOn }) => goesOn ?? next++),
  };
}

/** Those that go on choose first, as what is new is to take no colour that another goes on with; then those with the heaviest part. */
function orderOf(districts: readonly Recognised[], parts: readonly (readonly Part[])[]): readonly number[] {
  const isNew = (district: number): number => Number(districts[district].goesOn === undefined);
  const weight = (district: number): number => parts[district].at(0)?.weight ?? 0;
  return [...districts.keys()].toSorted((a, b) => isNew(a) - isNew(b) || weight(b) - weight(a) || a - b);
}

/** Colours of today's districts. Those with most neighbours choose first where there are more districts than colours. */
function homeColours({ count, touching }: ColouringContext): readonly number[] {
  const order = Array.from({ length: count }, (_, district) => district);
  const near = neighboursOf(count, touching);
  if (count > HUES.length) order.sort((a, b) => near[b].size - near[a].size || a - b);
  return coloured(
    order,
    order.map(() => []),
    touching,
  );
}

/** Least differences of neighbours to try for, CIEDE2000: enough to match an area to a key, then what can be had. */
const APART_ENOUGH = [10, 8, 6, 4, 0] as const;
/** Steps of the search for one of them: a case of hundreds of districts gets its colours at once all the same. */
const STEPS = 5000;

/** The first colouring, in the order of preference, whose neighbours are as far apart as can be had. */
function coloured(
  order: readonly number[],
  preferred: readonly (readonly number[])[],
  touching: Touching,
): readonly number[] {
  const near = neighboursOf(order.length, touching);
  const none = preferred.map(() => []);
  // A colour each where there are enough; preferences are given up before neighbours that look alike.
  const ways = [
    ...(order.length <= HUES.length
      ? [{ preferred, sharing: "never" } as const, { preferred: none, sharing: "never" } as const]
      : []),
    { preferred, sharing: "apart" } as const,
    { preferred: none, sharing: "apart" } as const,
  ];
  for (const least of APART_ENOUGH)
    for (const way of ways) {
      const colours = search(order, near, least, way);
      if (colours) return colours;
    }
  return order.map((_, district) => district % HUES.length);
}

interface Way {
  /** Colours that a district would have first, `[district]`. */
  readonly preferred: readonly (readonly number[])[];
  /** Whether districts that do not touch may have the same colour. */
  readonly sharing: "never" | "apart";
}

/** One district after the other takes a colour, and gives it up again where a later one finds none. */
function search(
  order: readonly number[],
  near: readonly ReadonlySet<number>[],
  least: number,
  { preferred, sharing }: Way,
): number[] | undefined {
  const colours = order.map(() => -1);
  const uses = HUES.map(() => 0);
  let steps = 0;
  const fits = (colour: number, district: number): boolean =>
    [...near[district]].every(
      (other) => colours[other] < 0 || (APART[colour][colours[other]] >= least && colour !== colours[other]),
    );
  const place = (at: number): boolean => {
    if (at === order.length) return true;
    const district = order[at];
    const leastUsed = [...HUES.keys()]
      .filter((colour) => sharing === "apart" || uses[colour] === 0)
      .toSorted((a, b) => uses[a] - uses[b] || a - b);
    const wanted = new Set([...preferred[district].filter((colour) => uses[colour] === 0), ...leastUsed]);
    for (const colour of wanted) {
      if (!fits(colour, district)) continue;
      if (++steps > STEPS) return false;
      colours[district] = colour;
      uses[colour]++;
      if (place(at + 1)) return true;
      colours[district] = -1;
      uses[colour]--;
    }
    return false;
  };
  return place(0) ? colours : undefined;
}

/** What a district has of one of today's. */
interface Part {
  readonly home: number;
  readonly weight: number;
}

/** The heaviest first. */
function partsOf(sites: readonly number[], { districtOfSite, weight }: ColouringContext): readonly Part[] {
  const parts = new Map<number, number>();
  for (const site of sites) {
    const home = districtOfSite[site];
    if (home >= 0) parts.set(home, (parts.get(home) ?? 0) + weight[site]);
  }
  return [...parts]
    .map(([home, sum]) => ({ home, weight: sum }))
    .toSorted((a, b) => b.weight - a.weight || a.home - b.home);
}

function neighboursOf(count: number, touching: Touching): readonly ReadonlySet<number>[] {
  const neighbours = Array.from({ length: count }, () => new Set<number>());
  for (const [one, other] of touching) {
    neighbours[one].add(other);
    neighbours[other].add(one);
  }
  return neighbours;
}
