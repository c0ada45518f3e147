import type { Random } from "../random.ts";
import { dive, type Guess } from "./dive.ts";
import { type Domain, wholeDomain } from "./domain.ts";
import { Incumbent } from "./incumbent.ts";
import { partOf, withPart } from "./part.ts";
import { demandLayout, type LocationProblem, withSlack, SITE } from "./problem.ts";
import { Relaxation } from "./relaxation.ts";
import { LocationTree, type Subproblem } from "./tree.ts";

/**
 * Large neighbourhood search (Shaw 1998) with exact answers: some open sites near each other, the closed ones around them and
 * their units are set free, everything else stays; the part is solved by diving and a short tree. How many sites are
 * free grows while such trees finish and shrinks while they do not.
 */
export class Neighbourhoods {
  readonly #relaxation: Relaxation;
  readonly #incumbent: Incumbent;
  /** What may still be in a better plan, with good pay. */
  readonly #root: Subproblem;
  readonly #random: Random;
  readonly #shouldStop: () => boolean;
  #size = FIRST_SIZE;

  constructor(
    relaxation: Relaxation,
    incumbent: Incumbent,
    root: Subproblem,
    random: Random,
    shouldStop: () => boolean,
  ) {
    this.#relaxation = relaxation;
    this.#incumbent = incumbent;
    this.#root = root;
    this.#random = random;
    this.#shouldStop = shouldStop;
  }

  /** How many sites are open in the best plan. */
  get mostOpen(): number {
    return this.#incumbent.plan?.open.reduce((sum, open) => sum + open, 0) ?? 0;
  }

  /** Frees the sites around one unit drawn by chance; says whether a better plan was found. */
  improve(): boolean {
    const { plan } = this.#incumbent;
    if (!plan) return false;
    const centre = plan.site[Math.floor(this.#random() * plan.site.length)];
    const before = plan.value;
    const isDone = this.#solve(plan, this.#around(plan, [centre], this.#size));
    // Where there are many sites, all have their turn before more are taken at once.
    const growth = GROWTH * Math.min(1, FEW_SITES / this.mostOpen);
    this.#size = isDone ? Math.min(this.#size + growth, this.mostOpen) : Math.max(2, this.#size - GROWTH);
    return this.#incumbent.value < before;
  }

  /** Looks for a plan near a guess: frees the sites with too much load and more and more around them. */
  repair(guess: Guess): void {
    const full = overfull(this.#relaxation.problem, guess);
    const before = this.#incumbent.value;
    for (let more = 2; more <= MOST_REPAIRED && !this.#shouldStop(); more += 2) {
      this.#solve(guess, this.#around(guess, full, full.length + more));
      if (this.#incumbent.value < before) return;
    }
  }

  /** True if the part was solved to the end. */
  #solve(plan: Guess, free: Uint8Array): boolean {
    const whole = this.#relaxation;
    const part = partOf(whole.problem, this.#root.domain, plan, free);
    if (!part) return true;
    const stop = this.#shouldStop;
    const relaxation = new Relaxation(part.problem);
    const incumbent = new Incumbent(part.problem, this.#incumbent.value - part.outside);
    const pay = Float64Array.from(part.units, (unit) => this.#root.pay[unit]);
    const from = { domain: wholeDomain(part.problem), pay };
    const tree = new LocationTree(relaxation, incumbent, from, "depth-first", stop);
    const left = tree.step(NODE);
    if (left && tree.nodes > 0) dive(relaxation, incumbent, left, stop);
    while (!tree.isDone && tree.nodes < MOST_NODES && !stop()) tree.step(NODE);
    if (incumbent.plan) this.#incumbent.offer(withPart(plan, part, incumbent.plan));
    whole.work += relaxation.work;
    return tree.isDone;
  }

  /** The given sites, open ones near their units until there are `count`, and closed ones that come before the last. */
  #around(plan: Guess, centres: readonly number[], count: number): Uint8Array {
    const { sites } = this.#relaxation.problem;
    const cost = costToUnitsOf(this.#relaxation.problem, this.#root.domain, plan, centres);
    const free = new Uint8Array(sites);
    for (const site of centres) free[site] = 1;
    const key = cost.map((value) => value * (0.5 + this.#random()));
    const order = Int32Array.from({ length: sites }, (_, site) => site).toSorted((a, b) => key[a] - key[b] || a - b);
    let open = centres.length;
    for (const site of order) {
      if (open >= count || key[site] === Infinity) break;
      if (plan.open[site] === 1 && free[site] === 0) open++;
      free[site] = 1;
    }
    return free;
  }
}

const NODE = { steps: 20, patience: 8, factor: 0.5 };
const FIRST_SIZE = 4;
const GROWTH = 0.2;
const FEW_SITES = 20;
const MOST_NODES = 60;
const MOST_REPAIRED = 8;

/** Mean cost of sending the units of some sites to each site, where any may go: how near it is. `[site]` */
function costToUnitsOf(
  { units, sites, cost }: LocationProblem,
  { state }: Domain,
  plan: Guess,
  centres: readonly number[],
): Float64Array {
  const sum = new Float64Array(sites);
  const count = new Int32Array(sites);
  for (let unit = 0; unit < units; unit++) {
    if (!centres.includes(plan.site[unit])) continue;
    for (let site = 0; site < sites; site++) {
      const value = cost[unit * sites + site];
      if (value === Infinity) continue;
      sum[site] += value;
      count[site]++;
    }
  }
  return sum.map((value, site) =>
    count[site] === 0 || (state[site] === SITE.closed && plan.open[site] === 0) ? Infinity : value / count[site],
  );
}

function overfull(problem: LocationProblem, guess: Guess): readonly number[] {
  const { units, sites, resources, capacity } = problem;
  const { amount, unitStride, siteStride } = demandLayout(problem);
  const load = new Float64Array(sites * resources);
  for (let unit = 0; unit < units; unit++)
    for (let r = 0; r < resources; r++)
      load[guess.site[unit] * resources + r] += amount[unit * unitStride + guess.site[unit] * siteStride + r];
  const isFull = (site: number) =>
    Array.from({ length: resources }, (_, r) => site * resources + r).some((at) => load[at] > withSlack(capacity[at]));
  return Array.from({ length: sites }, (_, site) => site).filter(isFull);
}
