import type { ReassignQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import type { FramedQuestion } from "./frame.ts";
import { isSeparable, solveSeparable } from "./separable.ts";
import { solveStaged, type Staged } from "./staged.ts";

/** The project's own method where the question allows it, the general model where it does not. */
export function solveQuestion(
  basis: Basis,
  { frame }: FramedQuestion,
  question: ReassignQuestion,
  solver: Solver,
  options: SolverOptions,
): Promise<Staged> {
  const { seconds } = question.limits;
  const limited = { ...options, ...(seconds !== undefined && { secondsLimit: seconds }) };
  return isSeparable(question)
    ? solveSeparable(frame, question, solver, limited)
    : solveStaged(basis, frame, question, solver, limited);
}
