import type { Consolidation } from "../../src/compare/groupings.ts";
import type { AssignmentPolicy } from "../../src/domain/question.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { openedCase } from "./opened.ts";
import { solver } from "./solver.ts";

const known = new Map<AssignmentPolicy, Promise<Consolidation>>();

/** Every way to make four districts of Holbæk's eight, as the library lists them: once a worker for all the tests in it. */
export function listedPlans(policy: AssignmentPolicy): Promise<Consolidation> {
  const found = known.get(policy) ?? list(policy);
  known.set(policy, found);
  return found;
}

async function list(policy: AssignmentPolicy): Promise<Consolidation> {
  const question = { kind: "consolidate", districts: 4, policy, contiguity: "ferry", rules: [] } as const;
  const outcome = await consolidate(openedCase("holbaek").basis, question, solver);
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  return outcome.answer;
}
