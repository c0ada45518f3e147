import FlatQueue from "flatqueue";
import { NO_SITE } from "../../domain/plan.ts";
import type { CutOff } from "../../evaluate/cut-off.ts";
import { AREA, type BandGround, isSmaller, type Moves, type Size } from "./band-ground.ts";
import { leastSize } from "./bound.ts";

/** A repair of one band by rule of thumb. */
export interface FoundMoves extends Size {
  readonly moves: Moves;
}

export interface QuickMoves extends FoundMoves {
  /** Whether no repair is smaller, as a simple bound shows. */
  readonly proven: "optimal" | "quick";
}

/** So many maps are tried, and more for each part that was cut off. */
const MOST_TRIED = 50;
const MORE_TRIED = 10;
/** What a part that is still cut off is taken to cost, areas: of two maps alike, the one with fewer is gone on with. */
const PART_AREAS = 3;
/** What a way through an area with so many pupils weighs. */
type Weigh = (pupils: number) => number;
const AREAS_FIRST: Weigh = (pupils) => AREA + pupils;
/** Where a school is full. */
const PUPILS_FIRST: Weigh = (pupils) => 1 + pupils * AREA;

/** The map with some units moved. */
interface Tried extends FoundMoves {
  readonly owners: Uint16Array;
  readonly cut: readonly CutOff[];
}

/**
 * Joins what a stroke cut off: each part is given away to a zone beside it, or a way is laid through other zones from it to the rest;
 * what that cuts off in turn is joined likewise. The most promising map is gone on with first. Undefined where none is found.
 */
export function quickMoves(ground: BandGround): QuickMoves | undefined {
  const start = ground.allCutOff(ground.is);
  const least = leastSize(ground, start);
  if (least.areas === Infinity) return undefined;
  const isLeast = (found: Size): boolean => !isSmaller(least, found);
  const queue = new FlatQueue<Tried>();
  const promise = ({ areas, pupils, cut }: Tried): number => (areas + PART_AREAS * cut.length) * AREA + pupils;
  let best: Tried | undefined;
  const push = (tried: Tried): void => {
    if (best && !isSmaller(tried, best)) return;
    if (tried.cut.length === 0) best = tried;
    else queue.push(tried, promise(tried));
  };
  push({ owners: ground.is, moves: new Map(), areas: 0, pupils: 0, cut: start });
  let left = MOST_TRIED + MORE_TRIED * start.length;
  for (let tried = queue.pop(); tried && left > 0; tried = queue.pop()) {
    if (best && isLeast(best)) break;
    if (best && !isSmaller(tried, best)) continue;
    for (const moved of waysToJoin(ground, tried)) {
      const next = withMoves(ground, tried, moved);
      left--;
      if (next) push(next);
    }
  }
  return (
    best && { moves: best.moves, areas: best.areas, pupils: best.pupils, proven: isLeast(best) ? "optimal" : "quick" }
  );
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
  if (load.some((pupils, site) => pupils > ground.room[site])) return undefined;
  const pupils = [...moves.keys()].reduce((sum, unit) => sum + ground.pupils(unit), 0);
  return { owners, moves, areas: moves.size, pupils, cut: ground.cutOff(owners, touched, tried.cut) };
}

/** Ways to join the smallest part that is cut off. */
function waysToJoin(ground: BandGround, { owners, cut }: Tried): readonly Moves[] {
  const smallest = cut.reduce((least, each) => (each.part.length < least.part.length ? each : least));
  const around = ownersAround(ground, owners, smallest);
  const given = [...around].flatMap((site) =>
    smallest.part.every((unit) => ground.mayGo(unit, site))
      ? [new Map(smallest.part.map((unit) => [unit, site] as const))]
      : [],
  );
  const way = (weigh: Weigh, avoided?: number): Moves | undefined => corridor(ground, owners, smallest, weigh, avoided);
  const free = way(AREAS_FIRST);
  if (!free) return given;
  const through = new Set([...free.keys()].map((unit) => owners[unit]));
  const others = [...through].map((site) => way(AREAS_FIRST, site));
  return [...given, ...[free, ...others, way(PUPILS_FIRST)].filter((moves) => moves !== undefined)];
}

/** Sites outside a region whose zones touch a part of it. */
function ownersAround(ground: BandGround, owners: Uint16Array, { region, part }: CutOff): ReadonlySet<number> {
  const around = new Set<number>();
  for (const unit of part)
    for (const next of ground.beside(unit))
      if (owners[next] !== NO_SITE && !region.sites.includes(owners[next])) around.add(owners[next]);
  return around;
}

/**
 * The fewest areas, then pupils, through which a part reaches the rest of its region, without taking from one site's zone; moved to the
 * zone that the way begins in. Dijkstra outward from the part.
 */
function corridor(
  ground: BandGround,
  owners: Uint16Array,
  { region, part, rest }: CutOff,
  weigh: Weigh,
  avoided: number | undefined,
): Moves | undefined {
  const cost = new Float64Array(owners.length).fill(Infinity);
  const from = new Int32Array(owners.length).fill(-1);
  const site = new Uint16Array(owners.length);
  const isGoal = new Uint8Array(owners.length);
  for (const unit of rest) isGoal[unit] = 1;
  const isOwn = new Set(region.sites);
  const queue = new FlatQueue();
  for (const unit of part) {
    cost[unit] = 0;
    site[unit] = owners[unit];
    queue.push(unit, 0);
  }
  for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) {
    if (isGoal[unit] === 1) return wayTo(owners, from, site, unit);
    for (const next of ground.beside(unit)) {
      const owner = owners[next];
      const own = isOwn.has(owner);
      if (!own && (owner === avoided || !ground.mayGo(next, site[unit]))) continue;
      const here = cost[unit] + (own ? 0 : weigh(ground.pupils(next)));
      if (here >= cost[next]) continue;
      cost[next] = here;
      from[next] = unit;
      site[next] = own ? owner : site[unit];
      queue.push(next, here);
    }
  }
  return undefined;
}

function wayTo(owners: Uint16Array, from: Int32Array, site: Uint16Array, goal: number): Moves {
  const moves = new Map<number, number>();
  for (let unit = goal; unit >= 0; unit = from[unit]) if (site[unit] !== owners[unit]) moves.set(unit, site[unit]);
  return moves;
}
