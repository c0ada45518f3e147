import { evaluatePlan } from "../../evaluate/evaluate.ts";
import { evaluationFile } from "../../report/evaluation-file.ts";
import { audienceOf } from "../../report/internal.ts";
import { evaluationText } from "../../report/evaluation-text.ts";
import { type CaseRequest, loadCase } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Say } from "../say.ts";
import { programVersion } from "../version.ts";

interface EvaluateRequest extends CaseRequest {
  readonly json?: string;
}

/** `evaluate CASE --plan FILE`: the measures of one plan beside today's. */
export async function evaluate(request: EvaluateRequest, say: Say): Promise<ExitCode> {
  const started = performance.now();
  const { basis, plan, dataHash } = await loadCase({ ...request, proposals: "measured" }, say);
  const evaluation = evaluatePlan(basis, plan);
  const secondsUsed = (performance.now() - started) / 1000;
  say.answer(evaluationText(basis, evaluation, say.language));
  if (request.json !== undefined) {
    const file = evaluationFile(basis, evaluation, { programVersion, dataHash, secondsUsed }, audienceOf(request.json));
    await say.write(request.json, `${JSON.stringify(file, null, 1)}\n`);
  }
  return EXIT.ok;
}
