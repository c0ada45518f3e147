import type { Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { evaluatePlan } from "../evaluate/evaluate.ts";
import type { Measure, MeasureUnit } from "../evaluate/measures/measure.ts";
import { WHOLE_MEASURES } from "../evaluate/measures/table.ts";
import type { PublishedPlan } from "../domain/published.ts";

/** The measures whose error is stated: those that stand for all somewhere. */
export const STATED_MEASURES: readonly Measure[] = WHOLE_MEASURES.filter(
  ({ verdict, places }) => verdict !== undefined || places !== undefined,
);

/** An error is told to the next of these, up: one that is told exactly would tell the number that was not to be told. */
const STEPS: Readonly<Record<MeasureUnit, number>> = {
  pupils: 5,
  metres: 50,
  "pupil-kilometres": 50,
  hours: 50,
  classes: 1,
  "pupils-per-class": 0.1,
  share: 0.005,
  ratio: 0.05,
  districts: 1,
  sites: 1,
  parts: 1,
  kroner: 50_000,
};

/** Numbers that no pupil changes are told as they are. */
const OF_NO_PUPIL: ReadonlySet<MeasureUnit> = new Set(["districts", "sites"]);

/** A case and its plans, by the same numbers. */
interface CasePlans {
  readonly basis: Basis;
  readonly plans: readonly Plan[];
}

/** How far each plan's measures of the published case may be from the case's own. */
export function errorsOf(own: CasePlans, published: CasePlans): readonly PublishedPlan[] {
  return own.plans.map((plan, i) => {
    const [before, after] = [
      evaluatePlan(own.basis, plan).values,
      evaluatePlan(published.basis, published.plans[i]).values,
    ];
    const measures = STATED_MEASURES.flatMap(({ key, unit }) => {
      const [was, is] = [numberIn(before, key), numberIn(after, key)];
      return was === undefined || is === undefined ? [] : [{ measure: key, atMost: told(Math.abs(is - was), unit) }];
    });
    return { plan: plan.id, measures };
  });
}

const numberIn = (values: ReadonlyMap<string, number>, key: string): number | undefined => {
  const value = values.get(key);
  return value === undefined || !Number.isFinite(value) ? undefined : value;
};

function told(error: number, unit: MeasureUnit): number {
  const step = STEPS[unit];
  const steps = Math.ceil(error / step - 1e-9);
  return Number((Math.max(OF_NO_PUPIL.has(unit) ? 0 : 1, steps) * step).toFixed(3));
}
