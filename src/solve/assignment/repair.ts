import { BAND_COUNT, BANDS, hasBand } from "../../domain/grades.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { AssignmentRule, ReassignQuestion, SearchLimits } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type Evaluation, evaluatePlan } from "../../evaluate/evaluate.ts";
import { reachOf } from "../../evaluate/reach.ts";
import { type Breach, checkRules } from "../../evaluate/rule-checks.ts";
import { type AssignmentFrame, bandOfRow } from "../../model/assignment/frame.ts";
import { goodUnits } from "../units/assign-units.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { frameQuestion } from "./frame.ts";
import { reassign, type Reassignment } from "./reassign.ts";
import { drawZones } from "./zones.ts";

/** A plan that is painted in part, or that breaks rules: what may not change, and what must hold. */
export interface RepairRequest {
  /** NO_SITE where nothing is painted. */
  readonly painted: Plan;
  /** `unit * BAND_COUNT + band` of the pairs that must stay as painted. */
  readonly locked: ReadonlySet<number>;
  readonly rules: readonly AssignmentRule[];
  readonly limits: SearchLimits;
}

/** A whole plan, what it still breaks, and whether it is proven to change as few painted pupils as possible. */
export interface Repaired {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly breaches: readonly Breach[];
  readonly proven: Outcome<Reassignment>["status"] | "quick";
}

/** Moving one painted pupil weighs as much as this many metres of travel. */
const PAINTED_METRES = 100_000;
/** Times that the first answer lets zones find a way round each other. */
const QUICK_REROUTES = 2;
/** A pupil beyond capacity weighs more than any repainting. */
const OVERFLOW_METRES = 1e7;

/**
 * Completes or mends a plan, better and better: first an answer at once, by prices and rounding band by band, then the proven
 * one: fewest painted pupils moved, least pupil-metres. Unpainted units go where they fit; locks hold throughout.
 */
export async function* repair(
  basis: Basis,
  request: RepairRequest,
  solver: Solver,
  options: SolverOptions = {},
): AsyncGenerator<Repaired> {
  yield quickRepair(basis, request);
  const before = withStayers(basis, request.painted);
  const painted = { ...basis, baseline: before };
  const question: ReassignQuestion = {
    kind: "reassign",
    stages: [[{ objective: "changed-site", weight: 1 }], [{ objective: "pupil-metres", weight: 1 }]],
    rules: [...request.rules, ...locksOf(request)],
    limits: request.limits,
  };
  const outcome = await reassign(painted, before, question, solver, options);
  if (outcome.status !== "optimal" && outcome.status !== "stopped") return;
  const { plan } = outcome.answer;
  const finished = { ...plan, id: request.painted.id, title: request.painted.title };
  const evaluation = evaluatePlan(basis, finished);
  const breaches = checkRules(basis, finished, request.rules, { evaluation });
  yield { plan: finished, evaluation, breaches, proven: outcome.status };
}

const locksOf = ({ painted, locked }: RepairRequest): AssignmentRule[] =>
  [...locked].map((pair) => ({
    kind: "lock",
    unit: Math.floor(pair / BAND_COUNT),
    band: BANDS[pair % BAND_COUNT].band,
    site: painted.assignment[pair],
  }));

/** The answer at once: O(pupils x sites) and a transportation problem for each band; no solver. */
export function quickRepair(basis: Basis, { painted: asPainted, locked, rules }: RepairRequest): Repaired {
  const painted = withStayers(basis, asPainted);
  const { frame } = frameQuestion({ ...basis, baseline: painted }, painted, rules);
  const decided = new Map<number, number>();
  for (const { band } of BANDS)
    for (const [row, site] of assignBand(frame, band, painted, locked)) decided.set(frame.pair[row], site);
  const plan = { ...painted, assignment: drawZones(basis, painted, decided, QUICK_REROUTES) };
  const evaluation = evaluatePlan(basis, plan);
  return { plan, evaluation, breaches: checkRules(basis, plan, rules, { evaluation }), proven: "quick" };
}

/** Unpainted units that no road brings to one site stay where they are today, as in every question (see {@link reachOf}). */
function withStayers(basis: Basis, painted: Plan): Plan {
  const assignment = painted.assignment.slice();
  assignment.forEach((site, pair) => {
    const today = basis.baseline.assignment[pair];
    const { band } = BANDS[pair % BAND_COUNT];
    if (site !== NO_SITE || today === NO_SITE || basis.unitBand[pair] === 0 || !teachesBand(painted, today, band))
      return;
    const teaching = [...painted.teaching.keys()].filter((other) => teachesBand(painted, other, band));
    if (reachOf(basis, pair, teaching).status === "stays") assignment[pair] = today;
  });
  return { ...painted, assignment };
}

function assignBand(
  frame: AssignmentFrame,
  band: number,
  painted: Plan,
  locked: ReadonlySet<number>,
): readonly (readonly [row: number, site: number])[] {
  const rows = Array.from({ length: frame.rows }, (_, row) => row).filter((row) => bandOfRow(frame, row) === band);
  const sites = frame.sites.flatMap(({ teaches }, site) => (hasBand(teaches, BANDS[band].band) ? [site] : []));
  const place = new Map(sites.map((site, at) => [site, at]));
  const cost = new Float64Array(rows.length * sites.length).fill(Infinity);
  rows.forEach((row, unit) => {
    const before = painted.assignment[frame.pair[row]];
    for (let candidate = frame.first[row]; candidate < frame.first[row + 1]; candidate++) {
      const site = frame.site[candidate];
      if (locked.has(frame.pair[row]) && site !== before) continue;
      const moved = before !== NO_SITE && site !== before ? PAINTED_METRES * frame.pupils[row] : 0;
      cost[unit * sites.length + (place.get(site) ?? 0)] = frame.metres[candidate] + moved;
    }
  });
  const chosen = goodUnits({
    units: rows.length,
    sites: sites.length,
    cost,
    demand: Float64Array.from(rows, (row) => frame.pupils[row]),
    capacity: Float64Array.from(sites, (site) => frame.sites[site].capacity[band] ?? Infinity),
    overflowPrice: OVERFLOW_METRES,
  });
  return rows.flatMap((row, unit) => (chosen ? [[row, sites[chosen[unit]]] as const] : []));
}
