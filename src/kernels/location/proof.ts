import type { AscentOptions } from "./ascent.ts";
import { Incumbent } from "./incumbent.ts";
import type { Relaxation } from "./relaxation.ts";
import { LocationTree, type Subproblem } from "./tree.ts";

/**
 * Proves in rounds, each a {@link LocationTree} that looks only for plans cheaper than an aim, which rises from near the bound to the
 * best plan known: a tree with a low aim leaves out most of the domain, so that it is soon worked off and the aim becomes the
 * bound, or it holds a plan, which is near the bound then (as Posta, Ferland and Michelon 2012 for generalised assignment, from
 * aim to aim); only where costs are whole, since elsewhere plans are so many that no aim leaves out much. Distances from bound to aim double, so that the trees before the last cost little beside it.
 */
export class RisingProof {
  readonly relaxation: Relaxation;
  readonly incumbent: Incumbent;
  /** No plan costs less than this, or than the incumbent. */
  bound: number;
  isDone = false;
  nodes = 0;
  readonly #root: Subproblem;
  readonly #shouldStop: () => boolean;
  #tree: LocationTree | undefined;
  #distance = 0;

  /** All plans better than the incumbent are within `root`, and none costs less than `bound`. */
  constructor(
    relaxation: Relaxation,
    incumbent: Incumbent,
    root: Subproblem,
    bound: number,
    shouldStop: () => boolean,
  ) {
    this.relaxation = relaxation;
    this.incumbent = incumbent;
    this.bound = bound;
    this.#root = root;
    this.#shouldStop = shouldStop;
  }

  /** Works off one node; returns what is left of it where it had to be branched. */
  step(ascent: Pick<AscentOptions, "steps" | "patience" | "factor">): Subproblem | undefined {
    const { incumbent } = this;
    const tree = (this.#tree ??= this.#nextRound());
    if (incumbent.plan) tree.incumbent.offer(incumbent.plan);
    const before = tree.nodes;
    const left = tree.step(ascent);
    this.nodes += tree.nodes - before;
    if (tree.incumbent.plan) incumbent.offer(tree.incumbent.plan);
    this.bound = Math.max(this.bound, tree.bound);
    if (tree.isDone) {
      this.#tree = undefined;
      this.isDone = this.bound >= incumbent.value;
    }
    return left;
  }

  #nextRound(): LocationTree {
    const { incumbent, bound } = this;
    const gap = incumbent.value - bound;
    this.#distance = Math.max(2 * this.#distance, FIRST_DISTANCE * gap);
    const aim = incumbent.roundedUp(bound + this.#distance);
    const isNear = !incumbent.isWhole || gap === Infinity || aim >= bound + LAST_DISTANCE * gap;
    const round = new Incumbent(incumbent.problem, isNear ? incumbent.value : aim);
    return new LocationTree(this.relaxation, round, this.#root, "best-first", this.#shouldStop);
  }
}

/** How far the first aim is beyond the bound, and from where on it is all the way: shares of the distance to the best plan. */
const FIRST_DISTANCE = 1 / 16;
const LAST_DISTANCE = 0.6;
