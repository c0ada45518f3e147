import type { Adjacency } from "../../domain/municipality.ts";
import type { DistrictingProblem } from "./problem.ts";

/** Which unit may belong to which candidate root, as compressed rows: those of root `r` are `[start[r] … start[r + 1])`, by unit. */
export interface Pairs {
  readonly start: Int32Array;
  readonly unit: Int32Array;
  readonly cost: Float64Array;
  /** The row of the root's own unit; absent roots have an empty row. `[root]` */
  readonly own: Int32Array;
}

/** No row: the root cannot hold even its own unit. */
export const NONE = -1;

/**
 * Every pair that a contiguous district within its limits could have. A pair is impossible when even the least demand on a
 * path between the two is more than a district may have (Validi, Buchanan and Lykhovyd 2021, section 3.4), or when the
 * units so reached are too few for the least. O(roots * units * log units).
 */
export function possiblePairs(problem: DistrictingProblem): Pairs {
  const { demand, rootUnit } = problem;
  const start = new Int32Array(rootUnit.length + 1);
  const own = new Int32Array(rootUnit.length).fill(NONE);
  const unit: number[] = [];
  const cost: number[] = [];
  const reach = pathDemand(problem.adjacency, demand);
  for (let root = 0; root < rootUnit.length; root++) {
    const column = problem.cost(root);
    const path = reach(rootUnit[root], column, problem.most[root]);
    let within = 0;
    for (let i = 0; i < demand.length; i++) if (path[i] <= problem.most[root]) within += demand[i];
    if (within >= problem.least[root])
      for (let i = 0; i < demand.length; i++) {
        if (!(path[i] <= problem.most[root])) continue;
        if (i === rootUnit[root]) own[root] = unit.length;
        unit.push(i);
        cost.push(column[i]);
      }
    start[root + 1] = unit.length;
  }
  return { start, own, unit: Int32Array.from(unit), cost: Float64Array.from(cost) };
}

/**
 * Least demand on a path from a unit to every other, both ends counted, through units of finite cost; beyond `most` it may
 * be anything above. Label correcting with a queue (Moore 1959).
 */
function pathDemand({ start, target }: Adjacency, demand: Float64Array) {
  const path = new Float64Array(demand.length);
  const queue: number[] = [];
  const queued = new Uint8Array(demand.length);
  return (from: number, column: Float64Array, most: number): Float64Array => {
    path.fill(Infinity);
    if (column[from] === Infinity) return path;
    path[from] = demand[from];
    queue.length = 0;
    queue.push(from);
    for (let head = 0; head < queue.length; head++) {
      const unit = queue[head];
      queued[unit] = 0;
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
        const next = target[edge];
        const length = path[unit] + demand[next];
        if (!(length < path[next]) || length > most || column[next] === Infinity) continue;
        path[next] = length;
        if (queued[next] === 1) continue;
        queued[next] = 1;
        queue.push(next);
      }
    }
    return path;
  };
}
