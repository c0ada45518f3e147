import { catalogue } from "../../domain/language.ts";
import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import { ask, askFront, askPrices, askRepair, type Asked, type AskOptions, type Misnamed } from "../../ask.ts";
import { type Failed, unreachable } from "../../domain/outcome.ts";
import { nearNames } from "../../domain/near-names.ts";
import { ASSIGNMENT_OBJECTIVES, type AssignmentObjective } from "../../domain/question.ts";
import type { OpenCase } from "../../open-case.ts";
import type { QuestionFile } from "../../protocol/question-file.ts";
import { planGeoJson } from "../../report/map/geojson.ts";
import { evaluatePlan } from "../../evaluate/evaluate.ts";
import { writeOutFiles } from "../out-files.ts";
import { audienceOf } from "../../report/internal.ts";
import { lockedPairs } from "../../edit/around-locks.ts";
import { composed } from "../../import/text.ts";
import { planFile } from "../../report/plan-file.ts";
import { solutionFile } from "../../report/solution-file.ts";
import { solutionText } from "../../report/solution-text.ts";
import { howTold } from "../../report/shown-measures.ts";
import { progressText, soughtIn } from "../../report/stage-text.ts";
import { answeredProposal, askedAround, measuredAs, refuseAmongPlans, withLocks } from "../around-proposal.ts";
import { type CaseRequest, loadCase, type NamedPlans } from "../case.ts";
import { EXIT, CommandError, type ExitCode } from "../exit.ts";
import { STANDARD_OUTPUT } from "../files.ts";
import { misnamedText } from "../misnamed.ts";
import { QUESTION_KINDS, unknownObjective } from "../question-flags.ts";
import { questionOf, type QuestionRequest } from "../read-question.ts";
import { timedRun, type TimeTold } from "../run-info.ts";
import type { Say } from "../say.ts";
import { savedBefore, saysReplaced, stamped } from "../saved-plans.ts";
import { nodeSolver } from "../solver.ts";
import { endedBy, timeLimit } from "../time-limit.ts";

const SAID = catalogue("cli.commands.ask", {
  nothingToSave: {
    da: "{path} er ikke skrevet: der er ingen plan.",
    en: "{path} was not written: there is no plan.",
  },
  wrongObjectives: {
    da: "--objectives skal være to eller tre forskellige af: {list}.",
    en: "--objectives must be two or three different ones of: {list}.",
  },
});

export interface AskRequest extends CaseRequest, QuestionRequest {
  readonly command: "reassign" | "network" | "redraw" | "price" | "pareto" | "repair";
  readonly objectives: readonly string[];
  readonly points: number;
  readonly lock: readonly string[];
  readonly json?: string;
  readonly time: TimeTold;
  readonly geojson?: string;
  readonly out: readonly string[];
  readonly savePlan?: string;
  readonly saveQuestion?: string;
}

/** `reassign`, `network`, `redraw`, `price`, `pareto`, `repair`: one question, answered, with its proof. */
export async function askQuestion(request: AskRequest, say: Say): Promise<ExitCode> {
  const question = await questionOf(request.command, request, say, QUESTION_KINDS[request.command]);
  const { savePlan, folder, command } = request;
  const replaces = savePlan === undefined ? undefined : await savedBefore(savePlan, folder, command);
  const wanted = { ...withPlanOf(question, request), ...(replaces && { replaces }), proposals: "measured" as const };
  const opened = await loadCase(wanted, say);
  const { basis, proposal } = opened;
  if (proposal && savePlan !== undefined) await refuseAmongPlans(savePlan, folder, say);
  if (request.saveQuestion !== undefined)
    await say.write(request.saveQuestion, `${JSON.stringify(question, null, 1)}\n`);
  const started = performance.now();
  const around = proposal ? askedAround(opened, proposal) : opened;
  const stated = proposal ? withLocks(question, proposal, around) : question;
  const found = await solve(request, around, named(stated, around), say);
  say.progressDone();
  const secondsUsed = (performance.now() - started) / 1000;
  if (found.status === "failed") throw endedBy(found, secondsOf(question), say);
  if (found.status === "misnamed") throw new CommandError(EXIT.input, misnamedText(found.names, say));
  const asked = proposal ? measuredAs(found, opened) : found;
  say.issues(asked.issues);
  say.answer(solutionText(basis, asked, say.language));
  const run = timedRun(opened, secondsUsed, request.time);
  if (request.json !== undefined)
    await say.write(
      request.json,
      `${JSON.stringify(solutionFile(basis, stated, asked, run, audienceOf(request.json)), null, 1)}\n`,
    );
  const [best] = asked.answers;
  if (best && savePlan !== undefined && proposal) {
    const told = { command, at: new Date().toISOString() };
    await say.write(savePlan, `${JSON.stringify(answeredProposal(proposal, question, asked, told), null, 1)}\n`);
  } else if (best && savePlan !== undefined) {
    // A plan is known by its file's name.
    const named = { ...best.plan, id: planIdFor(savePlan, command) };
    const written = stamped(planFile(basis.municipality, named, question.title ?? command), command);
    await say.write(savePlan, `${JSON.stringify(written, null, 1)}\n`);
    if (replaces) saysReplaced(replaces, command, say);
  }
  if (best && request.geojson !== undefined)
    await say.write(request.geojson, `${JSON.stringify(planGeoJson(basis, best.plan, audienceOf(request.geojson)))}\n`);
  if (best) {
    const plans = asked.answers.map(({ plan }) => evaluatePlan(basis, plan));
    await writeOutFiles(request.out, { plans, basis, run }, say);
  } else sayNothingToWrite(request, say);
  return { optimal: EXIT.ok, stopped: EXIT.stopped, infeasible: EXIT.infeasible }[asked.status];
}

/** Without a plan there is no file of it; one that was there before is another's. */
function sayNothingToWrite({ savePlan, geojson, out }: AskRequest, say: Say): void {
  for (const path of [savePlan, geojson, ...out])
    if (path !== undefined) say.problem(say.text(SAID.nothingToSave, { path }));
}

const secondsOf = ({ limits }: QuestionFile): number | undefined => limits.seconds;

async function solve(
  request: AskRequest,
  opened: OpenCase & NamedPlans,
  question: QuestionFile,
  say: Say,
): Promise<Asked | Misnamed | Failed> {
  const solver = nodeSolver();
  let last = "";
  const options: AskOptions = {
    pause: () => setImmediate(),
    shouldStop: timeLimit(secondsOf(question)),
    onProgress: (progress) => {
      const text = progressText(soughtIn(question, howTold(opened.basis), progress.stage), progress, say.language);
      // What is better by less than is written is no news.
      if (text !== last) say.progress((last = text));
    },
  };
  switch (request.command) {
    case "price":
      return askPrices(opened, question, solver, options);
    case "pareto":
      return askFront(opened, question, objectivesOf(request, say), solver, { ...options, mostPoints: request.points });
    case "repair":
      return askRepair(opened, question, opened.plan, keptPairs(request, opened, say), solver, () => {}, options);
    case "reassign":
    case "network":
    case "redraw":
      return ask(opened, question, solver, options);
    default:
      return unreachable(request.command);
  }
}

/** A question file may name its plan by a file, as the flag does. */
function withPlanOf(question: QuestionFile, request: AskRequest): AskRequest {
  const plan = question.kind === "reassign" ? question.plan : undefined;
  return plan === undefined || request.command === "repair" ? request : { ...request, plan };
}

/** The question with its plan by the id that it has among those of the case. */
const named = (question: QuestionFile, { plan }: NamedPlans): QuestionFile =>
  question.kind === "reassign" && question.plan !== undefined ? { ...question, plan: plan.id } : question;

/** A plan file is known by its name; what goes to standard output has none. */
function planIdFor(path: string, command: string): string {
  const name = composed(basename(path, ".json"));
  return name === "" || name === STANDARD_OUTPUT ? command : name;
}

function objectivesOf({ objectives }: AskRequest, say: Say): readonly AssignmentObjective[] {
  const known = objectives.flatMap((name) => ASSIGNMENT_OBJECTIVES.find((objective) => objective === name) ?? []);
  const unknown = objectives.find((name) => !known.some((objective) => objective === name));
  if (unknown !== undefined)
    throw new CommandError(
      EXIT.input,
      `--objectives ${objectives.join(",")}: ${unknownObjective(unknown)[say.language]}`,
    );
  if (new Set(known).size === known.length && (known.length === 2 || known.length === 3)) return known;
  const list = ASSIGNMENT_OBJECTIVES.join(", ");
  throw new CommandError(EXIT.input, say.text(SAID.wrongObjectives, { list }));
}

/** `--lock UNIT` keeps a unit as painted in every band, beside what a proposal has locked. */
function keptPairs({ lock }: AskRequest, { basis, proposal }: OpenCase & NamedPlans, say: Say): ReadonlySet<number> {
  const numbers = new Map(basis.municipality.units.id.map((id, unit) => [id, unit]));
  return new Set([
    ...(proposal ? lockedPairs(proposal.value.draft) : []),
    ...lock.flatMap((id) => {
      const unit = numbers.get(id);
      if (unit !== undefined) return [3 * unit, 3 * unit + 1, 3 * unit + 2];
      throw new CommandError(
        EXIT.input,
        misnamedText([{ kind: "unit", name: id, near: nearNames(id, numbers.keys()) }], say),
      );
    }),
  ]);
}
