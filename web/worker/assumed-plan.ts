import { type Basis, type Plan, type SiteChanges, withSites } from "../../src/index.ts";

/** A plan, and what it assumes of schools and else beyond what the case says. */
export interface AssumedPlan {
  readonly plan: Plan;
  readonly sites?: SiteChanges;
}

/** The ground that a plan is measured on: the case, with what the plan assumes. */
export const groundOf = (basis: Basis, { sites }: Pick<AssumedPlan, "sites">): Basis =>
  sites ? withSites(basis, sites) : basis;
