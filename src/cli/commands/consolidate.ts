import { setImmediate } from "node:timers/promises";
import type { Consolidation } from "../../compare/groupings.ts";
import { atomsOf, planOf } from "../../compare/groupings.ts";
import { type Outcome, unreachable } from "../../domain/outcome.ts";
import type { Plan } from "../../domain/plan.ts";
import type { AssignmentPolicy, ConsolidateQuestion, GroupingRule } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { completenessOf } from "../../evaluate/completeness.ts";
import { consolidationFile } from "../../report/consolidation-file.ts";
import { caseText, consolidationText } from "../../report/consolidation-text.ts";
import { groupingsCsv } from "../../report/csv.ts";
import { planGeoJson } from "../../report/geojson.ts";
import { sorted } from "../../report/measured-list.ts";
import { consolidate as solve } from "../../solve/consolidate/consolidate.ts";
import { type CaseRequest, loadCase } from "../case.ts";
import { EXIT, CommandError, type ExitCode } from "../exit.ts";
import { writeWhole } from "../files.ts";
import type { Say } from "../say.ts";
import { nodeSolver } from "../solver.ts";
import { programVersion } from "../version.ts";

export interface ConsolidateRequest extends CaseRequest {
  readonly districts: number;
  readonly from: "districts" | "sites";
  readonly policy: AssignmentPolicy;
  readonly contiguity: ConsolidateQuestion["contiguity"];
  readonly together: readonly string[];
  readonly apart: readonly string[];
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly sort: string;
  readonly json?: string;
  readonly csv?: string;
  /** The best plan by the sort measure, as a map. */
  readonly geojson?: string;
}

/** `consolidate CASE --districts K`: every grouping, measured. */
export async function consolidate(request: ConsolidateRequest, say: Say): Promise<ExitCode> {
  const opened = await loadCase(request, say);
  const { basis } = opened;
  const question = readQuestion(request, basis, say);
  const started = performance.now();
  const outcome = await runConsolidation(basis, question, say);
  const secondsUsed = (performance.now() - started) / 1000;
  if (outcome.status === "failed") throw new CommandError(EXIT.internal, outcome.reason);
  if (outcome.status === "infeasible")
    say.answer(
      say.text(
        {
          da: "Det kan ikke lade sig gøre. Disse krav kan ikke opfyldes samtidig: {rules}.",
          en: "It cannot be done. These rules cannot hold together: {rules}.",
        },
        { rules: outcome.conflict.rules.map((rule) => rule[say.language]).join("; ") },
      ),
    );
  else {
    say.answer(caseText(basis, say.language));
    say.answer(
      consolidationText(basis, outcome.answer, decisionsOf(opened.plans, question, basis), secondsUsed, say.language),
    );
  }
  const file = consolidationFile(basis, question, outcome, request.sort, {
    programVersion,
    dataHash: opened.dataHash,
    secondsUsed,
  });
  if (request.json !== undefined) await writeWhole(request.json, `${JSON.stringify(file, null, 1)}\n`);
  if (request.csv !== undefined) await writeWhole(request.csv, groupingsCsv(file, say.language));
  if (request.geojson !== undefined && outcome.status !== "infeasible") {
    const best = planOf(basis, outcome.answer, sorted(outcome.answer, request.sort)[0]);
    await writeWhole(request.geojson, `${JSON.stringify(planGeoJson(basis, best))}\n`);
  }
  return exitCode(outcome);
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
): Promise<Outcome<Consolidation>> {
  const outcome = await solve(basis, question, nodeSolver(), {
    pause: () => setImmediate(),
    onProgress: ({ phase, done, of }) =>
      say.progress(
        say.text(
          phase === "districts"
            ? {
                da: "{done, number} af {of, number} mulige distrikter regnet",
                en: "{done, number} of {of, number} possible districts solved",
              }
            : { da: "{done, number} af {of, number} planer målt", en: "{done, number} of {of, number} plans measured" },
          { done, of },
        ),
      ),
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

function readQuestion(request: ConsolidateRequest, basis: Basis, say: Say): ConsolidateQuestion {
  const districts = atomsOf(basis, request);
  const find = (name: string): number => {
    const wanted = name.trim().toLowerCase();
    const number = districts.findIndex(({ id, name: known }) =>
      [id, known].some((text) => text.toLowerCase() === wanted),
    );
    if (number >= 0) return number;
    throw new CommandError(
      EXIT.input,
      say.text(
        {
          da: 'Der er intet distrikt, der hedder "{name}". Distrikterne er: {known}.',
          en: 'No district is called "{name}". The districts are: {known}.',
        },
        { name, known: districts.map((district) => district.name).join(", ") },
      ),
    );
  };
  const lists = (kind: "together" | "apart", given: readonly string[]): GroupingRule[] =>
    given.map((list) => ({ kind, districts: list.split(",").map(find) }));
  return {
    kind: "consolidate",
    districts: request.districts,
    from: request.from,
    policy: request.policy,
    contiguity: request.contiguity,
    rules: [
      ...lists("together", request.together),
      ...lists("apart", request.apart),
      ...(request.atMost === undefined ? [] : [{ kind: "at-most-pupils" as const, pupils: request.atMost }]),
      ...(request.atLeast === undefined ? [] : [{ kind: "at-least-pupils" as const, pupils: request.atLeast }]),
    ],
  };
}
