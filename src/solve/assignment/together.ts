import type { Band } from "../../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { ownersOf, regionsOf } from "../../evaluate/cut-off.ts";
import { BandGround, type BandTerms, type Moves, type WatchedRegion, watched } from "../mend/band-ground.ts";
import { anyMoves, type ProofOptions, provenMoves } from "../mend/proven.ts";
import { broughtBack } from "../mend/brought-back.ts";
import { LeastMoved } from "../mend/least-moved.ts";
import { passedOn } from "../mend/passed-on.ts";
import { foundBy, quickMoves } from "../mend/quick.ts";
import { routed } from "../mend/routed.ts";
import { isTorn } from "../mend/torn.ts";
import { stoppingAfter, withinSeconds } from "../shared-time.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import type { BandLay, Wish, WishedGround } from "./wishes.ts";
import { drawBand } from "./zones.ts";

/** Everybody sent somewhere in one band so that zones and districts hang together. */
export interface BandTogether {
  /** Site of each unit, `[unit]`; NO_SITE where nobody lives and no zone needs it. */
  readonly owners: Uint16Array;
  /** Pupils who change site. */
  readonly moved: number;
  /** So many at least, as far as is known: all of them where it is proven. */
  readonly least: number;
}

type Answer = BandTogether | "none" | "unknown";
type Stoppable = Pick<SolverOptions, "shouldStop">;

/** One band, seconds, where time is limited: a lamp has three, and locks that collide have to be tried one by one. */
const BAND_SECONDS = 0.8;
/** Before that, for laying ways anew; for joining what that leaves apart; for bringing back what was moved; and for showing how many have to be, twice. */
const ROUTING_SECONDS = 0.4;
const JOINING_SECONDS = 0.2;
const BACK_SECONDS = 0.4;
const LEAST_SECONDS = 0.2;
/** A map in more parts is not looked at exactly: its model would have a row for every two units that a part keeps apart. */
const MOST_PARTS = 12;
/** Times that zones are let find a way round each other as empty units are given to them. */
const REROUTES = 2;

/** Whether a painted plan can be finished within wishes so that areas hang together, band by band. */
export class TogetherGround {
  readonly #basis: Basis;
  readonly #painted: Plan;
  readonly #ground: WishedGround;
  readonly #solver: Solver;
  readonly #maps: readonly WeakMap<readonly Wish[], BandWithin>[];
  /** What was found at once, of which a search for fewer must not give more. */
  readonly #atOnce: readonly WeakMap<readonly Wish[], Answer>[];

  constructor(basis: Basis, painted: Plan, ground: WishedGround, solver: Solver) {
    this.#basis = basis;
    this.#painted = painted;
    this.#atOnce = painted.grades.bands.map(() => new WeakMap());
    this.#maps = painted.grades.bands.map(() => new WeakMap());
    this.#ground = ground;
    this.#solver = solver;
  }

  /** Whether what is held is shown to lie apart whatever is done in a band. */
  isTorn(band: Band, wishes: readonly Wish[]): boolean {
    return this.#within(band, wishes).isTorn();
  }

  /** Laid out once for the same list of wishes. */
  #within(band: Band, wishes: readonly Wish[]): BandWithin {
    const known = this.#maps[band].get(wishes);
    const map = known ?? new BandWithin(this.#basis, this.#painted, this.#ground.lay(band, wishes), band, wishes);
    this.#maps[band].set(wishes, map);
    return map;
  }

  /** By rule of thumb; "none" is proven. */
  quick(band: Band, wishes: readonly Wish[]): Answer {
    const map = this.#within(band, wishes);
    return map.isTorn() ? "none" : this.#quickOn(map, band, wishes);
  }

  /** The same in a band that is known not to be torn. */
  quickUntorn(band: Band, wishes: readonly Wish[]): Answer {
    return this.#quickOn(this.#within(band, wishes), band, wishes);
  }

  #quickOn(map: BandWithin, band: Band, wishes: readonly Wish[]): Answer {
    const sites = this.#ground.quick(band, wishes)?.sites;
    const answer = sites ? map.quick(this.#ground.ownersIn(band, sites), "found") : "unknown";
    this.#atOnce[band].set(wishes, answer);
    return answer;
  }

  /** With fewest pupils who change site, as far as the time goes. */
  async fewest(band: Band, wishes: readonly Wish[], options: ProofOptions): Promise<Answer> {
    const map = this.#within(band, wishes);
    const least = await this.#ground.fewest(band, wishes, options);
    if (least === "infeasible") return "none";
    const plain = this.#ground.quick(band, wishes) ?? least;
    if (plain === "unknown") return plain;
    const start = this.#ground.ownersIn(band, plain.sites);
    const solver = sharing(this.#solver, BAND_SECONDS, options);
    const atOnce = this.#atOnce[band].get(wishes);
    const quick =
      typeof atOnce === "object" ? atOnce : map.quick(start, "smaller", stoppingAfter(JOINING_SECONDS, options));
    if (quick === "none") return quick;
    // Apart or not, nobody can have a place with fewer moved.
    const few = least === "unknown" ? { least: 0, sites: plain.sites } : least;
    const isFewest = (found: Answer): boolean => typeof found !== "string" && found.moved <= few.least;
    const { sites } = plain.moved > few.least ? few : plain;
    const wide = isFewest(quick) ? quick : map.routed(this.#ground.ownersIn(band, sites), options);
    const found = typeof wide === "string" ? quick : fewer(wide, quick);
    const any = found === "unknown" ? await map.any(start, solver, options) : found;
    return typeof any === "string" ? any : map.fewest(start, any, few.least, solver, options);
  }

  /** Whether that can be in one band. */
  async fits(band: Band, wishes: readonly Wish[], options: ProofOptions): Promise<"yes" | "no" | "unknown"> {
    const found = await this.#any(band, wishes, options);
    if (found === "none") return "no";
    return found === "unknown" ? found : "yes";
  }

  async #any(band: Band, wishes: readonly Wish[], options: ProofOptions): Promise<Answer> {
    const found = this.quick(band, wishes);
    if (found !== "unknown") return found;
    const map = this.#within(band, wishes);
    const plain = this.#ground.quick(band, wishes) ?? (await this.#ground.fewest(band, wishes, options));
    if (typeof plain === "string") return plain === "infeasible" ? "none" : "unknown";
    return map.any(this.#ground.ownersIn(band, plain.sites), sharing(this.#solver, BAND_SECONDS, options), options);
  }
}

/** One band's map within some wishes. */
class BandWithin {
  readonly #basis: Basis;
  readonly #painted: Plan;
  readonly #lay: BandLay;
  readonly #band: Band;
  /** What stays as painted, `[unit]`, and sites to which nobody else may come. */
  readonly #fixed: Uint8Array;
  readonly #closed: ReadonlySet<number>;
  readonly #isOpen: readonly boolean[];
  readonly #regions: readonly WatchedRegion[];
  /** A plan in which nobody is anywhere: whatever hung together before is not asked. */
  readonly #nobody: Uint16Array;

  constructor(basis: Basis, painted: Plan, lay: BandLay, band: Band, wishes: readonly Wish[]) {
    this.#basis = basis;
    this.#painted = painted;
    this.#lay = lay;
    this.#band = band;
    this.#fixed = Uint8Array.from(lay.before, (_, unit) => lay.held[unit * painted.grades.bandCount + band]);
    this.#closed = new Set(wishes.flatMap((wish) => (wish.kind === "hold" ? wish.sites : [])));
    const district = districtOfSite(painted);
    this.#isOpen = painted.teaching.map((_, site) => teachesBand(painted, site, band) && district[site] !== NO_SITE);
    this.#nobody = new Uint16Array(painted.assignment.length).fill(NO_SITE);
    this.#regions = watched(
      basis,
      regionsOf(painted, band),
      ownersOf(painted.grades, { assignment: this.#nobody }, band),
    );
  }

  /** The map of a start that may be in parts, mended at once; as `quickMoves` says. */
  quick(start: Uint16Array, until: "found" | "smaller", options: Stoppable = {}): Answer {
    return this.#mended(this.#drawn(start), until, options);
  }

  #mended(drawn: Uint16Array, until: "found" | "smaller", options: Stoppable): Answer {
    const ground = this.#groundOf(drawn);
    if (ground.loadOf(drawn).some((pupils, site) => pupils > ground.capacity[site])) {
      const handed = this.#passedOn(ground, drawn, until, options);
      return handed ? this.#after(ground, handed) : "unknown";
    }
    const answer = quickMoves(ground, until, options);
    if (answer.status === "none") return "none";
    const moves = foundBy(answer)?.moves ?? this.#passedOn(ground, drawn, until, options);
    return moves ? this.#after(ground, moves) : "unknown";
  }

  /** Joined without regard to places, then with those beyond them handed on from zone to zone. */
  #passedOn(ground: BandGround, drawn: Uint16Array, until: "found" | "smaller", options: Stoppable): Moves | undefined {
    const free = foundBy(
      quickMoves(
        this.#groundOf(
          drawn,
          this.#lay.capacity.map(() => Infinity),
        ),
        until,
        options,
      ),
    );
    return free && passedOn(ground, free.moves, until, options);
  }

  /** The same after ways are laid anew where few are moved for them, whoever has the areas: few parts are left to mend then. */
  routed(start: Uint16Array, options: Stoppable): Answer {
    const drawn = routed(this.#groundOf(this.#drawn(start)), stoppingAfter(ROUTING_SECONDS, options));
    const smaller = this.#mended(drawn, "smaller", stoppingAfter(JOINING_SECONDS, options));
    return smaller === "unknown" ? this.#mended(drawn, "found", options) : smaller;
  }

  isTorn = (): boolean => isTorn(this.#groundOf(ownersOf(this.#basis.municipality.grades, this.#painted, this.#band)));

  /** Any map that hangs together, or none where there is none. */
  async any(start: Uint16Array, solver: Solver, options: ProofOptions): Promise<Answer> {
    const ground = this.#groundOf(this.#asPainted(start));
    if (ground.allCutOff(ground.is).length > MOST_PARTS) return "unknown";
    const answer = await anyMoves(ground, solver, options);
    return "found" in answer ? this.#after(ground, answer.found.moves) : answer.status;
  }

  /** The map with fewest moved pupils, given one that hangs together; `least`: so many are moved at least, as is known already. */
  async fewest(
    start: Uint16Array,
    found: BandTogether,
    least: number,
    solver: Solver,
    options: ProofOptions,
  ): Promise<BandTogether> {
    if (found.moved <= least) return { ...found, least };
    const ground = this.#groundOf(this.#asPainted(start));
    const bound = new LeastMoved(ground, { moved: found.moved, least });
    const leastFor = (moved: number): Promise<number> =>
      bound.least(moved, sharing(solver, LEAST_SECONDS, options), options);
    const back = this.#broughtBack(found, await leastFor(found.moved), stoppingAfter(BACK_SECONDS, options));
    const best = { ...back, least: await leastFor(back.moved) };
    return best.moved <= best.least ? best : this.#exactly(ground, best, solver, options);
  }

  #broughtBack(found: BandTogether, least: number, options: Stoppable): BandTogether {
    const painted = ownersOf(this.#basis.municipality.grades, this.#painted, this.#band);
    const { before, mayGo } = this.#lay;
    const home = painted.map((site, unit) => {
      const was = before[unit];
      if (this.#fixed[unit] === 1) return NO_SITE;
      if (was !== NO_SITE) return mayGo(unit, was) ? was : NO_SITE;
      return this.#isOpen[site] && !this.#closed.has(site) && this.#pupils(unit) === 0 ? site : NO_SITE;
    });
    return broughtBack(
      found,
      {
        home,
        least,
        counted: (unit) => (before[unit] === NO_SITE ? 0 : this.#pupils(unit)),
        groundOf: (owners) => this.#groundOf(owners),
        after: (ground, moves) => this.#after(ground, moves),
      },
      options,
    );
  }

  /** A model of all areas, where few parts lie apart. */
  async #exactly(
    ground: BandGround,
    found: BandTogether,
    solver: Solver,
    options: ProofOptions,
  ): Promise<BandTogether> {
    if (ground.allCutOff(ground.is).length > MOST_PARTS) return found;
    const moves = new Map<number, number>();
    found.owners.forEach((site, unit) => {
      if (site !== ground.is[unit]) moves.set(unit, site);
    });
    const pupils = [...moves.keys()].reduce((sum, unit) => sum + ground.pupils(unit), 0);
    const known = { moves, areas: moves.size, pupils, proven: "quick" } as const;
    const answer = await provenMoves(ground, known, solver, options);
    if (!("found" in answer)) return found;
    const fewest = this.#after(ground, answer.found.moves);
    return { ...fewest, least: answer.status === "optimal" ? fewest.moved : found.least };
  }

  #pupils = (unit: number): number =>
    this.#basis.unitBand[unit * this.#basis.municipality.grades.bandCount + this.#band];

  #after(ground: BandGround, moves: Moves): BandTogether {
    const owners = ground.is.slice();
    for (const [unit, site] of moves) owners[unit] = site;
    const { before } = this.#lay;
    const moved = owners.reduce(
      (sum, site, unit) => (before[unit] !== NO_SITE && site !== before[unit] ? sum + ground.pupils(unit) : sum),
      0,
    );
    return { owners, moved, least: 0 };
  }

  #groundOf(is: Uint16Array, capacity = this.#lay.capacity): BandGround {
    const assignment = this.#painted.assignment.slice();
    is.forEach((site, unit) => (assignment[unit * this.#basis.municipality.grades.bandCount + this.#band] = site));
    const { mayGo, before } = this.#lay;
    const terms: BandTerms = {
      mayGo,
      capacity,
      regions: this.#regions,
      fixed: this.#fixed,
      counted: (unit) =>
        is[unit] !== NO_SITE && is[unit] === before[unit]
          ? this.#basis.unitBand[unit * this.#basis.municipality.grades.bandCount + this.#band]
          : 0,
    };
    const after = { ...this.#painted, assignment };
    const stroke = {
      before: this.#nobody,
      after,
      fixed: new Set<number>(),
      closed: this.#closed,
      places: "kept",
    } as const;
    return new BandGround(this.#basis, stroke, this.#band, terms);
  }

  /** Where everybody is before anything is moved, as far as they may be there; the others as in the start. */
  #asPainted(start: Uint16Array): Uint16Array {
    const { before, mayGo } = this.#lay;
    return this.#drawn(start).map((site, unit) => {
      const was = before[unit];
      return was !== NO_SITE && mayGo(unit, was) ? was : site;
    });
  }

  /** Units with pupils as in the start; the others as they are painted, or given to zones around them. */
  #drawn(start: Uint16Array): Uint16Array {
    const painted = ownersOf(this.#basis.municipality.grades, this.#painted, this.#band);
    const { unitBand, baseline } = this.#basis;
    const decided = start.map((site, unit) => {
      if (unitBand[unit * baseline.grades.bandCount + this.#band] > 0) return site;
      return this.#fixed[unit] === 1 || this.#isOpen[painted[unit]] ? painted[unit] : NO_SITE;
    });
    const isFree = (unit: number, site: number): boolean =>
      this.#isOpen[site] && !this.#closed.has(site) && this.#fixed[unit] === 0;
    return drawBand(this.#basis, this.#band, decided, REROUTES).map((drawn, unit) => {
      if (decided[unit] !== NO_SITE) return decided[unit];
      const site = drawn === NO_SITE ? baseline.assignment[unit * baseline.grades.bandCount + this.#band] : drawn;
      return isFree(unit, site) ? site : NO_SITE;
    });
  }
}

/** A solver that has its share of a limited time; where time is not limited, an answer does not depend on how fast it comes. */
const sharing = (solver: Solver, seconds: number, { secondsLimit }: SolverOptions): Solver =>
  secondsLimit === undefined ? solver : withinSeconds(solver, seconds);

/** The one with fewer moved, where anything is found; else what the first says. */
function fewer<T extends Answer>(one: T, other: Answer | undefined): T | BandTogether {
  if (other === undefined || typeof other === "string") return one;
  return typeof one !== "string" && one.moved <= other.moved ? one : other;
}
