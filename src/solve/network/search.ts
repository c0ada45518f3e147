import type { Failed } from "../../domain/outcome.ts";
import { boundNetwork } from "../../kernels/network-bound.ts";
import { LeafSolver, type NetworkLeaf } from "./leaf.ts";
import type { NetworkArrays } from "./problem.ts";
import type { Solver } from "../solver.ts";
import { type Allowed, couldHold } from "./could-hold.ts";

/** A network found, with the bound that holds for every network it competes with. */
export interface FoundNetwork {
  readonly choice: readonly number[];
  readonly leaf: NetworkLeaf;
  readonly bound: number;
}

export interface NetworkLimits {
  readonly networks: number;
  readonly apart: number;
  readonly shouldStop?: () => boolean;
  readonly pause?: () => Promise<void>;
  readonly onProgress?: (progress: { readonly bound: number; readonly incumbent?: number }) => void;
}

/** Iterations of the bound at the root and below it. */
const ROOT_ITERATIONS = 300;
const NODE_ITERATIONS = 40;
/** Networks whose costs differ by a smaller share than this are equally good: sums of fractions are exact to about as much. */
const EQUAL = 1e-12;

/**
 * The best networks one after the other, each at least so many sites apart from those before: branch and bound over the sites'
 * options (Land and Doig 1960) with the Lagrangian bound, which also rules options out. Everything evaluated is remembered, so
 * later networks start from good ones. Depth-first, the more promising option first.
 */
export async function searchNetworks(
  arrays: NetworkArrays,
  solver: Solver,
  limits: NetworkLimits,
): Promise<readonly FoundNetwork[] | Failed> {
  const search = new NetworkSearch(arrays, solver, limits);
  return search.run();
}

class NetworkSearch {
  readonly #arrays: NetworkArrays;
  readonly #limits: NetworkLimits;
  readonly #leaves: LeafSolver;
  readonly #evaluated = new Map<string, { choice: readonly number[]; leaf: NetworkLeaf | "infeasible" }>();
  readonly #found: FoundNetwork[] = [];
  #best: { choice: readonly number[]; leaf: NetworkLeaf } | undefined;
  #openBound = Infinity;
  #rootBound = -Infinity;
  #stopped = false;

  constructor(arrays: NetworkArrays, solver: Solver, limits: NetworkLimits) {
    this.#arrays = arrays;
    this.#limits = limits;
    this.#leaves = new LeafSolver(arrays, solver);
  }

  async run(): Promise<readonly FoundNetwork[] | Failed> {
    const all = this.#arrays.problem.options.map((options) => [...options.keys()]);
    let price: Float64Array | undefined;
    while (this.#found.length < this.#limits.networks && !this.#stopped) {
      this.#best = this.#bestKnown();
      this.#openBound = Infinity;
      const from = { atLeast: -Infinity, price };
      const failed = await this.#branch(all, from, ROOT_ITERATIONS, (root) => (price = root));
      if (failed) return failed;
      if (!this.#best) break;
      const { choice, leaf } = this.#best;
      this.#found.push({ choice, leaf, bound: Math.min(leaf.cost, this.#openBound) });
    }
    return this.#found;
  }

  /** The best of what has been evaluated that is far enough from the networks already listed. */
  #bestKnown(): { choice: readonly number[]; leaf: NetworkLeaf } | undefined {
    let best: { choice: readonly number[]; leaf: NetworkLeaf } | undefined;
    for (const { choice, leaf } of this.#evaluated.values())
      if (leaf !== "infeasible" && this.#isNew(choice) && (!best || leaf.cost < best.leaf.cost))
        best = { choice, leaf };
    return best;
  }

  /** Only networks that cost less than this are still looked for. */
  #wanted(): number {
    return this.#best ? this.#best.leaf.cost - EQUAL * Math.abs(this.#best.leaf.cost) : Infinity;
  }

  #isNew = (choice: readonly number[]): boolean =>
    this.#found.every((other) => distance(choice, other.choice) >= this.#limits.apart);

  /** `atLeast`: what is known already of every network in the branch, which suffices once the search is to stop. */
  async #branch(
    allowed: Allowed,
    { atLeast, price: start }: { readonly atLeast: number; readonly price?: Float64Array | undefined },
    iterations: number,
    keep?: (price: Float64Array) => void,
  ): Promise<Failed | undefined> {
    if (this.#stopped) {
      this.#openBound = Math.min(this.#openBound, atLeast);
      return undefined;
    }
    await this.#limits.pause?.();
    const { problem } = this.#arrays;
    if (!this.#canBeNew(allowed) || !keepsClosures(problem, allowed)) return undefined;
    if (!this.#best && !couldHold(this.#arrays, allowed)) return undefined;
    const target = this.#wanted();
    const relaxed = boundNetwork(problem, allowed, { iterations, target, ...(start && { start }) });
    keep?.(relaxed.price);
    if (keep) this.#rootBound = relaxed.bound;
    this.#tell();
    if (relaxed.bound >= target) return undefined;
    if (this.#stopped || this.#limits.shouldStop?.()) {
      this.#stopped = true;
      this.#openBound = Math.min(this.#openBound, relaxed.bound);
      return undefined;
    }
    const failed = await this.#evaluate([...relaxed.choice]);
    if (failed) return failed;
    const limit = this.#wanted();
    const left = allowed.map((options, site) =>
      options.filter((option) => relaxed.bound + relaxed.extra[site][option] < limit),
    );
    if (left.some((options) => options.length === 0)) return undefined;
    const site = mostOpen(left, relaxed.extra);
    if (site === undefined) return this.#evaluate(left.map(([option]) => option));
    const preferred = relaxed.choice[site];
    const [first, others] = [
      left[site].filter((option) => option === preferred),
      left[site].filter((option) => option !== preferred),
    ];
    for (const options of [first, others]) {
      if (options.length === 0) continue;
      const least = relaxed.bound + Math.min(...options.map((option) => relaxed.extra[site][option]));
      const wrong = await this.#branch(
        left.with(site, options),
        { atLeast: least, price: relaxed.price },
        NODE_ITERATIONS,
      );
      if (wrong) return wrong;
    }
    return undefined;
  }

  /** What no new network can go below, and the best so far. A branch's own bound says nothing of the others. */
  #tell(): void {
    const incumbent = this.#best?.leaf.cost;
    const bound = Math.min(this.#rootBound, incumbent ?? Infinity);
    this.#limits.onProgress?.({ bound, ...(incumbent !== undefined && { incumbent }) });
  }

  async #evaluate(choice: readonly number[]): Promise<Failed | undefined> {
    const { problem } = this.#arrays;
    if (
      !keepsClosures(
        problem,
        choice.map((option) => [option]),
      )
    )
      return undefined;
    const key = choice.join();
    let known = this.#evaluated.get(key);
    if (!known) {
      const leaf = await this.#leaves.solve(choice);
      if (leaf !== "infeasible" && leaf.status === "failed") return leaf;
      this.#evaluated.set(key, (known = { choice, leaf }));
    }
    const { leaf } = known;
    if (leaf !== "infeasible" && this.#isNew(choice) && (!this.#best || leaf.cost < this.#best.leaf.cost))
      this.#best = { choice, leaf };
    return undefined;
  }

  /** Whether some choice in this branch is far enough from every network listed. */
  #canBeNew(allowed: Allowed): boolean {
    return this.#found.every(
      ({ choice }) =>
        allowed.filter((options, site) => options.some((option) => option !== choice[site])).length >=
        this.#limits.apart,
    );
  }
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((count, option, site) => count + (option === b[site] ? 0 : 1), 0);

/** Whether no more sites must close than may. */
function keepsClosures({ options, isOpenToday, mostClosed }: NetworkArrays["problem"], allowed: Allowed): boolean {
  const mustClose = allowed.filter(
    (left, site) => isOpenToday[site] && left.every((option) => options[site][option].serves === 0),
  ).length;
  return mustClose <= mostClosed;
}

/** The undecided site whose options the bound tells apart least: deciding it says most. */
function mostOpen(allowed: Allowed, extra: readonly Float64Array[]): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  allowed.forEach((options, site) => {
    if (options.length < 2) return;
    const second = options.map((option) => extra[site][option]).toSorted((a, b) => a - b)[1];
    if (second < least) [best, least] = [site, second];
  });
  return best;
}
