import type { Adjacency } from "../../domain/municipality.ts";
import type { Random } from "../random.ts";
import { Border } from "./border.ts";
import type { FlipCheck } from "./flips.ts";
import type { DistrictObjective } from "./objective.ts";

interface AnnealSchedule {
  /** Pairs of neighbouring units in different districts drawn in all. */
  readonly proposals: number;
  /** Temperature at the start and at the end, in units of the objective. */
  readonly hot: number;
  readonly cold: number;
  /** What a pair of neighbours in different districts costs, in temperatures: keeps borders short while they are free to wander. */
  readonly border: number;
  /** How often a unit that is not taken alone is tried with another that comes back for it, 0 to 1. */
  readonly swaps: number;
  /** Entries of the adjacency to draw from; all where absent. */
  readonly among?: Int32Array;
  readonly shouldStop?: () => boolean;
}

interface Annealed {
  /** Least value of a plan that keeps its limits, `Infinity` when none was met. */
  readonly value: number;
  readonly district: Int32Array;
}

/** Pairs drawn at one temperature; as many as there are units where these are more, as what follows looks at each of them. */
const EPOCH = 1 << 10;
/** A change so many temperatures up is accepted once in 5e8: not worth an exponential. */
const HOPELESS = 20;
/** Share of its size by which a value must fall to be a new best: sums of doubles drift. */
const GAIN = 1e-10;
/** Pairs drawn to find one that comes back for a unit that goes. */
const PARTNERS = 4;

/**
 * Simulated annealing over contiguous plans (Kirkpatrick, Gelatt and Vecchi 1983): a move gives a unit to the district of a
 * neighbour, if the district it leaves stays connected; where that alone is not taken, another unit comes back for it. Starts from
 * `district` and works in it. A proposal is O(neighbours) mostly, O(district) at worst.
 */
export function anneal(
  adjacency: Adjacency,
  flips: FlipCheck,
  objective: DistrictObjective,
  district: Int32Array,
  schedule: AnnealSchedule,
  random: Random,
): Annealed {
  const { target } = adjacency;
  const border = new Border(adjacency, district, schedule.among);
  const { source } = border;
  const { swaps } = schedule;
  const best = district.slice();
  let value = objective.reset(district);
  let least = objective.keepsLimits() ? value : Infinity;
  // The best plan is copied only when the search leaves it.
  let atBest = false;
  const epoch = Math.max(EPOCH, district.length);
  const cooling = (schedule.cold / schedule.hot) ** (epoch / schedule.proposals);
  let temperature = schedule.hot;
  const move = (unit: number, from: number, to: number): void => {
    objective.move(unit, from, to, district);
    if (atBest) {
      best.set(district);
      atBest = false;
    }
    district[unit] = to;
    border.moved(unit, district);
  };
  const isTaken = (change: number, cut: number): boolean => {
    const rise = change / temperature + schedule.border * cut;
    return rise <= 0 || (rise < HOPELESS && random() < Math.exp(-rise));
  };
  /** Another unit for the one that went: what both change, or `undefined` once that one is back where it was. */
  const answered = (unit: number, from: number, to: number, change: number, cut: number): number | undefined => {
    for (let drawn = 0; drawn < PARTNERS; drawn++) {
      const edge = border.at(random());
      const other = source[edge];
      if (district[other] !== to || district[target[edge]] !== from || other === unit || objective.stays(other, to))
        continue;
      const both = change + objective.change(other, to, from, district);
      const more = schedule.border === 0 ? 0 : borderChange(adjacency, district, other, from);
      if (!isTaken(both, cut + more) || !flips.mayLeave(other, district)) continue;
      move(other, to, from);
      return both;
    }
    move(unit, to, from);
    return undefined;
  };
  for (let done = 0; done < schedule.proposals && schedule.shouldStop?.() !== true; done += epoch) {
    for (let drawn = 0; drawn < epoch && border.length > 0; drawn++) {
      const edge = border.at(random());
      const unit = source[edge];
      const from = district[unit];
      const to = district[target[edge]];
      if (objective.stays(unit, from)) continue;
      const change = objective.change(unit, from, to, district);
      if (change === Infinity) continue;
      const cut = schedule.border === 0 ? 0 : borderChange(adjacency, district, unit, to);
      const alone = isTaken(change, cut);
      if (!alone && (swaps === 0 || random() >= swaps)) continue;
      if (!flips.mayLeave(unit, district)) continue;
      move(unit, from, to);
      if (alone) value += change;
      else value += answered(unit, from, to, change, cut) ?? 0;
      if (value < least - GAIN * Math.abs(least) || least === Infinity) atBest = objective.keepsLimits();
      if (atBest) least = value;
    }
    if (atBest) best.set(district);
    atBest = false;
    value = objective.refresh(district);
    if (objective.keepsLimits() && value < least) {
      least = value;
      best.set(district);
    }
    temperature *= cooling;
  }
  return { value: least, district: best };
}

/** How many more pairs of neighbours would be in different districts. */
function borderChange({ start, target }: Adjacency, district: Int32Array, unit: number, to: number): number {
  const from = district[unit];
  let change = 0;
  for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
    const here = district[target[edge]];
    if (here === from) change++;
    else if (here === to) change--;
  }
  return change;
}
