import type { Horizon } from "../../cost/ramp.ts";
import { evaluatePlan } from "../../evaluate/evaluate.ts";
import { evaluationFile } from "../../report/evaluation-file.ts";
import { audienceOf } from "../../report/internal.ts";
import { type CsvForm, tableCsv } from "../../report/csv.ts";
import { measuresOfPlans } from "../../report/workbook.ts";
import { writeOutFiles } from "../out-files.ts";
import { evaluationText } from "../../report/evaluation-text.ts";
import { type CaseRequest, loadCase } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { timedRun, type TimeTold } from "../run-info.ts";
import type { Say } from "../say.ts";

export interface EvaluateRequest extends CaseRequest {
  readonly json?: string;
  /** The measures, today's beside the plan's. */
  readonly csv?: string;
  readonly csvForm: CsvForm;
  readonly out: readonly string[];
  readonly horizon: Horizon;
  readonly time: TimeTold;
}

/** `evaluate CASE --plan FILE`: the measures of one plan beside today's. */
export async function evaluate(request: EvaluateRequest, say: Say): Promise<ExitCode> {
  const started = performance.now();
  const opened = await loadCase({ ...request, proposals: "measured" }, say);
  const { basis, plan } = opened;
  const evaluation = evaluatePlan(basis, plan);
  const secondsUsed = (performance.now() - started) / 1000;
  say.answer(evaluationText(basis, evaluation, say.language, request.horizon));
  const run = timedRun(opened, secondsUsed, request.time);
  if (request.json !== undefined) {
    const file = evaluationFile(basis, evaluation, run, audienceOf(request.json), request.horizon);
    await say.write(request.json, `${JSON.stringify(file, null, 1)}\n`);
  }
  const { horizon, csvForm } = request;
  if (request.csv !== undefined) {
    const table = measuresOfPlans([evaluation], {
      basis,
      run,
      audience: audienceOf(request.csv),
      language: say.language,
    });
    await say.write(request.csv, tableCsv(table, say.language, csvForm));
  }
  await writeOutFiles(request.out, { plans: [evaluation], basis, run, horizon }, say);
  return EXIT.ok;
}
