import type { Band, Grades } from "../../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { ownersOf } from "../../evaluate/cut-off.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { assignUnits, goodUnits } from "../units/assign-units.ts";
import { type UnitAssignment, valueOf } from "../units/problem.ts";
import { waysOf } from "./band-ways.ts";

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
  /** Every zone and every district is in one piece in each band, as far as there is land; only the lamp asks for it. */
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
  readonly capacity: Float64Array;
  /** Where pupils are before anything changes, `[unit]`; NO_SITE where nowhere, and where no pupils are. */
  readonly before: Uint16Array;
  /** 1 for what a wish holds where it is painted, `[unit * BAND_COUNT + band]`. */
  readonly held: Uint8Array;
}

type QuickPlan = Pick<BandPlan, "sites" | "moved">;

export type BandAnswer = BandPlan | "infeasible" | "unknown";

/** Metres that one pupil's change of site weighs at first; ten times as many where a chain of moves would save more. */
const CHANGE_METRES = 1e5;
const MOST_METRES = 1e9;
/** Beyond room for all there is no price; a heuristic needs one. */
const OVERFLOW_METRES = 1e7;

/** What one band is solved to, and what no answer costs less than. */
interface Solved {
  readonly sites: Uint16Array;
  readonly bound: number;
  readonly proven: "optimal" | "stopped";
}

interface Weights {
  /** For each pupil who changes site, and for each metre of a pupil's way. */
  readonly perChange: number;
  readonly perMetre: number;
}

const CHANGES: Weights = { perChange: 1, perMetre: 0 };

/** A row is a pair with pupils. */
interface BandRows {
  /** `unit * BAND_COUNT + band`, `[row]`. */
  readonly pairs: Uint32Array;
  /** Where they are before anything changes, `[row]`. */
  readonly before: Uint16Array;
  /** Pupil-metres, `[row * sites + site]`; `Infinity` where it may not go. */
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
  readonly #bands: readonly BandRows[];
  readonly #solver: Solver;
  readonly #held = new WeakMap<readonly Wish[], Uint8Array>();
  readonly #quick: readonly WeakMap<readonly Wish[], { readonly plan: QuickPlan | undefined }>[];

  readonly #fewest: readonly WeakMap<readonly Wish[], BandAnswer>[];

  constructor(basis: Basis, painted: Plan, before: Plan, wishes: readonly Wish[], solver: Solver) {
    this.#basis = basis;
    this.#painted = painted;
    this.#fewest = painted.grades.bands.map(() => new WeakMap());
    this.#quick = painted.grades.bands.map(() => new WeakMap());
    this.#solver = solver;
    const held = this.#heldBy(wishes);
    this.#bands = painted.grades.bands.map(({ band }) => this.#rowsOf(band, before, held));
  }

  get siteCount(): number {
    return this.#basis.municipality.sites.length;
  }

  #rowsOf(band: Band, { assignment }: Plan, held: Uint8Array): BandRows {
    const { siteCount } = this;
    const district = districtOfSite(this.#painted);
    const isOpenSite = this.#painted.teaching.map(
      (_, site) => district[site] !== NO_SITE && teachesBand(this.#painted, site, band),
    );
    const sites = isOpenSite.flatMap((isOpen, site) => (isOpen ? [site] : []));
    const { pairs, isOpen, stays, ...ways } = waysOf(this.#basis, band, sites);
    const before = Uint16Array.from(pairs, (pair) => assignment[pair]);
    const metres = new Float64Array(ways.metres.length).fill(Infinity);
    pairs.forEach((pair, row) => {
      const mayStayOnly = stays[row] === 1 && isOpenSite[before[row]];
      for (const site of sites) {
        const at = row * siteCount + site;
        const isHeld = held[pair] === 1 && site === this.#painted.assignment[pair];
        if (isHeld || (mayStayOnly ? site === before[row] : isOpen[at] === 1)) metres[at] = ways.metres[at];
      }
    });
    return { pairs, before, metres, demand: Float64Array.from(pairs, (pair) => this.#basis.unitBand[pair]) };
  }

  /** 1 for what some wishes hold, `[unit * BAND_COUNT + band]`; marked once for the same list. */
  #heldBy(wishes: readonly Wish[]): Uint8Array {
    const known = this.#held.get(wishes);
    if (known) return known;
    const held = new Uint8Array(this.#painted.assignment.length);
    for (const wish of wishes) if (wish.kind === "hold") for (const pair of wish.pairs) held[pair] = 1;
    this.#held.set(wishes, held);
    return held;
  }

  lay(band: Band, wishes: readonly Wish[]): BandLay {
    const { pairs, metres, before: was } = this.#bands[band];
    const held = this.#heldBy(wishes);
    const before = new Uint16Array(this.#basis.municipality.units.count).fill(NO_SITE);
    const row = new Int32Array(before.length).fill(-1);
    const { siteCount } = this;
    pairs.forEach((pair, at) => {
      before[unitOf(this.#basis.municipality.grades, pair)] = was[at];
      row[unitOf(this.#basis.municipality.grades, pair)] = at;
    });
    const mayGo = (unit: number, site: number): boolean => {
      if (row[unit] < 0 || metres[row[unit] * siteCount + site] === Infinity) return false;
      const pair = unit * this.#basis.municipality.grades.bandCount + band;
      return held[pair] === 0 || this.#painted.assignment[pair] === site;
    };
    return { mayGo, capacity: this.#capacity(band, wishes, held), before, held };
  }

  /** The painted sites of one band with what was found for it, `[unit]`. */
  ownersIn(band: Band, found: Uint16Array): Uint16Array {
    const owners = ownersOf(this.#basis.municipality.grades, this.#painted, band);
    this.#bands[band].pairs.forEach(
      (pair, row) => (owners[unitOf(this.#basis.municipality.grades, pair)] = found[row]),
    );
    return owners;
  }

  /** Fewest pupils who change site in one band, within wishes; worked out once for the same list of them. */
  async fewest(band: Band, wishes: readonly Wish[], options: SolverOptions): Promise<BandAnswer> {
    const known = this.#fewest[band].get(wishes);
    if (known) return known;
    const changes = this.#problem(band, wishes, CHANGES, Infinity);
    const found = await this.#solved(changes, options);
    if (found === "unknown") return found;
    const answer = found === "infeasible" ? found : this.#bandPlan(changes, found);
    this.#fewest[band].set(wishes, answer);
    return answer;
  }

  #bandPlan(changes: UnitAssignment, { sites, bound, proven }: Solved): BandPlan {
    const moved = valueIn(changes, sites);
    // Pupils are whole: what is less than one away is proven.
    return { sites, moved, least: Math.min(moved, Math.ceil(bound - 1e-6)), proven };
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

  async #solved(problem: UnitAssignment, options: SolverOptions): Promise<Solved | "infeasible" | "unknown"> {
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
      : { sites, bound: cost - outcome.gap * Math.max(1, Math.abs(cost)), proven: "stopped" };
  }

  #problem(
    band: Band,
    wishes: readonly Wish[],
    { perChange, perMetre }: Weights,
    overflowPrice: number,
  ): UnitAssignment {
    const { pairs, metres, demand, before } = this.#bands[band];
    const sites = this.siteCount;
    const cost = new Float64Array(metres.length);
    const held = this.#heldBy(wishes);
    pairs.forEach((pair, row) => {
      const own = this.#painted.assignment[pair];
      for (let site = 0; site < sites; site++) {
        const at = row * sites + site;
        const way = held[pair] === 1 && site !== own ? Infinity : metres[at];
        const isChange = before[row] !== NO_SITE && site !== before[row];
        cost[at] = way === Infinity ? Infinity : perMetre * way + (isChange ? perChange * demand[row] : 0);
      }
    });
    return { units: pairs.length, sites, cost, demand, capacity: this.#capacity(band, wishes, held), overflowPrice };
  }

  #capacity(band: Band, wishes: readonly Wish[], held: Uint8Array): Float64Array {
    const { sites } = this.#basis.municipality;
    const capacity = new Float64Array(sites.length).fill(Infinity);
    for (const wish of wishes)
      if (wish.kind === "places" && wish.band === band)
        capacity[wish.site] = sites[wish.site].capacity[band] ?? Infinity;
    for (const wish of wishes)
      if (wish.kind === "hold")
        for (const site of wish.sites) capacity[site] = Math.min(capacity[site], this.#going(site, band, held));
    return capacity;
  }

  /** Pupils who are held at a site. */
  #going(site: number, band: Band, held: Uint8Array): number {
    const { pairs, demand } = this.#bands[band];
    return demand.reduce((sum, pupils, row) => {
      const isHeld = held[pairs[row]] === 1 && this.#painted.assignment[pairs[row]] === site;
      return isHeld ? sum + pupils : sum;
    }, 0);
  }

  /** The painted plan with what was found for each band. */
  planOf(found: readonly Uint16Array[]): Plan {
    const assignment = this.#painted.assignment.slice();
    for (const { band } of this.#basis.municipality.grades.bands)
      this.#bands[band].pairs.forEach((pair, row) => (assignment[pair] = found[band][row]));
    return { ...this.#painted, assignment };
  }
}

const valueIn = ({ cost, sites: width }: UnitAssignment, sites: Uint16Array): number =>
  sites.reduce((total, site, unit) => total + cost[unit * width + site], 0);

const unitOf = (grades: Grades, pair: number): number => Math.floor(pair / grades.bandCount);
