import { BAND_COUNT, BANDS, type Band } from "../../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { ownersOf } from "../../evaluate/cut-off.ts";
import { reachOf } from "../../evaluate/reach.ts";
import { type AssignmentFrame, bandOfRow, unitOfRow } from "../../model/assignment/frame.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { assignUnits, goodUnits } from "../units/assign-units.ts";
import { type UnitAssignment, valueOf } from "../units/problem.ts";
import { frameQuestion } from "./frame.ts";

/** What somebody wants kept of a plan being drawn, and can let go of as one thing. */
export type Wish = { readonly key: string } & (
  | {
      readonly kind: "hold";
      /** `unit * BAND_COUNT + band`: they stay where they are painted, or nowhere where they are not. */
      readonly pairs: Uint32Array;
      /** Sites that nobody else may come to. */
      readonly sites: readonly number[];
    }
  /** A site takes no more pupils of a band than it has places. */
  | { readonly kind: "places"; readonly site: number; readonly band: Band }
  /** Every zone, and every district in its lowest band, is in one piece as far as there is land; only the lamp asks for it. */
  | { readonly kind: "together" }
);

/** Everybody sent somewhere, in one band. */
export interface BandPlan {
  /** In the order of the ground's own rows; see {@link WishedGround.planOf}. */
  readonly sites: Uint16Array;
  /** Pupils who change site, and the fewest that can be. */
  readonly moved: number;
  readonly least: number;
  readonly proven: "optimal" | "stopped";
}

/** Who may go where in one band within some wishes. */
export interface BandLay {
  /** Of units with pupils. */
  readonly mayGo: (unit: number, site: number) => boolean;
  /** Pupils that a site may have, `[site]`. */
  readonly room: Float64Array;
  /** Where pupils are before anything changes, `[unit]`; NO_SITE where nowhere, and where no pupils are. */
  readonly before: Uint16Array;
}

type QuickPlan = Pick<BandPlan, "sites" | "moved">;

export type BandAnswer = BandPlan | "infeasible" | "unknown";

/** Metres that one pupil's change of site weighs at first; ten times as many where a chain of moves would save more. */
const CHANGE_METRES = 1e5;
const MOST_METRES = 1e9;
/** Beyond room for all there is no price; a heuristic needs one. */
const OVERFLOW_METRES = 1e7;

interface Weights {
  /** For each pupil who changes site, and for each metre of a pupil's way. */
  readonly perChange: number;
  readonly perMetre: number;
}

const CHANGES: Weights = { perChange: 1, perMetre: 0 };

interface BandRows {
  readonly rows: readonly number[];
  /** Pupil-metres, `[row here * sites + site]`; `Infinity` where it may not go. */
  readonly metres: Float64Array;
  readonly demand: Float64Array;
}

/**
 * Who can go where in a painted plan, for any of some wishes: laid out once, so that many sets can be tried. Whom a wish holds may stay
 * where they are painted whatever the roads say, wish or not: so fewer wishes never leave fewer ways. A change of site is counted
 * from the plan `before`; whoever has no site in it changes none.
 */
export class WishedGround {
  readonly #basis: Basis;
  readonly #painted: Plan;
  readonly #frame: AssignmentFrame;
  readonly #bands: readonly BandRows[];
  readonly #solver: Solver;
  readonly #quick = BANDS.map(() => new WeakMap<readonly Wish[], { readonly plan: QuickPlan | undefined }>());

  constructor(basis: Basis, painted: Plan, before: Plan, wishes: readonly Wish[], solver: Solver) {
    this.#basis = basis;
    this.#painted = painted;
    this.#solver = solver;
    this.#frame = frameQuestion({ ...basis, baseline: before }, painted, []).frame;
    const held = heldPairs(wishes);
    this.#bands = BANDS.map(({ band }) => this.#rowsOf(band, held));
  }

  get siteCount(): number {
    return this.#basis.municipality.sites.length;
  }

  #rowsOf(band: Band, held: ReadonlySet<number>): BandRows {
    const { rows: count, first, site, metres, pupils, pair } = this.#frame;
    const district = districtOfSite(this.#painted);
    const rows = Array.from({ length: count }, (_, row) => row).filter((row) => bandOfRow(this.#frame, row) === band);
    const ways = new Float64Array(rows.length * this.siteCount).fill(Infinity);
    rows.forEach((row, at) => {
      for (let candidate = first[row]; candidate < first[row + 1]; candidate++)
        ways[at * this.siteCount + site[candidate]] = metres[candidate];
      const own = this.#painted.assignment[pair[row]];
      if (!held.has(pair[row]) || own === NO_SITE || district[own] === NO_SITE) return;
      const here = at * this.siteCount + own;
      if (ways[here] === Infinity && teachesBand(this.#painted, own, band))
        ways[here] = reachOf(this.#basis, pair[row], [own]).ways[0].metres;
    });
    return { rows, metres: ways, demand: Float64Array.from(rows, (row) => pupils[row]) };
  }

  lay(band: Band, wishes: readonly Wish[]): BandLay {
    const { rows, metres } = this.#bands[band];
    const held = heldPairs(wishes);
    const before = new Uint16Array(this.#basis.municipality.units.count).fill(NO_SITE);
    const [at, only] = [before, before].map(({ length }) => new Int32Array(length).fill(-1));
    const { siteCount } = this;
    rows.forEach((row, here) => {
      const unit = unitOfRow(this.#frame, row);
      before[unit] = this.#frame.today[row];
      at[unit] = here;
      const pair = unit * BAND_COUNT + band;
      if (held.has(pair)) only[unit] = this.#painted.assignment[pair];
    });
    const mayGo = (unit: number, site: number): boolean =>
      at[unit] >= 0 && (only[unit] < 0 || only[unit] === site) && metres[at[unit] * siteCount + site] < Infinity;
    return { mayGo, room: this.#room(band, wishes, held), before };
  }

  /** The painted sites of one band with what was found for it, `[unit]`. */
  ownersIn(band: Band, found: Uint16Array): Uint16Array {
    const owners = ownersOf(this.#painted, band);
    this.#bands[band].rows.forEach((row, at) => (owners[unitOfRow(this.#frame, row)] = found[at]));
    return owners;
  }

  /** Fewest pupils who change site in one band, within wishes. */
  async fewest(band: Band, wishes: readonly Wish[], options: SolverOptions): Promise<BandAnswer> {
    const changes = this.#problem(band, wishes, CHANGES, Infinity);
    const found = await this.#solved(changes, options);
    if (typeof found === "string") return found;
    const moved = valueIn(changes, found.sites);
    // Pupils are whole: what is less than one away is proven.
    return { sites: found.sites, moved, least: Math.min(moved, found.bound), proven: found.proven };
  }

  /** Fewest pupils who change site, then least pupil-metres. */
  async best(band: Band, wishes: readonly Wish[], options: SolverOptions): Promise<BandAnswer> {
    const fewest = await this.fewest(band, wishes, options);
    if (typeof fewest === "string") return fewest;
    const changes = this.#problem(band, wishes, CHANGES, Infinity);
    for (let perChange = CHANGE_METRES; perChange <= MOST_METRES; perChange *= 10) {
      const found = await this.#solved(this.#problem(band, wishes, { perChange, perMetre: 1 }, Infinity), options);
      if (typeof found === "string") break;
      const moved = valueIn(changes, found.sites);
      if (moved > fewest.moved) continue;
      const isProven = found.proven === "optimal" && fewest.proven === "optimal";
      return { sites: found.sites, moved, least: fewest.least, proven: isProven ? "optimal" : "stopped" };
    }
    return { ...fewest, proven: "stopped" };
  }

  /** A plan without proof, if the quick way finds one that gives everybody a place; looked for once for the same list of wishes. */
  quick(band: Band, wishes: readonly Wish[]): QuickPlan | undefined {
    const known = this.#quick[band].get(wishes);
    if (known) return known.plan;
    const plan = this.#quickPlan(band, wishes);
    this.#quick[band].set(wishes, { plan });
    return plan;
  }

  #quickPlan(band: Band, wishes: readonly Wish[]): QuickPlan | undefined {
    const problem = this.#problem(band, wishes, { perChange: CHANGE_METRES, perMetre: 1 }, OVERFLOW_METRES);
    const sites = goodUnits(problem);
    if (!sites || valueOf(problem, sites).overflow > 0) return undefined;
    return { sites, moved: valueIn(this.#problem(band, wishes, CHANGES, Infinity), sites) };
  }

  /** Whether everybody in a band can have a place within wishes. */
  async fits(band: Band, wishes: readonly Wish[], options: SolverOptions): Promise<"yes" | "no" | "unknown"> {
    if (this.quick(band, wishes)) return "yes";
    const found = await this.#solved(this.#problem(band, wishes, { perChange: 0, perMetre: 0 }, Infinity), options);
    if (typeof found !== "string") return "yes";
    return found === "infeasible" ? "no" : "unknown";
  }

  async #solved(
    problem: UnitAssignment,
    options: SolverOptions,
  ): Promise<{ sites: Uint16Array; bound: number; proven: "optimal" | "stopped" } | "infeasible" | "unknown"> {
    if (problem.units === 0) return { sites: new Uint16Array(), bound: 0, proven: "optimal" };
    for (let unit = 0; unit < problem.units; unit++)
      if (problem.cost.subarray(unit * problem.sites, (unit + 1) * problem.sites).every((cost) => cost === Infinity))
        return "infeasible";
    const outcome = await assignUnits(problem, this.#solver, options);
    if (outcome.status === "infeasible") return "infeasible";
    if (outcome.status === "failed" || outcome.answer.overflow > 0) return "unknown";
    const { site: sites, cost } = outcome.answer;
    return outcome.status === "optimal"
      ? { sites, bound: cost, proven: "optimal" }
      : { sites, bound: 0, proven: "stopped" };
  }

  #problem(
    band: Band,
    wishes: readonly Wish[],
    { perChange, perMetre }: Weights,
    overflowPrice: number,
  ): UnitAssignment {
    const { rows, metres, demand } = this.#bands[band];
    const sites = this.siteCount;
    const cost = new Float64Array(rows.length * sites);
    const held = heldPairs(wishes);
    rows.forEach((row, at) => {
      const pair = this.#frame.pair[row];
      const before = this.#frame.today[row];
      for (let site = 0; site < sites; site++) {
        const here = at * sites + site;
        const way = held.has(pair) && site !== this.#painted.assignment[pair] ? Infinity : metres[here];
        const isChange = before !== NO_SITE && site !== before;
        cost[here] = way === Infinity ? Infinity : perMetre * way + (isChange ? perChange * demand[at] : 0);
      }
    });
    return { units: rows.length, sites, cost, demand, capacity: this.#room(band, wishes, held), overflowPrice };
  }

  #room(band: Band, wishes: readonly Wish[], held: ReadonlySet<number>): Float64Array {
    const { sites } = this.#basis.municipality;
    const room = new Float64Array(sites.length).fill(Infinity);
    for (const wish of wishes)
      if (wish.kind === "places" && wish.band === band) room[wish.site] = sites[wish.site].capacity[band] ?? Infinity;
    for (const wish of wishes)
      if (wish.kind === "hold")
        for (const site of wish.sites) room[site] = Math.min(room[site], this.#going(site, band, held));
    return room;
  }

  /** Pupils who are held at a site. */
  #going(site: number, band: Band, held: ReadonlySet<number>): number {
    const { rows, demand } = this.#bands[band];
    return rows.reduce((sum, row, at) => {
      const pair = this.#frame.pair[row];
      return held.has(pair) && this.#painted.assignment[pair] === site ? sum + demand[at] : sum;
    }, 0);
  }

  /** The painted plan with what was found for each band. */
  planOf(found: readonly Uint16Array[]): Plan {
    const assignment = this.#painted.assignment.slice();
    for (const { band } of BANDS)
      this.#bands[band].rows.forEach((row, at) => (assignment[this.#frame.pair[row]] = found[band][at]));
    return { ...this.#painted, assignment };
  }
}

const valueIn = ({ cost, sites: width }: UnitAssignment, sites: Uint16Array): number =>
  sites.reduce((total, site, unit) => total + cost[unit * width + site], 0);

const heldPairs = (wishes: readonly Wish[]): ReadonlySet<number> =>
  new Set(wishes.flatMap((wish) => (wish.kind === "hold" ? [...wish.pairs] : [])));
