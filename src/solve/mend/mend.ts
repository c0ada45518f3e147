import type { Band, Grades } from "../../domain/grades.ts";
import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { quickPlan } from "../assignment/repair.ts";
import type { Solver } from "../solver.ts";
import { BandGround, type Stroke } from "./band-ground.ts";
import { fewestGivenBack, type GivenBack, givenBack } from "./give-back.ts";
import { passedOn } from "./passed-on.ts";
import { type ProofOptions, provenMoves } from "./proven.ts";
import { type FoundMoves, foundBy, quickMoves } from "./quick.ts";

/** A stroke's plan as it would be mended. */
export interface Mended {
  readonly assignment: Uint16Array;
  /** Whether no repair changes fewer areas, or as many with fewer pupils. Of one that also makes places suffice that is not known. */
  readonly proven: "optimal" | "quick";
  /** Whether everything hangs together as before the stroke; if not, `none-possible` where there is proof that it cannot. */
  readonly joined: "all" | "some" | "none-possible";
  /** Whether no school is fuller for what joins the parts than its places allow; if some are, whether there is proof that some must be. */
  readonly places: "kept" | "exceeded" | "must-exceed";
  /** Who is left without a place; "must-be" where what stays as it is alone is more than a school has places for. */
  readonly beyond: "nobody" | "some" | "must-be";
  /** What of the stroke goes back to where it was, because nothing whole that leaves it is found, or is shown to be; absent where nothing does. */
  readonly returned?: { readonly pairs: readonly number[]; readonly must: "proven" | "unknown" };
}

/**
 * What a stroke broke, mended at once: pupils beyond the places go elsewhere, then what was cut off is joined by as few areas as are
 * found, without making any school fuller where such a way is found; where none is, part of what was just drawn goes back.
 */
export function mendAtOnce(basis: Basis, stroke: Stroke): Mended {
  const { mended, isFitted } = atOnce(basis, stroke);
  return mended.answer(isFitted ? "quick" : "optimal");
}

/** The mended bands, and whether anybody was sent elsewhere for want of places. */
function atOnce(basis: Basis, stroke: Stroke): { readonly mended: MendedBands; readonly isFitted: boolean } {
  const { after, isFitted } = withPlaces(basis, stroke);
  const mended = new MendedBands(basis, stroke);
  for (const { band } of after.grades.bands) {
    const joined = joinedAtOnce(basis, { ...stroke, after }, band);
    const isEnough = overflowIn(basis, after.assignment, band) === 0;
    const isWhole = joined.found && joined.places === "kept" && isEnough;
    const passed = isWhole || stroke.places === "free" ? undefined : passedOnAtOnce(basis, stroke, band);
    mended.add(band, passed ?? joined, passed ? stroke.after : after);
    mended.giveBack(band);
  }
  return { mended, isFitted };
}

/**
 * First joined without regard to places, then with those beyond them handed on along the rims of zones: where pupils sent each to the
 * nearest place would leave areas in pieces, or joining those would make a school too full.
 */
function passedOnAtOnce(basis: Basis, stroke: Stroke, band: Band): Joined | undefined {
  const free = foundBy(quickMoves(new BandGround(basis, { ...stroke, places: "free" }, band)));
  if (!free) return undefined;
  const ground = new BandGround(basis, { ...stroke, places: "enough" }, band);
  const moves = passedOn(ground, free.moves);
  if (!moves) return undefined;
  const pupils = [...moves.keys()].reduce((sum, unit) => sum + ground.pupils(unit), 0);
  return { found: { moves, areas: moves.size, pupils }, proven: "quick", places: "kept" };
}

/**
 * The mended plan at once; then, where that is not known to be the smallest and only has to be joined, the smallest; and where part of
 * what was just drawn went back, one that leaves it all, or as much of it as can be.
 */
export async function* mend(
  basis: Basis,
  stroke: Stroke,
  solver: Solver,
  options: ProofOptions = {},
): AsyncGenerator<Mended> {
  const { mended, isFitted } = atOnce(basis, stroke);
  const quick = mended.answer(isFitted ? "quick" : "optimal");
  yield quick;
  const asked = basis.municipality.grades.bands.filter(({ band }) => !isFitted || mended.backIn(band));
  if (quick.proven === "optimal" || asked.length === 0) return;
  for (const { band } of asked) {
    const back = mended.backIn(band);
    const places = back && stroke.places === "kept" ? "before" : stroke.places;
    const joined = await joinedProven(basis, { ...stroke, places }, band, solver, options);
    if (isWhole(joined) || !back) mended.improve(band, joined);
    else mended.fewerBack(band, await fewestGivenBack(basis, stroke, back, band, solver, options), isNever(joined));
  }
  yield mended.answer(isFitted ? "quick" : "optimal");
}

/** How one band is joined; nothing found where no way is known, or there is none. */
interface Joined extends Pick<Mended, "places"> {
  readonly found?: FoundMoves;
  readonly proven: "optimal" | "quick" | "none";
  /** Where part of the stroke goes back. */
  readonly returned?: { readonly back: GivenBack; readonly must: "proven" | "unknown" };
}

const isWhole = ({ found, places }: Joined): boolean => found !== undefined && places === "kept";

/** Whether it is shown that nothing whole leaves all that stays as it is. */
const isNever = ({ proven, places }: Joined): boolean => proven === "none" || places === "must-exceed";

/** Within the places, else without regard to them. */
function joinedAtOnce(basis: Basis, stroke: Stroke, band: Band): Joined {
  const kept = quickMoves(new BandGround(basis, stroke, band));
  if (kept.status === "found") return { found: kept.found, proven: kept.found.proven, places: "kept" };
  if (stroke.places === "free") return { proven: kept.status === "none" ? "none" : "quick", places: "kept" };
  const free = joinedAtOnce(basis, { ...stroke, places: "free" }, band);
  return free.found ? { ...free, proven: "quick", places: "exceeded" } : free;
}

async function joinedProven(
  basis: Basis,
  stroke: Stroke,
  band: Band,
  solver: Solver,
  options: ProofOptions,
): Promise<Joined> {
  const ground = new BandGround(basis, stroke, band);
  const quick = quickMoves(ground);
  const answer = quick.status === "none" ? quick : await provenMoves(ground, foundBy(quick), solver, options);
  if (answer.status === "optimal" || answer.status === "stopped")
    return { found: answer.found, proven: answer.status === "optimal" ? "optimal" : "quick", places: "kept" };
  if (stroke.places === "free") return { proven: answer.status === "none" ? "none" : "quick", places: "kept" };
  const free = await joinedProven(basis, { ...stroke, places: "free" }, band, solver, options);
  if (!free.found) return free;
  return answer.status === "none"
    ? { ...free, places: "must-exceed" }
    : { ...free, proven: "quick", places: "exceeded" };
}

/** The bands of a mended plan put together. */
class MendedBands {
  readonly #assignment: Uint16Array;
  readonly #bands: Joined[] = [];
  readonly #basis: Basis;
  readonly #stroke: Stroke;

  constructor(basis: Basis, stroke: Stroke) {
    this.#basis = basis;
    this.#stroke = stroke;
    this.#assignment = stroke.after.assignment.slice();
  }

  /** `start`: the plan that is joined, be it the stroke's or one in which places suffice. */
  add(band: Band, joined: Joined, start: Plan): void {
    this.#bands[band] = joined;
    for (let pair: number = band; pair < this.#assignment.length; pair += start.grades.bandCount)
      this.#assignment[pair] = start.assignment[pair];
    if (joined.found) move(start.grades, this.#assignment, band, joined.found);
  }

  /** What is found later in place of what was found at once; where only that was whole it stays. */
  improve(band: Band, joined: Joined): void {
    if (isWhole(joined) || !isWhole(this.#bands[band])) this.add(band, joined, this.#stroke.after);
  }

  backIn = (band: Band): GivenBack | undefined => this.#bands[band].returned?.back;

  /** Where what was added leaves a band in parts, or a school fuller than before the stroke and than its places: part of the stroke taken back. */
  giveBack(band: Band): void {
    const { places, before } = this.#stroke;
    const joined = this.#bands[band];
    const isFull = places !== "free" && isFuller(this.#basis, before, this.#assignment, band);
    if (joined.found && !isFull) return;
    const back = givenBack(this.#basis, this.#stroke, band);
    if (!back) return;
    this.#addBack(band, { back, must: isNever(joined) || this.#isTooMuch(band) ? "proven" : "unknown" }, "quick");
  }

  /** Fewer of the stroke taken back, or as many; `isKnown`: whether it is shown that nothing whole leaves all of it. */
  fewerBack(band: Band, { found, proven }: Awaited<ReturnType<typeof fewestGivenBack>>, isKnown: boolean): void {
    const must = isKnown || this.#bands[band].returned?.must === "proven" ? "proven" : "unknown";
    const isSmallest = proven === "optimal" && must === "proven";
    this.#addBack(band, { back: found, must }, isSmallest ? "optimal" : "quick");
  }

  #addBack(band: Band, returned: NonNullable<Joined["returned"]>, proven: Joined["proven"]): void {
    this.add(band, { found: returned.back, proven, places: "kept", returned }, this.#stroke.after);
  }

  /** `otherwise`: what is known of the rest of the repair. */
  answer(otherwise: Mended["proven"]): Mended {
    const bands = this.#bands;
    const is = (places: Mended["places"]): boolean => bands.some((band) => band.places === places);
    const isOptimal = bands.every(({ proven }) => proven === "optimal");
    return {
      assignment: this.#assignment,
      proven: isOptimal ? otherwise : "quick",
      joined: bands.some(({ proven }) => proven === "none")
        ? "none-possible"
        : bands.some(({ found }) => !found)
          ? "some"
          : "all",
      // One band where it must be is proof enough.
      places: is("must-exceed") ? "must-exceed" : is("exceeded") ? "exceeded" : "kept",
      beyond: this.#beyond(),
      ...returnedOf(this.#basis.municipality.grades, bands),
    };
  }

  #beyond(): Mended["beyond"] {
    if (overflowOf(this.#basis, this.#assignment) === 0) return "nobody";
    return this.#basis.municipality.grades.bands.some(({ band }) => this.#isTooMuch(band)) ? "must-be" : "some";
  }

  /** Whether what stays as the stroke has it is alone more than a school has places for. */
  #isTooMuch(band: Band): boolean {
    const { after, fixed } = this.#stroke;
    const stays = (site: number, pair: number): boolean => fixed.has(pair) && this.#assignment[pair] === site;
    const kept = after.assignment.map((site, pair) => (stays(site, pair) ? site : NO_SITE));
    return overflowIn(this.#basis, kept, band) > 0;
  }
}

function returnedOf(grades: Grades, bands: readonly Joined[]): Pick<Mended, "returned"> {
  const pairs = bands.flatMap(
    ({ returned }, band) => returned?.back.back.map((unit) => unit * grades.bandCount + band) ?? [],
  );
  if (pairs.length === 0) return {};
  return {
    returned: { pairs, must: bands.some(({ returned }) => returned?.must === "proven") ? "proven" : "unknown" },
  };
}

/** Writes the moves of one band into an assignment. */
export function move(grades: Grades, assignment: Uint16Array, band: number, { moves }: FoundMoves): void {
  for (const [unit, site] of moves) assignment[unit * grades.bandCount + band] = site;
}

/** The stroke's plan with those sent elsewhere for whom there is no place, as far as that is found; nobody else's area changes. */
function withPlaces(basis: Basis, { after, fixed }: Stroke): { readonly after: Plan; readonly isFitted: boolean } {
  const over = overflowOf(basis, after.assignment);
  if (over === 0) return { after, isFitted: false };
  const request = { painted: after, locked: fixed, rules: [], limits: { seed: 1 } };
  const plan = quickPlan(basis, request);
  const assignment = after.assignment.map((site, pair) =>
    basis.unitBand[pair] > 0 || site === NO_SITE ? plan.assignment[pair] : site,
  );
  return overflowOf(basis, assignment) < over
    ? { after: { ...after, assignment }, isFitted: true }
    : { after, isFitted: false };
}

/** Pupils beyond the places of their school and grades. */
export const overflowOf = (basis: Basis, assignment: Uint16Array): number =>
  basis.municipality.grades.bands.reduce((sum, { band }) => sum + overflowIn(basis, assignment, band), 0);

const overflowIn = (basis: Basis, assignment: Uint16Array, band: Band): number =>
  beyondIn(basis, assignment, band).reduce((sum, pupils) => sum + pupils, 0);

/** Whether a school has more pupils beyond its places than it had. */
function isFuller(basis: Basis, before: Uint16Array, assignment: Uint16Array, band: Band): boolean {
  const was = beyondIn(basis, before, band);
  return beyondIn(basis, assignment, band).some((pupils, site) => pupils > was[site]);
}

/** Pupils beyond the places in one band, `[site]`. */
function beyondIn({ municipality, unitBand }: Basis, assignment: Uint16Array, band: Band): readonly number[] {
  const pupils = new Float64Array(municipality.sites.length);
  for (let pair: number = band; pair < assignment.length; pair += municipality.grades.bandCount)
    if (assignment[pair] !== NO_SITE) pupils[assignment[pair]] += unitBand[pair];
  return municipality.sites.map(({ capacity }, site) => Math.max(0, pupils[site] - (capacity[band] ?? Infinity)));
}
