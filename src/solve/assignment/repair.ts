import { hasBand } from "../../domain/grades.ts";
import type { Issue } from "../../domain/issue.ts";
import type { Failed, Infeasible } from "../../domain/outcome.ts";
import { NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { AssignmentRule, ReassignQuestion, SearchLimits } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { requireOwnPlan } from "../../evaluate/completeness.ts";
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
  /** `unit * BAND_COUNT + band` of the pairs that must stay as painted; one that is not painted has nothing to keep. */
  readonly locked: ReadonlySet<number>;
  readonly rules: readonly AssignmentRule[];
  readonly limits: SearchLimits;
}

/** A whole plan, what it still breaks, and whether it is proven to change as few painted pupils as possible. */
export interface Repaired {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly breaches: readonly Breach[];
  readonly proven: "optimal" | "stopped" | "quick";
  /** Painted pupils moved and pupil-metres, with their bounds; none for the quick answer. */
  readonly stages: Reassignment["stages"];
  readonly issues: readonly Issue[];
}

/** One more, better answer; or what shows that there is none. */
export type RepairStep = { readonly status: "answer"; readonly answer: Repaired } | Infeasible | Failed;

/** Moving one painted pupil weighs as much as this many metres of travel. */
const PAINTED_METRES = 100_000;
/** Times that the first answer lets zones find a way round each other. */
const QUICK_REROUTES = 2;
/** A pupil beyond capacity weighs more than any repainting. */
const OVERFLOW_METRES = 1e7;

/**
 * Completes or mends a plan, better and better: first an answer at once, by prices and rounding band by band, which may still
 * break rules and says so; then the proven one: fewest painted pupils moved, least pupil-metres, or why there is none.
 * Unpainted units go where they fit; locks hold throughout.
 */
export async function* repair(
  basis: Basis,
  request: RepairRequest,
  solver: Solver,
  options: SolverOptions = {},
): AsyncGenerator<RepairStep> {
  yield { status: "answer", answer: quickRepair(basis, request) };
  const before = withStayers(basis, request.painted);
  const painted = { ...basis, baseline: before };
  const question: ReassignQuestion = {
    kind: "reassign",
    stages: [[{ objective: "changed-site", weight: 1 }], [{ objective: "pupil-metres", weight: 1 }]],
    rules: [...request.rules, ...locksOf(request)],
    limits: request.limits,
  };
  const outcome = await reassign(painted, before, question, solver, options);
  if (outcome.status === "failed" || outcome.status === "infeasible") {
    yield outcome;
    return;
  }
  const { plan, stages, issues } = outcome.answer;
  const finished = { ...plan, id: request.painted.id, title: request.painted.title };
  const evaluation = evaluatePlan(basis, finished);
  const breaches = checkRules(basis, finished, request.rules, { evaluation });
  const noted = [...issues, ...idleLocks(basis, request)];
  yield {
    status: "answer",
    answer: {
      plan: finished,
      evaluation,
      breaches,
      proven: outcome.status,
      stages: withoutPainting(basis, before, finished, stages),
      issues: noted,
    },
  };
}

/** Who is painted for the first time is not moved: taken out of the first stage, which counts every change. */
function withoutPainting(
  { unitBand }: Basis,
  painted: Plan,
  { assignment }: Plan,
  [moved, ...others]: Reassignment["stages"],
): Reassignment["stages"] {
  const isNew = (pair: number) => painted.assignment[pair] === NO_SITE && assignment[pair] !== NO_SITE;
  const added = unitBand.reduce((sum, pupils, pair) => sum + (isNew(pair) ? pupils : 0), 0);
  return [{ value: moved.value - added, bound: Math.max(0, moved.bound - added) }, ...others];
}

const locksOf = ({ painted, locked }: RepairRequest): AssignmentRule[] =>
  [...locked].flatMap((pair) => {
    const site = painted.assignment[pair];
    if (site === NO_SITE) return [];
    return [
      {
        kind: "lock",
        unit: Math.floor(pair / painted.grades.bandCount),
        band: painted.grades.bands[pair % painted.grades.bandCount].band,
        site,
      },
    ];
  });

/** Locked units that hold nothing: with pupils in a band that is not painted, or not painted at all. */
function idleLocks({ municipality, unitBand }: Basis, { painted, locked }: RepairRequest): readonly Issue[] {
  const units = new Set([...locked].map((pair) => Math.floor(pair / municipality.grades.bandCount)));
  const idle = [...units].filter((unit) => {
    const pairs = municipality.grades.bands
      .map(({ band }) => unit * municipality.grades.bandCount + band)
      .filter((pair) => locked.has(pair));
    const bare = pairs.filter((pair) => painted.assignment[pair] === NO_SITE);
    return bare.length === pairs.length || bare.some((pair) => unitBand[pair] > 0);
  });
  if (idle.length === 0) return [];
  const list = idle.map((unit) => municipality.units.id[unit]).join(", ");
  return [{ code: "lock-unpainted", severity: "warning", values: { units: idle.length, list } }];
}

/** The answer at once: O(pupils x sites) and a transportation problem for each band; no solver. */
export function quickRepair(basis: Basis, request: RepairRequest): Repaired {
  const plan = quickPlan(basis, request);
  const evaluation = evaluatePlan(basis, plan);
  const breaches = checkRules(basis, plan, [...request.rules, ...locksOf(request)], { evaluation });
  return { plan, evaluation, breaches, proven: "quick", stages: [], issues: idleLocks(basis, request) };
}

/** Its plan alone, of which nobody asks what it breaks. */
export function quickPlan(basis: Basis, request: RepairRequest): Plan {
  requireOwnPlan(basis, request.painted);
  const painted = withStayers(basis, request.painted);
  const held = [...request.rules, ...locksOf(request)];
  const { frame, blocked } = frameQuestion({ ...basis, baseline: painted }, painted, held);
  const decided = new Map<number, number>();
  for (const { band } of painted.grades.bands)
    for (const [row, site] of assignBand(frame, band, painted)) decided.set(frame.pair[row], site);
  for (const pair of blocked) if (painted.assignment[pair] !== NO_SITE) decided.set(pair, painted.assignment[pair]);
  return { ...painted, assignment: drawZones(basis, painted, decided, QUICK_REROUTES) };
}

/** Unpainted units that no road brings to one site stay where they are today, as in every question (see {@link reachOf}). */
export function withStayers(basis: Basis, painted: Plan): Plan {
  const assignment = painted.assignment.slice();
  assignment.forEach((site, pair) => {
    const today = basis.baseline.assignment[pair];
    const { band } = painted.grades.bands[pair % painted.grades.bandCount];
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
): readonly (readonly [row: number, site: number])[] {
  const rows = Array.from({ length: frame.rows }, (_, row) => row).filter(
    (row) => bandOfRow(frame, row) === band && frame.first[row] < frame.first[row + 1],
  );
  const sites = frame.sites.flatMap(({ teaches }, site) =>
    hasBand(teaches, frame.grades.bands[band].band) ? [site] : [],
  );
  const place = new Map(sites.map((site, at) => [site, at]));
  const cost = new Float64Array(rows.length * sites.length).fill(Infinity);
  rows.forEach((row, unit) => {
    const before = painted.assignment[frame.pair[row]];
    for (let candidate = frame.first[row]; candidate < frame.first[row + 1]; candidate++) {
      const site = frame.site[candidate];
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
