import { BAND_COUNT, BANDS, hasBand, writtenGrades } from "../../domain/grades.ts";
import type { Text } from "../../domain/language.ts";
import type { District } from "../../domain/municipality.ts";
import { type Failed, nothingFound, type Outcome } from "../../domain/outcome.ts";
import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { RedrawQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type Evaluation, evaluatePlan } from "../../evaluate/evaluate.ts";
import { reachOf } from "../../evaluate/reach.ts";
import { type MeasuredDistrict, measureAreas } from "../../evaluate/redrawn.ts";
import type { RootedPlan } from "../../kernels/districting/problem.ts";
import type { SolverOptions } from "../solver.ts";
import { gapOf, PROVEN } from "../steps.ts";
import { attemptRedraw } from "./attempt.ts";
import { explainRedraw } from "./conflict.ts";
import { balancedPupils, farthestOf, limitsOf, type RedrawArrays } from "./arrays.ts";
import { sum } from "../../kernels/sum.ts";

/** Districts drawn anew: the areas themselves, and the plan in which everybody goes to a site of the new district. */
export interface Redrawing {
  readonly areas: readonly (MeasuredDistrict & { readonly district: District })[];
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  /** The question's objective and what no map can go below. */
  readonly value: number;
  readonly bound: number;
}

export type RedrawOptions = Pick<SolverOptions, "shouldStop" | "onProgress">;

/** Draws districts by {@link attemptRedraw}; the answer is measured again by evaluate, and a disagreement is an error. */
export async function redraw(
  basis: Basis,
  question: RedrawQuestion,
  options: RedrawOptions = {},
): Promise<Outcome<Redrawing>> {
  const nobody = nobodyToBalance(basis, question);
  if (nobody) return { status: "infeasible", conflict: { rules: [nobody] } };
  const shouldStop = options.shouldStop ?? (() => false);
  const { arrays, found, bound } = attemptRedraw(basis, question, shouldStop, ({ bound: proven, plan }) =>
    options.onProgress?.({ bound: proven > 0 ? proven : -Infinity, ...(plan && { incumbent: plan.cost }) }),
  );
  if (!found)
    return bound === Infinity
      ? { status: "infeasible", conflict: await explainRedraw(basis, question) }
      : nothingFound(shouldStop() ? "cancelled" : "size");
  const answer = redrawing(basis, question, arrays, found, bound);
  if ("status" in answer) return answer;
  const gap = gapOf(answer.value, bound);
  return gap <= PROVEN
    ? { status: "optimal", answer: { ...answer, bound: answer.value } }
    : { status: "stopped", answer, gap, why: shouldStop() ? "time" : "size" };
}

/** Districts cannot be made alike by a band that nobody is in. */
function nobodyToBalance(basis: Basis, question: RedrawQuestion): Text | undefined {
  if (question.balance === "pupils" || sum(balancedPupils(basis, question)) > 0) return undefined;
  const { key } = BANDS[question.balance];
  return {
    da: `lige mange elever i ${writtenGrades(key).da} klasse i hvert distrikt: der er ingen elever i ${writtenGrades(key).da} klasse`,
    en: `as many pupils in grades ${key} in every district: there are no pupils in grades ${key}`,
  };
}

function redrawing(
  basis: Basis,
  question: RedrawQuestion,
  { problem, seat }: RedrawArrays,
  found: RootedPlan,
  bound: number,
): Redrawing | Failed {
  const { units } = basis.municipality;
  const roots = [...new Set(found.rootOf)].toSorted(
    (a, b) => units.lon[problem.rootUnit[a]] - units.lon[problem.rootUnit[b]] || a - b,
  );
  const number = new Map(roots.map((root, district) => [root, district]));
  const areas = measureAreas(basis, question, problem.adjacency, {
    districtOf: Array.from(found.rootOf, (root) => number.get(root) ?? NO_SITE),
    middle: roots.map((root) => problem.rootUnit[root]),
    ...(seat && { seat: roots.map((root) => seat[root]) }),
  });
  const wrong = wrongOf(basis, question, areas, found.cost, sum(problem.demand));
  if (wrong !== undefined) return { status: "failed", reason: wrong };
  const named = areas.map((area, at) => ({ ...area, district: districtOf(basis, area, at) }));
  const plan = planOf(basis, named);
  const value = areas.reduce((total, area) => total + area.value, 0);
  return { areas: named, plan, evaluation: evaluatePlan(basis, plan), value, bound };
}

/** What is wrong with a map, by its own measures; `undefined` when it answers the question at the cost claimed. */
function wrongOf(
  { municipality }: Basis,
  question: RedrawQuestion,
  areas: readonly MeasuredDistrict[],
  cost: number,
  pupils: number,
): string | undefined {
  const { least, most } = limitsOf(pupils, question);
  if (areas.length !== question.districts) return `${areas.length} districts, not ${question.districts}`;
  if (areas.reduce((count, { units }) => count + units.length, 0) !== municipality.units.count)
    return "a unit in no district or in two";
  for (const area of areas) {
    if (area.extraPieces > 0) return "a district in pieces";
    if (area.pupils < least || area.pupils > most) return `${area.pupils} pupils, not ${least} to ${most}`;
    if (question.sites === "in-every-district" && area.sites.length === 0) return "a district without a site";
    if (area.farthest > farthestOf(question) + 1e-6) return `somebody ${area.farthest} m from the middle`;
  }
  const value = areas.reduce((total, area) => total + area.value, 0);
  return Math.abs(value - cost) > 1e-6 * Math.max(1, Math.abs(value))
    ? `evaluate finds ${value} where the search says ${cost}`
    : undefined;
}

const titleOf = (districts: number): Text => ({
  da: districts === 1 ? "1 nyt distrikt" : `${districts} nye distrikter`,
  en: districts === 1 ? "1 new district" : `${districts} new districts`,
});

/** Named by its seat, else by the site nearest to its middle; one without sites by its number from west to east. */
function districtOf({ municipality, travel }: Basis, { seat, sites, middle }: MeasuredDistrict, at: number): District {
  const way = (site: number): number => travel.unitWalk[middle * travel.siteCount + site];
  const named = seat ?? sites.toSorted((a, b) => way(a) - way(b) || a - b).at(0);
  const name = named === undefined ? `D${at + 1}` : municipality.sites[named].name;
  return { id: `d${at + 1}`, name, sites };
}

/** Whether a unit keeps its site of today because no road brings it to one of the sites (see {@link reachOf}). */
function stays(basis: Basis, pair: number, sites: readonly number[]): boolean {
  const { baseline, unitBand } = basis;
  const today = baseline.assignment[pair];
  return (
    unitBand[pair] > 0 &&
    today !== NO_SITE &&
    hasBand(baseline.teaching[today], BANDS[pair % BAND_COUNT].band) &&
    reachOf(basis, pair, sites).status === "stays"
  );
}

/** Everybody goes to the nearest site of the new district that teaches the band; where it has none, to the nearest of all. */
function planOf(basis: Basis, areas: Redrawing["areas"]): Plan {
  const { baseline, travel } = basis;
  const { teaching } = baseline;
  const all = [...teaching.keys()].filter((site) => teaching[site] !== 0);
  const assignment = baseline.assignment.slice();
  for (const { units, sites } of areas)
    for (const { band } of BANDS) {
      const own = sites.filter((site) => hasBand(teaching[site], band));
      const open = own.length > 0 ? own : all.filter((site) => hasBand(teaching[site], band));
      if (open.length === 0) continue;
      for (const unit of units) {
        if (stays(basis, unit * BAND_COUNT + band, open)) continue;
        const way = (site: number) => travel.unitWalk[unit * travel.siteCount + site];
        assignment[unit * BAND_COUNT + band] = open.reduce((best, site) => (way(site) < way(best) ? site : best));
      }
    }
  const districts = areas.flatMap(({ district }) => (district.sites.length > 0 ? [district] : []));
  return { id: "redraw", title: titleOf(areas.length), districts, teaching, assignment };
}
