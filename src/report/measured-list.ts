import { countBeating, type Criterion, paretoMarks, rankOf } from "../compare/pareto.ts";
import { type Measure, ranksPlans } from "../evaluate/measures/measure.ts";
import { MAIN_MEASURES, type MeasureKey, measureNamed } from "../evaluate/measures/table.ts";

/** A list of plans with a column of values for each measure: what a consolidation or a comparison is a case of. */
interface MeasuredList {
  readonly count: number;
  readonly values: ReadonlyMap<MeasureKey, Float64Array>;
  /** Keys of measures whose order of the plans is not to be relied on. */
  readonly unsure?: readonly string[];
}

/** A measure as something to choose plans by; `undefined` where it cannot tell which of these plans is better. */
export function criterion(list: MeasuredList, key: MeasureKey): Criterion | undefined {
  const measure = measureNamed(key);
  const values = list.values.get(key);
  return measure && values && canOrder(list, measure) ? { values, better: measure.better } : undefined;
}

/**
 * Whether plans can be put in order by a measure. One along roads cannot where some plans leave more pupils without a road than
 * others, or where it can be measured in some plans only: who has no road would make a plan look short.
 */
export function canOrder(
  { values, count }: MeasuredList,
  { key, from }: Pick<Measure<MeasureKey>, "key" | "from">,
): boolean {
  if (from !== "ways" || count === 0) return true;
  const [own, lost] = [values.get(key), values.get("no-route")];
  const isKnown = (plan: number): boolean => own !== undefined && !Number.isNaN(own[plan]);
  return Array.from({ length: count }, (_, plan) => plan).every(
    (plan) => isKnown(plan) === isKnown(0) && lost?.[plan] === lost?.[0],
  );
}

const tellingOf = new WeakMap<MeasuredList, readonly Measure<MeasureKey>[]>();

/** Measures that tell the plans of a list apart: those that do not have one value throughout. Found once a list, of which no value changes. */
export function telling(list: MeasuredList): readonly Measure<MeasureKey>[] {
  const known = tellingOf.get(list);
  if (known) return known;
  const found = [...list.values].flatMap(([key, values]) => {
    const measure = measureNamed(key);
    const first = values[0];
    return measure && values.some((value) => !Object.is(value, first)) && canOrder(list, measure) ? [measure] : [];
  });
  tellingOf.set(list, found);
  return found;
}

/**
 * Plans in order of a measure, best first; what cannot be measured last, and ties by the tie-breaking measure and then by
 * number. For a measure that is neither better high nor low the smallest come first.
 */
export function sorted(list: MeasuredList, key: MeasureKey, tieBreak: MeasureKey = "open-borders"): number[] {
  const costs = [key, tieBreak].flatMap((name) => {
    const found = criterion(list, name);
    if (!found) return [];
    const sign = found.better === "higher" ? -1 : 1;
    return [(plan: number) => (Number.isNaN(found.values[plan]) ? Infinity : sign * found.values[plan])];
  });
  return Array.from({ length: list.count }, (_, plan) => plan).toSorted((a, b) => {
    for (const cost of costs) if (cost(a) !== cost(b)) return cost(a) < cost(b) ? -1 : 1;
    return a - b;
  });
}

/** Those by which the plans of a list can be told apart for sure. */
const mainCriteria = (list: MeasuredList): readonly Criterion[] =>
  MAIN_MEASURES.filter((measure) => ranksPlans(list, measure)).flatMap(({ key }) => {
    const found = criterion(list, key);
    return found && Array.from(found.values).some((value) => !Object.is(value, found.values[0])) ? [found] : [];
  });

/** Marks the plans of a list that no other beats on the main measures, `[plan]`. */
export const unbeatenIn = (list: MeasuredList): Uint8Array => paretoMarks(mainCriteria(list), list.count);

/** How many plans of a list are at least as good as one on every main measure and better on some. */
export const countBeatingIn = (list: MeasuredList, plan: number): number =>
  countBeating(mainCriteria(list), plan, list.count);

/** Place of one plan among all by each measure that tells them apart for sure and has a better direction, 1 = best. */
export function ranksIn(list: MeasuredList, plan: number): ReadonlyMap<MeasureKey, number> {
  const ranks = new Map<MeasureKey, number>();
  for (const { key, better } of telling(list).filter((measure) => ranksPlans(list, measure))) {
    const values = list.values.get(key);
    if (values && better !== "neither" && !Number.isNaN(values[plan]))
      ranks.set(key, rankOf({ values, better }, plan, list.count));
  }
  return ranks;
}
