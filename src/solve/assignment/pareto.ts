import { type Failed, type Infeasible, nothingFound } from "../../domain/outcome.ts";
import type { Plan } from "../../domain/plan.ts";
import type { AssignmentObjective, ReassignQuestion } from "../../domain/question.ts";
import { beats } from "../../compare/pareto.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { reassign, type Reassignment } from "./reassign.ts";

/** One point of a front: its values in the order of the objectives, and whether each is proven. */
export interface ParetoPoint {
  readonly values: readonly number[];
  readonly reassignment: Reassignment;
  readonly proven: "optimal" | "stopped";
  readonly gap: number;
}

export interface ParetoFront {
  readonly objectives: readonly AssignmentObjective[];
  /** Best in the first objective first. */
  readonly points: readonly ParetoPoint[];
  /** True when no point is left out; false for a sample. */
  readonly complete: boolean;
  /** Of a search that was ended: whether the best of every objective is among the points, or of the first alone. */
  readonly ends: "all" | "first";
}

/** The smallest difference between two values of an objective that counts: a metre, a pupil, a krone, a place in 10,000. */
const STEP: Readonly<Record<AssignmentObjective, number>> = {
  "pupil-metres": 1,
  "longest-way": 1,
  "changed-site": 1,
  overflow: 1,
  kroner: 1,
  "fullest-site": 1e-4,
};

interface ParetoOptions extends SolverOptions {
  /** Most points of an exact front; beyond, evenly spaced ones are given. */
  readonly mostPoints?: number;
}

/**
 * The plans that cannot be improved in one objective without losing in another (epsilon constraint, Haimes et al. 1971): each
 * point makes the first objective least, then the second, with the second held below the last point's. Two objectives give
 * the exact front while it has few enough points; three give a sample, the third held at evenly spaced levels.
 */
export async function reassignFront(
  basis: Basis,
  plan: Plan,
  question: ReassignQuestion,
  objectives: readonly AssignmentObjective[],
  solver: Solver,
  { mostPoints = 30, ...options }: ParetoOptions = {},
): Promise<ParetoFront | Infeasible | Failed> {
  const search = new FrontSearch(basis, plan, question, objectives, solver, options);
  return objectives.length === 2 ? search.two(mostPoints) : search.three(mostPoints);
}

/** A search that was ended keeps the points that it has. */
const isStopped = (outcome: Infeasible | Failed): boolean => outcome.status === "failed" && outcome.why !== undefined;

/** The point with the best of the second objective, found in the other order of the two. */
const asEnd = (last: ParetoPoint): ParetoPoint => ({ ...last, values: last.values.toReversed() });

/** Of points some of which were found without a proof: those that no other beats, and of equal ones the first; the best in the first objective first. */
const unbeaten = (points: readonly ParetoPoint[]): readonly ParetoPoint[] =>
  points
    .filter(({ values }, i) => {
      const isEqual = (other: ParetoPoint): boolean => other.values.every((value, k) => value === values[k]);
      return !points.slice(0, i).some(isEqual) && !points.some((other) => beats(other.values, values));
    })
    .toSorted((one, other) => one.values[0] - other.values[0]);

class FrontSearch {
  readonly #basis: Basis;
  readonly #plan: Plan;
  readonly #question: ReassignQuestion;
  readonly #objectives: readonly AssignmentObjective[];
  readonly #solver: Solver;
  readonly #options: SolverOptions;

  constructor(
    basis: Basis,
    plan: Plan,
    question: ReassignQuestion,
    objectives: readonly AssignmentObjective[],
    solver: Solver,
    options: SolverOptions,
  ) {
    this.#basis = basis;
    this.#plan = plan;
    this.#question = question;
    this.#objectives = objectives;
    this.#solver = solver;
    this.#options = options;
  }

  async two(mostPoints: number): Promise<ParetoFront | Infeasible | Failed> {
    const [a, b] = this.#objectives;
    const best = await this.#solve([a, b], []);
    if ("status" in best) return best;
    const last = await this.#solve([b, a], []);
    if ("status" in last) return isStopped(last) ? this.#sofar([best], "first") : last;
    const target = last.values.toReversed()[1];
    const points = [best];
    for (let level = best.values[1] - STEP[b]; level >= target - 1e-9;) {
      if (points.length >= mostPoints) return this.#sample(best, last, mostPoints);
      const point = await this.#solve([a, b], [{ objective: b, most: level }]);
      if ("status" in point) {
        if (isStopped(point)) return this.#sofar([...points, asEnd(last)], "all");
        if (point.status === "failed") return point;
        break;
      }
      points.push(point);
      level = point.values[1] - STEP[b];
    }
    // Where a point is not proven, one between it and the next may be left out.
    if (!points.every(({ proven }) => proven === "optimal")) return this.#sofar([...points, asEnd(last)], "all");
    return { objectives: this.#objectives, points, complete: true, ends: "all" };
  }

  #sofar = (points: readonly ParetoPoint[], ends: ParetoFront["ends"]): ParetoFront => ({
    objectives: this.#objectives,
    points: unbeaten(points),
    complete: false,
    ends,
  });

  /** Evenly spaced levels of the second objective, ends included. */
  async #sample(best: ParetoPoint, last: ParetoPoint, count: number): Promise<ParetoFront> {
    const [a, b] = this.#objectives;
    const [target] = last.values;
    const points = [best];
    for (let step = 1; step < count; step++) {
      const level = best.values[1] + ((target - best.values[1]) * step) / (count - 1);
      const point = await this.#solve([a, b], [{ objective: b, most: Math.max(level, target) }]);
      if (!("status" in point) && point.values[1] < (points.at(-1)?.values[1] ?? Infinity)) points.push(point);
    }
    return this.#sofar([...points, asEnd(last)], "all");
  }

  async three(mostPoints: number): Promise<ParetoFront | Infeasible | Failed> {
    const [a, b, c] = this.#objectives;
    const side = Math.max(2, Math.floor(Math.sqrt(mostPoints)));
    const best = await this.#solve([a, b, c], []);
    if ("status" in best) return best;
    const [leastB, leastC] = [await this.#solve([b, a, c], []), await this.#solve([c, a, b], [])];
    if ("status" in leastB) return leastB;
    if ("status" in leastC) return leastC;
    const levels = (high: number, low: number) =>
      Array.from({ length: side }, (_, step) => high + ((low - high) * step) / (side - 1));
    const points: ParetoPoint[] = [];
    for (const mostB of levels(best.values[1], leastB.values[0]))
      for (const mostC of levels(best.values[2], leastC.values[0])) {
        const point = await this.#solve(
          [a, b, c],
          [
            { objective: b, most: mostB },
            { objective: c, most: mostC },
          ],
        );
        if (!("status" in point)) points.push(point);
      }
    return this.#sofar(points, "all");
  }

  /** Lexicographic in the given order, under limits; values in that order. Nothing is begun once the search is to end. */
  async #solve(
    order: readonly AssignmentObjective[],
    limits: readonly { objective: AssignmentObjective; most: number }[],
  ): Promise<ParetoPoint | Infeasible | Failed> {
    if (this.#options.shouldStop?.() === true) return nothingFound("cancelled");
    const question: ReassignQuestion = {
      ...this.#question,
      stages: order.map((objective) => [{ objective, weight: 1 }]),
      rules: [
        ...this.#question.rules,
        ...limits.map(({ objective, most }) => ({ kind: "at-most" as const, objective, most })),
      ],
    };
    const outcome = await reassign(this.#basis, this.#plan, question, this.#solver, this.#options);
    if (outcome.status === "infeasible" || outcome.status === "failed") return outcome;
    const { answer } = outcome;
    const values = answer.stages.map(({ value }) => Math.round(value * 1e6) / 1e6);
    return {
      values,
      reassignment: answer,
      proven: outcome.status,
      gap: outcome.status === "stopped" ? outcome.gap : 0,
    };
  }
}
