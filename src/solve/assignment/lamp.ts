import { BAND_COUNT, BANDS, type Band } from "../../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { bandsWithoutSite, requireOwnPlan } from "../../evaluate/completeness.ts";
import { sum } from "../../kernels/sum.ts";
import { smallestConflict } from "../deletion-filter.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { withStayers } from "./repair.ts";
import { type BandAnswer, type BandPlan, type Wish, WishedGround } from "./wishes.ts";

/** Whether a plan being drawn can still be finished: every pupil with a school, within what people want kept. */
export interface LampQuestion {
  /** NO_SITE where nothing is painted. */
  readonly painted: Plan;
  readonly wishes: readonly Wish[];
  /** `unit * BAND_COUNT + band` of what was drawn by hand: kept where it can be, but no wish. */
  readonly drawn: Uint32Array;
}

export type LampAnswer =
  | {
      readonly status: "yes";
      /** Pupils who have a school and would get another: the fewest where it is proven, else enough. */
      readonly moved: number;
      readonly proven: "optimal" | "stopped" | "quick";
      /** Whether it can be finished without moving what was drawn by hand. */
      readonly drawn: "kept" | "moved" | "unknown";
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

/** A quick yes where there is one; then the proven answer, unless it is proven already. */
export async function* lamp(
  basis: Basis,
  question: LampQuestion,
  solver: Solver,
  options: LampOptions = {},
): AsyncGenerator<LampAnswer, void> {
  requireOwnPlan(basis, question.painted);
  const asking = new LampSearch(basis, question, solver, options);
  const quick = asking.quick();
  if (quick) yield quick;
  if (quick?.status !== "yes" || quick.proven !== "optimal") yield await asking.proven();
}

class LampSearch {
  readonly #basis: Basis;
  readonly #painted: Plan;
  readonly #wishes: readonly Wish[];
  readonly #drawn: Extract<Wish, { kind: "hold" }>;
  readonly #ground: WishedGround;
  readonly #options: LampOptions;

  constructor(basis: Basis, { painted, wishes, drawn }: LampQuestion, solver: Solver, options: LampOptions) {
    this.#basis = basis;
    this.#painted = painted;
    this.#wishes = wishes;
    this.#options = options;
    const pairs = drawn.filter((pair) => painted.assignment[pair] !== NO_SITE);
    this.#drawn = { key: "drawn", kind: "hold", pairs, sites: [] };
    this.#ground = new WishedGround(basis, painted, withStayers(basis, painted), [...wishes, this.#drawn], solver);
  }

  #isStopped = (): boolean => this.#options.shouldStop?.() === true;

  /** A yes by rule of thumb; undefined where that finds none. Nobody moved is the fewest. */
  quick(): Extract<LampAnswer, { status: "yes" }> | undefined {
    const found = BANDS.map(({ band }) => this.#ground.quick(band, this.#wishes));
    const moved = sum(found.map((plan) => plan?.moved ?? 0));
    const sites = found.flatMap((plan) => (plan ? [plan.sites] : []));
    if (sites.length < BANDS.length) return undefined;
    const drawn = this.#keepsDrawn(sites) ? "kept" : "unknown";
    return { status: "yes", moved, proven: moved === 0 && drawn === "kept" ? "optimal" : "quick", drawn };
  }

  async proven(): Promise<LampAnswer> {
    const answers: BandAnswer[] = [];
    for (const { band } of BANDS) {
      await this.#options.pause?.();
      if (this.#isStopped()) return { status: "unknown" };
      answers.push(await this.#ground.fewest(band, this.#wishes, this.#options));
    }
    const unfit = BANDS.flatMap(({ band }) => (answers[band] === "infeasible" ? [band] : []));
    if (unfit.length > 0) return this.#conflict(unfit);
    const found = answers.flatMap((answer) => (typeof answer === "string" ? [] : [answer]));
    return found.length < BANDS.length ? { status: "unknown" } : this.#yes(found);
  }

  async #yes(found: readonly BandPlan[]): Promise<LampAnswer> {
    const isProven = found.every(({ proven }) => proven === "optimal");
    const drawn = this.#keepsDrawn(found.map(({ sites }) => sites)) ? "kept" : await this.#canKeepDrawn();
    return {
      status: "yes",
      moved: sum(found.map(({ moved }) => moved)),
      proven: isProven ? "optimal" : "stopped",
      drawn,
    };
  }

  #keepsDrawn(sites: readonly Uint16Array[]): boolean {
    const { assignment } = this.#ground.planOf(sites);
    return this.#drawn.pairs.every((pair) => assignment[pair] === this.#painted.assignment[pair]);
  }

  async #canKeepDrawn(): Promise<"kept" | "moved" | "unknown"> {
    const kept = [...this.#wishes, this.#drawn];
    const fits: ("yes" | "no" | "unknown")[] = [];
    for (const { band } of BANDS) {
      if (this.#isStopped()) return "unknown";
      fits.push(await this.#ground.fits(band, kept, this.#options));
      await this.#options.pause?.();
    }
    if (fits.includes("no")) return "moved";
    return fits.includes("unknown") ? "unknown" : "kept";
  }

  /**
   * Wishes that collide in some bands. One band alone is looked at first; where others collide within what it names, all are: fewer
   * wishes never leave fewer ways, so a band that fits needs no second look.
   */
  async #conflict(bands: readonly Band[]): Promise<LampAnswer> {
    let isProven = true;
    const canHold = (asked: readonly Band[]) => async (wishes: readonly Wish[]) => {
      for (const band of asked) {
        await this.#options.pause?.();
        const fits = this.#isStopped() ? "unknown" : await this.#ground.fits(band, wishes, this.#options);
        if (fits === "no") return false;
        if (fits === "unknown") isProven = false;
      }
      return true;
    };
    const [first, ...others] = bands;
    let conflict = await smallestConflict(this.#bearingOn(first), canHold([first]));
    if (!(await canHold(others)(conflict))) conflict = await smallestConflict(conflict, canHold(bands));
    const lacking = conflict.length > 0 ? [] : this.#lacking();
    return {
      status: "no",
      conflict: conflict.map(({ key }) => key),
      smallest: isProven ? "proven" : "unproven",
      lacking,
    };
  }

  /** The wishes that say anything of a band, places first: they are let go of first, so that what people locked stays named. */
  #bearingOn(band: Band): readonly Wish[] {
    const places = this.#wishes.filter((wish) => wish.kind === "places" && wish.band === band);
    const holds = this.#wishes.filter(
      (wish) =>
        wish.kind === "hold" && (wish.sites.length > 0 || wish.pairs.some((pair) => pair % BAND_COUNT === band)),
    );
    return [...places, ...holds];
  }

  #lacking(): readonly Band[] {
    const district = districtOfSite(this.#painted);
    const mayTeach = (site: number, band: Band): boolean =>
      district[site] !== NO_SITE && teachesBand(this.#painted, site, band);
    return bandsWithoutSite(this.#basis, mayTeach).map(({ band }) => band);
  }
}
