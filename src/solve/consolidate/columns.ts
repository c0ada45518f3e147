import type { Band } from "../../domain/grades.ts";
import type { District } from "../../domain/municipality.ts";
import type { Failed } from "../../domain/outcome.ts";
import { districtOfSite, type Plan, teachesBand } from "../../domain/plan.ts";
import type { AssignmentPolicy, ConsolidateQuestion } from "../../domain/question.ts";
import { atomsOf, type MergedDistrict } from "../../compare/groupings.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { tallyDistrict } from "../../evaluate/district-tally.ts";
import { openWays, reachOf } from "../../evaluate/reach.ts";
import { type PlanView, viewPlan } from "../../evaluate/plan-view.ts";
import { assignUnits } from "../units/assign-units.ts";
import { type Group, members } from "../grouping/groups.ts";
import type { Solver } from "../solver.ts";
import { districtName, pupilsByAtom } from "./names.ts";

/** The price of one pupil beyond capacity, in metres: 10,000 km, farther than any chain of moves can save. */
const OVERFLOW_PRICE = 1e7;

/** What merged districts are made of: plain data, which can be handed to a thread. */
export interface ColumnGround {
  readonly basis: Basis;
  /** What is grouped. */
  readonly atoms: readonly District[];
  readonly policy: AssignmentPolicy;
  /** What the measures are of, where that is not the basis. */
  readonly measuredOn?: Basis;
}

/** What the merged districts of a question are made of. */
export const columnGround = (
  basis: Basis,
  question: ConsolidateQuestion,
  measuredOn: Basis | undefined,
): ColumnGround => ({
  basis,
  atoms: atomsOf(basis, question),
  policy: question.policy,
  ...(measuredOn && { measuredOn }),
});

/** Makes merged districts, each solved exactly and certified by evaluate. */
export class ColumnMaker {
  readonly #basis: Basis;
  readonly #atoms: readonly District[];
  readonly #policy: AssignmentPolicy;
  readonly #solver: Solver;
  readonly #measuredOn: Basis;
  readonly #today: PlanView;
  /** The (unit, band) pairs, by today's district. */
  readonly #pairsOf: readonly Uint32Array[];
  readonly #pupils: readonly number[];
  readonly #pupilMetres: Float64Array;

  constructor({ basis, atoms, policy, measuredOn = basis }: ColumnGround, solver: Solver) {
    this.#measuredOn = measuredOn;
    this.#atoms = atoms;
    this.#basis = basis;
    this.#policy = policy;
    this.#solver = solver;
    this.#today = viewPlan(basis, basis.baseline);
    const { baseline } = basis;
    const pairsOf: number[][] = atoms.map(() => []);
    const ofSite = new Map(atoms.flatMap(({ sites }, atom) => sites.map((site) => [site, atom])));
    baseline.assignment.forEach((site, pair) => {
      const atom = ofSite.get(site);
      if (atom !== undefined) pairsOf[atom].push(pair);
    });
    this.#pairsOf = pairsOf.map((pairs) => Uint32Array.from(pairs));
    this.#pupils = pupilsByAtom(basis, atoms);
    this.#pupilMetres = policy === "nearest" ? metresOfPairs(basis) : new Float64Array();
  }

  async make(group: Group): Promise<{ readonly status: "solved"; readonly column: MergedDistrict } | Failed> {
    const joins = members(group);
    const sites = joins.flatMap((atom) => this.#atoms[atom].sites).toSorted((a, b) => a - b);
    const district: District = { id: joins.map((atom) => this.#atoms[atom].id).join("+"), name: "", sites };
    const moves = new Map<number, number>();
    if (this.#policy === "nearest") {
      for (const { band } of this.#basis.municipality.grades.bands) {
        const failed = await this.#assignBand(band, joins, sites, moves);
        if (failed) return failed;
      }
    }
    const tally = tallyDistrict(this.#measuredOn, this.#view(joins, district, moves), district);
    const named = { ...district, name: districtName(this.#atoms, joins, this.#pupils) };
    const column = { joins, district: named, tally: { ...tally, district: named }, moves };
    return { status: "solved", column };
  }

  /** The view of one merged district; what lies outside it does not matter for its tally. */
  #view(joins: readonly number[], district: District, moves: ReadonlyMap<number, number>): PlanView {
    const today = this.#today;
    if (this.#policy === "stay") {
      const plan = { ...today.plan, districts: [district] };
      return { ...today, plan, districtOfSite: districtOfSite(plan) };
    }
    const assignment = today.plan.assignment.slice();
    for (const [pair, site] of moves) assignment[pair] = site;
    const plan = { ...today.plan, districts: [district], assignment };
    return viewPlan(this.#basis, plan, { nearestMetres: today.nearestMetres, among: this.#pairsIn(joins) });
  }

  #pairsIn(joins: readonly number[]): Uint32Array {
    const lists = joins.map((district) => this.#pairsOf[district]);
    const pairs = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
    let filled = 0;
    for (const list of lists) {
      pairs.set(list, filled);
      filled += list.length;
    }
    return pairs;
  }

  /** Nearest sites with room for one band, least metres in total; leaves its moves in `moves`. */
  async #assignBand(
    band: Band,
    joins: readonly number[],
    sites: readonly number[],
    moves: Map<number, number>,
  ): Promise<Failed | undefined> {
    const { baseline, municipality, unitBand } = this.#basis;
    const { siteCount } = this.#basis.travel;
    const teaching = sites.filter((site) => teachesBand(baseline, site, band));
    const pairs = this.#pairsIn(joins).filter((pair) => pair % municipality.grades.bandCount === band);
    const capacity = Float64Array.from(teaching, (site) => municipality.sites[site].capacity[band] ?? Infinity);
    const placed: number[] = [];
    const costs = new Float64Array(pairs.length * teaching.length);
    for (const pair of pairs) {
      const row = placed.length * teaching.length;
      const own = costs.subarray(row, row + teaching.length);
      teaching.forEach((site, t) => (own[t] = this.#pupilMetres[pair * siteCount + site]));
      if (unitBand[pair] === 0) {
        const nearest = own.indexOf(own.reduce((least, metres) => Math.min(least, metres), Infinity));
        if (own[nearest] < Infinity) setMove(moves, baseline, pair, teaching[nearest]);
        continue;
      }
      if (own.includes(Infinity)) {
        // Somebody there has no way to some site.
        own.fill(Infinity);
        for (const { site, metres } of openWays(reachOf(this.#basis, pair, teaching), baseline.assignment[pair]))
          own[teaching.indexOf(site)] = metres;
      }
      placed.push(pair);
    }
    const outcome = await assignUnits(
      {
        units: placed.length,
        sites: teaching.length,
        cost: costs.subarray(0, placed.length * teaching.length),
        demand: Float64Array.from(placed, (pair) => unitBand[pair]),
        capacity,
        overflowPrice: OVERFLOW_PRICE,
      },
      this.#solver,
    );
    if (outcome.status === "failed") return outcome;
    if (outcome.status !== "optimal") return { status: "failed", reason: `not proven: ${outcome.status}` };
    placed.forEach((pair, unit) => setMove(moves, baseline, pair, teaching[outcome.answer.site[unit]]));
    return undefined;
  }
}

/**
 * Metres that the pupils of each (unit, band) pair go to each site, `[pair * siteCount + site]`; `Infinity` where somebody has no
 * way there. For an empty pair the mean way of its unit.
 */
function metresOfPairs(basis: Basis): Float64Array {
  const { municipality, travel, pointBand, unitBand } = basis;
  const { firstPoint } = municipality.demand;
  const { walk, unitWalk, siteCount } = travel;
  const metres = new Float64Array(unitBand.length * siteCount);
  unitBand.forEach((pupils, pair) => {
    const unit = Math.floor(pair / municipality.grades.bandCount);
    const band = pair % municipality.grades.bandCount;
    const row = pair * siteCount;
    if (pupils === 0) {
      metres.set(unitWalk.subarray(unit * siteCount, (unit + 1) * siteCount), row);
      return;
    }
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
      const count = pointBand[point * municipality.grades.bandCount + band];
      if (count === 0) continue;
      for (let site = 0; site < siteCount; site++) metres[row + site] += count * walk[point * siteCount + site];
    }
  });
  return metres;
}

function setMove(moves: Map<number, number>, baseline: Plan, pair: number, site: number): void {
  if (baseline.assignment[pair] !== site) moves.set(pair, site);
}
