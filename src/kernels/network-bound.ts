/**
 * A lower bound for choosing which sites stay open and what each offers, with customers served whole: capacitated facility
 * location where a site has several options, each with a fixed cost and a set of customer groups (bands) it serves.
 *
 * Method: Lagrangian relaxation of "every customer once" (Geoffrion and McBride 1978; Beasley 1988). With a price u_i for each
 * customer, a site earns u_i - c_is for everybody it serves and takes the best of its options, each group filled up to its
 * capacity as a fractional knapsack; at most so many sites may choose "closed". Prices follow the subgradient with Polyak steps.
 * O(customers x sites) an iteration. Any prices give a bound, so it is valid whenever the iterations stop.
 */
export interface NetworkProblem {
  readonly customers: number;
  readonly sites: number;
  /** Group of each customer, `[customer]`, and its demand. */
  readonly group: Uint8Array;
  readonly groups: number;
  readonly demand: Float64Array;
  /** Cost of serving the whole customer, `[customer * sites + site]`; `Infinity` where it may not. */
  readonly cost: Float64Array;
  /** Room, `[site * groups + group]`; `Infinity` for no limit. */
  readonly capacity: Float64Array;
  /** What each site may offer; an option without groups closes it. */
  readonly options: readonly (readonly SiteOffer[])[];
  /** Whether a site counts as closed where it offers nothing: one that is open today, `[site]`. */
  readonly isOpenToday: readonly boolean[];
  /** Most of them that may be closed. */
  readonly mostClosed: number;
}

interface SiteOffer {
  readonly fixedCost: number;
  /** Groups it serves, as a bit set. */
  readonly serves: number;
}

interface NetworkBound {
  readonly bound: number;
  /** `[customer]` */
  readonly price: Float64Array;
  /** Option that each site takes at the best prices, `[site]`. */
  readonly choice: Int32Array;
  /** What each option costs more than the site's best at the best prices, `[site][option]`; where bound + that >= a known plan, it is out. */
  readonly extra: readonly Float64Array[];
}

interface BoundLimits {
  readonly iterations: number;
  /** Value of a known plan; steps aim at it. */
  readonly target: number;
  readonly start?: Float64Array;
}

/** `allowed[site]` lists the options still open in this branch. */
export function boundNetwork(
  problem: NetworkProblem,
  allowed: readonly (readonly number[])[],
  limits: BoundLimits,
): NetworkBound {
  return new Relaxation(problem, allowed).ascend(limits);
}

interface Closer {
  readonly site: number;
  readonly gain: number;
  /** Its best option that keeps it open. */
  readonly open: number;
}

/** What keeping open those costs who find no place among the closures; `closers` by gain, largest first. */
const beyond = (closers: readonly Closer[], closable: number): number =>
  closable < 0 ? Infinity : closers.slice(closable).reduce((sum, { gain }) => sum + gain, 0);

class Relaxation {
  readonly #problem: NetworkProblem;
  readonly #allowed: readonly (readonly number[])[];
  /** Customers of each group, and how often each is served at the current prices. */
  readonly #members: readonly Int32Array[];
  readonly #served: Float64Array;
  /** Least value of serving a group at a site, `[site * groups + group]`. */
  readonly #groupValue: Float64Array;
  readonly #extra: readonly Float64Array[];
  readonly #choice: Int32Array;
  readonly #order: Int32Array;
  readonly #ratio: Float64Array;

  constructor(problem: NetworkProblem, allowed: readonly (readonly number[])[]) {
    this.#problem = problem;
    this.#allowed = allowed;
    this.#members = Array.from({ length: problem.groups }, (_, group) =>
      Int32Array.from(problem.group.keys()).filter((customer) => problem.group[customer] === group),
    );
    this.#served = new Float64Array(problem.customers);
    this.#groupValue = new Float64Array(problem.sites * problem.groups);
    this.#extra = problem.options.map((options) => new Float64Array(options.length));
    this.#choice = new Int32Array(problem.sites);
    this.#order = new Int32Array(problem.customers);
    this.#ratio = new Float64Array(problem.customers);
  }

  ascend({ iterations, target, start }: BoundLimits): NetworkBound {
    const { customers } = this.#problem;
    const price = start?.slice() ?? this.#firstPrices();
    let best: NetworkBound | undefined;
    let step = 1.5;
    let since = 0;
    for (let iteration = 0; iteration <= iterations; iteration++) {
      const value = this.#evaluate(price);
      if (!best || value > best.bound + 1e-9 * Math.abs(value)) {
        since = 0;
        best = {
          bound: value,
          price: price.slice(),
          choice: this.#choice.slice(),
          extra: this.#extra.map((values) => values.slice()),
        };
      } else if (++since >= 12) {
        step /= 2;
        since = 0;
        price.set(best.price);
        this.#evaluate(price);
      }
      let norm = 0;
      for (let customer = 0; customer < customers; customer++) norm += (1 - this.#served[customer]) ** 2;
      if (norm === 0 || step < 1e-4 || best.bound >= target) break;
      const goal = Number.isFinite(target) ? target : best.bound + 0.05 * Math.abs(best.bound);
      const length = (step * Math.max(goal - value, 1e-6 * Math.abs(value))) / norm;
      for (let customer = 0; customer < customers; customer++) price[customer] += length * (1 - this.#served[customer]);
    }
    return best ?? { bound: -Infinity, price, choice: this.#choice, extra: this.#extra };
  }

  /** The second cheapest site: a customer is worth about what it saves there. */
  #firstPrices(): Float64Array {
    const { customers, sites, cost } = this.#problem;
    return Float64Array.from({ length: customers }, (_, customer) => {
      let [first, second] = [Infinity, Infinity];
      for (let site = 0; site < sites; site++) {
        const value = cost[customer * sites + site];
        if (value < first) [first, second] = [value, first];
        else if (value < second) second = value;
      }
      return second < Infinity ? second : first;
    });
  }

  /** The relaxation's value; leaves the choices, their extras and who is served how often. */
  #evaluate(price: Float64Array): number {
    const { sites, groups, options, isOpenToday, mostClosed } = this.#problem;
    this.#served.fill(0);
    for (let site = 0; site < sites; site++)
      for (let group = 0; group < groups; group++)
        this.#groupValue[site * groups + group] = this.#canServe(site, group) ? this.#fill(price, site, group, 0) : 0;
    let total = price.reduce((sum, value) => sum + value, 0);
    // Sites that would rather close, with what staying open costs them; those that must close take their places first.
    const closers: Closer[] = [];
    let closable = mostClosed;
    for (let site = 0; site < sites; site++) {
      let [best, value, open, openValue] = [-1, Infinity, -1, Infinity];
      for (const option of this.#allowed[site]) {
        const { fixedCost, serves } = options[site][option];
        let worth = fixedCost;
        for (let group = 0; group < groups; group++)
          if ((serves >> group) & 1) worth += this.#groupValue[site * groups + group];
        this.#extra[site][option] = worth;
        if (worth < value) [best, value] = [option, worth];
        if (serves !== 0 && worth < openValue) [open, openValue] = [option, worth];
      }
      this.#choice[site] = best;
      total += value;
      for (const option of this.#allowed[site]) this.#extra[site][option] -= value;
      if (!isOpenToday[site]) continue;
      if (open < 0) closable--;
      else if (options[site][best].serves === 0) closers.push({ site, gain: openValue - value, open });
    }
    if (closable < 0) return Infinity;
    const sorted = closers.toSorted((x, y) => y.gain - x.gain);
    for (const { site, open } of sorted.slice(closable)) this.#choice[site] = open;
    const forced = beyond(sorted, closable);
    for (let site = 0; site < sites; site++) {
      const others = sorted.filter((closer) => closer.site !== site);
      for (const option of this.#allowed[site]) {
        const closes =
          isOpenToday[site] &&
          options[site][option].serves === 0 &&
          this.#allowed[site].some((other) => options[site][other].serves !== 0);
        this.#extra[site][option] += beyond(others, closes ? closable - 1 : closable) - forced;
      }
    }
    total += forced;
    this.#countServed(price);
    return total;
  }

  #canServe(site: number, group: number): boolean {
    return this.#allowed[site].some((option) => (this.#problem.options[site][option].serves >> group) & 1);
  }

  #countServed(price: Float64Array): void {
    const { sites, groups, options } = this.#problem;
    for (let site = 0; site < sites; site++) {
      const { serves } = options[site][this.#choice[site]];
      for (let group = 0; group < groups; group++) if ((serves >> group) & 1) this.#fill(price, site, group, 1);
    }
  }

  /** The best fractional filling of one group's places at one site; with `mark` it counts who is served. */
  #fill(price: Float64Array, site: number, group: number, mark: 0 | 1): number {
    const { sites, groups, cost, demand, capacity } = this.#problem;
    let count = 0;
    let all = 0;
    let value = 0;
    for (const customer of this.#members[group]) {
      const gain = cost[customer * sites + site] - price[customer];
      if (gain >= 0) continue;
      this.#order[count++] = customer;
      all += demand[customer];
      value += gain;
    }
    const places = capacity[site * groups + group];
    if (all <= places) {
      if (mark) for (let i = 0; i < count; i++) this.#served[this.#order[i]]++;
      return value;
    }
    const wanted = this.#order.slice(0, count);
    for (const customer of wanted)
      this.#ratio[customer] = (cost[customer * sites + site] - price[customer]) / demand[customer];
    wanted.sort((a, b) => this.#ratio[a] - this.#ratio[b]);
    let left = places;
    let filled = 0;
    for (const customer of wanted) {
      if (left <= 0) break;
      const share = Math.min(1, left / demand[customer]);
      filled += share * (cost[customer * sites + site] - price[customer]);
      left -= share * demand[customer];
      if (mark) this.#served[customer] += share;
    }
    return filled;
  }
}
