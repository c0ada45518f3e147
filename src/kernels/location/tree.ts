import { type Ascent, ascend, type AscentOptions } from "./ascent.ts";
import { type Decision, decided, type Domain } from "./domain.ts";
import { reduced } from "./fixing.ts";
import { pop, push } from "./heap.ts";
import type { Incumbent } from "./incumbent.ts";
import { SITE } from "./problem.ts";
import type { Relaxation } from "./relaxation.ts";

/** Part of the problem that may still hold a better plan, and the pay to begin with there. */
export interface Subproblem {
  readonly domain: Domain;
  readonly pay: Float64Array;
}

interface Node extends Subproblem {
  readonly bound: number;
  readonly depth: number;
  /** Not yet taken in `domain`, which is the parent's, so that two children share one. */
  readonly decision?: Decision;
}

/**
 * Branch and bound on the {@link Relaxation}: at each node the bound is raised, the domain reduced, and a site opened or closed, or a
 * unit sent to a site or kept from it, where the averages are least sure. Best bound first proves soonest; depth first finds plans soonest. Every
 * plan found goes to the incumbent. Exponential at worst; memory is held to `MOST_HELD` entries by going deep once it is full.
 */
export class LocationTree {
  readonly relaxation: Relaxation;
  readonly incumbent: Incumbent;
  nodes = 0;
  readonly #order: "best-first" | "depth-first";
  readonly #shouldStop: () => boolean;
  readonly #open: Node[] = [];
  #held = 0;

  constructor(
    relaxation: Relaxation,
    incumbent: Incumbent,
    root: Subproblem,
    order: "best-first" | "depth-first",
    shouldStop: () => boolean,
  ) {
    this.relaxation = relaxation;
    this.incumbent = incumbent;
    this.#order = order;
    this.#shouldStop = shouldStop;
    this.#add({ ...root, bound: -Infinity, depth: 0 });
  }

  get isDone(): boolean {
    return this.#open.length === 0;
  }

  /** No plan within the root costs less than this, or than the incumbent. */
  get bound(): number {
    const least =
      this.#order === "best-first" ? this.#open[0]?.bound : Math.min(...this.#open.map(({ bound }) => bound));
    return Math.min(least ?? Infinity, this.incumbent.value);
  }

  /** Works off one node; returns what is left of it where it had to be branched. */
  step(ascent: Pick<AscentOptions, "steps" | "patience" | "factor">): Subproblem | undefined {
    const node = this.#take();
    if (!node || node.bound > this.incumbent.limit) return undefined;
    this.nodes++;
    const { relaxation } = this;
    let domain = node.decision ? decided(node.domain, node.decision) : node.domain;
    if (!relaxation.enter(domain)) return undefined;
    relaxation.pay.set(node.pay);
    let { bound } = node;
    for (;;) {
      const found = this.#ascend(ascent);
      if (found.isPlan) this.incumbent.offer(relaxation.assignment());
      const before = domain;
      const { domain: left, bound: proven } = reduced(relaxation, this.incumbent.limit);
      if (!left || !relaxation.enter(left)) return undefined;
      bound = Math.max(bound, this.incumbent.proven(proven));
      domain = left;
      const isWorthIt = left.units.length < WORTH_REPEATING * before.units.length && !this.#shouldStop();
      const decision = choose(relaxation, carried(before, found.share, left), found.openShare);
      // Without a decision left the domain is one plan, which the next ascent finds.
      if (isWorthIt || !decision) continue;
      const rest = { domain, pay: relaxation.pay.slice() };
      this.#branch({ ...rest, bound, depth: node.depth + 1 }, decision);
      return rest;
    }
  }

  #ascend(ascent: Pick<AscentOptions, "steps" | "patience" | "factor">): Ascent {
    return ascend(this.relaxation, {
      ...ascent,
      target: this.incumbent.value,
      enough: this.incumbent.limit,
      shouldStop: this.#shouldStop,
    });
  }

  #branch(node: Node, first: Decision): void {
    const other: Decision = first.kind === "site" ? { ...first, state: SITE.closed } : { ...first, goes: "elsewhere" };
    this.#add({ ...node, decision: other });
    this.#add({ ...node, decision: first });
  }

  #add(node: Node): void {
    this.#held += node.domain.units.length;
    if (this.#order === "best-first") push(this.#open, node, comesFirst);
    else this.#open.push(node);
  }

  #take(): Node | undefined {
    const node =
      this.#order === "depth-first"
        ? this.#open.pop()
        : this.#held > MOST_HELD
          ? this.#takeDeepest()
          : pop(this.#open, comesFirst);
    if (node) this.#held -= node.domain.units.length;
    return node;
  }

  #takeDeepest(): Node | undefined {
    const deepest = this.#open.reduce((best, node) => (node.depth > best.depth ? node : best));
    const rest = this.#open.splice(0).filter((node) => node !== deepest);
    for (const node of rest) push(this.#open, node, comesFirst);
    return deepest;
  }
}

/** Entries of domains in waiting nodes. */
const MOST_HELD = 6e7;
/** A domain reduced to this share is worth another ascent before branching. */
const WORTH_REPEATING = 0.8;

const comesFirst = (a: Node, b: Node): boolean => a.bound < b.bound || (a.bound === b.bound && a.depth > b.depth);

/** Where the averages are least sure: a site first, then the unit whose surest site is least sure; undefined if all is decided. */
function choose(
  { domain, must, problem }: Relaxation,
  share: Float64Array,
  openShare: Float64Array,
): Decision | undefined {
  let site = -1;
  let most = 0.03;
  for (let at = 0; at < problem.sites; at++) {
    if (domain.state[at] !== SITE.free) continue;
    const doubt = Math.min(openShare[at], 1 - openShare[at]);
    if (doubt > most) [site, most] = [at, doubt];
  }
  if (site >= 0) return { kind: "site", site, state: SITE.open };
  const { top, where } = surest(domain, problem.units, share);
  let unit = -1;
  for (let at = 0; at < problem.units; at++) if (must[at] < 0 && (unit < 0 || top[at] < top[unit])) unit = at;
  return unit < 0 ? undefined : { kind: "unit", unit, site: where[unit], goes: "there" };
}

/** Figures per entry of a domain, for the entries that are left of it. */
function carried(before: Domain, figure: Float64Array, left: Domain): Float64Array {
  const kept = new Float64Array(left.units.length);
  for (let site = 0; site < left.state.length; site++) {
    let from = before.start[site];
    for (let at = left.start[site]; at < left.start[site + 1]; at++) {
      while (before.units[from] !== left.units[at]) from++;
      kept[at] = figure[from++];
    }
  }
  return kept;
}

/** For each unit the site with the greatest share of it, `[unit]`, and that share. O(size of the domain). */
export function surest(
  { start, units: list, state }: Domain,
  units: number,
  share: Float64Array,
): { readonly top: Float64Array; readonly where: Int32Array } {
  const top = new Float64Array(units).fill(-1);
  const where = new Int32Array(units).fill(-1);
  for (let site = 0; site < state.length; site++) {
    if (state[site] === SITE.closed) continue;
    for (let at = start[site]; at < start[site + 1]; at++)
      if (share[at] > top[list[at]]) {
        top[list[at]] = share[at];
        where[list[at]] = site;
      }
  }
  return { top, where };
}
