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

/**
 * Marks the plans that no other plan beats: another is at least as good in every criterion and better in one. Plans are
 * visited in lexicographic order, so each is compared with the unbeaten ones before it only. O(plans x unbeaten).
 */
export function paretoMarks(criteria: readonly Criterion[], plans: number): Uint8Array {
  const marks = new Uint8Array(plans);
  if (criteria.length === 0) return marks.fill(1);
  const rows = Array.from({ length: plans }, (_, plan) => criteria.map((criterion) => cost(criterion, plan)));
  const order = rows
    .map((_, plan) => plan)
    .toSorted((a, b) => {
      for (let i = 0; i < criteria.length; i++) if (rows[a][i] !== rows[b][i]) return rows[a][i] < rows[b][i] ? -1 : 1;
      return a - b;
    });
  const unbeaten: number[][] = [];
  for (const plan of order) {
    const row = rows[plan];
    const beaten = unbeaten.some(
      (other) => other.every((value, i) => value <= row[i]) && other.some((value, i) => value < row[i]),
    );
    if (beaten) continue;
    marks[plan] = 1;
    unbeaten.push(row);
  }
  return marks;
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
