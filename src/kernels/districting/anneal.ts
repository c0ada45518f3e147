import type { Adjacency } from "../../domain/municipality.ts";
import type { Random } from "../random.ts";
import type { FlipCheck } from "./flips.ts";
import type { DistrictObjective } from "./objective.ts";

interface AnnealSchedule {
  /** Pairs of neighbouring units drawn in all; a pair within one district proposes nothing. */
  readonly proposals: number;
  /** Temperature at the start and at the end, in units of the objective. */
  readonly hot: number;
  readonly cold: number;
  /** What a pair of neighbours in different districts costs, in temperatures: keeps borders short while they are free to wander. */
  readonly border: number;
  /** Entries of the adjacency to draw from; all where absent. */
  readonly among?: Int32Array;
  readonly shouldStop?: () => boolean;
}

interface Annealed {
  /** Least value of a plan that keeps its limits, `Infinity` when none was met. */
  readonly value: number;
  readonly district: Int32Array;
}

/** Pairs drawn at one temperature. */
const EPOCH = 1 << 12;
/** A change so many temperatures up is accepted once in 5e8: not worth an exponential. */
const HOPELESS = 20;
/** Share of its size by which a value must fall to be a new best: sums of doubles drift. */
const GAIN = 1e-10;

/**
 * Simulated annealing over contiguous plans (Kirkpatrick, Gelatt and Vecchi 1983): a move gives a unit to the district of a
 * neighbour, if the district it leaves stays connected. Starts from `district` and works in it. A proposal is
 * O(neighbours) mostly, O(district) at worst.
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
  const source = sourcesOf(adjacency);
  const among = schedule.among ?? Int32Array.from(target.keys());
  const best = district.slice();
  let value = objective.reset(district);
  let least = objective.keepsLimits() ? value : Infinity;
  // The best plan is copied only when the search leaves it.
  let atBest = false;
  const cooling = (schedule.cold / schedule.hot) ** (EPOCH / schedule.proposals);
  let temperature = schedule.hot;
  for (let done = 0; done < schedule.proposals && schedule.shouldStop?.() !== true; done += EPOCH) {
    for (let drawn = 0; drawn < EPOCH; drawn++) {
      const edge = among[(random() * among.length) | 0];
      const unit = source[edge];
      const from = district[unit];
      const to = district[target[edge]];
      if (from === to || objective.stays(unit, from)) continue;
      const change = objective.change(unit, from, to, district);
      if (change > HOPELESS * temperature) continue;
      const cut = schedule.border === 0 ? 0 : schedule.border * borderChange(adjacency, district, unit, to);
      const rise = change / temperature + cut;
      if (rise > 0 && random() >= Math.exp(-rise)) continue;
      if (!flips.mayLeave(unit, district)) continue;
      objective.move(unit, from, to, district);
      if (atBest) {
        best.set(district);
        atBest = false;
      }
      district[unit] = to;
      value += change;
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

/** The unit each entry of the adjacency belongs to, `[edge]`. */
function sourcesOf({ start, target }: Adjacency): Int32Array {
  const source = new Int32Array(target.length);
  for (let unit = 0; unit + 1 < start.length; unit++) source.fill(unit, start[unit], start[unit + 1]);
  return source;
}
