import { selected } from "../../kernels/uncertainty/select.ts";
import type { Factor, Move, Work } from "./fit-factor.ts";
import { combined, parted } from "./fit-join.ts";
import { type Closing, Outlook } from "./fit-outlook.ts";
import { pairFactors } from "./fit-pairs.ts";
import { cheapestSites, loadsOf, type UnitAssignment, valueOf } from "./problem.ts";
import type { Relaxed } from "./relax.ts";

/**
 * The best plan by what it costs more than the bound, in budgets that rise until one suffices. Everybody begins at the site that
 * is least at the bound's prices; a plan costs more by the reduced costs of those who go elsewhere and by what its loads are off
 * the priced sites' places. Which units pass between two sites matters to the others by their number alone, so each pair has a
 * table of the least cost of every number (a knapsack; Bellman 1957), and the sites are eliminated one by one from the graph
 * that the pairs make (nonserial dynamic programming; Bertelè and Brioschi 1972). `undefined` where that is too much work,
 * "none" where no plan costs at most `most` more than the bound.
 */
export function fitWithin(problem: UnitAssignment, relaxed: Relaxed, most: number): Uint16Array | "none" | undefined {
  if (!problem.demand.every((pupils) => Number.isInteger(pupils))) return undefined;
  const base = cheapestSites({ ...problem, cost: relaxed.reducedCost });
  if (!base) return undefined;
  const begin = new Begin(problem, relaxed, base);
  const isSmall = problem.demand.every((pupils) => pupils <= SMALL_UNIT);
  const work = { ...(isSmall ? WORK_OF_SMALL : WORK_OF_LARGE) };
  const found = rising(problem, begin, work, most);
  return found === undefined || found === "none" ? found : confirmed(problem, relaxed, found);
}

/** Plans that go none of the ways that are barred. */
interface Open {
  /** Ways that may not be gone, `unit * sites + site`. */
  readonly barred: ReadonlySet<number>;
  /** No plan among them costs less more than the bound. */
  readonly least: number;
  /** What they are looked for within next. */
  readonly budget: number;
}

/**
 * The plan of least extra cost: branch and bound, the part that may hold the cheapest next. A part is looked through within a budget;
 * where nothing costs so little it waits for a larger one, and where the cheapest would send a unit to two sites it falls in two.
 */
function rising(problem: UnitAssignment, begin: Begin, work: Work, most: number): Fitting | "none" | undefined {
  const open: Open[] = [{ barred: new Set(), least: 0, budget: Math.min(most, begin.first) }];
  let best: Fitting | undefined;
  for (;;) {
    const part = takeLeast(open);
    if (!part || (best && best.extra < part.least + 0.5)) return best ?? "none";
    const limit = Math.min(most, best?.extra ?? Infinity);
    const budget = Math.min(part.budget, limit);
    const before = work.left;
    const found = fit(problem, begin, { barred: part.barred, work, budget });
    if (found === undefined) return undefined;
    if (found === "none") {
      const larger = budget * riseAfter(before - work.left);
      if (budget < limit) open.push({ ...part, least: budget, budget: larger });
    } else if ("twice" in found) {
      const { unit, to, extra } = { ...found.twice, extra: found.extra };
      const elsewhere = Array.from({ length: problem.sites }, (_, site) => site).filter((site) => site !== to);
      for (const sites of [[to], elsewhere])
        open.push({
          barred: new Set([...part.barred, ...sites.map((site) => unit * problem.sites + site)]),
          least: extra,
          budget,
        });
    } else if (!best || found.extra < best.extra) best = found;
  }
}

/** The part whose plans may cost least, the one that has waited longest of those alike. */
function takeLeast(open: Open[]): Open | undefined {
  let next = 0;
  for (let i = 1; i < open.length; i++) if (open[i].least < open[next].least) next = i;
  return open.splice(next, 1)[0];
}

/**
 * What all budgets together may take: where all units are small many ways come to the same loads, and tables come to an end
 * sooner than branch and bound; where some are large, hardly any do.
 */
const SMALL_UNIT = 20;
const WORK_OF_SMALL = { left: 10_000_000, mostEntries: 60_000 };
const WORK_OF_LARGE = { left: 60_000, mostEntries: 1000 };

/** How many times as large the next budget is: the more work one took, the more it matters not to go far beyond what is needed. */
const riseAfter = (work: number): number => RISES.find(({ upTo }) => work < upTo)?.rise ?? LEAST_RISE;
const RISES = [
  { upTo: 4_000, rise: 1.6 },
  { upTo: 40_000, rise: 1.25 },
];
const LEAST_RISE = 1.05;
/** Sites whose loads matter; their graph is gone through again and again. */
const MOST_SITES = 40;
/** Moves, for each priced site, that the first budget pays for one by one. */
const FIRST_MOVES = 25;

/** Everybody at the site that is least at the bound's prices, and what it costs more to go elsewhere. */
class Begin {
  readonly base: Uint16Array;
  /** `[site]` */
  readonly load: Float64Array;
  readonly isPriced: readonly boolean[];
  readonly closing: (site: number) => Closing;
  readonly #problem: UnitAssignment;
  readonly #reducedCost: Float64Array;
  #moves: readonly Move[] = [];
  #upTo = -1;

  constructor(problem: UnitAssignment, { reducedCost, price }: Relaxed, base: Uint16Array) {
    this.#problem = problem;
    this.#reducedCost = reducedCost;
    this.base = base;
    const load = loadsOf(problem, base);
    this.load = load;
    this.isPriced = Array.from(price, (each) => each > 0);
    this.closing = (site) => closingOf(problem, price[site], load[site], site);
  }

  /** Moves that cost at most the budget, one by one. */
  within(budget: number): readonly Move[] {
    if (budget > this.#upTo) {
      this.#upTo = budget * AHEAD;
      this.#moves = this.#find();
    }
    return this.#moves.filter(({ extra }) => extra <= budget);
  }

  /** What the cheapest moves cost, as many as the first budget pays for. */
  get first(): number {
    const wanted = FIRST_MOVES * this.isPriced.filter(Boolean).length;
    const { units, sites } = this.#problem;
    const place = units + wanted;
    return place < units * sites ? Math.max(1, selected(this.#reducedCost.slice(), place)) : Infinity;
  }

  #find(): readonly Move[] {
    const { units, sites, demand } = this.#problem;
    const moves: Move[] = [];
    for (let unit = 0; unit < units; unit++) {
      if (demand[unit] === 0) continue;
      const from = this.base[unit];
      for (let to = 0; to < sites; to++) {
        const extra = this.#reducedCost[unit * sites + to];
        if (extra < Infinity && extra <= this.#upTo && to !== from)
          moves.push({ unit, from, to, pupils: demand[unit], extra });
      }
    }
    return moves;
  }
}

/** Moves are looked for up to so many times the budget. */
const AHEAD = 6;

interface Fitting {
  readonly plan: Uint16Array;
  readonly extra: number;
}

interface Twice {
  readonly twice: Move;
  readonly extra: number;
}

/** A plan that costs what its extra says, within what numbers can hold; another is not to be trusted. */
function confirmed(problem: UnitAssignment, { bound }: Relaxed, { plan, extra }: Fitting): Uint16Array | undefined {
  return Math.abs(valueOf(problem, plan).total - bound - extra) < 0.5 ? plan : undefined;
}

interface Terms {
  readonly budget: number;
  readonly barred: Open["barred"];
  readonly work: Work;
}

/** The plan of least extra cost within the budget; of a unit that it would send twice, one of the two ways. */
function fit(problem: UnitAssignment, begin: Begin, terms: Terms): Fitting | Twice | "none" | undefined {
  const { sites } = problem;
  const { budget, barred } = terms;
  const moves = begin.within(budget).filter(({ unit, to }) => !barred.has(unit * sites + to));
  const isFree = freeSites(problem, begin, moves);
  const held = Array.from({ length: sites }, (_, site) => site).filter((site) => !isFree[site]);
  if (held.length > MOST_SITES) return undefined;
  const factors = pairFactors(moves, isFree, budget, terms.work);
  if (!factors) return undefined;
  const ended = eliminate(factors, held, begin.closing, terms);
  if (ended === undefined || ended === "none") return ended;
  const extra = ended.reduce((sum, { cost }) => sum + cost[0], 0);
  const plan = begin.base.slice();
  const by = new Map<number, Move>();
  for (const move of ended.flatMap((factor) => parted(factor))) {
    const other = by.get(move.unit);
    if (other) return { twice: other, extra };
    by.set(move.unit, move);
    plan[move.unit] = move.to;
  }
  return { plan, extra };
}

/** Sites without a price that have room for all who may come: what goes on there matters to nobody. */
function freeSites(
  { sites, capacity }: UnitAssignment,
  { isPriced, load }: Begin,
  moves: readonly Move[],
): readonly boolean[] {
  const most = load.slice();
  for (const { to, pupils } of moves) most[to] += pupils;
  return Array.from({ length: sites }, (_, site) => !isPriced[site] && most[site] <= capacity[site]);
}

/** What a site's load costs more than the bound reckons with: places left over at its price, and pupils beyond them. */
const closingOf = (
  { capacity, overflowPrice }: UnitAssignment,
  price: number,
  load: number,
  site: number,
): Closing => ({
  spare: capacity[site] - load,
  below: Math.max(0, price),
  beyond: overflowPrice - price,
});

/** Eliminates every site, the one with fewest neighbours next; what is left are the parts that have nothing to do with each other. */
function eliminate(
  factors: readonly Factor[],
  sites: readonly number[],
  closing: (site: number) => Closing,
  { budget, work }: Terms,
): readonly Factor[] | "none" | undefined {
  const outlook = new Outlook(factors, sites, closing, { budget, work });
  const around = (site: number): number => sitesOf(outlook.of(site)).size;
  const neighbours = new Map(sites.map((site) => [site, around(site)]));
  while (neighbours.size > 0) {
    if (outlook.least > budget) return "none";
    let [next, fewest] = [-1, Infinity];
    for (const [site, count] of neighbours) if (count < fewest) [next, fewest] = [site, count];
    neighbours.delete(next);
    const made = combined(outlook, next);
    if (made === undefined) return undefined;
    if (made.cost.length === 0) return "none";
    for (const site of made.sites) neighbours.set(site, around(site));
  }
  return outlook.least > budget ? "none" : outlook.ended;
}

function sitesOf(factors: readonly Factor[]): ReadonlySet<number> {
  const sites = new Set<number>();
  for (const factor of factors) for (const site of factor.sites) sites.add(site);
  return sites;
}
