import { checkPlan, costStep, type LocationPlan, type LocationProblem } from "./problem.ts";

/** The best plan known so far, each checked against the problem before it counts. */
export class Incumbent {
  readonly problem: LocationProblem;
  plan: LocationPlan | undefined;
  readonly #step: number;
  readonly #dearest: number;
  readonly #below: number;

  /** Plans that cost `below` or more do not count. */
  constructor(problem: LocationProblem, below = Infinity) {
    this.problem = problem;
    this.#below = below;
    this.#step = costStep(problem);
    this.#dearest = dearestPlan(problem);
  }

  get value(): number {
    return this.plan?.value ?? this.#below;
  }

  /** Whether costs are whole numbers. */
  get isWhole(): boolean {
    return this.#step > 0;
  }

  /** Only plans of at most this cost are still wanted. */
  get limit(): number {
    const { value } = this;
    if (value === Infinity) return this.#dearest;
    return value - (this.#step > 0 ? this.#step - 1e-6 : 1e-9 * Math.max(1, Math.abs(value)));
  }

  /** The bound, rounded up where costs are whole, and not above the best plan. */
  proven(bound: number): number {
    return Math.min(this.value, this.roundedUp(bound));
  }

  /** The least that a plan of at least this cost can cost. */
  roundedUp(cost: number): number {
    return this.#step > 0 ? Math.ceil(cost - 1e-6) : cost;
  }

  /** Takes a plan over if it keeps every limit and is cheaper; says whether it did. */
  offer(plan: { readonly site: Int32Array; readonly open: Uint8Array }): boolean {
    const checked = checkPlan(this.problem, plan.site, plan.open);
    if ("wrong" in checked || checked.value >= this.value) return false;
    this.plan = { site: plan.site.slice(), open: plan.open.slice(), value: checked.value };
    return true;
  }
}

/** No plan can cost more: everybody at their dearest site and every site open. A bound above it means that there is no plan. */
function dearestPlan({ units, sites, cost, fixedCost }: LocationProblem): number {
  let sum = 1;
  for (const fixed of fixedCost) sum += fixed;
  for (let unit = 0; unit < units; unit++) {
    let most = -Infinity;
    for (let at = unit * sites; at < (unit + 1) * sites; at++) if (cost[at] < Infinity) most = Math.max(most, cost[at]);
    sum += most;
  }
  return sum;
}
