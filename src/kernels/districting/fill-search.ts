import type { Adjacency } from "../../domain/municipality.ts";
import { type Random, seededRandom } from "../random.ts";
import { anneal } from "./anneal.ts";
import { FillAndShape, type FillAndShapeProblem } from "./fill-and-shape.ts";
import { FlipCheck } from "./flips.ts";

export interface FilledPlan {
  /** District of each unit, `[unit]`. */
  readonly district: Int32Array;
  readonly value: number;
}

/** Pairs of neighbours drawn at first over the whole map, and then for each district of a part of it. */
const DRAWS = { whole: 1000000, perDistrict: 37500 } as const;
/** Temperatures as shares of the mean value of a district: a part starts at one between the two. */
const HEAT = { whole: 0.1, mild: 0.1, fierce: 0.2, cold: 0.005 } as const;
/** Fewest and most neighbouring districts that are drawn anew together. */
const PART = { fewest: 6, most: 16 } as const;

/** Rounds without a gain after which the search starts afresh. */
const STALE = 80;

/**
 * Annealing over the whole map, then again and again over a few neighbouring districts, kept when better: large neighbourhood
 * search (Shaw 1998) with annealing as the repair, started afresh when it has settled. Yields the best plan after each round;
 * round `n` of a seed is always the same, so a caller may stop after any of them.
 */
export function* searchFilled(
  problem: FillAndShapeProblem,
  seed: number,
  shouldStop: () => boolean,
): Generator<FilledPlan, never> {
  const random = seededRandom(seed);
  const round = new Round(problem, random, shouldStop);
  let best: FilledPlan | undefined;
  for (;;) {
    let here = round.grown();
    best ??= here;
    yield best;
    here = round.annealWhole(here);
    for (let stale = 0; stale < STALE; stale++) {
      if (here.value < best.value) best = here;
      yield best;
      const next = round.annealPart(here);
      if (next.value < here.value) stale = 0;
      here = next;
    }
  }
}

/** What a round is made of; one set of working arrays for all. */
class Round {
  readonly #problem: FillAndShapeProblem;
  readonly #random: Random;
  readonly #shouldStop: () => boolean;
  readonly #flips: FlipCheck;
  readonly #objective: FillAndShape;

  constructor(problem: FillAndShapeProblem, random: Random, shouldStop: () => boolean) {
    this.#problem = problem;
    this.#random = random;
    this.#shouldStop = shouldStop;
    this.#flips = new FlipCheck(problem.adjacency);
    this.#objective = new FillAndShape(problem);
  }

  grown(): FilledPlan {
    const district = grownFull(this.#problem, this.#random);
    return { district, value: this.#objective.reset(district) };
  }

  annealWhole(plan: FilledPlan): FilledPlan {
    return this.#anneal(plan, { proposals: DRAWS.whole, heat: HEAT.whole });
  }

  /** The plan itself where the part could not be drawn better. */
  annealPart(plan: FilledPlan): FilledPlan {
    const count = PART.fewest + Math.floor(this.#random() * (PART.most - PART.fewest + 1));
    const part = neighbours(this.#problem, plan, count, this.#random);
    return this.#anneal(plan, {
      proposals: DRAWS.perDistrict * part.size,
      heat: HEAT.mild * (HEAT.fierce / HEAT.mild) ** this.#random(),
      among: edgesWithin(this.#problem.adjacency, plan.district, part),
    });
  }

  #anneal(
    plan: FilledPlan,
    { proposals, heat, among }: { proposals: number; heat: number; among?: Int32Array },
  ): FilledPlan {
    const unit = Math.min(plan.value / this.#problem.seatUnit.length, this.#problem.weight.shape);
    const schedule = {
      proposals,
      hot: heat * unit,
      cold: HEAT.cold * unit,
      border: 0,
      swaps: 0,
      shouldStop: this.#shouldStop,
      ...(among && { among }),
    };
    const { value, district } = anneal(
      this.#problem.adjacency,
      this.#flips,
      this.#objective,
      plan.district.slice(),
      schedule,
      this.#random,
    );
    return value < plan.value ? { district, value: this.#objective.reset(district) } : plan;
  }
}

/** So many districts that hang together, drawn from a random one outward. */
function neighbours(
  { adjacency: { start, target }, seatUnit }: FillAndShapeProblem,
  { district }: FilledPlan,
  count: number,
  random: Random,
): ReadonlySet<number> {
  const touching = Array.from(seatUnit, () => new Set<number>());
  district.forEach((here, unit) => {
    for (let edge = start[unit]; edge < start[unit + 1]; edge++)
      if (district[target[edge]] !== here) touching[here].add(district[target[edge]]);
  });
  const part = new Set([Math.floor(random() * seatUnit.length)]);
  while (part.size < count) {
    const next = new Set([...part].flatMap((here) => [...touching[here]].filter((other) => !part.has(other))));
    if (next.size === 0) return part;
    part.add([...next][Math.floor(random() * next.size)]);
  }
  return part;
}

/** Entries of the adjacency between units of some districts. */
function edgesWithin({ start, target }: Adjacency, district: Int32Array, part: ReadonlySet<number>): Int32Array {
  const edges: number[] = [];
  district.forEach((here, unit) => {
    if (!part.has(here)) return;
    for (let edge = start[unit]; edge < start[unit + 1]; edge++) if (part.has(district[target[edge]])) edges.push(edge);
  });
  return Int32Array.from(edges);
}

/** Districts grown from the seats: the school with most capacity left takes a unit at random from its border. */
function grownFull({ adjacency, demand, seatUnit, capacity }: FillAndShapeProblem, random: Random): Int32Array {
  const district = new Int32Array(demand.length).fill(UNCLAIMED);
  const left = capacity.slice();
  const border = Array.from(seatUnit, (): number[] => []);
  const claim = (unit: number, here: number) => {
    district[unit] = here;
    left[here] -= demand[unit];
    for (let edge = adjacency.start[unit]; edge < adjacency.start[unit + 1]; edge++)
      if (district[adjacency.target[edge]] === UNCLAIMED) border[here].push(adjacency.target[edge]);
  };
  seatUnit.forEach((unit, here) => claim(unit, here));
  const growing = new Set(seatUnit.keys());
  while (growing.size > 0) {
    let here = -1;
    for (const other of growing) if (here === -1 || left[other] > left[here]) here = other;
    const open = border[here];
    const at = Math.floor(random() * open.length);
    const unit = open.at(at);
    if (unit === undefined) growing.delete(here);
    else {
      open[at] = open[open.length - 1];
      open.pop();
      if (district[unit] === UNCLAIMED) claim(unit, here);
    }
  }
  return district;
}

const UNCLAIMED = -1;
