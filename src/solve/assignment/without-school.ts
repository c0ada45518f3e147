import { NO_BANDS } from "../../domain/grades.ts";
import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { quickPlan } from "./repair.ts";

/**
 * The plan with one school closed: whoever went there goes to the nearest schools that have room, and to the nearest even so where
 * there is none; nobody else is moved. Whose grades no other school teaches is left without one.
 */
export function withoutSchool(basis: Basis, plan: Plan, site: number): Plan {
  const painted: Plan = {
    ...plan,
    teaching: plan.teaching.with(site, NO_BANDS),
    assignment: plan.assignment.map((to) => (to === site ? NO_SITE : to)),
  };
  const stay = new Set<number>();
  painted.assignment.forEach((to, pair) => {
    if (to !== NO_SITE) stay.add(pair);
  });
  const { assignment } = quickPlan(basis, {
    painted,
    locked: stay,
    rules: [{ kind: "capacity" }],
    limits: { seed: 1, seconds: 1 },
  });
  // An area without pupils in some grades is drawn as it lies; it is nobody's change of school.
  return { ...painted, assignment: assignment.map((to, pair) => (stay.has(pair) ? plan.assignment[pair] : to)) };
}

export const schoolsOpenIn = ({ teaching }: Plan): readonly number[] =>
  teaching.flatMap((taught, site) => (taught === NO_BANDS ? [] : [site]));
