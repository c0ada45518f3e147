import type { Plan, SiteChanges } from "../../src/index.ts";

/** A plan, and what it assumes of schools beyond what the case says. */
export interface AssumedPlan {
  readonly plan: Plan;
  readonly sites?: SiteChanges;
}
