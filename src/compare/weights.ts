import { type Better, type Measure, isOrderSure } from "../evaluate/measures/measure.ts";
import { measureNamed, type MeasureKey } from "../evaluate/measures/table.ts";

/** A concern that a group gives a weight, and the measure that stands for it. */
interface Concern {
  readonly key: string;
  readonly measure: MeasureKey;
  /** Which way is better for this concern, where the measure itself is neither. */
  readonly better: Exclude<Better, "neither">;
}

/** What a group weighs against each other, in the order of weights. */
export const CONCERNS = [
  { key: "travel", measure: "pupil-kilometres", better: "lower" },
  { key: "changes", measure: "changed-site", better: "lower" },
  { key: "transport", measure: "transport-right", better: "lower" },
  { key: "class-size", measure: "class-quotient", better: "lower" },
  { key: "money", measure: "saving", better: "higher" },
  { key: "district-size", measure: "pupils-ratio", better: "lower" },
] as const satisfies readonly Concern[];

export type ConcernKey = (typeof CONCERNS)[number]["key"];

/** What each concern counts, `[concern]`, zero or more; only how they stand to each other matters. */
export type Weights = readonly number[];

/** How each plan of a complete list does by each concern. */
export interface WeighedList {
  readonly count: number;
  /** `[plan * CONCERNS.length + concern]`: 0 the best of the list, 1 the worst, and in between by how far it lies from them. */
  readonly costs: Float64Array;
  /** Concerns in which the plans differ; the others tell nothing. */
  readonly telling: readonly ConcernKey[];
  /** Of these, those whose order of plans cannot be relied on: they count by their best estimates. */
  readonly unsure: readonly ConcernKey[];
}

interface List {
  readonly count: number;
  readonly values: ReadonlyMap<MeasureKey, ArrayLike<number>>;
  readonly unsure?: readonly string[];
}

/** Each concern scaled over the whole list, so that a metre and a krone can be weighed. A plan without a value counts as the worst. */
export function weighedList(list: List): WeighedList {
  const width = CONCERNS.length;
  const costs = new Float64Array(list.count * width);
  const telling: ConcernKey[] = [];
  CONCERNS.forEach(({ key, measure, better }, concern) => {
    const column = list.values.get(measure);
    if (!column) return;
    const values = Array.from({ length: list.count }, (_, plan) => (better === "lower" ? column[plan] : -column[plan]));
    const known = values.filter((value) => Number.isFinite(value));
    const least = known.reduce((a, b) => Math.min(a, b), Infinity);
    const spread = known.reduce((a, b) => Math.max(a, b), -Infinity) - least;
    if (!(spread > 0)) return;
    telling.push(key);
    values.forEach((value, plan) => {
      costs[plan * width + concern] = Number.isFinite(value) ? (value - least) / spread : 1;
    });
  });
  const unsure = CONCERNS.filter(({ key, measure }) => telling.includes(key) && !isSure(list, measure));
  return { count: list.count, costs, telling, unsure: unsure.map(({ key }) => key) };
}

function isSure(list: List, key: MeasureKey): boolean {
  const measure: Measure | undefined = measureNamed(key);
  return measure !== undefined && isOrderSure(list, measure);
}

/** What a plan costs by some weights, `[plan]`: 0 where it is best by every concern that counts, 1 where worst. All zero where no concern counts. */
export function scores({ count, costs }: Pick<WeighedList, "count" | "costs">, weights: Weights): Float64Array {
  const width = CONCERNS.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const found = new Float64Array(count);
  if (!(total > 0)) return found;
  for (let plan = 0; plan < count; plan++)
    for (let concern = 0; concern < width; concern++)
      found[plan] += (weights[concern] / total) * costs[plan * width + concern];
  return found;
}

/** A plan, and by how much it falls behind the best at most, whichever of some weights is asked. */
interface LeastOpposed {
  readonly plan: number;
  readonly regret: number;
}

/**
 * The plan that nobody is most against: of each set of weights a plan's regret is its score less the best plan's; the plan whose greatest
 * regret over all sets is least, the lowest number where several are. Over the complete list, so nothing is left out. O(sets x plans).
 */
export function leastOpposed(
  list: Pick<WeighedList, "count" | "costs">,
  sets: readonly Weights[],
): LeastOpposed | undefined {
  if (list.count === 0) return undefined;
  const greatest = new Float64Array(list.count);
  for (const weights of sets) {
    const found = scores(list, weights);
    const best = found.reduce((a, b) => Math.min(a, b), Infinity);
    for (let plan = 0; plan < list.count; plan++) greatest[plan] = Math.max(greatest[plan], found[plan] - best);
  }
  let plan = 0;
  for (let other = 1; other < list.count; other++) if (greatest[other] < greatest[plan]) plan = other;
  return { plan, regret: greatest[plan] };
}

/** Plans in order by some weights, the best first; equal ones by number. */
export function orderedBy(list: Pick<WeighedList, "count" | "costs">, weights: Weights): Uint32Array {
  const found = scores(list, weights);
  return Uint32Array.from(found.keys()).toSorted((a, b) => found[a] - found[b] || a - b);
}

/**
 * What a vote lets each concern count, `[concern]`: whole numbers in proportion to the points that its measure was given, the greatest `most`, and what was
 * given any at least 1. `undefined` where no concern was. `points`: by measure.
 */
export function weightsByPoints(points: ReadonlyMap<string, number>, most: number): Weights | undefined {
  const given = CONCERNS.map(({ measure }) => points.get(measure) ?? 0);
  const greatest = Math.max(...given);
  if (!(greatest > 0)) return undefined;
  return given.map((own) => (own === 0 ? 0 : Math.max(1, Math.round((most * own) / greatest))));
}
