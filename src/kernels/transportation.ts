/**
 * The transportation problem: send demand that may be split from customers to sites with limited room at least total cost.
 *
 * Method: successive shortest paths with prices (Tomizawa 1971; Edmonds and Karp 1972), on a graph of the sites alone.
 * Everybody starts at the cheapest site; then excess moves along shortest paths from overfull to free sites, where the step
 * j -> k costs the least extra c[i,k] - c[i,j] over the customers i now at j. Prices keep all steps >= 0, so Dijkstra finds
 * each path. O(A (m^2 + n_j m)) for A augmentations, m sites and n_j customers at a touched site.
 */
export interface TransportationProblem {
  readonly customers: number;
  readonly sites: number;
  /** Cost of serving one unit of demand, `[customer * sites + site]`; `Infinity` where it may not. */
  readonly cost: Float64Array;
  /** Demand, `[customer]`, whole numbers for a whole-number answer. */
  readonly demand: Float64Array;
  /** Room, `[site]`; `Infinity` for no limit. */
  readonly capacity: Float64Array;
}

export interface TransportationPlan {
  /** Demand sent, `[customer * sites + site]`. */
  readonly flow: Float64Array;
  readonly load: Float64Array;
  /** Total cost of what could be placed within capacity or had to stay beyond it. */
  readonly cost: number;
  /** What one more place at a site would save, `[site]`; 0 where there is room. */
  readonly price: Float64Array;
  /** Least demand beyond capacity in total; 0 when everything fits. */
  readonly overflow: number;
  /** Demand of customers who can go nowhere. */
  readonly stranded: number;
}

/** At least total cost; if all cannot fit, at least overflow first and least cost then. */
export function solveTransportation(problem: TransportationProblem): TransportationPlan {
  return new CondensedFlow(problem).solve();
}

const NOBODY = -1;

class CondensedFlow {
  readonly #problem: TransportationProblem;
  readonly #flow: Float64Array;
  readonly #load: Float64Array;
  /** Customers with flow at each site. */
  readonly #members: number[][];
  /** Least extra cost of moving somebody from j to k, and who that is, `[j * sites + k]`. */
  readonly #step: Float64Array;
  readonly #mover: Int32Array;
  /** Shortest distance from the overfull sites so far; `#reach` is that of the nearest room, never less. */
  readonly #potential: Float64Array;
  readonly #distance: Float64Array;
  readonly #previous: Int32Array;
  readonly #done: Uint8Array;
  #reach = 0;
  #stranded = 0;

  constructor(problem: TransportationProblem) {
    const { customers, sites } = problem;
    this.#problem = problem;
    this.#flow = new Float64Array(customers * sites);
    this.#load = new Float64Array(sites);
    this.#members = Array.from({ length: sites }, () => []);
    this.#step = new Float64Array(sites * sites).fill(Infinity);
    this.#mover = new Int32Array(sites * sites).fill(NOBODY);
    this.#potential = new Float64Array(sites);
    this.#distance = new Float64Array(sites);
    this.#previous = new Int32Array(sites);
    this.#done = new Uint8Array(sites);
  }

  solve(): TransportationPlan {
    this.#startAtCheapest();
    for (let target = this.#shortestPath(); target !== NOBODY; target = this.#shortestPath()) this.#augment(target);
    return this.#plan();
  }

  #startAtCheapest(): void {
    const { customers, sites, cost, demand } = this.#problem;
    for (let customer = 0; customer < customers; customer++) {
      if (demand[customer] <= 0) continue;
      let best = NOBODY;
      let least = Infinity;
      for (let site = 0; site < sites; site++) {
        const value = cost[customer * sites + site];
        if (value < least) [best, least] = [site, value];
      }
      if (best === NOBODY) {
        this.#stranded += demand[customer];
        continue;
      }
      this.#flow[customer * sites + best] = demand[customer];
      this.#load[best] += demand[customer];
      this.#members[best].push(customer);
    }
    for (let site = 0; site < sites; site++)
      if (this.#load[site] > 0) for (let other = 0; other < sites; other++) this.#rescan(site, other);
  }

  #isOverfull = (site: number): boolean => this.#load[site] > this.#problem.capacity[site];
  #hasSpare = (site: number): boolean => this.#load[site] < this.#problem.capacity[site];

  /**
   * Dijkstra over the sites from every overfull one, with "room" as a last node: a site with room leads to it and it leads back
   * to every site, which keeps prices from falling below zero. Returns the site through which room is nearest, or NOBODY.
   */
  #shortestPath(): number {
    const { sites } = this.#problem;
    const distance = this.#distance.fill(Infinity);
    const done = this.#done.fill(0);
    const potential = this.#potential;
    for (let site = 0; site < sites; site++) if (this.#isOverfull(site)) this.#reachSite(site, 0, NOBODY);
    let target = NOBODY;
    let nearest = Infinity;
    for (;;) {
      let site = NOBODY;
      let least = Infinity;
      for (let other = 0; other < sites; other++)
        if (done[other] === 0 && distance[other] < least) [site, least] = [other, distance[other]];
      if (site === NOBODY) break;
      done[site] = 1;
      if (this.#hasSpare(site) && least + potential[site] - this.#reach < nearest) {
        [target, nearest] = [site, least + potential[site] - this.#reach];
        for (let other = 0; other < sites; other++)
          if (done[other] === 0) this.#reachSite(other, nearest + this.#reach - potential[other], NOBODY);
      }
      for (let other = 0; other < sites; other++)
        if (done[other] === 0)
          this.#reachSite(
            other,
            least + Math.max(0, this.#step[site * sites + other] + potential[site] - potential[other]),
            site,
          );
    }
    if (target === NOBODY) return NOBODY;
    for (let site = 0; site < sites; site++) potential[site] += Math.min(distance[site], nearest);
    this.#reach += nearest;
    return target;
  }

  #reachSite(site: number, distance: number, previous: number): void {
    if (!(distance < this.#distance[site])) return;
    this.#distance[site] = distance;
    this.#previous[site] = previous;
  }

  /** Moves as much as the narrowest step of the path allows. */
  #augment(target: number): void {
    const { sites, capacity } = this.#problem;
    let amount = capacity[target] - this.#load[target];
    let source = target;
    for (let site = target; this.#previous[site] !== NOBODY; site = this.#previous[site]) {
      const before = this.#previous[site];
      amount = Math.min(amount, this.#flow[this.#mover[before * sites + site] * sites + before]);
      source = before;
    }
    amount = Math.min(amount, this.#load[source] - capacity[source]);
    const moves: { customer: number; from: number; to: number }[] = [];
    for (let site = target; this.#previous[site] !== NOBODY; site = this.#previous[site]) {
      const from = this.#previous[site];
      moves.push({ customer: this.#mover[from * sites + site], from, to: site });
    }
    for (const { customer, from, to } of moves) this.#move(customer, from, to, amount);
    this.#load[source] -= amount;
    this.#load[target] += amount;
  }

  #move(customer: number, from: number, to: number, amount: number): void {
    const { sites, cost } = this.#problem;
    const flow = this.#flow;
    const arrives = flow[customer * sites + to] === 0;
    flow[customer * sites + to] += amount;
    flow[customer * sites + from] -= amount;
    if (arrives) {
      this.#members[to].push(customer);
      for (let other = 0; other < sites; other++) {
        const step = cost[customer * sites + other] - cost[customer * sites + to];
        if (other !== to && step < this.#step[to * sites + other]) {
          this.#step[to * sites + other] = step;
          this.#mover[to * sites + other] = customer;
        }
      }
    }
    if (flow[customer * sites + from] > 0) return;
    const members = this.#members[from];
    const at = members.indexOf(customer);
    members[at] = members[members.length - 1];
    members.pop();
    for (let other = 0; other < sites; other++)
      if (this.#mover[from * sites + other] === customer) this.#rescan(from, other);
  }

  /** Finds who moves most cheaply from one site to another. */
  #rescan(site: number, other: number): void {
    if (site === other) return;
    const { sites, cost } = this.#problem;
    let mover = NOBODY;
    let least = Infinity;
    for (const customer of this.#members[site]) {
      const step = cost[customer * sites + other] - cost[customer * sites + site];
      if (step < least) [mover, least] = [customer, step];
    }
    this.#step[site * sites + other] = least;
    this.#mover[site * sites + other] = mover;
  }

  #plan(): TransportationPlan {
    const { sites, cost, capacity } = this.#problem;
    let total = 0;
    this.#flow.forEach((amount, at) => {
      if (amount > 0) total += amount * cost[at];
    });
    let overflow = 0;
    for (let site = 0; site < sites; site++) overflow += Math.max(0, this.#load[site] - capacity[site]);
    return {
      flow: this.#flow,
      load: this.#load,
      cost: total,
      price: this.#potential.map((potential) => this.#reach - potential),
      overflow,
      stranded: this.#stranded,
    };
  }
}
