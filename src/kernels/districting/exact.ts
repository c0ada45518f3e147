import FlatQueue from "flatqueue";
import { gathered } from "./bonds.ts";
import { Decisions } from "./decisions.ts";
import { HessDual, PAIR, ROOT } from "./dual.ts";
import { possiblePairs } from "./pairs.ts";
import { pricesOf } from "./prices.ts";
import type { DistrictingProblem, RootedPlan } from "./problem.ts";
import { GAIN, solveSeats } from "./seats.ts";

interface ExactLimits {
  /** A plan to beat, if one is known. */
  readonly start?: RootedPlan;
  /** Only plans that cost less are looked for; `Infinity` as the bound then says that there is none. */
  readonly cutoff?: number;
  /** Prices to start from, `[unit]`, where some are known. */
  readonly prices?: Float64Array;
  readonly shouldStop: () => boolean;
  readonly onProgress?: (progress: ExactProgress) => void;
}

export interface ExactProgress {
  readonly bound: number;
  readonly plan?: RootedPlan;
}

export interface ExactAnswer {
  /** The best plan found, the one started from included. */
  readonly plan?: RootedPlan;
  /** No plan costs less; the plan's own cost when it is proven best, `Infinity` when there is proven to be none. */
  readonly bound: number;
  readonly figures: ExactFigures;
}

interface ExactFigures {
  /** Nodes of the search over roots and, below it, over seats. */
  readonly nodes: number;
  readonly seatNodes: number;
  /** Sets of roots whose units had to be divided. */
  readonly rootSets: number;
  /** Roots and pairs left after the first bound. */
  readonly roots: number;
  readonly pairs: number;
  readonly firstBound: number;
}

/**
 * Contiguous districting by branch and bound, best bound first. A node says of some units which root they have; its bound is the
 * {@link HessDual}, and what follows is drawn by {@link Decisions}. Once all roots of a node are chosen, {@link solveSeats}
 * divides the units among them. Exponential at worst; a node is O(dual steps * pairs left).
 */
export function solveExact(problem: DistrictingProblem, limits: ExactLimits): ExactAnswer {
  return new RootTree(problem, limits).prove();
}

const CLIMB = { firstSteps: 3000, firstPatience: 25, steps: 60, patience: 10 } as const;
/** Nodes that the first look at a set of roots may take; each further look may take four times as many. */
const SEAT_NODES = 500;
/** Rounds of bounding and ruling out at a node, while they rule out at least this share of the pairs. */
const ROUNDS = 4;
const WORTH_A_ROUND = 0.02;

interface Node {
  readonly bound: number;
  /** Prices to start from, `[unit]`. */
  readonly cover: Float64Array;
  readonly decision: Decision | undefined;
  /** What the search over seats may spend, where it has begun. */
  readonly seatNodes: number;
}

/** A pair that is in, on top of earlier ones. */
interface Decision {
  readonly pair: number;
  readonly before: Decision | undefined;
}

/** The search of {@link solveExact} for who wants its first bound before the best plan to start from is known. */
export class RootTree {
  readonly #problem: DistrictingProblem;
  readonly #limits: ExactLimits;
  /** What is decided before any branching, and at the node in hand. */
  #base: Decisions;
  #here: Decisions;
  #dual: HessDual;
  /** The bound at the dual's prices; a node may have inherited a better one, to which reduced costs cannot be added. */
  #climbed = -Infinity;
  #plan: RootedPlan | undefined;
  #cutoff = Infinity;
  readonly #nodes = new FlatQueue<Node>();
  #figures = { nodes: 0, seatNodes: 0, rootSets: 0, roots: 0, pairs: 0, firstBound: -Infinity };

  constructor(problem: DistrictingProblem, limits: ExactLimits) {
    this.#problem = gathered(problem);
    this.#limits = limits;
    this.#base = this.#here = new Decisions(this.#problem, possiblePairs(this.#problem));
    this.#dual = new HessDual(this.#problem, this.#base.pairs);
    if (limits.prices) this.#dual.cover.set(limits.prices);
    this.#cutoff = limits.cutoff ?? Infinity;
    if (limits.start) this.#take(limits.start);
  }

  /** What no plan can go below, before any branching. `plan`: one to beat, which makes it dearer to be far from. */
  firstBound(plan?: RootedPlan): number {
    if (plan && plan.cost < (this.#plan?.cost ?? Infinity)) {
      this.#take(plan);
      // Prices that were climbed to against a worse plan leave the climb from them where it is.
      this.#dual = new HessDual(this.#problem, this.#base.pairs);
      this.#dual.cover.set(pricesOf(this.#problem, plan));
    }
    const bound = this.#bound(this.#figures.firstBound, CLIMB.firstSteps, CLIMB.firstPatience);
    this.#figures.firstBound = bound;
    return bound;
  }

  /** The best plan with its proof. */
  prove(plan?: RootedPlan): ExactAnswer {
    const bound = this.#search(plan);
    const proven = bound >= this.#cutoff ? (this.#plan?.cost ?? Infinity) : bound;
    return { bound: proven, figures: this.#figures, ...(this.#plan && { plan: this.#plan }) };
  }

  /** Returns what is proven: at least the cutoff when everything was searched. */
  #search(plan: RootedPlan | undefined): number {
    const first = this.firstBound(plan);
    if (first >= this.#cutoff) return first;
    this.#base = this.#here.remaining();
    this.#here = new Decisions(this.#problem, this.#base.pairs);
    const { cover } = this.#dual;
    this.#dual = new HessDual(this.#problem, this.#base.pairs);
    this.#figures.roots = this.#base.roots.length;
    this.#figures.pairs = this.#base.pairs.unit.length;
    this.#push(first, cover, undefined, SEAT_NODES);
    for (;;) {
      const node = this.#nodes.pop();
      if (!node || node.bound >= this.#cutoff) return Infinity;
      this.#limits.onProgress?.({ bound: node.bound, ...(this.#plan && { plan: this.#plan }) });
      if (this.#limits.shouldStop()) return node.bound;
      const left = this.#visit(node);
      if (left < Infinity && this.#limits.shouldStop()) return Math.min(left, this.#nodes.peekValue() ?? Infinity);
    }
  }

  #push(bound: number, cover: Float64Array, decision: Decision | undefined, seatNodes: number): void {
    this.#nodes.push({ bound, cover, decision, seatNodes }, bound);
  }

  /** Pushes what is left of a node; returns the least bound of it. */
  #visit(node: Node): number {
    this.#figures.nodes++;
    this.#here.copyFrom(this.#base);
    for (let decision = node.decision; decision; decision = decision.before)
      if (!this.#here.decide(decision.pair)) return Infinity;
    this.#dual.cover.set(node.cover);
    const bound = this.#bound(node.bound, CLIMB.steps, CLIMB.patience);
    if (bound >= this.#cutoff) return Infinity;
    return this.#here.open === this.#problem.districts ? this.#divide(node, bound) : this.#branch(node, bound);
  }

  /** Bounds the decisions in hand and draws what follows; `Infinity` when they hold no better plan. */
  #bound(inherited: number, steps: number, patience: number): number {
    const here = this.#here;
    let bound = inherited;
    for (let round = 0; round < ROUNDS; round++) {
      if (!here.follow()) return Infinity;
      const { roots, rootState, pairState } = here;
      const { shouldStop } = this.#limits;
      const climbed = this.#dual.climb(roots, rootState, pairState, {
        cutoff: this.#cutoff,
        steps,
        patience,
        shouldStop,
        thin: (best) => {
          if (this.#cutoff < Infinity) here.fixByCost(this.#dual, best, this.#cutoff);
          return here.roots;
        },
      });
      this.#climbed = climbed;
      bound = Math.max(bound, climbed);
      if (bound >= this.#cutoff || bound === Infinity) return Infinity;
      const fixed = here.fixByCost(this.#dual, climbed, this.#cutoff);
      if (fixed < WORTH_A_ROUND * here.pairs.unit.length) break;
    }
    return here.follow() ? bound : Infinity;
  }

  #branch(node: Node, bound: number): number {
    const { value, price, cover, last } = this.#dual;
    const { demand } = this.#problem;
    const { unit, cost } = this.#here.pairs;
    const own = cover.slice();
    let least = Infinity;
    for (const pair of this.#here.choices(this.#unitToDecide())) {
      const root = this.#here.rootOf(pair);
      const opening = this.#here.rootState[root] === ROOT.free ? Math.max(0, value[root] - last) : 0;
      const reduced = cost[pair] - cover[unit[pair]] - price[root] * demand[unit[pair]];
      const joining = this.#here.pairState[pair] === PAIR.free ? Math.max(0, reduced) : 0;
      const child = Math.max(bound, this.#climbed + opening + joining);
      if (child >= this.#cutoff) continue;
      least = Math.min(least, child);
      this.#push(child, own, { pair, before: node.decision }, SEAT_NODES);
    }
    return least;
  }

  /** The largest unit with more than one root left. */
  #unitToDecide(): number {
    const { demand } = this.#problem;
    let chosen = 0;
    let most = -1;
    for (let unit = 0; unit < demand.length; unit++)
      if (demand[unit] > most && this.#here.choices(unit).length > 1) [chosen, most] = [unit, demand[unit]];
    return chosen;
  }

  /** All roots are chosen: divides the units among them. */
  #divide(node: Node, bound: number): number {
    const { roots, pairs, pairState } = this.#here;
    const { adjacency, demand, rootUnit, least, most, anchor, bonds, unitLimits, excess } = this.#problem;
    const cost = new Float64Array(roots.length * demand.length).fill(Infinity);
    roots.forEach((root, seat) => {
      for (let pair = pairs.start[root]; pair < pairs.start[root + 1]; pair++)
        if (pairState[pair] !== PAIR.out) cost[seat * demand.length + pairs.unit[pair]] = pairs.cost[pair];
    });
    const of = (values: Float64Array) => Float64Array.from(roots, (root) => values[root]);
    this.#figures.rootSets++;
    const answer = solveSeats(
      {
        adjacency,
        demand,
        cost,
        seatUnit: Int32Array.from(roots, (root) => rootUnit[root]),
        least: of(least),
        most: of(most),
        ...(anchor && { anchor }),
        ...(bonds && { bonds }),
        ...(unitLimits && { unitLimits }),
        ...(excess && { excess }),
      },
      {
        cutoff: this.#cutoff,
        nodes: node.seatNodes,
        price: of(this.#dual.price),
        shouldStop: this.#limits.shouldStop,
        onPlan: (seatOf, value) => this.#take({ rootOf: seatOf.map((seat) => roots[seat]), cost: value }),
      },
    );
    this.#figures.seatNodes += answer.nodes;
    const rest = Math.max(bound, answer.bound);
    if (rest >= this.#cutoff) return Infinity;
    this.#push(rest, this.#dual.cover.slice(), node.decision, 4 * node.seatNodes);
    return rest;
  }

  #take(plan: RootedPlan): void {
    this.#plan = plan;
    this.#cutoff = plan.cost - GAIN * Math.abs(plan.cost);
  }
}
