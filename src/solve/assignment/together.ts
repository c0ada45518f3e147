import { BAND_COUNT, type Band } from "../../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { ownersOf, regionsTaught } from "../../evaluate/cut-off.ts";
import { BandGround, type BandTerms, type Moves } from "../mend/band-ground.ts";
import { anyMoves, type ProofOptions, provenMoves } from "../mend/proven.ts";
import { passedOn } from "../mend/passed-on.ts";
import { foundBy, quickMoves } from "../mend/quick.ts";
import { isTorn } from "../mend/torn.ts";
import type { Solver } from "../solver.ts";
import type { BandLay, Wish, WishedGround } from "./wishes.ts";
import { drawZones } from "./zones.ts";

/** Everybody sent somewhere in one band so that zones hang together, and districts in the lowest band that they teach. */
export interface BandTogether {
  /** Site of each unit, `[unit]`; NO_SITE where nobody lives and no zone needs it. */
  readonly owners: Uint16Array;
  /** Pupils who change site. */
  readonly moved: number;
  readonly proven: "optimal" | "stopped";
}

type Answer = BandTogether | "none" | "unknown";

/** One step of an exact search, seconds: a lamp has three bands, and locks that collide have to be tried one by one. */
const STEP_SECONDS = 1;
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

  constructor(basis: Basis, painted: Plan, ground: WishedGround, solver: Solver) {
    this.#basis = basis;
    this.#painted = painted;
    this.#ground = ground;
    this.#solver = solver;
  }

  /** Whether what is held is shown to lie apart whatever is done in a band. */
  isTorn(band: Band, wishes: readonly Wish[]): boolean {
    return this.#within(band, wishes).isTorn();
  }

  #within = (band: Band, wishes: readonly Wish[]): BandWithin =>
    new BandWithin(this.#basis, this.#painted, this.#ground.lay(band, wishes), band, wishes);

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
    return sites ? map.quick(this.#ground.ownersIn(band, sites), "found") : "unknown";
  }

  /** With fewest pupils who change site, as far as the time goes. */
  async fewest(band: Band, wishes: readonly Wish[], options: ProofOptions): Promise<Answer> {
    const map = this.#within(band, wishes);
    const plain = this.#ground.quick(band, wishes) ?? (await this.#ground.fewest(band, wishes, options));
    if (typeof plain === "string") return plain === "infeasible" ? "none" : plain;
    const start = this.#ground.ownersIn(band, plain.sites);
    const quick = map.quick(start, "smaller");
    if (quick === "none") return quick;
    const found = quick === "unknown" ? await map.any(start, this.#solver, options) : quick;
    return typeof found === "string" ? found : map.fewest(start, found, this.#solver, options);
  }

  /** Whether that can be in one band; not known where it leaves a district to be asked of in a higher one. */
  async fits(band: Band, wishes: readonly Wish[], options: ProofOptions): Promise<"yes" | "no" | "unknown"> {
    const found = await this.#any(band, wishes, options);
    if (found === "none") return "no";
    if (found === "unknown") return found;
    const lived = new Set(found.owners);
    const isAsked = regionsTaught(this.#painted, band).every(
      ({ kind, sites }) => kind === "zone" || sites.some((site) => lived.has(site)),
    );
    return isAsked ? "yes" : "unknown";
  }

  async #any(band: Band, wishes: readonly Wish[], options: ProofOptions): Promise<Answer> {
    const found = this.quick(band, wishes);
    if (found !== "unknown") return found;
    const map = this.#within(band, wishes);
    const plain = this.#ground.quick(band, wishes) ?? (await this.#ground.fewest(band, wishes, options));
    if (typeof plain === "string") return plain === "infeasible" ? "none" : "unknown";
    return map.any(this.#ground.ownersIn(band, plain.sites), this.#solver, options);
  }
}

/** One band's map within some wishes. */
class BandWithin {
  readonly #basis: Basis;
  readonly #painted: Plan;
  readonly #lay: BandLay;
  readonly #band: Band;
  /** Pairs that stay as painted, and sites to which nobody else may come. */
  readonly #fixed: ReadonlySet<number>;
  readonly #closed: ReadonlySet<number>;
  readonly #isOpen: readonly boolean[];

  constructor(basis: Basis, painted: Plan, lay: BandLay, band: Band, wishes: readonly Wish[]) {
    this.#basis = basis;
    this.#painted = painted;
    this.#lay = lay;
    this.#band = band;
    const holds = wishes.flatMap((wish) => (wish.kind === "hold" ? [wish] : []));
    this.#fixed = new Set(holds.flatMap(({ pairs }) => [...pairs]));
    this.#closed = new Set(holds.flatMap(({ sites }) => sites));
    const district = districtOfSite(painted);
    this.#isOpen = painted.teaching.map((_, site) => teachesBand(painted, site, band) && district[site] !== NO_SITE);
  }

  /** The map of a start that may be in parts, mended at once; as `quickMoves` says. */
  quick(start: Uint16Array, until: "found" | "smaller"): Answer {
    const drawn = this.#drawn(start);
    const ground = this.#groundOf(drawn);
    const answer = quickMoves(ground, until);
    if (answer.status === "none") return "none";
    const moves = foundBy(answer)?.moves ?? this.#passedOn(ground, drawn, until);
    return moves ? this.#after(ground, moves, "stopped") : "unknown";
  }

  /** Joined without regard to places, then with those beyond them handed on from zone to zone. */
  #passedOn(ground: BandGround, drawn: Uint16Array, until: "found" | "smaller"): Moves | undefined {
    const free = foundBy(
      quickMoves(
        this.#groundOf(
          drawn,
          this.#lay.room.map(() => Infinity),
        ),
        until,
      ),
    );
    return free && passedOn(ground, free.moves, until);
  }

  isTorn = (): boolean => isTorn(this.#groundOf(ownersOf(this.#painted, this.#band)));

  /** Any map that hangs together, or none where there is none. */
  async any(start: Uint16Array, solver: Solver, options: ProofOptions): Promise<Answer> {
    const ground = this.#groundOf(this.#asPainted(start));
    if (ground.allCutOff(ground.is).length > MOST_PARTS) return "unknown";
    const answer = await anyMoves(ground, solver, stepwise(options));
    return "found" in answer ? this.#after(ground, answer.found.moves, "stopped") : answer.status;
  }

  /** The map with fewest moved pupils, given one that hangs together. */
  async fewest(start: Uint16Array, found: BandTogether, solver: Solver, options: ProofOptions): Promise<Answer> {
    if (found.moved === 0) return { ...found, proven: "optimal" };
    const ground = this.#groundOf(this.#asPainted(start));
    if (ground.allCutOff(ground.is).length > MOST_PARTS) return found;
    const moves = new Map<number, number>();
    found.owners.forEach((site, unit) => {
      if (site !== ground.is[unit]) moves.set(unit, site);
    });
    const pupils = [...moves.keys()].reduce((sum, unit) => sum + ground.pupils(unit), 0);
    const known = { moves, areas: moves.size, pupils, proven: "quick" } as const;
    const answer = await provenMoves(ground, known, solver, stepwise(options));
    if (!("found" in answer)) return found;
    return this.#after(ground, answer.found.moves, answer.status === "optimal" ? "optimal" : "stopped");
  }

  #after(ground: BandGround, moves: Moves, proven: BandTogether["proven"]): BandTogether {
    const owners = ground.is.slice();
    for (const [unit, site] of moves) owners[unit] = site;
    const { before } = this.#lay;
    const moved = owners.reduce(
      (sum, site, unit) => (before[unit] !== NO_SITE && site !== before[unit] ? sum + ground.pupils(unit) : sum),
      0,
    );
    return { owners, moved, proven };
  }

  #groundOf(is: Uint16Array, room = this.#lay.room): BandGround {
    const assignment = this.#painted.assignment.slice();
    is.forEach((site, unit) => (assignment[unit * BAND_COUNT + this.#band] = site));
    const before = new Uint16Array(assignment.length).fill(NO_SITE);
    const { mayGo } = this.#lay;
    const isBefore = is.map((site, unit) => (site !== NO_SITE && site === this.#lay.before[unit] ? 1 : 0));
    const terms: BandTerms = {
      mayGo,
      room,
      regions: regionsTaught(this.#painted, this.#band),
      counted: (unit) => (isBefore[unit] === 1 ? this.#basis.unitBand[unit * BAND_COUNT + this.#band] : 0),
    };
    const after = { ...this.#painted, assignment };
    return new BandGround(
      this.#basis,
      { before, after, fixed: this.#fixed, closed: this.#closed, places: "kept" },
      this.#band,
      terms,
    );
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
    const [band, painted] = [this.#band, ownersOf(this.#painted, this.#band)];
    const { unitBand } = this.#basis;
    const pair = (unit: number): number => unit * BAND_COUNT + band;
    const mayStay = (unit: number): boolean => this.#fixed.has(pair(unit)) || this.#isOpen[painted[unit]];
    const isKept = (unit: number): boolean => painted[unit] !== NO_SITE && mayStay(unit);
    const decided = new Map<number, number>();
    start.forEach((site, unit) => {
      if (unitBand[pair(unit)] > 0) decided.set(pair(unit), site);
      else if (isKept(unit)) decided.set(pair(unit), painted[unit]);
    });
    const drawn = ownersOf({ assignment: drawZones(this.#basis, this.#painted, decided, REROUTES) }, band);
    return drawn.map((site, unit) => {
      const known = decided.get(pair(unit));
      if (known !== undefined) return known;
      const isFree = site !== NO_SITE && this.#isOpen[site] && !this.#closed.has(site) && !this.#fixed.has(pair(unit));
      return isFree ? site : NO_SITE;
    });
  }
}

const stepwise = (options: ProofOptions): ProofOptions => ({
  ...options,
  secondsLimit: Math.min(STEP_SECONDS, options.secondsLimit ?? STEP_SECONDS),
});
