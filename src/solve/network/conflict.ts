import { counted, numeral } from "../../domain/counted.ts";
import { ruleInWords } from "../../protocol/question-rules.ts";
import { gradesInWords } from "../../domain/grades.ts";
import { filled, type Text } from "../../domain/language.ts";
import type { Municipality } from "../../domain/municipality.ts";
import type { Failed, Infeasible, Relaxation } from "../../domain/outcome.ts";
import type { NetworkQuestion, NetworkRule } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { toldCount } from "../../evaluate/told-count.ts";
import { smallestConflict } from "../deletion-filter.ts";
import type { Solver } from "../solver.ts";
import { collidingOffers } from "./offers-conflict.ts";
import { lockedTo, networkArrays, type NetworkArrays, waysOf } from "./problem.ts";
import { lackingIn } from "./could-hold.ts";
import { type NetworkLimits, searchNetworks } from "./search.ts";
import { CONFLICT_TEXT } from "./conflict-text.ts";

type Limits = Pick<NetworkLimits, "shouldStop" | "pause">;

/** Branches of a search that tests whether rules can hold together, or what a question gives without one. */
const PATIENCE = 400;
/** Units named one by one in a detail. */
const MOST_NAMED = 5;

/**
 * Why no network can be: a smallest set of rules that collide, what is lacking in pupils and places, and what leaving out each
 * of the rules would give.
 */
export async function explainNetwork(
  basis: Basis,
  question: NetworkQuestion,
  solver: Solver,
  options: Limits,
): Promise<Infeasible | Failed> {
  const free = { site: 0, band: 0, pupil: [0], pupilKilometre: 0 };
  const rules = await smallestConflict(question.rules, async (left) => {
    const found = await bestOf(basis, { ...question, rules: left, costs: free }, solver, options);
    return found.outcome !== "infeasible";
  });
  if (rules.length === 0) {
    const conflict = await collidingOffers(basis, question);
    return conflict ? { status: "infeasible", conflict } : { status: "failed", reason: "infeasible without any rule" };
  }
  const relaxing: Relaxation[] = [];
  for (const rule of rules) {
    const without = { ...question, rules: question.rules.filter((other) => other !== rule) };
    relaxing.push({
      rule: ruleInWords(rule, basis.municipality),
      ...(await bestOf(basis, without, solver, options)),
    });
  }
  const named = rules.map((rule) => ruleInWords(rule, basis.municipality));
  return { status: "infeasible", conflict: { rules: named, details: detailsOf(basis, question, rules), relaxing } };
}

/** The best network of a question, as far as patience goes. */
async function bestOf(
  basis: Basis,
  question: NetworkQuestion,
  solver: Solver,
  { shouldStop, pause }: Limits,
): Promise<Pick<Relaxation, "outcome" | "values">> {
  const arrays = networkArrays(basis, question);
  if (arrays.blocked.length > 0) return { outcome: "infeasible", values: [] };
  let patience = PATIENCE;
  let stopped = false;
  const found = await searchNetworks(arrays, solver, {
    networks: 1,
    apart: 1,
    shouldStop: () => (stopped ||= --patience < 0 || shouldStop?.() === true),
    ...(pause && { pause }),
  });
  if ("status" in found) return { outcome: "unknown", values: [] };
  const [best] = found;
  if (best) return { outcome: stopped ? "stopped" : "optimal", values: [best.leaf.cost] };
  return { outcome: stopped ? "unknown" : "infeasible", values: [] };
}

/** What is lacking, in figures, with only the colliding rules to keep. */
function detailsOf(basis: Basis, question: NetworkQuestion, rules: readonly NetworkRule[]): readonly Text[] {
  const arrays = networkArrays(basis, { ...question, rules });
  const held = lockedTo(basis.municipality.grades, rules);
  // Whoever is locked to a school is not too far away from the others.
  const far = { ...arrays, blocked: arrays.blocked.filter((pair) => !held.has(pair)) };
  return [...farPairs(basis, far), ...shortOfPlaces(basis.municipality, arrays), ...sizes(arrays)];
}

/** Pupils who have too far to every site that may teach them. */
function farPairs(basis: Basis, { blocked, problem }: NetworkArrays): readonly Text[] {
  const { units, sites } = basis.municipality;
  const named = blocked.slice(0, MOST_NAMED).map((pair): Text => {
    const [unit, band] = [
      units.id[Math.floor(pair / basis.municipality.grades.bandCount)],
      basis.municipality.grades.bands[pair % basis.municipality.grades.bandCount],
    ];
    const { longest, sums } = waysOf(
      basis,
      pair,
      problem.options.map((options) => options.map(({ serves }) => serves)),
    );
    const offers = (site: number) => problem.options[site].some(({ serves }) => (serves >> band.band) & 1);
    const [nearest] = sites
      .flatMap((_, site) => (offers(site) && sums[site] < Infinity ? [{ site, metres: longest[site] }] : []))
      .toSorted((a, b) => a.metres - b.metres);
    const { name } = sites[nearest.site];
    const metres = Math.ceil(nearest.metres);
    return filled(CONFLICT_TEXT.unitTooFar, {
      unit,
      grades: gradesInWords(band.key),
      metres: numeral(metres),
      name,
    });
  });
  const more = blocked.length - named.length;
  return more > 0
    ? [...named, more === 1 ? CONFLICT_TEXT.oneMoreTooFar : filled(CONFLICT_TEXT.moreTooFar, { more: numeral(more) })]
    : named;
}

/** Bands with more pupils than places, each site teaching all that it may; or that do not fit for the ways they may go. */
function shortOfPlaces(municipality: Municipality, arrays: NetworkArrays): readonly Text[] {
  const { problem } = arrays;
  const all = problem.options.map((options) => [...options.keys()]);
  return municipality.grades.bands.flatMap(({ band, key }): Text[] => {
    const lacking = arrays.blocked.length > 0 ? 0 : lackingIn(arrays, all, band);
    if (lacking === 0) return [];
    const pupils = problem.demand.reduce((sum, count, at) => sum + (problem.group[at] === band ? count : 0), 0);
    const places = problem.options.reduce(
      (sum, options, site) =>
        sum + (options.some(({ serves }) => (serves >> band) & 1) ? problem.capacity[site * problem.groups + band] : 0),
      0,
    );
    return [
      filled(Number.isFinite(places) ? CONFLICT_TEXT.lackPlacesOf : CONFLICT_TEXT.lackPlaces, {
        grades: gradesInWords(key),
        lacking: toldCount(municipality, lacking, "places"),
        pupils: toldCount(municipality, pupils, "pupils"),
        places: counted(places, "places"),
      }),
    ];
  });
}

/** Sites that must stay open but cannot all be as large as they must, or cannot hold everybody as small as they must. */
function sizes({ problem, fewestPupils, mostPupils }: NetworkArrays): readonly Text[] {
  const pupils = problem.demand.reduce((sum, count) => sum + count, 0);
  const mustOpen = problem.options.filter((options) => options.every(({ serves }) => serves !== 0)).length;
  const mayOpen = problem.options.filter((options) => options.some(({ serves }) => serves !== 0)).length;
  const texts: Text[] = [];
  if (mustOpen * fewestPupils > pupils)
    texts.push(
      filled(CONFLICT_TEXT.tooFewPupils, {
        sites: counted(mustOpen, "sites"),
        pupils: counted(fewestPupils, "pupils"),
        pupils2: counted(pupils, "pupils"),
      }),
    );
  if (mayOpen * mostPupils < pupils)
    texts.push(
      filled(CONFLICT_TEXT.tooManyPupils, {
        sites: counted(mayOpen, "sites"),
        pupils: counted(mostPupils, "pupils"),
        pupils2: counted(pupils, "pupils"),
      }),
    );
  return texts;
}
