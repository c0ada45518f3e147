import FlatQueue from "flatqueue";
import { sum } from "../sum.ts";
import { balance } from "./balance.ts";
import { UNCLAIMED } from "./grow.ts";
import type { DistrictingProblem } from "./problem.ts";

/** Seats of which none is better for those who are nearest to them within the limits. */
export interface Settled {
  /** Candidate root of each district, `[district]`. */
  readonly roots: Int32Array;
  /** What units cost there if they may be split and only large pieces have to hang together with their seat. */
  readonly cost: number;
  /** District that most of each unit goes to, `[unit]`, -1 for one without demand. */
  readonly pick: Int32Array;
  /** The most that a unit of demand more or less in the limits of one district would save. */
  readonly price: number;
}

/** Rounds after which seats are taken as they are; they settle in about ten, and again after every time that pieces are cut off. */
const MOST_ROUNDS = 80;
/** Share of the cost by which it has to fall for one more round. */
const GAIN = 1e-9;

/**
 * Units are sent to seats within the limits, seats move to the best unit of those sent to them, and so on until nothing falls (Cooper 1964;
 * with limits and squared distances a balanced power diagram, Cohen-Addad, Klein and Young 2018). Pieces that do not hang together with
 * their seat are then barred from that district, and all is settled again, so that others make up for them. Fixed seats stay. A round
 * is O((looks + steps of a walk) * units) and a transportation problem.
 */
export function settle(problem: DistrictingProblem, from: Int32Array, shouldStop: () => boolean): Settled {
  const { demand, rootUnit, least, most } = problem;
  const fixed = from.length === rootUnit.length;
  const barred = Array.from(from, () => new Uint8Array(demand.length));
  let best: Settled | undefined;
  let whole: Settled | undefined;
  let roots = from;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const of = (values: Float64Array) => Float64Array.from(roots, (root) => values[root]);
    const column = Array.from(roots, (root, here) => without(problem.cost(root), barred[here]));
    const { cost, pick, price } = balance({ demand, column, least: of(least), most: of(most) });
    const now = { roots, cost, pick, price: price.reduce((high, each) => Math.max(high, Math.abs(each)), 0) };
    const isBetter = best === undefined || cost < best.cost * (1 - GAIN);
    if (isBetter) best = now;
    if (shouldStop()) break;
    if (isBetter && !fixed) {
      roots = middles(problem, now);
      continue;
    }
    whole = best ?? now;
    if (!barCutOff(problem, whole, barred)) break;
    ({ roots } = whole);
    best = undefined;
  }
  return best ?? whole ?? { roots, cost: Infinity, pick: new Int32Array(demand.length).fill(UNCLAIMED), price: 0 };
}

const without = (column: Float64Array, barred: Uint8Array): Float64Array =>
  barred.includes(1) ? column.map((cost, unit) => (barred[unit] === 1 ? Infinity : cost)) : column;

/** Pieces with less than this share of a district's mean demand are left to be joined up unit by unit. */
const PIECE = 0.02;

/** Bars pieces that do not hang together with their seat from that seat, none from a second one; whether there was any. */
function barCutOff(problem: DistrictingProblem, settled: Settled, barred: readonly Uint8Array[]): boolean {
  const { adjacency, rootUnit, demand, districts } = problem;
  const all = pickedByAll(problem, settled);
  const seen = new Uint8Array(all.length);
  const piece = (first: number): readonly number[] => {
    const units = [first];
    seen[first] = 1;
    for (const unit of units)
      for (let edge = adjacency.start[unit]; edge < adjacency.start[unit + 1]; edge++) {
        const next = adjacency.target[edge];
        if (seen[next] === 1 || all[next] !== all[unit]) continue;
        seen[next] = 1;
        units.push(next);
      }
    return units;
  };
  settled.roots.forEach((root, here) => (all[rootUnit[root]] = here));
  for (const root of settled.roots) piece(rootUnit[root]);
  const worth = (PIECE * sum(demand)) / districts;
  let any = false;
  for (let first = 0; first < all.length; first++) {
    if (seen[first] === 1) continue;
    const here = all[first];
    const units = piece(first).filter((unit) => demand[unit] > 0);
    const isBarred = (unit: number): boolean => barred.some((from) => from[unit] === 1);
    if (here === UNCLAIMED || sum(units.map((unit) => demand[unit])) < worth || units.some(isBarred)) continue;
    for (const unit of units) barred[here][unit] = 1;
    any = true;
  }
  return any;
}

/** Candidates, the same every time, that are looked at before the walk from the best of them in each district. */
const LOOKS = 192;

/** A better candidate for all units of each district: the best of some of them all over it, and from there to better neighbours. */
function middles(problem: DistrictingProblem, { roots, pick }: Settled): Int32Array {
  const { adjacency, rootUnit } = problem;
  const members = Array.from(roots, (): number[] => []);
  pick.forEach((here, unit) => members[here]?.push(unit));
  const candidates = Array.from(roots, (): number[] => []);
  const rootIn = new Int32Array(pick.length).fill(UNCLAIMED);
  const stride = Math.max(1, Math.floor(rootUnit.length / LOOKS));
  rootUnit.forEach((unit, root) => {
    rootIn[unit] = root;
    if (root % stride === 0) candidates[pick[unit]]?.push(unit);
  });
  return roots.map((own, here) => {
    let better = own;
    let least = costOf(problem.cost(own), members[here]);
    const tryUnit = (unit: number): void => {
      if (rootIn[unit] === UNCLAIMED || (pick[unit] !== here && pick[unit] !== UNCLAIMED)) return;
      const cost = costOf(problem.cost(rootIn[unit]), members[here]);
      if (cost < least) [least, better] = [cost, rootIn[unit]];
    };
    candidates[here].forEach(tryUnit);
    for (let at = UNCLAIMED; at !== better;) {
      at = better;
      const unit = rootUnit[at];
      for (let edge = adjacency.start[unit]; edge < adjacency.start[unit + 1]; edge++) tryUnit(adjacency.target[edge]);
    }
    return better;
  });
}

function costOf(column: Float64Array, units: readonly number[]): number {
  let cost = 0;
  for (const unit of units) cost += column[unit];
  return cost;
}

/**
 * Whole, connected districts near to settled ones: what hangs together with its seat stays, everything else joins the neighbour
 * where it costs least more than in the cheapest district, the least first. Units that may join no neighbour are {@link UNCLAIMED}.
 */
export function joinUp(problem: DistrictingProblem, settled: Settled): Int32Array {
  const { roots } = settled;
  const { adjacency, rootUnit, demand } = problem;
  const pick = pickedByAll(problem, settled);
  const column = Array.from(roots, (root) => problem.cost(root));
  const district = new Int32Array(demand.length).fill(UNCLAIMED);
  const queue = new FlatQueue();
  const offer = (unit: number, here: number): void => {
    for (let edge = adjacency.start[unit]; edge < adjacency.start[unit + 1]; edge++) {
      const next = adjacency.target[edge];
      if (district[next] !== UNCLAIMED || column[here][next] === Infinity) continue;
      const extra = pick[next] === here ? -1 : Math.max(0, column[here][next] - (column[pick[next]]?.[next] ?? 0));
      queue.push(next * roots.length + here, extra);
    }
  };
  roots.forEach((root, here) => (district[rootUnit[root]] = here));
  roots.forEach((root, here) => offer(rootUnit[root], here));
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const unit = Math.floor(next / roots.length);
    if (district[unit] !== UNCLAIMED) continue;
    district[unit] = next % roots.length;
    offer(unit, district[unit]);
  }
  return district;
}

/** Units without demand go with the nearest that have some, so that nobody is cut off by what costs nothing anywhere. */
function pickedByAll({ adjacency: { start, target } }: DistrictingProblem, { pick }: Settled): Int32Array {
  const all = pick.slice();
  const queue = Array.from(pick.keys()).filter((unit) => pick[unit] !== UNCLAIMED);
  for (const unit of queue)
    for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
      if (all[target[edge]] !== UNCLAIMED) continue;
      all[target[edge]] = all[unit];
      queue.push(target[edge]);
    }
  return all;
}
