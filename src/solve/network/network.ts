import { catalogue, filled } from "../../domain/language.ts";
import { hasBand } from "../../domain/grades.ts";
import { type Failed, nothingFound, type Outcome } from "../../domain/outcome.ts";
import type { Plan } from "../../domain/plan.ts";
import type { NetworkQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type Evaluation, evaluatePlan } from "../../evaluate/evaluate.ts";
import { sum } from "../../kernels/sum.ts";
import { perDay } from "../../evaluate/measures/measure.ts";
import { checkRules } from "../../evaluate/rule-checks.ts";
import { drawZones } from "../assignment/zones.ts";
import type { Solver } from "../solver.ts";
import { gapOf, PROVEN } from "../steps.ts";
import { explainNetwork } from "./conflict.ts";
import { gradesNobodyMayTeach, lockedTo, networkArrays, type NetworkArrays, pupilCost } from "./problem.ts";
import { type FoundNetwork, type NetworkLimits, searchNetworks } from "./search.ts";

const SAID = catalogue("solve.network.network", {
  network: { da: "Skolenet {value}", en: "Network {value}" },
});

/** One way to run the schools: which sites, which grades, who goes where, and what it costs by the question's prices. */
export interface Network {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  /** Kroner a year, and what no other network that is as different from the better ones can go below. */
  readonly cost: number;
  readonly bound: number;
}

type NetworkOptions = Pick<NetworkLimits, "shouldStop" | "pause" | "onProgress">;

/** The best different networks, cheapest first; `optimal` when every one is proven. */
export async function findNetworks(
  basis: Basis,
  question: NetworkQuestion,
  solver: Solver,
  options: NetworkOptions = {},
): Promise<Outcome<readonly Network[]>> {
  const lacking = gradesNobodyMayTeach(basis, question);
  if (lacking.length > 0) return { status: "infeasible", conflict: { rules: lacking } };
  const arrays = networkArrays(basis, question);
  if (arrays.blocked.length > 0) return explainNetwork(basis, question, solver, options);
  const found = await searchNetworks(arrays, solver, { ...question.list, ...options });
  if (!Array.isArray(found)) return isFailed(found) ? found : { status: "failed", reason: "no answer" };
  if (found.length === 0)
    return options.shouldStop?.() ? nothingFound("cancelled") : explainNetwork(basis, question, solver, options);
  const networks: Network[] = [];
  for (const [rank, entry] of found.entries()) {
    const network = networkOf(basis, question, arrays, entry, rank);
    if ("status" in network) return network;
    networks.push(network);
  }
  const gap = Math.max(...networks.map(({ cost, bound }) => gapOf(cost, bound)));
  return gap <= PROVEN
    ? { status: "optimal", answer: networks }
    : { status: "stopped", answer: networks, gap, why: "time" };
}

const isFailed = (found: readonly FoundNetwork[] | Failed): found is Failed => "status" in found;

function networkOf(
  basis: Basis,
  question: NetworkQuestion,
  arrays: NetworkArrays,
  { choice, leaf, bound }: FoundNetwork,
  rank: number,
): Network | Failed {
  const { problem, pair } = arrays;
  const teaching = choice.map((option, site) => problem.options[site][option].serves);
  const districts = basis.baseline.districts
    .map((district) => ({ ...district, sites: district.sites.filter((site) => teaching[site] !== 0) }))
    .concat(newDistricts(basis, teaching))
    .filter(({ sites }) => sites.length > 0);
  const frame: Plan = {
    id: `network-${rank + 1}`,
    title: filled(SAID.network, { value: rank + 1 }),
    districts,
    grades: basis.baseline.grades,
    teaching,
    assignment: basis.baseline.assignment,
  };
  const locked = [...lockedTo(frame.grades, question.rules)].map(([number, [site]]): [number, number] => [
    number,
    site,
  ]);
  const decided = new Map([
    ...locked,
    ...Array.from(pair, (number, customer): [number, number] => [number, leaf.site[customer]]),
  ]);
  const plan = { ...frame, assignment: drawZones(basis, frame, decided) };
  const evaluation = evaluatePlan(basis, plan);
  const wrong = wrongOf(basis, question, evaluation, leaf.cost);
  return wrong ? { status: "failed", reason: wrong } : { plan, evaluation, cost: leaf.cost, bound };
}

/** Sites that open and belong to no district today form one each. */
const newDistricts = ({ baseline, municipality }: Basis, teaching: readonly number[]) => {
  const known = new Set(baseline.districts.flatMap(({ sites }) => sites));
  return municipality.sites.flatMap(({ id, name }, site) =>
    teaching[site] !== 0 && !known.has(site) ? [{ id, name, sites: [site] }] : [],
  );
};

/** Costs recomputed from the plan's measures, capacity and sizes checked, without the model. */
function wrongOf(basis: Basis, question: NetworkQuestion, evaluation: Evaluation, cost: number): string | undefined {
  const { plan, totals, districts } = evaluation;
  const sites = districts.flatMap((district) => district.sites);
  const open = plan.teaching.map((serves) => totals.grades.bands.filter(({ band }) => hasBand(serves, band)).length);
  const fixed = open.reduce(
    (total, bands) => total + (bands > 0 ? question.costs.site + bands * question.costs.band : 0),
    0,
  );
  const pupils = sites.reduce((total, { site, byGrade }) => total + sum(byGrade) * pupilCost(question, site), 0);
  const travel = question.costs.pupilKilometre * perDay(sum(totals.pupilMetres));
  const recomputed = fixed + pupils + travel;
  if (Math.abs(recomputed - cost) > PROVEN * (Math.abs(fixed) + Math.abs(pupils) + Math.abs(travel)))
    return `evaluate finds ${recomputed} where the search says ${cost}`;
  const locks = question.rules.flatMap((rule) => (rule.kind === "lock" ? [rule] : []));
  const loose = checkRules(basis, plan, locks).at(0);
  if (loose) return loose.what.en;
  for (const rule of question.rules) {
    if (rule.kind === "capacity" || rule.kind === "longest-way") {
      const breach = checkRules(basis, plan, [rule]).at(0);
      if (breach) return breach.what.en;
    }
    const sizes = sites.map(({ byGrade }) => sum(byGrade));
    if (rule.kind === "fewest-pupils" && sizes.some((size) => size < rule.pupils)) return "a site is too small";
    if (rule.kind === "most-pupils" && sizes.some((size) => size > rule.pupils)) return "a site is too large";
    const closed = plan.teaching.filter((serves, site) => serves === 0 && basis.baseline.teaching[site] !== 0);
    if (rule.kind === "most-closures" && closed.length > rule.sites) return `${closed.length} sites close`;
  }
  return undefined;
}
