import type { Adjacency } from "../domain/municipality.ts";

/** The units of a stroke among those around them. */
export interface Spot {
  readonly adjacency: Adjacency;
  readonly members: readonly number[];
  readonly own: ReadonlySet<number>;
  /** Whether a unit is at the stroke's site already, so that it is passed through. */
  readonly isFree: (unit: number) => boolean;
}

/** How many units are tried; more hardly find a better one. */
const MOST_TRIED = 12;
/** What a unit costs that does not hang together with the beginning, in units told to be outside. */
const ELSEWHERE = 8;

/** From which unit the stroke is told in the fewest words: of those in its middle, the one whose rings hold the fewest units that are not its own. */
export function beginningOf(spot: Spot, tried: readonly number[] = innermost(spot)): { first: number; cost: number } {
  let [first, cost] = [spot.members[0], Infinity];
  for (const unit of tried) {
    const own = outsideOf(spot, unit, cost);
    if (own < cost) [first, cost] = [unit, own];
  }
  return { first, cost };
}

/** Some of the units that are farthest from what is around them. */
function innermost({ adjacency: { start, target }, members, own }: Spot): readonly number[] {
  let [all, layer] = [own, members];
  for (;;) {
    const within = layer.filter((unit) => {
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) if (!all.has(target[edge])) return false;
      return true;
    });
    if (within.length === 0 || within.length === layer.length) return layer.slice(0, MOST_TRIED);
    [all, layer] = [new Set(within), within];
  }
}

/** How many units would have to be told to be outside; from `most` on it is not known how many more. */
function outsideOf({ adjacency: { start, target }, members, own, isFree }: Spot, first: number, most: number): number {
  const met = new Set([first]);
  const queue = [first];
  let [left, outside] = [members.length - 1, 0];
  for (let next = 0; left > 0 && outside < most; next++) {
    if (next === queue.length) return outside + left * ELSEWHERE;
    const unit = queue[next];
    for (let edge = start[unit]; edge < start[unit + 1] && left > 0; edge++) {
      const other = target[edge];
      if (met.has(other)) continue;
      met.add(other);
      if (own.has(other)) left--;
      else if (!isFree(other)) {
        outside++;
        continue;
      }
      queue.push(other);
    }
  }
  return outside;
}
