import { APART, HUES } from "./palette.ts";

/** Two districts that touch, by number. */
export type Touching = readonly (readonly [one: number, other: number])[];

/** What colours depend on besides the plan: which of today's districts each site belongs to, and how much it weighs. */
export interface ColouringContext {
  /** Number of today's district, `[site]`; -1 for a site in none. */
  readonly districtOfSite: readonly number[];
  /** Pupils, `[site]`. */
  readonly weight: readonly number[];
  /** Today's districts that touch. */
  readonly touching: Touching;
}

/**
 * Colours for a plan's districts, as numbers of {@link HUES}. Each of today's districts has a colour of its own; a new
 * district keeps that of its heaviest part where its neighbours' can be told from it, so that colours change as little as
 * possible from plan to plan.
 */
export function coloursOf(
  districts: readonly (readonly number[])[],
  touching: Touching,
  context: ColouringContext,
): readonly number[] {
  const homes = homeColours(context);
  const claims = districts.map((sites) => claimsOf(sites, homes, context));
  const order = claims.map((_, district) => district).toSorted((a, b) => claims[b].weight - claims[a].weight || a - b);
  return coloured(
    order,
    claims.map(({ colours }) => colours),
    touching,
  );
}

/** Colours of today's districts. Those with most neighbours choose first where there are more districts than colours. */
function homeColours({ districtOfSite, touching }: ColouringContext): readonly number[] {
  const count = Math.max(-1, ...districtOfSite) + 1;
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

interface Claims {
  /** Colours of the parts, heaviest first. */
  readonly colours: readonly number[];
  /** Weight of the heaviest part. */
  readonly weight: number;
}

function claimsOf(sites: readonly number[], homes: readonly number[], context: ColouringContext): Claims {
  const { districtOfSite, weight } = context;
  const parts = new Map<number, number>();
  for (const site of sites) {
    const home = districtOfSite[site];
    if (home >= 0) parts.set(home, (parts.get(home) ?? 0) + weight[site]);
  }
  const heaviest = [...parts].toSorted(([a, x], [b, y]) => y - x || a - b);
  return { colours: heaviest.map(([home]) => homes[home]), weight: heaviest[0]?.[1] ?? 0 };
}

function neighboursOf(count: number, touching: Touching): readonly ReadonlySet<number>[] {
  const neighbours = Array.from({ length: count }, () => new Set<number>());
  for (const [one, other] of touching) {
    neighbours[one].add(other);
    neighbours[other].add(one);
  }
  return neighbours;
}
