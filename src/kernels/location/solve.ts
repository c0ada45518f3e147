import { seededRandom } from "../random.ts";
import { ascend } from "./ascent.ts";
import { dive, type Guess } from "./dive.ts";
import { type Domain, wholeDomain } from "./domain.ts";
import { coreOf, reduced } from "./fixing.ts";
import { Incumbent } from "./incumbent.ts";
import { Neighbourhoods } from "./neighbourhood.ts";
import { capacitySuffices, type LocationPlan, type LocationProblem, SITE } from "./problem.ts";
import { RisingProof } from "./proof.ts";
import { Relaxation } from "./relaxation.ts";
import { type Guide, searchLocation } from "./search.ts";
import { LocationTree, type Subproblem } from "./tree.ts";

interface LocationRun {
  readonly seed: number;
  /** Nodes of the tree after which to stop; none unless given. */
  readonly nodes?: number;
  /** A plan to begin with, if there is one. */
  readonly start?: { readonly site: Int32Array; readonly open: Uint8Array };
  /**
   * Only plans cheaper than this are wanted, since such a one is in hand already; without one the answer is "infeasible". It is
   * taken to be good, so that the work goes to proving at first.
   */
  readonly below?: number;
  /** Asked often; once it says so, the answer is what is known by then. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (progress: { readonly value?: number; readonly bound?: number }) => void;
}

type LocationAnswer = { readonly nodes: number } & (
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
  const incumbent = new Incumbent(problem, run.below);
  if (run.start) incumbent.offer(run.start);
  if (!capacitySuffices(problem)) return { status: "infeasible", nodes: 0 };
  if (run.below === undefined) firstPlan(problem, incumbent, run.seed, shouldStop);
  const relaxation = new Relaxation(problem);
  const root = quickLook(relaxation, incumbent, wholeDomain(problem), run, shouldStop);
  if (!root) return proven(incumbent, 0);
  const tree = new LocationTree(relaxation, incumbent, root, "best-first", shouldStop);
  const left = tree.step(ROOT);
  if (!left) return proven(incumbent, tree.nodes);
  const proof = new RisingProof(relaxation, incumbent, left, tree.bound, shouldStop);
  report(proof, run);
  finish(proof, left, run, shouldStop);
  if (proof.isDone) return proven(incumbent, proof.nodes);
  const { plan } = incumbent;
  return { status: "stopped", bound: incumbent.proven(proof.bound), nodes: proof.nodes, ...(plan && { plan }) };
}

/**
 * Good pay and a plan in short time: the long ascent is on the {@link coreOf core} only, which lacks almost nothing that would be
 * taken, and one evaluation of the whole domain then proves. Undefined if nothing better is left.
 */
function quickLook(
  relaxation: Relaxation,
  incumbent: Incumbent,
  domain: Domain,
  run: LocationRun,
  shouldStop: () => boolean,
): Subproblem | undefined {
  if (!relaxation.enter(domain)) return undefined;
  const aim = () => ({ target: incumbent.value, enough: Infinity, shouldStop });
  relaxation.startPay();
  ascend(relaxation, { ...FIRST, ...aim() });
  if (relaxation.enter(coreOf(relaxation))) ascend(relaxation, { ...LONG, ...aim() });
  relaxation.enter(domain);
  const { domain: left } = reduced(relaxation, incumbent.limit);
  if (!left) return undefined;
  const root = { domain: left, pay: relaxation.pay.slice() };
  relaxation.enter(left);
  const core = coreOf(relaxation);
  if (core.units.length <= QUICK || !incumbent.plan)
    plunge(relaxation, incumbent, { ...root, domain: core }, run.seed, shouldStop);
  return root;
}

/** Dives to a plan or near one, and mends that by local search over the sites it opens. */
function plunge(
  relaxation: Relaxation,
  incumbent: Incumbent,
  from: Subproblem,
  seed: number,
  shouldStop: () => boolean,
): Guess | undefined {
  const { problem } = relaxation;
  const guess = dive(relaxation, incumbent, from, shouldStop);
  if (!guess) return undefined;
  const mend = (state: Uint8Array) =>
    searchLocation(
      { ...problem, state },
      { seed, proposals: proposalsFor(problem), coolings: 1, start: guess.site, hottest: MENDING, shouldStop },
    ).best;
  const only = guess.open.map((open) => (open === 1 ? SITE.open : SITE.closed));
  const found = mend(only) ?? mend(problem.state);
  return found && incumbent.offer(found) ? undefined : guess;
}

/** Entries of a domain that is dived into before parts have been tried; a larger one only once those are stuck. */
const QUICK = 20_000;
/** Temperature at which a start is mended rather than forgotten. */
const MENDING = 0.1;
const FIRST = { steps: 60, patience: 10, factor: 1 };
const LONG = { steps: 800, patience: 20, factor: 1 };
const ROOT = { steps: 400, patience: 20, factor: 0.5 };
const NODE = { steps: 20, patience: 8, factor: 0.5 };
/** Every so many turns at finding begin with a dive from where the tree is, and with a search from nowhere. */
const TURNS_PER_DIVE = 2;
const TURNS_PER_SEARCH = 8;
/** Neighbourhoods tried in a row: so many, and so many for each open site. */
const TRIES = 10;
const TRIES_PER_SITE = 0.25;
/** A turn that gains this share found much. */
const MUCH = 2e-4;
/** Share of the work that goes to finding plans: falls while nothing is found, starts again once something is. */
const FIRST_SHARE = 0.5;
const MOST_SHARE = 0.8;
const LEAST_SHARE = 0.2;
const FALL = 0.9;

function firstPlan(problem: LocationProblem, incumbent: Incumbent, seed: number, shouldStop: () => boolean): void {
  const found = searchLocation(problem, {
    seed,
    proposals: proposalsFor(problem),
    coolings: 1,
    ...(incumbent.plan && { start: incumbent.plan.site }),
    shouldStop,
  });
  if (found.best) incumbent.offer(found.best);
}

/** Local search from nowhere within what is left, with more proposals than at first; they are its work. */
function anneal(
  problem: LocationProblem,
  incumbent: Incumbent,
  seed: number,
  guide: Guide,
  shouldStop: () => boolean,
): number {
  const proposals = Math.min(1 << 22, 400 * problem.units ** 2);
  const found = searchLocation(problem, { seed, proposals, coolings: 1, guide, shouldStop });
  if (found.best) incumbent.offer(found.best);
  return found.proposals;
}

const proposalsFor = ({ units }: LocationProblem): number => Math.min(1 << 22, 1000 * units);

/** Proves with the tree and finds with neighbourhoods until all is proven or it must stop. */
function finish(tree: RisingProof, root: Subproblem, run: LocationRun, shouldStop: () => boolean): void {
  const { relaxation, incumbent } = tree;
  relaxation.enter(root.domain);
  relaxation.pay.set(root.pay);
  relaxation.evaluate("fine", incumbent.limit);
  const core = coreOf(relaxation);
  const guide = { domain: core, roomPrice: relaxation.capacityPrice.slice() };
  const parts = new Neighbourhoods(
    relaxation,
    incumbent,
    { ...root, domain: core },
    seededRandom(run.seed),
    shouldStop,
  );
  const mayGoOn = () => !tree.isDone && !shouldStop() && tree.nodes < (run.nodes ?? Infinity);
  let left = root;
  const hasPlan = run.below !== undefined;
  let share = hasPlan ? LEAST_SHARE : FIRST_SHARE;
  let spent = 0;
  // With a plan in hand the search from nowhere waits for its turn.
  let turn = hasPlan ? 1 : 0;
  // Diving into much takes long, and parts find the more the worse the plan is.
  const isQuick = core.units.length <= QUICK;
  let isStuck = isQuick || !incumbent.plan;
  const free = { ...relaxation.problem, state: root.domain.state };
  const begun = relaxation.work;
  while (mayGoOn()) {
    const before = relaxation.work;
    if (spent <= share * (before - begun)) {
      const value = incumbent.value;
      // Parts find more in less time while there is much to find.
      if (isStuck) {
        if (turn % TURNS_PER_SEARCH === 0) spent += anneal(free, incumbent, run.seed + turn, guide, shouldStop);
        if (turn++ % TURNS_PER_DIVE === 0 || value === Infinity) {
          const guess = plunge(relaxation, incumbent, left, run.seed + turn, shouldStop);
          if (guess) parts.repair(guess);
        }
      }
      const most = Math.max(TRIES, Math.ceil(TRIES_PER_SITE * parts.mostOpen));
      for (let tries = 0; tries < most && mayGoOn(); tries++) parts.improve();
      isStuck = !(incumbent.value < value - (isQuick ? MUCH * Math.abs(value) : 0));
      share = incumbent.value < value ? MOST_SHARE : Math.max(LEAST_SHARE, FALL * share);
      spent += relaxation.work - before;
    } else left = tree.step(NODE) ?? left;
    report(tree, run);
  }
}

function report({ incumbent, bound }: RisingProof, { onProgress }: LocationRun): void {
  onProgress?.({ ...(incumbent.plan && { value: incumbent.value }), bound: incumbent.proven(bound) });
}

function proven({ plan }: Incumbent, nodes: number): LocationAnswer {
  return plan ? { status: "optimal", plan, bound: plan.value, nodes } : { status: "infeasible", nodes };
}
