import { seededRandom } from "../random.ts";
import { dive } from "./dive.ts";
import { wholeDomain } from "./domain.ts";
import { Incumbent } from "./incumbent.ts";
import { Neighbourhoods } from "./neighbourhood.ts";
import { hasRoom, type LocationPlan, type LocationProblem } from "./problem.ts";
import { Relaxation } from "./relaxation.ts";
import { searchLocation } from "./search.ts";
import { LocationTree, type Subproblem } from "./tree.ts";

export interface LocationRun {
  readonly seed: number;
  /** Nodes of the tree after which to stop; none unless given. */
  readonly nodes?: number;
  /** A plan to begin with, if there is one. */
  readonly start?: { readonly site: Int32Array; readonly open: Uint8Array };
  /** Asked often; once it says so, the answer is what is known by then. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (progress: { readonly value?: number; readonly bound?: number }) => void;
}

export type LocationAnswer = { readonly nodes: number } & (
  | { readonly status: "optimal"; readonly plan: LocationPlan; readonly bound: number }
  | { readonly status: "stopped"; readonly plan?: LocationPlan; readonly bound: number }
  | { readonly status: "infeasible" }
);

/**
 * Solves a {@link LocationProblem}, to proof if it is let: simulated annealing for a first plan, the {@link Relaxation} for a
 * bound and to leave out what cannot be better, then by turns a best-first tree that proves and {@link Neighbourhoods} that find.
 * The same seed gives the same answer unless `shouldStop` ends it. Exponential at worst.
 */
export function solveLocation(problem: LocationProblem, run: LocationRun): LocationAnswer {
  const shouldStop = run.shouldStop ?? (() => false);
  const incumbent = new Incumbent(problem);
  if (run.start) incumbent.offer(run.start);
  const relaxation = new Relaxation(problem);
  const domain = wholeDomain(problem);
  if (!hasRoom(problem) || !relaxation.enter(domain)) return { status: "infeasible", nodes: 0 };
  firstPlan(problem, incumbent, run.seed, shouldStop);
  relaxation.startPay();
  const root = { domain, pay: relaxation.pay.slice() };
  const tree = new LocationTree(relaxation, incumbent, root, "best-first", shouldStop);
  const left = tree.step(ROOT);
  report(tree, run);
  if (left) finish(tree, left, run, shouldStop);
  return answer(tree);
}

const ROOT = { steps: 800, patience: 20, factor: 1 };
const NODE = { steps: 20, patience: 8, factor: 0.5 };
/** Neighbourhoods tried in a row. */
const TRIES = 10;
/** Share of the work that goes to finding plans: falls while nothing is found, starts again once something is. */
const MOST_SHARE = 0.5;
const LEAST_SHARE = 0.1;
const FALL = 0.9;

function firstPlan(problem: LocationProblem, incumbent: Incumbent, seed: number, shouldStop: () => boolean): void {
  const proposals = Math.max(1 << 16, 2000 * problem.units);
  const found = searchLocation(problem, {
    seed,
    proposals,
    coolings: 2,
    ...(incumbent.plan && { start: incumbent.plan.site }),
    shouldStop,
  });
  if (found.best) incumbent.offer(found.best);
}

/** Proves with the tree and finds with neighbourhoods until all is proven or it must stop. */
function finish(tree: LocationTree, root: Subproblem, run: LocationRun, shouldStop: () => boolean): void {
  const { relaxation, incumbent } = tree;
  const parts = new Neighbourhoods(relaxation, incumbent, root, seededRandom(run.seed), shouldStop);
  const mayGoOn = () => !tree.isDone && !shouldStop() && tree.nodes < (run.nodes ?? Infinity);
  let left = root;
  let share = MOST_SHARE;
  let spent = 0;
  const begun = relaxation.work;
  while (mayGoOn()) {
    const before = relaxation.work;
    if (spent <= share * (before - begun)) {
      const value = incumbent.value;
      if (spent === 0 || value === Infinity) {
        const guess = dive(relaxation, incumbent, left, shouldStop);
        if (guess && !(incumbent.value < value)) parts.repair(guess);
      }
      for (let tries = 0; tries < TRIES && mayGoOn(); tries++) parts.improve();
      share = incumbent.value < value ? MOST_SHARE : Math.max(LEAST_SHARE, FALL * share);
      spent += relaxation.work - before;
    } else left = tree.step(NODE) ?? left;
    report(tree, run);
  }
}

function report({ incumbent, bound }: LocationTree, { onProgress }: LocationRun): void {
  onProgress?.({ ...(incumbent.plan && { value: incumbent.value }), bound: incumbent.proven(bound) });
}

function answer({ isDone, incumbent, bound, nodes }: LocationTree): LocationAnswer {
  const { plan } = incumbent;
  if (!isDone) return { status: "stopped", bound: incumbent.proven(bound), nodes, ...(plan && { plan }) };
  return plan ? { status: "optimal", plan, bound: plan.value, nodes } : { status: "infeasible", nodes };
}
