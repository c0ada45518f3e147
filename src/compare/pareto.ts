import type { Better } from "../evaluate/measures/measure.ts";

/** One criterion over many plans: its values, `[plan]` (NaN where there is nothing to measure), and which way is better. */
export interface Criterion {
  readonly values: ArrayLike<number>;
  readonly better: Better;
}

/** A value turned so that less is better; what cannot be measured is worst. */
const cost = ({ values, better }: Criterion, plan: number): number => {
  const value = values[plan];
  return Number.isNaN(value) ? Infinity : better === "higher" ? -value : value;
};

/** Whether a plan beats another: at least as good on everything and better on something. Costs, less is better. */
export const beats = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => beatsAt(a, 0, b, 0, b.length);

/** The same for rows of longer tables, each from its first entry on. */
function beatsAt(a: ArrayLike<number>, from: number, b: ArrayLike<number>, to: number, length: number): boolean {
  let isBetter = false;
  for (let i = 0; i < length; i++) {
    if (a[from + i] > b[to + i]) return false;
    if (a[from + i] < b[to + i]) isBetter = true;
  }
  return isBetter;
}

/** Costs of all plans, `[plan * criteria + criterion]`. */
function costTable(criteria: readonly Criterion[], plans: number): Float64Array {
  const table = new Float64Array(plans * criteria.length);
  for (let plan = 0; plan < plans; plan++)
    criteria.forEach((criterion, i) => (table[plan * criteria.length + i] = cost(criterion, plan)));
  return table;
}

/**
 * Marks the plans that no other plan beats. Plans are visited in lexicographic order, so each is compared with the unbeaten
 * ones before it only. O(plans x unbeaten).
 */
export function paretoMarks(criteria: readonly Criterion[], plans: number): Uint8Array {
  const marks = new Uint8Array(plans);
  const width = criteria.length;
  const costs = costTable(criteria, plans);
  const order = [...marks.keys()].toSorted((a, b) => {
    for (let i = 0; i < width; i++) {
      const [one, other] = [costs[a * width + i], costs[b * width + i]];
      if (one !== other) return one < other ? -1 : 1;
    }
    return a - b;
  });
  const unbeaten: number[] = [];
  for (const plan of order) {
    if (unbeaten.some((other) => beatsAt(costs, other * width, costs, plan * width, width))) continue;
    marks[plan] = 1;
    unbeaten.push(plan);
  }
  return marks;
}

/** How many plans beat one: none exactly where {@link paretoMarks} marks it. */
export function countBeating(criteria: readonly Criterion[], plan: number, plans: number): number {
  const width = criteria.length;
  const costs = costTable(criteria, plans);
  let beating = 0;
  for (let other = 0; other < plans; other++) if (beatsAt(costs, other * width, costs, plan * width, width)) beating++;
  return beating;
}

/** Place of one plan, 1 = best: one more than the plans that are better. */
export function rankOf(criterion: Criterion, plan: number, plans: number): number {
  const own = cost(criterion, plan);
  let better = 0;
  for (let other = 0; other < plans; other++) if (cost(criterion, other) < own) better++;
  return better + 1;
}

/** Rank of each plan, 1 = best; equal values share a rank, and what cannot be measured comes last. */
export function ranks(criterion: Criterion, plans: number): Uint32Array {
  const order = Array.from({ length: plans }, (_, plan) => plan).toSorted((a, b) => {
    const difference = cost(criterion, a) - cost(criterion, b);
    return Number.isNaN(difference) || difference === 0 ? a - b : difference;
  });
  const rank = new Uint32Array(plans);
  order.forEach((plan, place) => {
    const before = order[place - 1];
    rank[plan] = place > 0 && cost(criterion, before) === cost(criterion, plan) ? rank[before] : place + 1;
  });
  return rank;
}
