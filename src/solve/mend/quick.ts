import FlatQueue from "flatqueue";
import { NO_SITE } from "../../domain/plan.ts";
import type { CutOff } from "../../evaluate/cut-off.ts";
import { AREA, type BandGround, isSmaller, type Moves, type Size } from "./band-ground.ts";
import { partsGivenAway } from "./many-parts.ts";
import { canBeJoined, leastSize } from "./bound.ts";
import type { SolverOptions } from "../solver.ts";

/** A repair of one band by rule of thumb. */
export interface FoundMoves extends Size {
  readonly moves: Moves;
}

export interface QuickMoves extends FoundMoves {
  /** Whether no repair is smaller, as a simple bound shows. */
  readonly proven: "optimal" | "quick";
}

type QuickAnswer =
  | { readonly status: "found"; readonly found: QuickMoves }
  /** Whatever is moved, something stays apart, even without regard to places. */
  | { readonly status: "none" }
  | { readonly status: "unknown" };

export const foundBy = (answer: QuickAnswer): QuickMoves | undefined =>
  answer.status === "found" ? answer.found : undefined;

/** So many maps are tried, and more for each part that was cut off. */
const MOST_TRIED = 50;
const MORE_TRIED = 10;
/** More are given away together as well, and of many more each alone is not looked at. */
const FEW_PARTS = 3;
const MANY_PARTS = 12;
/**
 * What a part that is still cut off is taken to cost, areas: of two maps alike, the one with fewer is gone on with. More than any way
 * takes where all that is wanted is one that is "found", so that no map with more parts is gone back to while there is one with fewer.
 */
const PART_AREAS = { smaller: 3, found: 1000 } as const;
const PART_PUPILS = { smaller: 5, found: 1000 } as const;
/** Which of two repairs is smaller, as what it is to have fewest of first says; and a number that is smaller then. */
const ORDERS = {
  areas: { isFewer: isSmaller, size: ({ areas, pupils }: Size) => areas * AREA + pupils },
  pupils: {
    isFewer: (one: Size, other: Size) =>
      one.pupils < other.pupils || (one.pupils === other.pupils && one.areas < other.areas),
    size: ({ areas, pupils }: Size) => pupils * AREA + areas,
  },
} as const;
/** What a way through an area weighs: with so many pupils, at the rim of its zone or inside, which is looked at only where it is asked. */
type Weigh = (pupils: number, isRim: () => boolean) => number;
const AREAS_FIRST: Weigh = (pupils) => AREA + pupils;
/** Where a school is full. */
const PUPILS_FIRST: Weigh = (pupils) => 1 + pupils * AREA;
/** A way along the rim of a zone leaves the zone whole; one across it is worth it only where it is so much shorter. */
const INSIDE = 4;
const RIM_FIRST: Weigh = (pupils, isRim) => AREA * (isRim() ? 1 : INSIDE) + pupils;
const RIM_PUPILS_FIRST: Weigh = (pupils, isRim) => (isRim() ? 1 : INSIDE) + pupils * AREA;

interface QuickOptions extends Pick<SolverOptions, "shouldStop"> {
  /** A repair that moves as many pupils, of those who count, is none. */
  readonly fewerThan?: number;
  /** Maps tried, beside more for each part that was cut off. */
  readonly mostTried?: number;
}

/** The map with some units moved. */
interface Tried extends FoundMoves {
  readonly owners: Uint16Array;
  readonly cut: readonly CutOff[];
}

/**
 * Joins what a stroke cut off: each part is given away to a zone beside it, or a way is laid through other zones from it to the rest;
 * what that cuts off in turn is joined likewise. The most promising map is gone on with first; until anything is "found", or for a while
 * longer, lest something "smaller" is. Stopped before, it answers what was found by then.
 */
export function quickMoves(
  ground: BandGround,
  until: "found" | "smaller" = "smaller",
  { shouldStop, fewerThan = Infinity, mostTried = MOST_TRIED }: QuickOptions = {},
): QuickAnswer {
  const start = ground.allCutOff(ground.is);
  if (start.some((cut) => !canBeJoined(ground, cut))) return { status: "none" };
  const { isFewer, size } = ORDERS[ground.first === "pupils" ? "pupils" : "areas"];
  const isBounded = ground.first !== "pupils" && (until === "smaller" || start.length === 0);
  const least = isBounded ? leastSize(ground, start) : undefined;
  const isLeast = (found: Size): boolean => least !== undefined && !isFewer(least, found);
  const isEnough = (found: Size): boolean => until === "found" || isLeast(found);
  const queue = new FlatQueue<Tried>();
  const promise = ({ areas, pupils, cut }: Tried): number =>
    size({ areas: areas + PART_AREAS[until] * cut.length, pupils: pupils + PART_PUPILS[until] * cut.length });
  let best: Tried | undefined;
  const push = (tried: Tried): void => {
    if (tried.pupils >= fewerThan || (best && !isFewer(tried, best))) return;
    if (tried.cut.length === 0) best = tried;
    else queue.push(tried, promise(tried));
  };
  const asIs: Tried = { owners: ground.is, moves: new Map(), areas: 0, pupils: 0, cut: start };
  const seen = new Set<number>();
  const given = start.length > FEW_PARTS ? withMoves(ground, asIs, partsGivenAway(ground, start)) : undefined;
  if (given) push(given);
  if (!given || start.length <= MANY_PARTS) push(asIs);
  let left = mostTried + MORE_TRIED * Math.min(start.length, MANY_PARTS);
  for (let tried = queue.pop(); tried && left > 0; tried = queue.pop()) {
    if ((best && isEnough(best)) || shouldStop?.() === true) break;
    if (best && !isFewer(tried, best)) continue;
    for (const moved of waysToJoin(ground, tried, fewerThan - tried.pupils)) {
      if (best && isEnough(best)) break;
      // What one way takes another gives back, and the most promising map would be come back to for ever.
      const key = keyAfter(ground, tried, moved);
      if (seen.has(key)) continue;
      seen.add(key);
      const next = withMoves(ground, tried, moved);
      left--;
      if (next) push(next);
    }
  }
  if (!best) return { status: "unknown" };
  const { moves, areas, pupils } = best;
  return { status: "found", found: { moves, areas, pupils, proven: isLeast(best) ? "optimal" : "quick" } };
}

/** The map with more units moved; undefined where a site would get too many pupils. */
function withMoves(ground: BandGround, tried: Tried, moved: Moves): Tried | undefined {
  const owners = tried.owners.slice();
  const moves = new Map(tried.moves);
  const touched = new Set<number>();
  for (const [unit, site] of moved) {
    for (const each of [owners[unit], site]) if (each !== NO_SITE) touched.add(each);
    owners[unit] = site;
    if (site === ground.is[unit]) moves.delete(unit);
    else moves.set(unit, site);
  }
  const load = ground.loadOf(owners);
  if (load.some((pupils, site) => pupils > ground.capacity[site])) return undefined;
  const pupils = [...moves.keys()].reduce((sum, unit) => sum + ground.counted(unit), 0);
  return { owners, moves, areas: moves.size, pupils, cut: ground.cutOff(owners, touched, tried.cut) };
}

/** Equal for equal maps, and as good as never for others: two sums of scattered numbers, one for each unit elsewhere than at first. */
function keyAfter({ is }: BandGround, { moves }: Tried, moved: Moves): number {
  let [low, high] = [0, 0];
  const add = (unit: number, site: number | undefined, sign: number): void => {
    if (site === undefined || site === is[unit]) return;
    low = (low + sign * scattered(unit, site)) | 0;
    high = (high + sign * scattered(site + 1, unit)) | 0;
  };
  for (const [unit, site] of moves) add(unit, site, 1);
  for (const [unit, site] of moved) {
    add(unit, moves.get(unit), -1);
    add(unit, site, 1);
  }
  return (low >>> 0) + (high & 0x1fffff) * 2 ** 32;
}

/** A number of 32 bits for each pair of small ones (the last step of MurmurHash3). */
function scattered(one: number, other: number): number {
  let bits = Math.imul(one, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** Ways to join the smallest part that is cut off, none through an area that alone would move so many pupils. */
function waysToJoin(ground: BandGround, { owners, cut }: Tried, fewerThan: number): readonly Moves[] {
  const smallest = cut.reduce((least, each) => (each.part.length < least.part.length ? each : least));
  const around = ownersAround(ground, owners, smallest);
  const given = [...around].flatMap((site) =>
    smallest.part.every((unit) => ground.mayGo(unit, site))
      ? [new Map(smallest.part.map((unit) => [unit, site] as const))]
      : [],
  );
  const way = (weigh: Weigh, avoided?: number): Moves | undefined =>
    corridor(ground, owners, smallest, { weigh, avoided, fewerThan });
  const free = way(AREAS_FIRST);
  if (!free) return given;
  const through = new Set([...free.keys()].map((unit) => owners[unit]));
  const others = [...through].map((site) => way(AREAS_FIRST, site));
  return [
    ...given,
    ...[free, ...others, ...[PUPILS_FIRST, RIM_FIRST, RIM_PUPILS_FIRST].map((weigh) => way(weigh))].filter(
      (moves) => moves !== undefined,
    ),
  ];
}

/** Sites outside a region whose zones touch a part of it. */
function ownersAround(ground: BandGround, owners: Uint16Array, { region, part }: CutOff): ReadonlySet<number> {
  const around = new Set<number>();
  for (const unit of part)
    for (const next of ground.beside(unit))
      if (owners[next] !== NO_SITE && !region.sites.includes(owners[next])) around.add(owners[next]);
  return around;
}

/** What a way may lead through, and at what price. */
interface Passing {
  readonly weigh: Weigh;
  /** A site from whose zone nothing is taken. */
  readonly avoided: number | undefined;
  readonly fewerThan: number;
}

/**
 * The fewest areas, then pupils, through which a part reaches the rest of its region, without taking from one site's zone; moved to the
 * zone that the way begins in. Dijkstra outward from the part.
 */
function corridor(
  ground: BandGround,
  owners: Uint16Array,
  { region, part, rest }: CutOff,
  { weigh, avoided, fewerThan }: Passing,
): Moves | undefined {
  const cost = new Float64Array(owners.length).fill(Infinity);
  const from = new Int32Array(owners.length).fill(-1);
  const site = new Uint16Array(owners.length);
  const isGoal = new Uint8Array(owners.length);
  for (const unit of rest) isGoal[unit] = 1;
  const isOwn = new Uint8Array(NO_SITE + 1);
  for (const each of region.sites) isOwn[each] = 1;
  const { start, target } = ground.adjacency;
  const queue = new FlatQueue();
  for (const unit of part) {
    cost[unit] = 0;
    site[unit] = owners[unit];
    queue.push(unit, 0);
  }
  for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) {
    if (isGoal[unit] === 1) return wayTo(owners, from, site, unit);
    for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
      const next = target[edge];
      const owner = owners[next];
      const own = isOwn[owner] === 1;
      if (!own && (owner === avoided || ground.counted(next) >= fewerThan || !ground.mayGo(next, site[unit]))) continue;
      const here = cost[unit] + (own ? 0 : weigh(ground.counted(next), () => liesAtRim(ground, owners, next)));
      if (here >= cost[next]) continue;
      cost[next] = here;
      from[next] = unit;
      site[next] = own ? owner : site[unit];
      queue.push(next, here);
    }
  }
  return undefined;
}

/** Whether a unit touches another zone, or the edge of the map. */
function liesAtRim(ground: BandGround, owners: Uint16Array, unit: number): boolean {
  const around = ground.beside(unit);
  return around.length < INNER_NEIGHBOURS || around.some((next) => owners[next] !== owners[unit]);
}
/** Neighbours of a cell that does not lie at the edge. */
const INNER_NEIGHBOURS = 6;

function wayTo(owners: Uint16Array, from: Int32Array, site: Uint16Array, goal: number): Moves {
  const moves = new Map<number, number>();
  for (let unit = goal; unit >= 0; unit = from[unit]) if (site[unit] !== owners[unit]) moves.set(unit, site[unit]);
  return moves;
}
