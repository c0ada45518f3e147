import { catalogue, inBoth } from "../../domain/language.ts";
import { isMeasureKey, WHOLE_MEASURES, type MeasureKey } from "../../evaluate/measures/table.ts";
import { nearNames } from "../../domain/near-names.ts";
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { named } from "../../ask.ts";
import type { Consolidation } from "../../compare/groupings.ts";
import { planOf } from "../../compare/groupings.ts";
import { type Outcome, unreachable } from "../../domain/outcome.ts";
import type { Plan } from "../../domain/plan.ts";
import type { ConsolidateQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { completenessOf } from "../../evaluate/completeness.ts";
import type { OpenCase } from "../../open-case.ts";
import type { QuestionFile } from "../../protocol/question-file.ts";
import { consolidationFile } from "../../report/consolidation-file.ts";
import { caseText, consolidationText } from "../../report/consolidation-text.ts";
import { type CsvForm, tableCsv } from "../../report/csv.ts";
import { groupingsTable } from "../../report/groupings-table.ts";
import { planGeoJson } from "../../report/map/geojson.ts";
import { audienceOf } from "../../report/internal.ts";
import { COLLIDE } from "../../report/solution-text.ts";
import { sorted } from "../../report/measured-list.ts";
import { consolidate as solve } from "../../solve/consolidate/consolidate.ts";
import { evaluatePlan } from "../../evaluate/evaluate.ts";
import { groupingsWorkbook, type WorkbookOf } from "../../report/workbook.ts";
import { writeOutFiles } from "../out-files.ts";
import { meant } from "../arguments.ts";
import { type CaseRequest, loadCase } from "../case.ts";
import { coresOf } from "../consolidate-threads.ts";
import { EXIT, CommandError, type ExitCode } from "../exit.ts";
import { misnamedText } from "../misnamed.ts";
import { questionOf, type QuestionRequest } from "../read-question.ts";
import { timedRun, type TimeTold } from "../run-info.ts";
import type { Say } from "../say.ts";
import { nodeSolver } from "../solver.ts";
import { endedBy, timeLimit } from "../time-limit.ts";

const SAID = catalogue("cli.commands.consolidate", {
  unknownMeasure: { da: "{sort} er ikke et nøgletal.{meant}", en: "{sort} is not a measure.{meant}" },
  districtsSolved: {
    da: "{done, number} af {of, number} mulige distrikter regnet",
    en: "{done, number} of {of, number} possible districts solved",
  },
  plansMeasured: {
    da: "{done, number} af {of, number} planer målt",
    en: "{done, number} of {of, number} plans measured",
  },
});

export interface ConsolidateRequest extends CaseRequest, QuestionRequest {
  readonly saveQuestion?: string;
  readonly json?: string;
  readonly time: TimeTold;
  readonly csv?: string;
  readonly csvForm: CsvForm;
  readonly out: readonly string[];
  /** The best plan by the sort measure, as a map. */
  readonly geojson?: string;
  /** Cores to compute on; absent: all. */
  readonly cores?: number;
}

/** `consolidate CASE --districts K`: every grouping, measured. */
export async function consolidate(request: ConsolidateRequest, say: Say): Promise<ExitCode> {
  const saved = await questionOf("consolidate", request, say, "consolidate");
  const opened = await loadCase(request, say);
  const { basis } = opened;
  const question = consolidateQuestion(saved, opened, say);
  const sort = sortOf(saved, say);
  if (request.saveQuestion !== undefined) await say.write(request.saveQuestion, `${JSON.stringify(saved, null, 1)}\n`);
  const { seconds } = saved.limits;
  const started = performance.now();
  const outcome = await runConsolidation(basis, question, say, timeLimit(seconds), request.cores);
  const secondsUsed = (performance.now() - started) / 1000;
  if (outcome.status === "failed") throw endedBy(outcome, seconds, say);
  if (outcome.status === "infeasible")
    say.answer(
      say.text(
        inBoth((language) => `${COLLIDE[language]} {list}.`),
        {
          rules: outcome.conflict.rules.length,
          list: outcome.conflict.rules.map((rule) => rule[say.language]).join("; "),
        },
      ),
    );
  else {
    say.answer(caseText(basis, say.language));
    say.answer(
      consolidationText(basis, outcome.answer, decisionsOf(opened.plans, question, basis), secondsUsed, say.language),
    );
  }
  const run = timedRun(opened, secondsUsed, request.time);
  const fileFor = (path: string) => consolidationFile(basis, question, outcome, sort, run, audienceOf(path));
  if (request.json !== undefined) await say.write(request.json, `${JSON.stringify(fileFor(request.json), null, 1)}\n`);
  if (request.csv !== undefined)
    await say.write(
      request.csv,
      tableCsv(groupingsTable(fileFor(request.csv), say.language), say.language, request.csvForm),
    );
  if (outcome.status !== "infeasible") {
    const best = planOf(basis, outcome.answer, sorted(outcome.answer, sort)[0]);
    if (request.geojson !== undefined)
      await say.write(request.geojson, `${JSON.stringify(planGeoJson(basis, best, audienceOf(request.geojson)))}\n`);
    const evaluation = evaluatePlan(basis, best);
    const workbook = (of: WorkbookOf) =>
      groupingsWorkbook(consolidationFile(basis, question, outcome, sort, run, of.audience), evaluation, of);
    await writeOutFiles(request.out, { plans: [evaluation], basis, run, workbook }, say);
  }
  return exitCode(outcome);
}

/** What the ways are put in order by; a file may name a measure that there is not. */
function sortOf(
  { sort = "saving" }: Pick<Extract<QuestionFile, { kind: "consolidate" }>, "sort">,
  say: Say,
): MeasureKey {
  if (isMeasureKey(sort)) return sort;
  const near = nearNames(
    sort,
    WHOLE_MEASURES.map(({ key }) => key),
  );
  throw new CommandError(
    EXIT.input,
    say.text(SAID.unknownMeasure, {
      sort,
      meant: near.length > 0 ? meant(near) : "",
    }),
  );
}

function exitCode(outcome: Exclude<Outcome<Consolidation>, { status: "failed" }>): ExitCode {
  switch (outcome.status) {
    case "optimal":
      return EXIT.ok;
    case "stopped":
      return EXIT.stopped;
    case "infeasible":
      return EXIT.infeasible;
    default:
      return unreachable(outcome);
  }
}

export async function runConsolidation(
  basis: Basis,
  question: ConsolidateQuestion,
  say: Say,
  shouldStop: () => boolean,
  cores = availableParallelism(),
): Promise<Outcome<Consolidation>> {
  const outcome = await solve(basis, question, nodeSolver(), {
    pause: () => setImmediate(),
    shouldStop,
    otherCores: coresOf(cores),
    onProgress: ({ phase, done, of }) =>
      say.progress(say.text(phase === "districts" ? SAID.districtsSolved : SAID.plansMeasured, { done, of })),
  });
  say.progressDone();
  return outcome;
}

/** The finished plans of the case that answer the question: as many districts, other than today's. */
export const decisionsOf = (plans: readonly Plan[], { districts }: ConsolidateQuestion, basis: Basis) =>
  plans.filter(
    (plan) =>
      plan.districts.length === districts &&
      plan.id !== basis.baseline.id &&
      completenessOf(basis, plan).status === "finished",
  );

function consolidateQuestion(file: QuestionFile, opened: OpenCase, say: Say): ConsolidateQuestion {
  const read = named(opened, file);
  if ("status" in read) throw new CommandError(EXIT.input, misnamedText(read.names, say));
  if (read.question.kind === "consolidate") return read.question;
  throw new Error(`a question to consolidate became one to ${read.question.kind}`);
}
