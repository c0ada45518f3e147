import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ZodError } from "zod";
import { ask, askFront, askPrices, askRepair, type Asked, type AskOptions, type Misnamed } from "../../ask.ts";
import { type Failed, unreachable } from "../../domain/outcome.ts";
import { ASSIGNMENT_OBJECTIVES, type AssignmentObjective } from "../../domain/question.ts";
import type { OpenCase } from "../../open-case.ts";
import { type QuestionFile, questionFileSchema } from "../../protocol/question-file.ts";
import { planGeoJson } from "../../report/geojson.ts";
import { planFile } from "../../report/plan-file.ts";
import { solutionFile } from "../../report/solution-file.ts";
import { solutionText } from "../../report/solution-text.ts";
import { type CaseRequest, loadCase } from "../case.ts";
import { EXIT, CommandError, type ExitCode } from "../exit.ts";
import { writeWhole } from "../files.ts";
import type { Say } from "../say.ts";
import { nodeSolver } from "../solver.ts";
import { programVersion } from "../version.ts";

export interface AskRequest extends CaseRequest {
  readonly command: "reassign" | "network" | "redraw" | "price" | "pareto" | "repair";
  /** A question file, or the same thing made from flags. */
  readonly question: { readonly path: string } | { readonly document: unknown };
  readonly objectives: readonly string[];
  readonly points: number;
  readonly lock: readonly string[];
  readonly json?: string;
  readonly geojson?: string;
  readonly savePlan?: string;
  readonly saveQuestion?: string;
}

/** `reassign`, `network`, `redraw`, `price`, `pareto`, `repair`: one question, answered, with its proof. */
export async function askQuestion(request: AskRequest, say: Say): Promise<ExitCode> {
  const opened = await loadCase(request, say);
  const { basis } = opened;
  const question = await readQuestionFile(request, say);
  if (request.saveQuestion !== undefined)
    await writeWhole(request.saveQuestion, `${JSON.stringify(question, null, 1)}\n`);
  const started = performance.now();
  const asked = await solve(request, opened, question, say);
  say.progressDone();
  const secondsUsed = (performance.now() - started) / 1000;
  if (asked.status === "failed") throw new CommandError(EXIT.internal, asked.reason);
  if (asked.status === "misnamed") throw new CommandError(EXIT.input, misnamedText(asked, say));
  say.issues(asked.issues);
  say.answer(solutionText(basis, asked, say.language));
  const run = { programVersion, dataHash: opened.dataHash, secondsUsed };
  if (request.json !== undefined)
    await writeWhole(request.json, `${JSON.stringify(solutionFile(basis, question, asked, run), null, 1)}\n`);
  const [best] = asked.answers;
  if (best && request.savePlan !== undefined) {
    // A plan is known by its file's name.
    const named = { ...best.plan, id: basename(request.savePlan, ".json") };
    const written = planFile(basis.municipality, named, question.title ?? request.command);
    await writeWhole(request.savePlan, `${JSON.stringify(written, null, 1)}\n`);
  }
  if (best && request.geojson !== undefined)
    await writeWhole(request.geojson, `${JSON.stringify(planGeoJson(basis, best.plan))}\n`);
  return { optimal: EXIT.ok, stopped: EXIT.stopped, infeasible: EXIT.infeasible }[asked.status];
}

async function solve(
  request: AskRequest,
  opened: OpenCase & { readonly plan: OpenCase["plans"][number] },
  question: QuestionFile,
  say: Say,
): Promise<Asked | Misnamed | Failed> {
  const solver = nodeSolver();
  const seconds = "limits" in question ? question.limits.seconds : undefined;
  const deadline = seconds === undefined ? Infinity : performance.now() + 1000 * seconds;
  const options: AskOptions = {
    pause: () => setImmediate(),
    shouldStop: () => performance.now() >= deadline,
    onProgress: ({ bound, incumbent }) =>
      say.progress(
        say.text(
          {
            da: "fundet {found}, kan ikke blive bedre end {bound}",
            en: "found {found}, cannot be better than {bound}",
          },
          {
            found: incumbent === undefined ? "-" : Math.round(incumbent),
            bound: Number.isFinite(bound) ? Math.round(bound) : "-",
          },
        ),
      ),
  };
  switch (request.command) {
    case "price":
      return askPrices(opened, question, solver, options);
    case "pareto":
      return askFront(opened, question, objectivesOf(request, say), solver, { ...options, mostPoints: request.points });
    case "repair":
      return askRepair(opened, question, opened.plan, lockedPairs(request, opened, say), solver, () => {}, options);
    case "reassign":
    case "network":
    case "redraw":
      return ask(opened, question, solver, options);
    default:
      return unreachable(request.command);
  }
}

function objectivesOf({ objectives }: AskRequest, say: Say): readonly AssignmentObjective[] {
  const known = objectives.flatMap((name) => ASSIGNMENT_OBJECTIVES.find((objective) => objective === name) ?? []);
  if (known.length === objectives.length && (known.length === 2 || known.length === 3)) return known;
  const list = ASSIGNMENT_OBJECTIVES.join(", ");
  throw new CommandError(
    EXIT.input,
    say.text(
      { da: "--objectives skal være to eller tre af: {list}.", en: "--objectives must be two or three of: {list}." },
      { list },
    ),
  );
}

/** `--lock UNIT` keeps a unit as painted in every band. */
function lockedPairs({ lock }: AskRequest, { basis }: OpenCase, say: Say): ReadonlySet<number> {
  const numbers = new Map(basis.municipality.units.id.map((id, unit) => [id, unit]));
  return new Set(
    lock.flatMap((id) => {
      const unit = numbers.get(id);
      if (unit !== undefined) return [3 * unit, 3 * unit + 1, 3 * unit + 2];
      throw new CommandError(
        EXIT.input,
        say.text({ da: 'Der er intet basisområde "{id}".', en: 'There is no basic unit "{id}".' }, { id }),
      );
    }),
  );
}

async function readQuestionFile({ question }: AskRequest, say: Say): Promise<QuestionFile> {
  const document = "path" in question ? await readJson(question.path, say) : question.document;
  const read = questionFileSchema.safeParse(document);
  if (read.success) return read.data;
  throw new CommandError(EXIT.input, schemaText(read.error, "path" in question ? question.path : "", say));
}

async function readJson(path: string, say: Say): Promise<unknown> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new CommandError(
      EXIT.input,
      say.text({ da: "Filen {path} kan ikke læses.", en: "The file {path} cannot be read." }, { path }),
    );
  try {
    return JSON.parse(text);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.input, `${path}: ${what}`);
  }
}

function schemaText(error: ZodError, path: string, say: Say): string {
  const first = error.issues.slice(0, 10).map(({ path: where, message }) => `  ${where.join(".") || "-"}: ${message}`);
  const head = say.text(
    { da: "Spørgsmålet kan ikke læses. {path}", en: "The question cannot be read. {path}" },
    { path },
  );
  return [head.trim(), ...first].join("\n");
}

function misnamedText({ names }: Misnamed, say: Say): string {
  const list = names.map(({ kind, name }) => `${kind} "${name}"`).join(", ");
  return say.text(
    {
      da: "Spørgsmålet nævner noget, sagen ikke har: {list}.",
      en: "The question names what the case does not have: {list}.",
    },
    { list },
  );
}
