import type { Plan } from "../../domain/plan.ts";
import type { ReassignQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import type { AssignmentFrame } from "../../model/assignment/frame.ts";
import { type FramedQuestion, frameQuestion } from "./frame.ts";
import { withinSeconds } from "../shared-time.ts";
import { isSeparable, solveSeparable } from "./separable.ts";
import { solveStaged, type Staged } from "./staged.ts";
import { solveWholeZones } from "./whole-zones.ts";

/** The project's own method where the question allows it, the general model where it does not. */
export async function solveQuestion(
  basis: Basis,
  plan: Plan,
  { frame }: FramedQuestion,
  question: ReassignQuestion,
  solver: Solver,
  options: SolverOptions,
): Promise<Staged> {
  const { seconds } = question.limits;
  const timed = (share: number): Solver => (seconds === undefined ? solver : withinSeconds(solver, share * seconds));
  if (isSeparable(question)) return solveSeparable(frame, question, timed(1), options);
  const whole = isLarge(frame, question) && (await solveWholeZones(basis, plan, frame, question, timed(1), options));
  if (whole) return whole;
  const all = timed(1);
  return (
    (await withNobodyBeyond(basis, plan, question, timed(1 - LEFT_FOR_OVERFLOW), options)) ??
    solveStaged(basis, frame, question, all, options)
  );
}

/** Zones in one piece among so many candidates: a model of them all takes gigabytes, and has no plan in minutes. */
const LARGEST_MODEL = 1_000_000;
const isLarge = (frame: AssignmentFrame, { rules }: ReassignQuestion): boolean =>
  frame.candidates > LARGEST_MODEL && rules.some(({ kind }) => kind === "contiguous-zones");

/** Share of the time that is kept for the question as it is asked, should it not be known whether everybody can have a place. */
const LEFT_FOR_OVERFLOW = 0.5;

/**
 * A first stage that makes overflow least is answered where nobody need be beyond capacity: no plan has less than none. The
 * rest is then asked with capacity as a rule, which leaves the solver far fewer plans that are all as good. `undefined` where
 * the question is another or somebody must be beyond capacity.
 */
async function withNobodyBeyond(
  basis: Basis,
  plan: Plan,
  question: ReassignQuestion,
  solver: Solver,
  options: SolverOptions,
): Promise<Staged | undefined> {
  const [[first, ...others] = [], ...stages] = question.stages;
  if (first?.objective !== "overflow" || others.length > 0 || stages.length === 0) return undefined;
  const rules = [...question.rules.filter(({ kind }) => kind !== "capacity"), { kind: "capacity" } as const];
  const framed = frameQuestion(basis, plan, rules);
  if (framed.blocked.length > 0) return undefined;
  const staged = await solveStaged(basis, framed.frame, { ...question, stages, rules }, solver, options);
  return staged.status === "solved" ? { ...staged, stages: [{ value: 0, bound: 0 }, ...staged.stages] } : undefined;
}
