/**
 * Minimum-cost flow on any network, by the primal network simplex method.
 *
 * Method: a spanning tree of arcs with flow strictly between its bounds, from a big-M start over an artificial root; arcs
 * enter by block search (Grigoriadis 1986) and leave so that the tree stays strongly feasible, which keeps the method from
 * cycling (Cunningham 1976). The tree is parents, first children and siblings; a pivot re-hangs one subtree and shifts its
 * potentials. O(subtree + cycle) a pivot; few pivots per node in practice, no polynomial bound in general.
 */
export interface FlowProblem {
  readonly nodes: number;
  /** What leaves each node (negative: what must arrive), `[node]`; sums to zero. */
  readonly supply: Float64Array;
  /** `[arc]`: tail and head, least and most flow (`Infinity` for no limit), cost of one unit. */
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly cost: Float64Array;
}

export type FlowAnswer =
  | {
      readonly status: "optimal";
      /** `[arc]` */
      readonly flow: Float64Array;
      readonly cost: number;
      /** `[node]`: an arc is worth using when cost + potential[tail] - potential[head] < 0. */
      readonly potential: Float64Array;
      readonly pivots: number;
    }
  | { readonly status: "infeasible" }
  | { readonly status: "unbounded" };

export function solveFlow(problem: FlowProblem): FlowAnswer {
  return new NetworkSimplex(problem).solve();
}

/** State of an arc: at its lower bound, in the tree, at its upper bound. */
const AT_LOWER = 1;
const IN_TREE = 0;
const AT_UPPER = -1;
const NONE = -1;

/** Where the flow around the cycle meets its narrowest arc. */
interface Leaving {
  readonly amount: number;
  /** The arc from this node to its parent leaves; NONE when the entering arc itself goes to its other bound. */
  readonly node: number;
  /** On which side of the cycle: that of the end that the entering flow starts from, or the other. */
  readonly side: "start" | "end";
}

class NetworkSimplex {
  readonly #problem: FlowProblem;
  readonly #root: number;
  readonly #arcs: number;
  readonly #tail: Int32Array;
  readonly #head: Int32Array;
  /** Room above the lower bound, and flow above it. */
  readonly #capacity: Float64Array;
  readonly #flow: Float64Array;
  readonly #cost: Float64Array;
  readonly #state: Int8Array;
  readonly #potential: Float64Array;
  readonly #parent: Int32Array;
  readonly #treeArc: Int32Array;
  readonly #depth: Int32Array;
  readonly #firstChild: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  readonly #stack: Int32Array;
  #scan = 0;

  constructor(problem: FlowProblem) {
    const { nodes, tail, head, lower, upper, cost, supply } = problem;
    const arcs = tail.length;
    const all = arcs + nodes;
    this.#problem = problem;
    this.#root = nodes;
    this.#arcs = arcs;
    this.#tail = new Int32Array(all);
    this.#head = new Int32Array(all);
    this.#tail.set(tail);
    this.#head.set(head);
    this.#capacity = new Float64Array(all).fill(Infinity);
    this.#capacity.set(upper.map((most, arc) => most - lower[arc]));
    this.#flow = new Float64Array(all);
    this.#cost = new Float64Array(all);
    this.#cost.set(cost);
    this.#state = new Int8Array(all).fill(AT_LOWER);
    this.#potential = new Float64Array(nodes + 1);
    this.#parent = new Int32Array(nodes + 1).fill(nodes);
    this.#treeArc = new Int32Array(nodes + 1).fill(NONE);
    this.#depth = new Int32Array(nodes + 1).fill(1);
    this.#firstChild = new Int32Array(nodes + 1).fill(NONE);
    this.#next = new Int32Array(nodes + 1).fill(NONE);
    this.#previous = new Int32Array(nodes + 1).fill(NONE);
    this.#stack = new Int32Array(nodes + 1);
    const remaining = supply.slice();
    lower.forEach((least, arc) => {
      remaining[tail[arc]] -= least;
      remaining[head[arc]] += least;
    });
    this.#hangOnRoot(remaining);
  }

  /** The first tree: every node on the root by an arc of its own, too dear to keep. */
  #hangOnRoot(supply: Float64Array): void {
    const root = this.#root;
    const dear = (this.#cost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0) + 1) * (root + 1);
    this.#parent[root] = NONE;
    this.#depth[root] = 0;
    for (let node = 0; node < root; node++) {
      const arc = this.#arcs + node;
      const outward = supply[node] >= 0;
      this.#tail[arc] = outward ? node : root;
      this.#head[arc] = outward ? root : node;
      this.#flow[arc] = Math.abs(supply[node]);
      this.#cost[arc] = dear;
      this.#state[arc] = IN_TREE;
      this.#potential[node] = outward ? -dear : dear;
      this.#treeArc[node] = arc;
      this.#link(node, root);
    }
  }

  solve(): FlowAnswer {
    let pivots = 0;
    for (let entering = this.#entering(); entering !== NONE; entering = this.#entering()) {
      if (!this.#pivot(entering)) return { status: "unbounded" };
      pivots++;
    }
    for (let arc = this.#arcs; arc < this.#flow.length; arc++)
      if (this.#flow[arc] > 1e-6) return { status: "infeasible" };
    const { lower, cost } = this.#problem;
    const flow = lower.map((least, arc) => least + this.#flow[arc]);
    return {
      status: "optimal",
      flow,
      cost: flow.reduce((sum, amount, arc) => sum + amount * cost[arc], 0),
      potential: this.#potential.slice(0, this.#root),
      pivots,
    };
  }

  /** Block search: the arc of largest violation in the next block that has one. */
  #entering(): number {
    const arcs = this.#flow.length;
    const block = Math.max(10, Math.ceil(Math.sqrt(arcs)));
    let best = NONE;
    let worst = -1e-9;
    for (let seen = 0, left = block; seen < arcs; seen++) {
      const arc = this.#scan;
      this.#scan = arc + 1 === arcs ? 0 : arc + 1;
      if (this.#state[arc] !== IN_TREE) {
        const reduced = this.#cost[arc] + this.#potential[this.#tail[arc]] - this.#potential[this.#head[arc]];
        const violation = this.#state[arc] * reduced;
        if (violation < worst) [best, worst] = [arc, violation];
      }
      if (--left === 0) {
        if (best !== NONE) return best;
        left = block;
      }
    }
    return best;
  }

  /** Returns false when flow can grow without limit. */
  #pivot(entering: number): boolean {
    const forward = this.#state[entering] === AT_LOWER;
    const start = forward ? this.#tail[entering] : this.#head[entering];
    const end = forward ? this.#head[entering] : this.#tail[entering];
    const join = this.#joinOf(start, end);
    const leaving = this.#leaving(entering, start, end, join);
    if (leaving.amount === Infinity) return false;
    this.#push(entering, join, this.#state[entering] * leaving.amount);
    if (leaving.node === NONE) {
      this.#state[entering] = -this.#state[entering];
      return true;
    }
    const out = this.#treeArc[leaving.node];
    this.#state[out] = this.#flow[out] === 0 ? AT_LOWER : AT_UPPER;
    this.#state[entering] = IN_TREE;
    const [moved, fixed] = leaving.side === "start" ? [start, end] : [end, start];
    this.#rehang(moved, fixed, leaving.node, entering);
    return true;
  }

  #joinOf(a: number, b: number): number {
    while (a !== b) {
      if (this.#depth[a] >= this.#depth[b]) a = this.#parent[a];
      else b = this.#parent[b];
    }
    return a;
  }

  #pointsUp = (node: number): boolean => this.#tail[this.#treeArc[node]] === node;

  /** The last of the narrowest arcs, going round the cycle from the join: the choice that keeps the tree strongly feasible. */
  #leaving(entering: number, start: number, end: number, join: number): Leaving {
    let amount = this.#capacity[entering];
    let node = NONE;
    let side: Leaving["side"] = "start";
    for (let at = start; at !== join; at = this.#parent[at]) {
      const arc = this.#treeArc[at];
      const spare = this.#pointsUp(at) ? this.#flow[arc] : this.#capacity[arc] - this.#flow[arc];
      if (spare < amount) [amount, node] = [spare, at];
    }
    for (let at = end; at !== join; at = this.#parent[at]) {
      const arc = this.#treeArc[at];
      const spare = this.#pointsUp(at) ? this.#capacity[arc] - this.#flow[arc] : this.#flow[arc];
      if (spare <= amount) [amount, node, side] = [spare, at, "end"];
    }
    return { amount, node, side };
  }

  #push(entering: number, join: number, amount: number): void {
    if (amount === 0) return;
    this.#flow[entering] += amount;
    for (let at = this.#tail[entering]; at !== join; at = this.#parent[at])
      this.#flow[this.#treeArc[at]] += this.#pointsUp(at) ? -amount : amount;
    for (let at = this.#head[entering]; at !== join; at = this.#parent[at])
      this.#flow[this.#treeArc[at]] += this.#pointsUp(at) ? amount : -amount;
  }

  /** Turns the path from `moved` up to `top` upside down, hangs it on `fixed` by the entering arc, shifts its potentials. */
  #rehang(moved: number, fixed: number, top: number, entering: number): void {
    let [parent, arc, node] = [fixed, entering, moved];
    for (;;) {
      const [oldParent, oldArc] = [this.#parent[node], this.#treeArc[node]];
      this.#unlink(node, oldParent);
      this.#treeArc[node] = arc;
      this.#link(node, parent);
      if (node === top) break;
      [parent, arc, node] = [node, oldArc, oldParent];
    }
    const wanted = this.#potential[fixed] + (this.#tail[entering] === moved ? -1 : 1) * this.#cost[entering];
    const shift = wanted - this.#potential[moved];
    let waiting = 0;
    this.#stack[waiting++] = moved;
    while (waiting > 0) {
      const at = this.#stack[--waiting];
      this.#potential[at] += shift;
      this.#depth[at] = this.#depth[this.#parent[at]] + 1;
      for (let child = this.#firstChild[at]; child !== NONE; child = this.#next[child]) this.#stack[waiting++] = child;
    }
  }

  #link(node: number, parent: number): void {
    const first = this.#firstChild[parent];
    this.#parent[node] = parent;
    this.#previous[node] = NONE;
    this.#next[node] = first;
    if (first !== NONE) this.#previous[first] = node;
    this.#firstChild[parent] = node;
  }

  #unlink(node: number, parent: number): void {
    const [before, after] = [this.#previous[node], this.#next[node]];
    if (before === NONE) this.#firstChild[parent] = after;
    else this.#next[before] = after;
    if (after !== NONE) this.#previous[after] = before;
  }
}
