import { type Consolidation, planOf } from "./compare/groupings.ts";
import type { Plan } from "./domain/plan.ts";
import type { Basis } from "./evaluate/basis.ts";
import type { MeasureKey } from "./evaluate/measures/table.ts";
import type { OpenCase } from "./open-case.ts";
import { sorted } from "./report/measured-list.ts";

/** The plan of a case by the name that commands and addresses have for it. Throws where there is none, and says which there are. */
export function planNamed({ plans }: Pick<OpenCase, "plans">, id: string): Plan {
  const found = plans.find((plan) => plan.id === id.normalize("NFC"));
  if (found) return found;
  throw new RangeError(`no plan is called "${id}"; the case has ${plans.map((plan) => `"${plan.id}"`).join(", ")}`);
}

/** Of every grouping in an answer the best by a measure, as a plan; ties as lists have them. Throws where there is no grouping. */
export function bestPlanBy(basis: Basis, answer: Consolidation, measure: MeasureKey): Plan {
  const [best] = sorted(answer, measure);
  if (best === undefined) throw new RangeError("the answer has no grouping");
  return planOf(basis, answer, best);
}
