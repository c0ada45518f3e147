import type { Failed, Infeasible } from "../../domain/outcome.ts";
import type { Band } from "../../domain/grades.ts";
import { NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type Region, regionKey, regionsApart } from "../../evaluate/cut-off.ts";
import { repair, type RepairRequest } from "../assignment/repair.ts";
import { withinSeconds } from "../shared-time.ts";
import type { Solver } from "../solver.ts";
import { BandGround, type Stroke } from "./band-ground.ts";
import { mend, mendAtOnce, type Mended, move, overflowOf } from "./mend.ts";
import type { ProofOptions } from "./proven.ts";
import { foundBy, quickMoves } from "./quick.ts";

/** Nobody anywhere: after that nothing is excused for having lain apart before. */
const nobody = ({ assignment }: Plan): Uint16Array => new Uint16Array(assignment.length).fill(NO_SITE);

/** A whole plan that moves few pupils. */
export interface Finished {
  readonly assignment: Uint16Array;
  /** "optimal": no whole plan moves fewer painted pupils, or as few with less travel. */
  readonly proven: "optimal" | "stopped" | "quick";
  /** Parts of zones and districts that lie apart from the rest of theirs. */
  readonly apart: number;
  /** Where some do, what keeps them: that no way joins them around what is locked, or only one that makes a school too full; each proven. */
  readonly held?: "never" | "places" | "unknown";
  /** Painted pupils that any whole plan moves, as far as that is proven. */
  readonly least?: number;
}

/** The plan with its zones and districts joined as far as that is found without any school being fuller for it. */
function joinedWherePlacesAllow(basis: Basis, stroke: Stroke, mended: Uint16Array): Uint16Array {
  let assignment = stroke.after.assignment;
  const parts = (each: Uint16Array): number => partsApart(basis, stroke.after, each);
  for (const { band } of basis.municipality.grades.bands) {
    const tried = assignment.map((site, pair) =>
      pair % basis.municipality.grades.bandCount === band ? mended[pair] : site,
    );
    if (parts(tried) < parts(assignment) && overflowOf(basis, tried) <= overflowOf(basis, assignment))
      assignment = tried;
    assignment = joinedOneByOne(basis, { ...stroke, after: { ...stroke.after, assignment } }, band);
  }
  return assignment;
}

/** Where not all can be joined: one zone or district after the other, those with the smallest parts first, none that is whole for it. */
function joinedOneByOne(basis: Basis, stroke: Stroke, band: Band): Uint16Array {
  let { after } = stroke;
  let cut = regionsApart(basis, after);
  const tried = new Set<string>();
  for (;;) {
    const here = cut.filter(({ region }) => region.band === band);
    const [next] = here
      .filter(({ region }) => !tried.has(regionKey(region)))
      .toSorted((a, b) => a.part.length - b.part.length);
    if (!next) return after.assignment;
    tried.add(regionKey(next.region));
    const others = new Set(here.map(({ region }) => regionKey(region)));
    others.delete(regionKey(next.region));
    const asked = (region: Region): boolean => !others.has(regionKey(region));
    const found = foundBy(quickMoves(new BandGround(basis, { ...stroke, after, asked }, band)));
    if (!found) continue;
    const assignment = after.assignment.slice();
    move(after.grades, assignment, band, found);
    const left = regionsApart(basis, { ...after, assignment });
    if (left.length < cut.length) [after, cut] = [{ ...after, assignment }, left];
  }
}

const partsApart = (basis: Basis, plan: Plan, assignment: Uint16Array): number =>
  regionsApart(basis, { ...plan, assignment }).length;

/** A repair with everything where nobody lives left as it was painted: it draws that anew around those it moves, which nobody asked for. */
export function movingPupilsAlone({ unitBand }: Basis, painted: Plan, plan: Plan): Plan {
  const keeps = (pair: number, site: number): boolean =>
    unitBand[pair] === 0 &&
    site !== NO_SITE &&
    teachesBand(plan, site, painted.grades.bands[pair % painted.grades.bandCount].band);
  const assignment = plan.assignment.map((site, pair) =>
    keeps(pair, painted.assignment[pair]) ? painted.assignment[pair] : site,
  );
  return { ...plan, assignment };
}

/**
 * Whether an answer stands though another has come: it leaves fewer in need, without a place first, then in parts; or as many, and moves
 * fewer pupils than one that is not proven.
 */
function stands(basis: Basis, painted: Plan, one: Finished, other: Finished): boolean {
  const over = overflowOf(basis, one.assignment) - overflowOf(basis, other.assignment);
  if (over !== 0) return over < 0;
  if (one.apart !== other.apart) return one.apart < other.apart;
  const moved = ({ assignment }: Finished): number => pupilsMoved(basis, painted.assignment, assignment);
  return other.proven !== "optimal" && moved(one) < moved(other);
}

const pupilsMoved = ({ unitBand }: Basis, from: Uint16Array, to: Uint16Array): number =>
  unitBand.reduce((sum, pupils, pair) => sum + (from[pair] === to[pair] ? 0 : pupils), 0);

export type FinishStep = { readonly status: "answer"; readonly answer: Finished } | Infeasible | Failed;

/**
 * Finishes a plan better and better: each answer of {@link repair}, with every zone and district in pieces joined by few areas as
 * {@link mend} does, whether it lay so before anything was painted or not: the lamp asks the same. Where that moves anybody else, what
 * repair proves is no longer the value but a bound: its plans may lie in parts.
 * The request's limits are those of the repair; `secondsLimit` is how long a smaller way to join one of its plans is looked for.
 */
export async function* finish(
  basis: Basis,
  request: RepairRequest,
  solver: Solver,
  { secondsLimit, ...options }: ProofOptions = {},
): AsyncGenerator<FinishStep> {
  const joining = { ...options, ...(secondsLimit !== undefined && { secondsLimit }) };
  let best: Finished | undefined;
  for await (const step of repair(basis, request, solver, options)) {
    if (step.status !== "answer") {
      yield step;
      return;
    }
    const { plan, proven, stages } = step.answer;
    const found = stages.length > 0 && { least: stages[0].bound };
    const answer = { ...(await whole(basis, request, { plan, proven }, solver, joining)), ...found };
    // A repair moves fewest with no regard to parts: where more lies in parts for it, or joining them moves more, what was found at once stands.
    if (!best || !stands(basis, request.painted, best, answer)) best = answer;
    else best = { ...best, proven: "stopped", ...found, ...(best.apart > 0 && answer.held && { held: answer.held }) };
    yield { status: "answer", answer: best };
  }
}

function heldBy(mended: Mended | undefined): NonNullable<Finished["held"]> {
  if (mended?.joined === "none-possible") return "never";
  return mended?.joined === "all" && mended.places === "must-exceed" ? "places" : "unknown";
}

/** A repaired plan made whole as far as that is found: by areas where nobody lives, so drawn as the repair draws it, or by few others. */
async function whole(
  basis: Basis,
  request: RepairRequest,
  { plan: repaired, proven }: { readonly plan: Plan; readonly proven: Finished["proven"] },
  solver: Solver,
  { secondsLimit, ...options }: ProofOptions,
): Promise<Finished> {
  const plan = movingPupilsAlone(basis, request.painted, repaired);
  const apart = (assignment: Uint16Array): number => partsApart(basis, plan, assignment);
  if (apart(plan.assignment) === 0) return { assignment: plan.assignment, proven, apart: 0 };
  const places = request.rules.some(({ kind }) => kind === "capacity") ? "kept" : "free";
  const stroke: Stroke = { before: nobody(plan), after: plan, fixed: request.locked, closed: new Set(), places };
  let mended: Mended | undefined;
  const joiner = secondsLimit === undefined ? solver : withinSeconds(solver, secondsLimit);
  if (proven === "quick") mended = mendAtOnce(basis, stroke);
  else for await (mended of mend(basis, stroke, joiner, options));
  const assignment = mended ? joinedWherePlacesAllow(basis, stroke, mended.assignment) : plan.assignment;
  const left = apart(assignment);
  const answer = { assignment, apart: left, ...(left > 0 && { held: heldBy(mended) }) };
  const movesNobodyElse = basis.unitBand.every(
    (pupils, pair) => pupils === 0 || assignment[pair] === plan.assignment[pair],
  );
  if (answer.apart === 0 && movesNobodyElse) return { ...answer, proven };
  if (apart(repaired.assignment) === 0) return { assignment: repaired.assignment, proven, apart: 0 };
  return { ...answer, proven: proven === "quick" ? "quick" : "stopped" };
}
