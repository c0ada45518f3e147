import { type Band, hasBand } from "../../domain/grades.ts";
import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { ReassignQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type AssignmentFrame, bandOfRow, unitOfRow } from "../../model/assignment/frame.ts";
import { checkRules } from "../../evaluate/rule-checks.ts";
import { stoppingAfter } from "../shared-time.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { joinedZones, NO_ZONE, type ZoneProblem } from "../units/zone-search.ts";
import { isSeparable, solveSeparable } from "./separable.ts";
import type { Staged } from "./staged.ts";
import { drawBand, drawZones } from "./zones.ts";

/** Share of the time for the plan without regard to zones, which is also the bound. */
const FOR_BOUND = 0.6;

/**
 * A question that asks for zones in one piece, where its model would be too large to be cut round by round: solved without regard to
 * that, which bounds it, and from there zones are joined and made better band by band. The bound of the first holds for both.
 * `undefined` where the question is another, or where the zones that were found break a rule.
 */
export async function solveWholeZones(
  basis: Basis,
  plan: Plan,
  frame: AssignmentFrame,
  question: ReassignQuestion,
  solver: Solver,
  options: SolverOptions,
): Promise<Staged | undefined> {
  const rules = question.rules.filter(({ kind }) => kind !== "contiguous-zones");
  const { seconds } = question.limits;
  const limits = seconds === undefined ? question.limits : { ...question.limits, seconds: FOR_BOUND * seconds };
  const apart: ReassignQuestion = { ...question, rules, limits };
  if (!isSeparable(apart) || !asksForMetresAndPlaces(question)) return undefined;
  const begun = performance.now();
  const bounded = await solveSeparable(frame, apart, solver, options);
  if (bounded.status !== "solved") return bounded;
  const left = seconds === undefined ? undefined : Math.max(0, seconds - (performance.now() - begun) / 1000);
  const empty = new Map<number, number>();
  const { bands } = frame.grades;
  for (const { band } of bands) {
    const timed = left === undefined ? options : stoppingAfter(left / bands.length, options);
    const zones = zonesOf(basis, frame, question, band, bounded.sites, () => timed.shouldStop?.() === true);
    zones.forEach((site, unit) => {
      if (site !== NO_ZONE) empty.set(unit * frame.grades.bandCount + band, site);
    });
  }
  const sites = bounded.sites.map((site, row) => empty.get(frame.pair[row]) ?? site);
  for (const pair of frame.pair) empty.delete(pair);
  const solved = { ...bounded, sites, empty, stages: stagesOf(frame, question, sites, bounded.stages) };
  const decided = new Map(empty);
  frame.pair.forEach((pair, row) => decided.set(pair, sites[row]));
  const drawn = { ...plan, assignment: drawZones(basis, plan, decided) };
  return checkRules(basis, drawn, question.rules).length === 0 ? solved : undefined;
}

/** Stages that zones are judged by as they are found. */
const asksForMetresAndPlaces = ({ stages }: ReassignQuestion): boolean =>
  stages.every(([{ objective }]) => objective === "overflow" || objective === "pupil-metres");

/** Whole zones of a band, `[unit]`, from sites by row of the frame. */
function zonesOf(
  basis: Basis,
  frame: AssignmentFrame,
  { rules, stages }: ReassignQuestion,
  band: Band,
  from: Uint16Array,
  shouldStop: () => boolean,
): Int32Array {
  const { units } = basis.municipality;
  const sites = frame.sites.length;
  const teaching = frame.sites.flatMap(({ teaches }, site) => (hasBand(teaches, band) ? [site] : []));
  const cost = new Float64Array(units.count * sites).fill(Infinity);
  const demand = new Float64Array(units.count);
  const decided = new Uint16Array(units.count).fill(NO_SITE);
  for (let unit = 0; unit < units.count; unit++) for (const site of teaching) cost[unit * sites + site] = 0;
  for (let row = 0; row < frame.rows; row++) {
    if (bandOfRow(frame, row) !== band) continue;
    const unit = unitOfRow(frame, row);
    demand[unit] = frame.pupils[row];
    decided[unit] = from[row];
    cost.fill(Infinity, unit * sites, (unit + 1) * sites);
    for (let candidate = frame.first[row]; candidate < frame.first[row + 1]; candidate++)
      cost[unit * sites + frame.site[candidate]] = frame.metres[candidate];
  }
  const asksForPlaces = rules.some(({ kind }) => kind === "capacity") || stages[0][0].objective === "overflow";
  const problem: ZoneProblem = {
    adjacency: units.adjacency,
    landmass: basis.landmass,
    sites,
    cost,
    demand,
    capacity: Float64Array.from(
      frame.sites,
      ({ capacity }) => (asksForPlaces ? capacity[band] : undefined) ?? Infinity,
    ),
  };
  const start = Int32Array.from(drawBand(basis, band, decided), (site) => (site === NO_SITE ? NO_ZONE : site));
  return joinedZones(problem, start, shouldStop);
}

/** What each stage comes to, with what bounds it: without regard to zones, as long as as many have a place. */
function stagesOf(
  frame: AssignmentFrame,
  { stages }: ReassignQuestion,
  sites: Uint16Array,
  apart: readonly { readonly value: number; readonly bound: number }[],
): readonly { readonly value: number; readonly bound: number }[] {
  const values = stages.map(([{ objective, weight }]) =>
    objective === "overflow" ? weight * overflowOf(frame, sites) : weight * metresOf(frame, sites),
  );
  return values.map((value, number) => {
    const isAsGood = values.slice(0, number).every((earlier, i) => earlier <= apart[i].value);
    return { value, bound: isAsGood ? Math.min(apart[number].bound, value) : 0 };
  });
}

function metresOf(frame: AssignmentFrame, sites: Uint16Array): number {
  let metres = 0;
  for (let row = 0; row < frame.rows; row++)
    for (let candidate = frame.first[row]; candidate < frame.first[row + 1]; candidate++)
      if (frame.site[candidate] === sites[row]) metres += frame.metres[candidate];
  return metres;
}

function overflowOf(frame: AssignmentFrame, sites: Uint16Array): number {
  const { bandCount } = frame.grades;
  const load = new Float64Array(frame.sites.length * bandCount);
  for (let row = 0; row < frame.rows; row++) load[sites[row] * bandCount + bandOfRow(frame, row)] += frame.pupils[row];
  return load.reduce((sum, pupils, at) => {
    const places = frame.sites[Math.floor(at / bandCount)].capacity[at % bandCount];
    return sum + (places === undefined ? 0 : Math.max(0, pupils - places));
  }, 0);
}
