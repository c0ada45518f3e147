import { HUES } from "./palette.ts";

/** What colours depend on: which of today's districts each site belongs to, how much it weighs, and which sites' zones touch. */
export interface ColourGround {
  /** Number of today's district, `[site]`; -1 for a site in none. */
  readonly districtOfSite: readonly number[];
  /** Pupils, `[site]`. */
  readonly weight: readonly number[];
  readonly touching: readonly (readonly [site: number, site: number])[];
}

/**
 * Colours for a plan's districts, as numbers of {@link HUES}. Each of today's districts has a colour of its own; a new
 * district keeps that of its heaviest part, so that colours change as little as possible from plan to plan. No two districts
 * share a colour while there are enough of them, and never two that touch.
 */
export function coloursOf(districts: readonly (readonly number[])[], ground: ColourGround): readonly number[] {
  const homes = homeColours(ground);
  const claims = districts.map((sites) => claimsOf(sites, homes, ground));
  const neighbours = neighboursOf(districts, ground.touching);
  const colours = districts.map(() => -1);
  const order = claims.map((_, district) => district).toSorted((a, b) => claims[b].weight - claims[a].weight || a - b);
  for (const district of order) {
    const near = new Set([...neighbours[district]].map((other) => colours[other]));
    const used = new Set(colours);
    const wanted = [...claims[district].colours, ...HUES.keys()];
    colours[district] =
      wanted.find((colour) => !used.has(colour)) ?? wanted.find((colour) => !near.has(colour)) ?? wanted[0];
  }
  return colours;
}

/** Colours of today's districts, heaviest first: each its own while there are enough, and never that of a neighbour. */
function homeColours(ground: ColourGround): readonly number[] {
  const { districtOfSite, weight, touching } = ground;
  const count = Math.max(-1, ...districtOfSite) + 1;
  const districts = Array.from({ length: count }, (_, district) =>
    districtOfSite.flatMap((home, site) => (home === district ? [site] : [])),
  );
  const neighbours = neighboursOf(districts, touching);
  const heft = districts.map((sites) => sites.reduce((sum, site) => sum + weight[site], 0));
  const colours = districts.map(() => -1);
  const order = districts.map((_, district) => district);
  if (count > HUES.length) order.sort((a, b) => neighbours[b].size - neighbours[a].size || heft[b] - heft[a] || a - b);
  const uses = HUES.map(() => 0);
  for (const district of order) {
    const near = new Set([...neighbours[district]].map((other) => colours[other]));
    const free = [...HUES.keys()].filter((colour) => !near.has(colour));
    const least = (free.length > 0 ? free : [...HUES.keys()]).reduce((a, b) => (uses[b] < uses[a] ? b : a));
    colours[district] = least;
    uses[least]++;
  }
  return colours;
}

interface Claims {
  /** Colours of the parts, heaviest first. */
  readonly colours: readonly number[];
  /** Weight of the heaviest part. */
  readonly weight: number;
}

function claimsOf(sites: readonly number[], homes: readonly number[], ground: ColourGround): Claims {
  const { districtOfSite, weight } = ground;
  const parts = new Map<number, number>();
  for (const site of sites) {
    const home = districtOfSite[site];
    if (home >= 0) parts.set(home, (parts.get(home) ?? 0) + weight[site]);
  }
  const heaviest = [...parts].toSorted(([a, x], [b, y]) => y - x || a - b);
  return { colours: heaviest.map(([home]) => homes[home]), weight: heaviest[0]?.[1] ?? 0 };
}

function neighboursOf(
  districts: readonly (readonly number[])[],
  touching: ColourGround["touching"],
): readonly ReadonlySet<number>[] {
  const of = new Map(districts.flatMap((sites, district) => sites.map((site) => [site, district] as const)));
  const neighbours = districts.map(() => new Set<number>());
  for (const [a, b] of touching) {
    const [one, other] = [of.get(a), of.get(b)];
    if (one === undefined || other === undefined || one === other) continue;
    neighbours[one].add(other);
    neighbours[other].add(one);
  }
  return neighbours;
}
