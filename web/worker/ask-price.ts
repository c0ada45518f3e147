import { type Basis, borneBy, evaluatePlan, type Plan } from "../../src/index.ts";
import type { Compared } from "./ask-messages.ts";

/** The best plan with a rule and the best without it, by every measure, and who bears it. */
export const compared = (basis: Basis, kept: Plan, free: Plan): Compared => ({
  values: { with: evaluatePlan(basis, kept).values, without: evaluatePlan(basis, free).values },
  ...borneBy(basis, kept.assignment, free.assignment),
});
