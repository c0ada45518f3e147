import { unreachable } from "../../domain/outcome.ts";
import type { ConsolidateQuestion } from "../../domain/question.ts";
import { caseText, consolidationText } from "../../report/consolidation-text.ts";
import { given } from "../arguments.ts";
import { loadCase } from "../case.ts";
import type { Say } from "../say.ts";
import { decisionsOf, runConsolidation } from "./consolidate.ts";
import { endedBy, timeLimit } from "../time-limit.ts";
import { serve, type ServeRequest } from "./serve.ts";

/** `start CASE`: the main job's answer on the terminal for both policies, then the map. */
export async function start(
  folder: string,
  districts: number,
  seconds: number | undefined,
  request: ServeRequest,
  say: Say,
): Promise<void> {
  const opened = await loadCase({ folder, ...given({ recipe: request.recipe }) }, say);
  const { basis, plans } = opened;
  say.answer(caseText(basis, say.language));
  for (const policy of ["stay", "nearest"] as const) {
    const question: ConsolidateQuestion = { kind: "consolidate", districts, policy, contiguity: "ferry", rules: [] };
    const began = performance.now();
    const outcome = await runConsolidation(basis, question, say, timeLimit(seconds));
    const used = (performance.now() - began) / 1000;
    switch (outcome.status) {
      case "optimal":
      case "stopped":
        say.answer("");
        say.answer(consolidationText(basis, outcome.answer, decisionsOf(plans, question, basis), used, say.language));
        break;
      case "infeasible":
        say.answer(outcome.conflict.rules.map((rule) => rule[say.language]).join("; "));
        break;
      case "failed":
        throw endedBy(outcome, seconds, say);
      default:
        unreachable(outcome);
    }
  }
  say.answer("");
  await serve(folder, request, say, opened);
}
