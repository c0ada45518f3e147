import { type Random, seededRandom } from "../random.ts";
import { type Domain, wholeDomain } from "./domain.ts";
import { type Neighbours, neighboursOf, pricedCost } from "./neighbours.ts";
import { checkPlan, demandLayout, type LocationPlan, type LocationProblem, SITE } from "./problem.ts";
import { NOBODY, SearchState } from "./search-state.ts";
import { SiteMoves } from "./site-moves.ts";

interface SearchOptions {
  readonly seed: number;
  /** Changes tried in one cooling from hot to cold. */
  readonly proposals: number;
  /** Coolings, each from where the best plan so far is. */
  readonly coolings: number;
  /** A plan to begin with, `[unit]`; where it breaks a limit, that is mended first. */
  readonly start?: ArrayLike<number>;
  /** Hottest temperature, in steps of the usual difference between a unit's cheapest sites; 1 unless given, less to mend a start. */
  readonly hottest?: number;
  /** Everywhere and by cost alone unless given. */
  readonly guide?: Guide;
  /** Asked every few thousand proposals. */
  readonly shouldStop: () => boolean;
}

/** Where to look, and what room is worth there, `[site * resources + resource]`. */
export interface Guide {
  readonly domain: Domain;
  readonly roomPrice: Float64Array;
}

interface SearchResult {
  /** The best plan that keeps every limit; absent if none was met. */
  readonly best?: LocationPlan;
  readonly proposals: number;
}

/**
 * Local search for the {@link LocationProblem}: simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) over shifts of one
 * unit, swaps of two, and {@link SiteMoves}. Room may be exceeded at a price that rises while it is and falls while it is not
 * (strategic oscillation, Glover 1986); only plans that keep every limit count. O(resources) per shift or swap. The same seed
 * and numbers of proposals give the same plan.
 */
export function searchLocation(problem: LocationProblem, options: SearchOptions): SearchResult {
  const { domain, roomPrice } = options.guide ?? {
    domain: wholeDomain(problem),
    roomPrice: new Float64Array(problem.sites * problem.resources),
  };
  const costAt = pricedCost(problem, roomPrice);
  const near = neighboursOf(problem, domain, NEAR_SITES, costAt);
  for (let unit = 0; unit < problem.units; unit++)
    if (near.start[unit] === near.start[unit + 1]) return { proposals: 0 };
  return new Annealing(problem, near, usualStep(problem, near, costAt), options).run();
}

/** Sites in a unit's list: farther ones are only reached by swaps and site moves. */
const NEAR_SITES = 60;
/** Proposals between two looks at the temperature and the price of overflow. */
const ROUND = 1 << 12;
/** The price of overflow changes by these after each round. */
const UP = 1.1;
const DOWN = 0.95;
/** Room that is worth less by the guide counts for this share of its usual price. */
const LEAST_PRICE = 0.2;
/** One of this many proposals concerns a whole site. */
const SITE_MOVE_EVERY = 256;
/** Temperatures, in steps of the usual difference between a unit's cheapest sites. */
const HOT = 1;
const COLD = 0.005;
/** Rounding that is no gain. */
const LEAST_GAIN = 1e-9;

class Annealing {
  readonly #problem: LocationProblem;
  readonly #options: SearchOptions;
  readonly #random: Random;
  readonly #near: Neighbours;
  readonly #state: SearchState;
  readonly #siteMoves: SiteMoves | undefined;
  /** Usual difference between a unit's cheapest sites. */
  readonly #scale: number;
  /** What a unit of room is worth, `[site * resources + resource]`; overflow costs `#pressure` times that. */
  readonly #usualPrice: Float64Array;
  readonly #roomPrice: Float64Array;
  #pressure = 1;
  #best: { readonly site: Int32Array; readonly open: Uint8Array; cost: number } | undefined;

  constructor(problem: LocationProblem, near: Neighbours, scale: number, options: SearchOptions) {
    this.#problem = problem;
    this.#near = near;
    this.#options = options;
    this.#random = seededRandom(options.seed);
    this.#state = new SearchState(problem, near);
    const movesSites = problem.open.kind !== "any" || problem.fixedCost.some((cost) => cost > 0);
    this.#siteMoves = movesSites ? new SiteMoves(this.#state, this.#random) : undefined;
    this.#scale = scale;
    this.#usualPrice = usualPrice(problem, this.#scale);
    const least = options.guide ? LEAST_PRICE : 1;
    this.#roomPrice = Float64Array.from({ length: problem.sites * problem.resources }, (_, at) =>
      Math.max(options.guide?.roomPrice[at] ?? 0, least * this.#usualPrice[at % problem.resources]),
    );
    this.#setPressure(1);
  }

  run(): SearchResult {
    if (!this.#begin()) return { proposals: 0 };
    let proposals = 0;
    const hottest = this.#options.hottest ?? HOT;
    const rounds = Math.max(1, Math.round(this.#options.proposals / ROUND));
    for (let cooling = 0; cooling < this.#options.coolings; cooling++) {
      if (cooling > 0 && this.#best) this.#state.restore(this.#best);
      for (let round = 0; round < rounds; round++) {
        this.#round(this.#scale * hottest * (COLD / HOT) ** (round / Math.max(1, rounds - 1)));
        proposals += ROUND;
        this.#setPressure(this.#pressure * (this.#state.overfull > 0 ? UP : DOWN));
        if (this.#options.shouldStop()) return this.#result(proposals);
      }
    }
    return this.#result(proposals);
  }

  #result(proposals: number): SearchResult {
    const best = this.#best;
    if (!best) return { proposals };
    const checked = checkPlan(this.#problem, best.site, best.open);
    if ("wrong" in checked) throw new Error(`the search kept a wrong plan: ${checked.wrong}`);
    return { best: { site: best.site, open: best.open, value: checked.value }, proposals };
  }

  #setPressure(pressure: number): void {
    this.#pressure = Math.min(1e4, Math.max(1e-2, pressure));
    const { price } = this.#state;
    for (let at = 0; at < price.length; at++) price[at] = this.#roomPrice[at] * this.#pressure;
  }

  /** Opens the asked sites and sends every unit, largest first, to where the start says or it adds least; false if that cannot be. */
  #begin(): boolean {
    const { units, state: decided, open } = this.#problem;
    const { start } = this.#options;
    const state = this.#state;
    decided.forEach((now, site) => {
      if (now === SITE.open) state.openSite(site);
    });
    const most = open.kind === "any" ? this.#problem.sites : open.count;
    if (start)
      for (const site of Array.from(start))
        if (decided[site] === SITE.free && state.openCount < most) state.openSite(site);
    if (open.kind === "exactly") while (state.openCount < most && this.#openAny());
    if (state.openCount > most || (open.kind === "exactly" && state.openCount < most)) return false;
    const { amount, unitStride } = demandLayout(this.#problem);
    const size = Float64Array.from({ length: units }, (_, unit) =>
      Math.max(...this.#usualPrice.map((price, r) => price * amount[unit * unitStride + r])),
    );
    const order = Int32Array.from(size.keys()).toSorted((a, b) => size[b] - size[a] || a - b);
    return order.every((unit) => this.#place(unit, start?.[unit] ?? NOBODY));
  }

  #place(unit: number, preferred: number): boolean {
    const to = preferred >= 0 && this.#state.open[preferred] === 1 ? preferred : this.#state.cheapest(unit, NOBODY);
    if (to !== NOBODY) this.#state.shift(unit, to);
    return to !== NOBODY;
  }

  /** Opens one more site by chance; false if none is left. */
  #openAny(): boolean {
    const { state } = this.#problem;
    const left = Array.from(state.keys()).filter((site) => state[site] === SITE.free && this.#state.open[site] === 0);
    if (left.length === 0) return false;
    this.#state.openSite(left[Math.floor(this.#random() * left.length)]);
    return true;
  }

  #keepIfBest(): void {
    const { site, open, cost, overfull } = this.#state;
    if (overfull > 0 || (this.#best && cost >= this.#best.cost - LEAST_GAIN)) return;
    this.#best ??= { site: site.slice(), open: open.slice(), cost };
    this.#best.site.set(site);
    this.#best.open.set(open);
    this.#best.cost = cost;
  }

  #round(temperature: number): void {
    const { units } = this.#problem;
    const state = this.#state;
    const random = this.#random;
    for (let proposal = 0; proposal < ROUND; proposal++) {
      const unit = Math.floor(random() * units);
      const from = state.site[unit];
      const drawn = this.#drawSite(unit);
      const most = -temperature * LOGARITHMS[Math.floor(random() * LOGARITHMS.length)];
      if (this.#siteMoves && proposal % SITE_MOVE_EVERY === 0) {
        this.#keepIfBest();
        this.#siteMoves.propose(from, drawn, most);
        continue;
      }
      const to = this.#usable(drawn, proposal);
      if (to === from || this.#problem.cost[unit * this.#problem.sites + to] === Infinity) continue;
      if (proposal % 2 === 0 || state.count[to] === 0) this.#tryShift(unit, to, most);
      else this.#trySwap(unit, state.members[to][Math.floor(random() * state.count[to])], most);
    }
    this.#keepIfBest();
  }

  /** One of a unit's sites, the nearest most often. */
  #drawSite(unit: number): number {
    const { start, sites } = this.#near;
    const u = this.#random();
    return sites[start[unit] + Math.floor(u * u * (start[unit + 1] - start[unit]))];
  }

  /** The site itself where it is or may be opened now and then; otherwise the site of somebody near it. */
  #usable(site: number, proposal: number): number {
    const state = this.#state;
    if (state.open[site] === 1 || (state.mayOpen && proposal % 16 === 0)) return site;
    const { startOfSite, units } = this.#near;
    const v = this.#random();
    return state.site[units[startOfSite[site] + Math.floor(v * v * v * (startOfSite[site + 1] - startOfSite[site]))]];
  }

  #tryShift(unit: number, to: number, most: number): void {
    const change = this.#state.shiftChange(unit, to);
    if (change > most) return;
    if (change > 0) this.#keepIfBest();
    this.#state.shift(unit, to);
  }

  #trySwap(unit: number, other: number, most: number): void {
    const change = this.#state.swapChange(unit, other);
    if (change > most) return;
    if (change > 0) this.#keepIfBest();
    this.#state.swap(unit, other);
  }
}

/** Logarithms of numbers spread evenly over (0, 1): how much worse an accepted change may be, in temperatures. */
const LOGARITHMS = Float64Array.from({ length: 4096 }, (_, k) => Math.log((k + 0.5) / 4096));

/** Mean difference between the cheapest and the next few sites of a unit. */
function usualStep(
  { units, fixedCost }: LocationProblem,
  { start, sites: list }: Neighbours,
  costAt: (unit: number, site: number) => number,
): number {
  let sum = 0;
  let count = 0;
  for (let unit = 0; unit < units; unit++)
    for (let at = start[unit] + 1; at < Math.min(start[unit] + 6, start[unit + 1]); at++) {
      sum += costAt(unit, list[at]) - costAt(unit, list[start[unit]]);
      count++;
    }
  return sum > 0 ? sum / count : Math.max(1, ...fixedCost);
}

/** What a unit of room is worth by guess: the usual step for the usual demand. `[resource]` */
function usualPrice(problem: LocationProblem, scale: number): Float64Array {
  const { units, resources } = problem;
  const { amount, unitStride } = demandLayout(problem);
  return Float64Array.from({ length: resources }, (_, r) => {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) sum += amount[unit * unitStride + r];
    return sum > 0 ? (scale * units) / sum : 0;
  });
}
