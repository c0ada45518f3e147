import { BANDS } from "../../domain/grades.ts";
import type { AssignmentRule, ReassignQuestion } from "../../domain/question.ts";
import { bandOfRow, type AssignmentFrame } from "../../model/assignment/frame.ts";
import { assignUnits } from "../assign-units.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import type { Staged } from "./staged.ts";

/** Rules that only leave out candidates, so that bands stay independent of each other. */
const FILTERS: ReadonlySet<AssignmentRule["kind"]> = new Set([
  "capacity",
  "keeps-own-unit",
  "nearest-open",
  "stay-in-district",
  "lock",
  "longest-way",
]);

/**
 * Whether a question is a generalised assignment for each band by itself: least pupil-metres, after least overflow where
 * that is asked first, within capacity where that is a rule. The project's own exact method then answers it.
 */
export function isSeparable({ stages, rules }: ReassignQuestion): boolean {
  const names = stages
    .map((stage) => (stage.length === 1 && stage[0].weight > 0 ? stage[0].objective : "mixed"))
    .join(",");
  const asked = names === "pupil-metres" || names === "overflow,pupil-metres";
  return asked && rules.every(({ kind }) => FILTERS.has(kind));
}

/** The price of one pupil beyond capacity, in metres: 10,000 km, farther than any chain of moves can save. */
const OVERFLOW_PRICE = 1e7;

export async function solveSeparable(
  frame: AssignmentFrame,
  question: ReassignQuestion,
  solver: Solver,
  options: SolverOptions,
): Promise<Staged> {
  const limited = question.rules.some(({ kind }) => kind === "capacity") || question.stages.length === 2;
  const sites = new Uint16Array(frame.rows);
  let [metres, overflow, gap] = [0, 0, 0];
  for (const { band } of BANDS) {
    const rows = Array.from({ length: frame.rows }, (_, row) => row).filter((row) => bandOfRow(frame, row) === band);
    const used = [...new Set(rows.flatMap((row) => [...frame.site.subarray(frame.first[row], frame.first[row + 1])]))];
    const place = new Map(used.map((site, at) => [site, at]));
    const cost = new Float64Array(rows.length * used.length).fill(Infinity);
    rows.forEach((row, unit) => {
      for (let candidate = frame.first[row]; candidate < frame.first[row + 1]; candidate++)
        cost[unit * used.length + (place.get(frame.site[candidate]) ?? 0)] = frame.metres[candidate];
    });
    const outcome = await assignUnits(
      {
        units: rows.length,
        sites: used.length,
        cost,
        demand: Float64Array.from(rows, (row) => frame.pupils[row]),
        capacity: Float64Array.from(
          used,
          (site) => (limited ? frame.sites[site].capacity[band] : undefined) ?? Infinity,
        ),
        overflowPrice: OVERFLOW_PRICE,
      },
      solver,
      options,
    );
    if (outcome.status === "failed") return outcome;
    if (outcome.status === "infeasible") return { status: "infeasible" };
    rows.forEach((row, unit) => (sites[row] = used[outcome.answer.site[unit]]));
    metres += outcome.answer.cost;
    overflow += outcome.answer.overflow;
    if (outcome.status === "stopped") gap = Math.max(gap, outcome.gap);
  }
  if (overflow > 0 && question.rules.some(({ kind }) => kind === "capacity")) return { status: "infeasible" };
  const stages = question.stages.map(([{ objective, weight }]) => {
    const value = weight * (objective === "overflow" ? overflow : metres);
    return { value, bound: objective === "overflow" ? value : value * (1 - gap) };
  });
  return { status: "solved", sites, shares: new Map(), stages };
}
