import {
  ask,
  askFront,
  askRepair,
  namedQuestion,
  type Asked,
  type AskOptions,
  type Basis,
  evaluatePlan,
  type Evaluation,
  objectiveValue,
  type OpenCase,
  type QuestionFile,
  type Solver,
  unreachable,
  ASSIGNMENT_OBJECTIVES,
  type AssignmentObjective,
} from "../../src/index.ts";
import { compared } from "./ask-price.ts";
import { bestMerged } from "./ask-list.ts";
import { collisionOf } from "./ask-collision.ts";
import {
  type AskAnswer,
  type AskedPlan,
  type AskProgress,
  type AskQuestion,
  type AskStep,
  type GoalKey,
  type GoalValue,
  IN_VIEW,
  type RulePriceView,
} from "./ask-messages.ts";
import { groundOf } from "./assumed-plan.ts";

/** How a search is watched while it runs. */
interface Watch {
  /** Lets messages be heard. */
  readonly pause: () => Promise<void>;
  readonly isStopped: () => boolean;
}

/** Progress is told so often, milliseconds. */
const TELL_EVERY = 250;

/** Answers a question to the optimiser: what it has so far, and last the answer with what proves it. Throws nothing. */
export async function answerAsk(
  from: OpenCase,
  asked: AskQuestion,
  solver: Solver,
  watch: Watch,
  tell: (step: AskStep) => void,
): Promise<void> {
  try {
    tell(await new Asking(from, asked, solver, watch, tell).answer());
  } catch (error) {
    tell({ status: "failed", reason: String(error) });
  }
}

class Asking {
  readonly #asked: AskQuestion;
  readonly #opened: OpenCase;
  readonly #real: Basis;
  readonly #solver: Solver;
  readonly #options: AskOptions;
  readonly #started = performance.now();
  readonly #say: (step: AskStep) => void;
  #lastSaid = -Infinity;

  constructor(from: OpenCase, asked: AskQuestion, solver: Solver, watch: Watch, tell: (step: AskStep) => void) {
    const { plan } = asked.plan;
    this.#asked = asked;
    const basis = groundOf(from.basis, asked.plan);
    this.#opened = {
      ...from,
      // Which schools there are to close or to draw districts around is the plan's to say, where it is not about who goes where.
      basis: asked.question.kind === "reassign" ? basis : { ...basis, baseline: plan },
      plans: [...from.plans, { ...plan, id: IN_VIEW }],
    };
    this.#real = groundOf(from.basis, asked.measured);
    this.#solver = solver;
    this.#say = tell;
    this.#options = {
      pause: watch.pause,
      shouldStop: () => watch.isStopped() || this.#seconds() > asked.seconds,
      onProgress: (progress) => this.#tellProgress(progress),
    };
  }

  #seconds = (): number => (performance.now() - this.#started) / 1000;

  #tellProgress({ bound, incumbent, stage }: Parameters<NonNullable<AskOptions["onProgress"]>>[0]): void {
    const goals: readonly GoalKey[] = stage
      ? stage.map(({ objective }) => (this.#isMending() && objective === "changed-site" ? "repainted" : objective))
      : this.#stages(this.#asked.question)[0];
    const progress: AskProgress = {
      seconds: this.#seconds(),
      ...(goals.length === 1 && { goal: goals[0] }),
      ...(known(incumbent) && { found: incumbent }),
      ...(known(bound) && { bound }),
    };
    this.#tell({ status: "searching", progress });
  }

  #tell(step: AskStep): void {
    if (performance.now() - this.#lastSaid < TELL_EVERY) return;
    this.#lastSaid = performance.now();
    this.#say(step);
  }

  async answer(): Promise<AskStep> {
    const { task, question } = this.#asked;
    switch (task.kind) {
      case "prices":
        return this.#prices(question);
      case "list":
        return this.#merged(task);
      case "repair":
        return this.#step(await this.#mended(question), question);
      case "front": {
        const options = { ...this.#options, mostPoints: task.points };
        return this.#step(await askFront(this.#opened, question, task.goals, this.#solver, options), question);
      }
      case "answer":
        return this.#step(await ask(this.#opened, question, this.#solver, this.#options), question);
      default:
        return unreachable(task);
    }
  }

  #isMending = (): boolean => this.#asked.task.kind === "repair";

  /** What is locked is a rule of the question; the quick answer, before the proof, is told it by itself. */
  #mended(question: QuestionFile): ReturnType<typeof askRepair> {
    const read = namedQuestion(this.#opened, question);
    const rules = "question" in read && read.question.kind === "reassign" ? read.question.rules : [];
    const locked = new Set(
      rules.flatMap((rule) =>
        rule.kind === "lock" ? [rule.unit * this.#asked.plan.plan.grades.bandCount + rule.band] : [],
      ),
    );
    const { plan } = this.#asked.plan;
    return askRepair(this.#opened, question, plan, locked, this.#solver, () => undefined, this.#options);
  }

  #merged(task: Extract<AskQuestion["task"], { kind: "list" }>): Promise<AskStep> {
    const { question, lines } = this.#asked;
    return bestMerged(this.#opened, question, lines, task, this.#solver, {
      ...this.#options,
      measuredOn: this.#real,
      seconds: this.#seconds,
      tell: (merged) => this.#tell({ status: "searching", progress: { seconds: this.#seconds(), merged } }),
    });
  }

  /** What is made least, most important first. */
  #stages = (question: QuestionFile): readonly (readonly GoalKey[])[] =>
    this.#isMending() ? [["repainted"], ["pupil-metres"]] : stagesOf(question);

  async #step(solution: Awaited<ReturnType<typeof ask>>, question: QuestionFile): Promise<AskStep> {
    switch (solution.status) {
      case "misnamed":
        return { status: "failed", why: "names", reason: solution.names.map(({ name }) => name).join(", ") };
      case "failed":
        return solution;
      case "infeasible":
        return { status: "impossible", collision: this.#collision(solution, question) };
      case "optimal":
      case "stopped":
        return this.#answered(solution, question);
      default:
        return unreachable(solution);
    }
  }

  #collision(solution: Asked, question: QuestionFile) {
    const stages = this.#stages(question);
    return collisionOf(this.#opened, question, this.#asked.lines, solution.conflict, (values) =>
      values.flatMap((value, i): GoalValue[] => (stages[i].length === 1 ? [{ goal: stages[i][0], value }] : [])),
    );
  }

  #answered({ answers, front }: Asked, question: QuestionFile): AskAnswer {
    const { task, measured } = this.#asked;
    const asked = task.kind === "front" ? task.goals.map((goal) => [goal]) : this.#stages(question);
    const before = evaluatePlan(this.#real, measured.plan);
    const isWhole = before.completeness.status === "finished";
    return {
      status: "answered",
      seconds: this.#seconds(),
      ...(front && { complete: front.complete, ends: front.ends }),
      plans: answers.map(({ plan, status, stages, splits = [], breaches = [] }): AskedPlan => {
        const bounds = stages.map(({ value, bound }) => gapOf(value, bound));
        // Without any stage nothing is known of how good it is.
        const gap = bounds.length === 0 ? 1 : Math.max(...bounds);
        const after = evaluatePlan(this.#real, plan);
        return {
          plan,
          status: status === "optimal" ? "optimal" : "stopped",
          ...(status !== "optimal" && gap < 1 && { gap }),
          goals: asked.flatMap((goals, i) =>
            goals.flatMap((goal): GoalValue[] => {
              // Where areas are divided, the plan that is measured is not quite the answer.
              const exact = splits.length === 0 ? this.#measured(after, goal) : undefined;
              const value = exact ?? (goals.length === 1 ? stages[i]?.value : undefined);
              const was = isWhole ? this.#measured(before, goal) : undefined;
              return value === undefined ? [] : [{ goal, value, ...(was !== undefined && { before: was }) }];
            }),
          ),
          ...(breaches.length > 0 && { breaches }),
          ...(splits.length > 0 && {
            splits: splits.map(({ unit, band, pupils }) => ({ unit, band, sites: [...pupils.keys()] })),
          }),
        };
      }),
    };
  }

  /** What evaluate finds; undefined for what it does not measure of any plan. */
  #measured(evaluation: Evaluation, goal: GoalKey): number | undefined {
    return isObjective(goal) ? objectiveValue(this.#real, evaluation, goal) : undefined;
  }

  /** With every line, and once without each; what was found is an answer also where there was no time for all. */
  async #prices(question: QuestionFile): Promise<AskStep> {
    const whole = await this.#step(await ask(this.#opened, question, this.#solver, this.#options), question);
    if (whole.status !== "answered" || question.kind !== "reassign") return whole;
    const prices: RulePriceView[] = [];
    for (const line of new Set(this.#asked.lines)) {
      const rules = question.rules.filter((_, i) => this.#asked.lines[i] !== line);
      const other = { ...question, rules };
      const without = await this.#step(await ask(this.#opened, other, this.#solver, this.#options), other);
      if (without.status !== "answered") {
        prices.push({ line, status: "unknown" });
        continue;
      }
      const [[all], [fewer]] = [whole.plans, without.plans];
      prices.push({
        line,
        status: all.status === "optimal" ? fewer.status : all.status,
        goals: all.goals.flatMap(({ goal, value }) => {
          const freed = fewer.goals.find((each) => each.goal === goal);
          return freed ? [{ goal, with: value, without: freed.value }] : [];
        }),
        ...compared(this.#real, all.plan, fewer.plan),
      });
    }
    return { ...whole, prices, seconds: this.#seconds() };
  }
}

const known = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

const isObjective = (goal: GoalKey): goal is AssignmentObjective =>
  ASSIGNMENT_OBJECTIVES.some((objective) => objective === goal);

/** What a question makes least, most important first; of a stage several where they are weighed together. */
function stagesOf(question: QuestionFile): readonly (readonly GoalKey[])[] {
  if (question.kind === "reassign") return question.stages.map((stage) => stage.map(({ objective }) => objective));
  if (question.kind === "redraw" && question.objective === "pupil-metres") return [["seat-metres"]];
  return [[question.kind === "network" ? "network" : "inertia"]];
}

function gapOf(value: number, bound: number): number {
  const apart = Math.max(0, value - bound);
  return apart === 0 ? 0 : apart / Math.abs(value);
}
