import type { OpenCase } from "../../../src/open-case.ts";
import type { Plan } from "../../../src/domain/plan.ts";

/** Today's plan with a third of one school's areas at another: somebody changes school, and much else stays. `title` may be a formula. */
export function movedPlan({ basis }: Pick<OpenCase, "basis">, title = "Flyttet"): Plan {
  const { baseline } = basis;
  const [from, to] = [0, 1];
  const assignment = baseline.assignment.map((site, pair) =>
    site === from && Math.floor(pair / baseline.grades.bandCount) % 3 === 0 ? to : site,
  );
  return { ...baseline, id: "moved", title, assignment };
}

export const RUN = { programVersion: "1", dataHash: "0".repeat(64) };
