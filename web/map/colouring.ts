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
const APART_ENOUGH = [10, 8, 6, 4, 0];
/** Steps of the search for one of them: a case of hundreds of districts gets its colours at once all the same. */
const STEPS = 5000;

/** The first colouring, in the order of preference, whose neighbours are as far apart as can be had. */
function coloured(
  order: readonly number[],
  preferred: readonly (readonly number[])[],
  touching: Touching,
): readonly number[] {
  const near = neighboursOf(order.length, touching).map((neighbours) => [...neighbours]);
  // A colour each where there are enough; preferences are given up before neighbours that look alike.
  const sharings = order.length <= HUES.length ? (["never", "apart"] as const) : (["apart"] as const);
  const none = preferred.map(() => []);
  for (const clashes of CLASHES)
    for (const sharing of sharings) {
      const found = search(order, near, preferred, clashes, sharing);
      if (found.status === "found") return found.colours;
      if (found.status === "none") continue;
      const without = search(order, near, none, clashes, sharing);
      if (without.status === "found") return without.colours;
    }
  return order.map((_, district) => district % HUES.length);
}

/** A colouring, the proof that there is none, or neither within so many steps. */
type Search =
  | { readonly status: "found"; readonly colours: readonly number[] }
  | { readonly status: "none" | "given up" };

/** For each of these, of each colour those that a neighbour cannot have, as bits, `[colour]`. */
const CLASHES = APART_ENOUGH.map((least) =>
  APART.map((differences, colour) =>
    differences.reduce(
      (bits, difference, other) => bits | (Number(difference < least || other === colour) << other),
      0,
    ),
  ),
);
const EVERY_HUE = 2 ** HUES.length - 1;

/**
 * One district after the other takes the first colour of its preferred ones, then of those used least, and gives it up again where one
 * that is still to come has none left.
 */
function search(
  order: readonly number[],
  near: readonly (readonly number[])[],
  preferred: readonly (readonly number[])[],
  clashes: readonly number[],
  sharing: "never" | "apart",
): Search {
  const colours = order.map(() => -1);
  const uses = HUES.map(() => 0);
  // What its neighbours leave each district, as bits.
  const left = new Int32Array(order.length).fill(EVERY_HUE);
  let taken = 0;
  let steps = 0;
  const tried = (at: number, colour: number): boolean => {
    const district = order[at];
    const before = near[district].map((other) => left[other]);
    const takenBefore = taken;
    colours[district] = colour;
    uses[colour]++;
    if (sharing === "never") taken |= 1 << colour;
    for (const other of near[district]) left[other] &= ~clashes[colour];
    const later = sharing === "never" ? order.slice(at + 1) : near[district];
    if (later.every((other) => colours[other] >= 0 || (left[other] & ~taken) !== 0) && place(at + 1)) return true;
    near[district].forEach((other, i) => (left[other] = before[i]));
    taken = takenBefore;
    colours[district] = -1;
    uses[colour]--;
    return false;
  };
  const place = (at: number): boolean => {
    if (at === order.length) return true;
    const district = order[at];
    let open = left[district] & ~taken;
    const takes = (colour: number): boolean => {
      if ((open & (1 << colour)) === 0) return false;
      open &= ~(1 << colour);
      return ++steps <= STEPS && tried(at, colour);
    };
    if (preferred[district].some((colour) => uses[colour] === 0 && takes(colour))) return true;
    const most = Math.max(...uses);
    for (let used = 0; used <= most; used++)
      for (let colour = 0; colour < HUES.length; colour++) if (uses[colour] === used && takes(colour)) return true;
    return false;
  };
  if (place(0)) return { status: "found", colours };
  return { status: steps > STEPS ? "given up" : "none" };
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
