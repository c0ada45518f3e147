import type { Band, Grades } from "../../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { bandsWithoutSite, requireOwnPlan } from "../../evaluate/completeness.ts";
import { hangsTogether } from "../../evaluate/cut-off.ts";
import { sum } from "../../kernels/sum.ts";
import { smallestConflict } from "../deletion-filter.ts";
import { withinSeconds } from "../shared-time.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { withStayers } from "./repair.ts";
import { type BandTogether, TogetherGround } from "./together.ts";
import { type BandAnswer, type BandPlan, type Wish, WishedGround } from "./wishes.ts";

/** Whether a plan being drawn can still be finished: every pupil with a school, within what people want kept. */
export interface LampQuestion {
  /** NO_SITE where nothing is painted. */
  readonly painted: Plan;
  readonly wishes: readonly Wish[];
  /** `unit * BAND_COUNT + band` of what was drawn by hand: kept where it can be, but no wish. */
  readonly drawn: Uint32Array;
  /** Where everybody is before it is finished; unless said, where they are painted. */
  readonly before?: Plan;
}

export type LampAnswer =
  | {
      readonly status: "yes";
      /** Pupils who have a school and would get another: the fewest where it is proven, else enough. */
      readonly moved: number;
      /** So many at least, whatever is found: `moved` where it is proven. */
      readonly least: number;
      readonly proven: "optimal" | "stopped" | "quick";
      /** Whether it can be finished without moving what was drawn by hand. */
      readonly drawn: "kept" | "moved" | "unknown";
      /** Whether areas hang together in it; where that is not known, or is not asked for, the rest holds without regard to it. */
      readonly together: "kept" | "unknown" | "not-asked";
    }
  | {
      readonly status: "no";
      /** Keys of wishes that cannot hold together; none where it cannot be finished whatever is let go of. */
      readonly conflict: readonly string[];
      /** Whether the others can hold together as soon as any one of them is let go of. */
      readonly smallest: "proven" | "unproven";
      /** Bands with pupils that no open site teaches. */
      readonly lacking: readonly Band[];
    }
  | { readonly status: "unknown" };

export interface LampOptions extends SolverOptions {
  /** Lets others be heard between two steps. */
  readonly pause?: () => Promise<void>;
}

/** A quick yes where there is one; one in which areas hang together, where that is asked; then the proven answer, unless it is proven already. */
export async function* lamp(
  basis: Basis,
  question: LampQuestion,
  solver: Solver,
  options: LampOptions = {},
): AsyncGenerator<LampAnswer, void> {
  requireOwnPlan(basis, question.painted);
  const asking = new LampSearch(basis, question, solver, options);
  let last: LampAnswer | undefined;
  for (const quick of [asking.quick, asking.quickTogether]) {
    const found = quick();
    if (!found) continue;
    last = found;
    yield found;
    await options.pause?.();
  }
  const isSettled = last?.status === "yes" && last.proven === "optimal" && last.together !== "unknown";
  if (!isSettled) yield await asking.proven(last);
}

type Yes = Extract<LampAnswer, { status: "yes" }>;

/** Wishes that cannot hold together. */
export type WishCollision = Extract<LampAnswer, { status: "no" }>;

/**
 * Which of some wishes collide, from today's plan on; undefined where none do, or where there was no time to find out. `held`: who may stay where they are
 * painted besides those whom the wishes hold.
 */
export async function collisionOfWishes(
  basis: Basis,
  painted: Plan,
  { wishes, held }: { readonly wishes: readonly Wish[]; readonly held: Uint32Array },
  solver: Solver,
  options: LampOptions,
): Promise<WishCollision | undefined> {
  const question = { painted, wishes, drawn: held, before: basis.baseline };
  let last: LampAnswer = { status: "unknown" };
  for await (const answer of lamp(basis, question, solver, options)) last = answer;
  return last.status === "no" ? last : undefined;
}

class LampSearch {
  readonly #basis: Basis;
  readonly #painted: Plan;
  readonly #wishes: readonly Wish[];
  readonly #drawn: Extract<Wish, { kind: "hold" }>;
  readonly #ground: WishedGround;
  /** Absent where nobody asks that areas hang together. */
  readonly #together: TogetherGround | undefined;
  readonly #options: LampOptions;
  /** Bands in which what is held lies apart whatever is done: found by the quick way. */
  #torn: readonly Band[] = [];
  /** Bands of which it is known whether all wishes are shown to hold together. */
  readonly #withAll = new Map<Band, boolean>();
  /** What has been asked already, by band and wishes. */
  readonly #asked = new Map<string, "yes" | "no" | "unknown">();

  constructor(basis: Basis, { painted, wishes, drawn, before }: LampQuestion, solver: Solver, options: LampOptions) {
    this.#basis = basis;
    this.#painted = painted;
    this.#wishes = wishes;
    this.#options = options;
    const pairs = drawn.filter((pair) => painted.assignment[pair] !== NO_SITE);
    this.#drawn = { key: "drawn", kind: "hold", pairs, sites: [] };
    const from = before ?? withStayers(basis, painted);
    const { secondsLimit } = options;
    const timed = secondsLimit === undefined ? solver : withinSeconds(solver, secondsLimit);
    this.#ground = new WishedGround(basis, painted, from, [...wishes, this.#drawn], timed);
    if (isTogether(wishes)) this.#together = new TogetherGround(basis, painted, this.#ground, timed);
  }

  #isStopped = (): boolean => this.#options.shouldStop?.() === true;

  /** A yes by rule of thumb; undefined where that finds none. Nobody moved is the fewest. */
  quick = (): Yes | undefined => {
    const found = this.#basis.municipality.grades.bands.map(({ band }) => this.#ground.quick(band, this.#wishes));
    const moved = sum(found.map((plan) => plan?.moved ?? 0));
    const sites = found.flatMap((plan) => (plan ? [plan.sites] : []));
    if (sites.length < this.#basis.municipality.grades.bands.length) return undefined;
    const drawn = this.#keepsDrawn(sites) ? "kept" : "unknown";
    const proven = moved === 0 && drawn === "kept" ? "optimal" : "quick";
    return { status: "yes", moved, least: 0, proven, drawn, together: this.#together ? "unknown" : "not-asked" };
  };

  /** The same of a plan in which areas hang together. */
  quickTogether = (): Yes | undefined => {
    if (!this.#together) return undefined;
    const together = this.#together;
    this.#torn = this.#basis.municipality.grades.bands.flatMap(({ band }) =>
      together.isTorn(band, this.#wishes) ? [band] : [],
    );
    if (this.#torn.length > 0) return undefined;
    const found: BandTogether[] = [];
    for (const { band } of this.#basis.municipality.grades.bands) {
      const answer = together.quickUntorn(band, this.#wishes);
      this.#withAll.set(band, typeof answer !== "string");
      if (typeof answer === "string") return undefined;
      found.push(answer);
    }
    const plan = this.#planOf(found);
    if (!hangsTogether(this.#basis, plan)) return undefined;
    const moved = sum(found.map((answer) => answer.moved));
    const drawn = this.#keeps(plan) ? "kept" : "unknown";
    const proven = moved === 0 && drawn === "kept" ? "optimal" : "quick";
    return { status: "yes", moved, least: 0, proven, drawn, together: "kept" };
  };

  #planOf(found: readonly BandTogether[]): Plan {
    const assignment = this.#painted.assignment.slice();
    for (const { band } of this.#basis.municipality.grades.bands)
      found[band].owners.forEach(
        (site, unit) => (assignment[unit * this.#basis.municipality.grades.bandCount + band] = site),
      );
    return { ...this.#painted, assignment };
  }

  /** `quick`: a yes found before, which stands where there is no time for more. */
  async proven(quick?: LampAnswer): Promise<LampAnswer> {
    if (this.#torn.length > 0) return this.#conflict(this.#torn, this.#wishes);
    const answers: BandAnswer[] = [];
    for (const { band } of this.#basis.municipality.grades.bands) {
      await this.#options.pause?.();
      if (this.#isStopped()) return stopped(quick);
      answers.push(await this.#ground.fewest(band, this.#wishes, this.#options));
    }
    const unfit = this.#basis.municipality.grades.bands.flatMap(({ band }) =>
      answers[band] === "infeasible" ? [band] : [],
    );
    if (unfit.length > 0)
      return this.#conflict(
        unfit,
        this.#wishes.filter(({ kind }) => kind !== "together"),
      );
    const found = answers.flatMap((answer) => (typeof answer === "string" ? [] : [answer]));
    if (found.length < this.#basis.municipality.grades.bands.length) return stopped(quick);
    return this.#together ? this.#yesTogether(this.#together, found, quick) : this.#yes(found);
  }

  async #yes(found: readonly BandPlan[]): Promise<Yes> {
    const isProven = found.every(({ proven }) => proven === "optimal");
    const drawn = this.#keepsDrawn(found.map(({ sites }) => sites)) ? "kept" : await this.#canKeepDrawn();
    return {
      status: "yes",
      moved: sum(found.map(({ moved }) => moved)),
      least: sum(found.map(({ least }) => least)),
      proven: isProven ? "optimal" : "stopped",
      drawn,
      together: this.#together ? "unknown" : "not-asked",
    };
  }

  /** Everybody can have a place, as `plain` shows; whether areas can hang together as well. */
  async #yesTogether(
    together: TogetherGround,
    plain: readonly BandPlan[],
    quick: LampAnswer | undefined,
  ): Promise<LampAnswer> {
    const answers: (BandTogether | "none" | "unknown")[] = [];
    for (const { band } of this.#basis.municipality.grades.bands) {
      await this.#options.pause?.();
      answers.push(this.#isStopped() ? "unknown" : await together.fewest(band, this.#wishes, this.#options));
    }
    for (const { band } of this.#basis.municipality.grades.bands)
      if (typeof answers[band] !== "string") this.#withAll.set(band, true);
    const torn = this.#basis.municipality.grades.bands.flatMap(({ band }) => (answers[band] === "none" ? [band] : []));
    if (torn.length > 0) return this.#conflict(torn, this.#wishes);
    const found = answers.flatMap((answer) => (typeof answer === "string" ? [] : [answer]));
    const plan = found.length === this.#basis.municipality.grades.bands.length ? this.#planOf(found) : undefined;
    if (!plan || !hangsTogether(this.#basis, plan)) {
      const isKnown = quick?.status === "yes" && quick.together === "kept";
      const least = sum(plain.map((band) => band.least));
      return isKnown ? { ...quick, least, proven: "stopped" } : this.#yes(plain);
    }
    const moved = sum(found.map((answer) => answer.moved));
    // That areas hang together never lets anybody stay who could not otherwise.
    const least = sum(found.map((answer, band) => Math.max(answer.least, plain[band].least)));
    const drawn = this.#keeps(plan) ? "kept" : await this.#canKeepDrawn();
    return { status: "yes", moved, least, proven: least === moved ? "optimal" : "stopped", drawn, together: "kept" };
  }

  #keepsDrawn = (sites: readonly Uint16Array[]): boolean => this.#keeps(this.#ground.planOf(sites));

  #keeps({ assignment }: Plan): boolean {
    return this.#drawn.pairs.every((pair) => assignment[pair] === this.#painted.assignment[pair]);
  }

  async #canKeepDrawn(): Promise<"kept" | "moved" | "unknown"> {
    const kept = [...this.#wishes, this.#drawn];
    const fits: ("yes" | "no" | "unknown")[] = [];
    for (const { band } of this.#basis.municipality.grades.bands) {
      if (this.#isStopped()) return "unknown";
      fits.push(await this.#fits(band, kept));
      await this.#options.pause?.();
    }
    if (fits.includes("no")) return "moved";
    return fits.includes("unknown") ? "unknown" : "kept";
  }

  async #fits(band: Band, wishes: readonly Wish[]): Promise<"yes" | "no" | "unknown"> {
    const key = `${band} ${wishes.map((wish) => wish.key).join("\n")}`;
    const known = this.#asked.get(key);
    if (known) return known;
    const ground = isTogether(wishes) && this.#together ? this.#together : this.#ground;
    const fits = await ground.fits(band, wishes, this.#options);
    if (fits !== "unknown") this.#asked.set(key, fits);
    return fits;
  }

  /**
   * Those of some wishes that collide in some bands. One band alone is looked at first; where others collide within what it names, all
   * are: fewer wishes never leave fewer ways, so a band that fits needs no second look.
   */
  async #conflict(bands: readonly Band[], wishes: readonly Wish[]): Promise<LampAnswer> {
    const canHold = (asked: readonly Band[]) => async (kept: readonly Wish[]) => {
      for (const band of asked) if ((await this.#asking(band, kept)) === "no") return false;
      return true;
    };
    const [first] = bands;
    const others = this.#basis.municipality.grades.bands.flatMap(({ band }) => (band === first ? [] : [band]));
    let conflict = await smallestConflict(
      await colliding(bearingOn(this.#basis.municipality.grades, first, wishes), canHold([first])),
      canHold([first]),
    );
    if (!(await canHold(others)(conflict))) conflict = await smallestConflict(conflict, canHold([first, ...others]));
    const lacking = conflict.length > 0 ? [] : this.#lacking();
    return {
      status: "no",
      conflict: conflict.map(({ key }) => key),
      smallest: (await this.#isNeeded(conflict)) ? "proven" : "unproven",
      lacking,
    };
  }

  async #asking(band: Band, wishes: readonly Wish[]): Promise<"yes" | "no" | "unknown"> {
    await this.#options.pause?.();
    return this.#isStopped() ? "unknown" : this.#fits(band, wishes);
  }

  /** Whether every one of some wishes is shown to be needed for their conflict: without it the others can hold, in every band. */
  async #isNeeded(conflict: readonly Wish[]): Promise<boolean> {
    for (const wish of conflict)
      for (const { band } of this.#basis.municipality.grades.bands) {
        const others = conflict.filter((other) => other !== wish);
        const fits = await this.#asking(band, others);
        if (fits === "no" || (fits === "unknown" && !this.#holdsWithAll(band))) return false;
      }
    return true;
  }

  /** Whether all wishes are shown to hold together in a band: fewer do then as well. */
  #holdsWithAll(band: Band): boolean {
    const known = this.#withAll.get(band);
    if (known !== undefined) return known;
    const holds = this.#together !== undefined && typeof this.#together.quick(band, this.#wishes) !== "string";
    this.#withAll.set(band, holds);
    return holds;
  }

  #lacking(): readonly Band[] {
    const district = districtOfSite(this.#painted);
    const mayTeach = (site: number, band: Band): boolean =>
      district[site] !== NO_SITE && teachesBand(this.#painted, site, band);
    return bandsWithoutSite(this.#basis, mayTeach).map(({ band }) => band);
  }
}

/** What is known when there is no time for more: a yes stays a yes. */
const stopped = (quick: LampAnswer | undefined): LampAnswer =>
  quick?.status === "yes"
    ? { ...quick, proven: quick.proven === "optimal" ? "optimal" : "stopped" }
    : { status: "unknown" };

const isTogether = (wishes: readonly Wish[]): boolean => wishes.some(({ kind }) => kind === "together");

/** Wishes that collide; without the places among them, if they do without: most tears have nothing to do with places. */
async function colliding(
  wishes: readonly Wish[],
  canHold: (wishes: readonly Wish[]) => Promise<boolean>,
): Promise<readonly Wish[]> {
  const others = wishes.filter(({ kind }) => kind !== "places");
  return isTogether(wishes) && !(await canHold(others)) ? others : wishes;
}

/**
 * The wishes that say anything of a band, places first and that areas hang together last: what comes first is let go of first, so that
 * what people locked stays named.
 */
function bearingOn(grades: Grades, band: Band, wishes: readonly Wish[]): readonly Wish[] {
  const places = wishes.filter((wish) => wish.kind === "places" && wish.band === band);
  const holds = wishes.filter(
    (wish) =>
      wish.kind === "hold" && (wish.sites.length > 0 || wish.pairs.some((pair) => pair % grades.bandCount === band)),
  );
  return [...places, ...holds, ...wishes.filter(({ kind }) => kind === "together")];
}
