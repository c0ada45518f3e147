import type { Failed } from "../../domain/outcome.ts";
import type { NetworkProblem } from "../../kernels/network-bound.ts";
import { ModelBuilder, type Term } from "../../model/model.ts";
import { assignUnits } from "../units/assign-units.ts";
import { priceAndFix } from "../price-and-fix.ts";
import type { Solver } from "../solver.ts";
import { stepScale } from "../steps.ts";
import type { UnitAssignment } from "../units/problem.ts";
import type { NetworkArrays } from "./problem.ts";

/** A network whose every site has one option, solved: what it costs, and who goes where. */
export interface NetworkLeaf {
  readonly status: "assigned";
  readonly cost: number;
  /** `[customer]` */
  readonly site: Uint16Array;
}

/** Where costs differ by more than this many times the best plan's, those that no better plan can have are left out. */
const WIDE = 16;

/** Solves networks with everything decided but the assignment; bands that look the same are solved once. */
export class LeafSolver {
  readonly #arrays: NetworkArrays;
  readonly #solver: Solver;
  readonly #known = new Map<string, Promise<BandPlan | "infeasible" | Failed>>();
  readonly #rows: readonly (readonly number[])[];

  constructor(arrays: NetworkArrays, solver: Solver) {
    const { problem } = arrays;
    this.#arrays = arrays;
    this.#solver = solver;
    this.#rows = Array.from({ length: problem.groups }, (_, group) =>
      Array.from({ length: problem.customers }, (_ignored, customer) => customer).filter(
        (customer) => problem.group[customer] === group,
      ),
    );
  }

  /** `choice[site]` is the option each site takes. */
  async solve(choice: ArrayLike<number>): Promise<NetworkLeaf | "infeasible" | Failed> {
    const { problem, fewestPupils, mostPupils } = this.#arrays;
    const site = new Uint16Array(problem.customers);
    let cost = 0;
    for (let number = 0; number < problem.sites; number++) cost += problem.options[number][choice[number]].fixedCost;
    const fixed = cost;
    for (let group = 0; group < problem.groups; group++) {
      const open = this.#openFor(choice, group);
      const key = `${group}:${open.join()}`;
      let plan = this.#known.get(key);
      if (!plan) this.#known.set(key, (plan = this.#solveBand(group, open)));
      const solved = await plan;
      if (solved === "infeasible" || "status" in solved) return solved;
      cost += solved.cost;
      this.#rows[group].forEach((customer, i) => (site[customer] = solved.site[i]));
    }
    const pupils = new Float64Array(problem.sites);
    site.forEach((number, customer) => (pupils[number] += problem.demand[customer]));
    const fits = pupils.every(
      (count, number) =>
        problem.options[number][choice[number]].serves === 0 || (count >= fewestPupils && count <= mostPupils),
    );
    return fits ? { status: "assigned", cost, site } : this.#solveSized(choice, fixed);
  }

  #openFor = (choice: ArrayLike<number>, group: number): number[] =>
    this.#arrays.problem.options.flatMap((options, site) =>
      (options[choice[site]].serves >> group) & 1 ? [site] : [],
    );

  /** Who stays may go nowhere else while the site of today is open. */
  #costAt(customer: number, site: number, open: readonly number[]): number {
    const { problem, keeps } = this.#arrays;
    const kept = keeps[customer];
    return site !== kept && open.includes(kept) ? Infinity : problem.cost[customer * problem.sites + site];
  }

  async #solveBand(group: number, open: readonly number[]): Promise<BandPlan | "infeasible" | Failed> {
    const { problem } = this.#arrays;
    const rows = this.#rows[group];
    if (rows.length > 0 && open.length === 0) return "infeasible";
    const cost = new Float64Array(rows.length * open.length);
    rows.forEach((customer, i) => {
      const own = open.map((site) => this.#costAt(customer, site, open));
      const least = Math.min(...own);
      own.forEach((value, j) => (cost[i * open.length + j] = value === Infinity ? Infinity : value - least));
    });
    const demand = Float64Array.from(rows, (customer) => problem.demand[customer]);
    const capacity = Float64Array.from(open, (site) => problem.capacity[site * problem.groups + group]);
    const chosen = await this.#leastExtra({ units: rows.length, sites: open.length, cost, demand, capacity });
    if (chosen === "infeasible" || "status" in chosen) return chosen;
    const site = chosen.map((at) => open[at]);
    const exact = rows.reduce((sum, customer, i) => sum + problem.cost[customer * problem.sites + site[i]], 0);
    return { cost: exact, site };
  }

  /** Site of each unit at least cost, each unit's cheapest site costing nothing. */
  async #leastExtra(problem: Omit<UnitAssignment, "overflowPrice">): Promise<Uint16Array | "infeasible" | Failed> {
    const { units, sites, cost } = problem;
    let spread = 0;
    for (let unit = 0; unit < units; unit++) {
      const own = cost.subarray(unit * sites, (unit + 1) * sites).filter((value) => value < Infinity);
      if (own.length === 0) return "infeasible";
      spread += own.reduce((most, value) => Math.max(most, value), 0);
    }
    const scale = stepScale(spread);
    const scaled = { ...problem, cost: cost.map((value) => value * scale), overflowPrice: Infinity };
    const outcome = await assignUnits(scaled, this.#solver);
    if (outcome.status === "failed") return outcome;
    if (outcome.status === "infeasible") return "infeasible";
    if (outcome.status !== "optimal") return { status: "failed", reason: `a band was ${outcome.status}` };
    const { site } = outcome.answer;
    const total = site.reduce((sum, at, unit) => sum + cost[unit * sites + at], 0);
    if (total === 0 || spread <= WIDE * total || !cost.some((value) => value > total && value < Infinity)) return site;
    return this.#leastExtra({ ...problem, cost: cost.map((value) => (value > total ? Infinity : value)) });
  }

  /** Where sites are too small or too large as they come: all bands in one model, with each site's size as a row. */
  async #solveSized(choice: ArrayLike<number>, fixed: number): Promise<NetworkLeaf | "infeasible" | Failed> {
    const { problem, fewestPupils, mostPupils } = this.#arrays;
    const model = new ModelBuilder();
    const columns: { customer: number; site: number }[] = [];
    const first = new Set<number>();
    const bySite: Term[][] = Array.from({ length: problem.sites }, () => []);
    const scale = stepScale(spreadOf(problem));
    const byBand = new Map<number, Term[]>();
    for (let customer = 0; customer < problem.customers; customer++) {
      const group = problem.group[customer];
      const open = this.#openFor(choice, group);
      const ways = open
        .map((site) => ({ site, cost: this.#costAt(customer, site, open) }))
        .filter(({ cost }) => cost < Infinity)
        .toSorted((a, b) => a.cost - b.cost);
      if (ways.length === 0) return "infeasible";
      const terms = ways.map(({ site, cost }, rank): Term => {
        const column = model.addChoice((cost - ways[0].cost) * scale);
        columns.push({ customer, site });
        if (rank < 3) first.add(column);
        const share: Term = [column, problem.demand[customer]];
        bySite[site].push(share);
        const key = site * problem.groups + group;
        byBand.set(key, [...(byBand.get(key) ?? []), share]);
        return [column, 1];
      });
      model.addRow("everybody goes somewhere", 1, 1, terms);
    }
    for (const [key, terms] of byBand)
      if (problem.capacity[key] < Infinity) model.addRow("capacity", -Infinity, problem.capacity[key], terms);
    bySite.forEach((terms, site) => {
      if (problem.options[site][choice[site]].serves !== 0)
        model.addRow("size of a site", fewestPupils, mostPupils, terms);
    });
    const answer = await priceAndFix(model.build(), first, this.#solver, { absoluteGap: 0.5 });
    if (answer.status === "infeasible") return "infeasible";
    if (answer.status !== "optimal") return { status: "failed", reason: `a network was ${answer.status}` };
    const site = new Uint16Array(problem.customers);
    columns.forEach((column, number) => {
      if (answer.values[number] > 0.5) site[column.customer] = column.site;
    });
    const cost = site.reduce((sum, to, customer) => sum + problem.cost[customer * problem.sites + to], fixed);
    return { status: "assigned", cost, site };
  }
}

/** What any two assignments can differ by at most. */
function spreadOf({ customers, sites, cost }: NetworkProblem): number {
  let spread = 0;
  for (let customer = 0; customer < customers; customer++) {
    const own = cost.subarray(customer * sites, (customer + 1) * sites).filter((value) => value < Infinity);
    spread += own.reduce((most, value) => Math.max(most, value), -Infinity) - own.reduce((a, b) => Math.min(a, b));
  }
  return spread;
}

interface BandPlan {
  readonly cost: number;
  /** Site of each of the band's customers, in their order. */
  readonly site: Uint16Array;
}
