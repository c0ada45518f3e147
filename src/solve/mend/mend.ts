import { BAND_COUNT, BANDS, type Band } from "../../domain/grades.ts";
import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { quickRepair } from "../assignment/repair.ts";
import type { Solver } from "../solver.ts";
import { BandGround, type Stroke } from "./band-ground.ts";
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
}

/**
 * What a stroke broke, mended at once: pupils beyond the places go elsewhere, then what was cut off is joined by as few areas as are
 * found, without making any school fuller where such a way is found.
 */
export const mendAtOnce = (basis: Basis, stroke: Stroke): Mended => atOnce(basis, stroke).mended;

/** The mended plan, and whether anybody was sent elsewhere for want of places. */
function atOnce(basis: Basis, stroke: Stroke): { readonly mended: Mended; readonly isFitted: boolean } {
  const { after, isFitted } = withPlaces(basis, stroke);
  const mended = new MendedBands(basis, stroke);
  for (const { band } of BANDS) {
    const joined = joinedAtOnce(basis, { ...stroke, after }, band);
    const isEnough = overflowIn(basis, after.assignment, band) === 0;
    const isWhole = joined.found && joined.places === "kept" && isEnough;
    const passed = isWhole || stroke.places === "free" ? undefined : passedOnAtOnce(basis, stroke, band);
    mended.add(band, passed ?? joined, passed ? stroke.after : after);
  }
  return { mended: mended.answer(isFitted ? "quick" : "optimal"), isFitted };
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

/** The mended plan at once; then, where that is not known to be the smallest and only has to be joined, the smallest. */
export async function* mend(
  basis: Basis,
  stroke: Stroke,
  solver: Solver,
  options: ProofOptions = {},
): AsyncGenerator<Mended> {
  const { mended: quick, isFitted } = atOnce(basis, stroke);
  yield quick;
  if (quick.proven === "optimal" || isFitted) return;
  const mended = new MendedBands(basis, stroke);
  for (const { band } of BANDS)
    mended.add(band, await joinedProven(basis, stroke, band, solver, options), stroke.after);
  yield mended.answer("optimal");
}

/** How one band is joined; nothing found where no way is known, or there is none. */
interface Joined extends Pick<Mended, "places"> {
  readonly found?: FoundMoves;
  readonly proven: "optimal" | "quick" | "none";
}

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
    this.#bands.push(joined);
    for (let pair: number = band; pair < this.#assignment.length; pair += BAND_COUNT)
      this.#assignment[pair] = start.assignment[pair];
    if (joined.found) move(this.#assignment, band, joined.found);
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
    };
  }

  #beyond(): Mended["beyond"] {
    if (overflowOf(this.#basis, this.#assignment) === 0) return "nobody";
    const { after, fixed } = this.#stroke;
    const kept = after.assignment.map((site, pair) => (fixed.has(pair) ? site : NO_SITE));
    return overflowOf(this.#basis, kept) > 0 ? "must-be" : "some";
  }
}

/** Writes the moves of one band into an assignment. */
export function move(assignment: Uint16Array, band: number, { moves }: FoundMoves): void {
  for (const [unit, site] of moves) assignment[unit * BAND_COUNT + band] = site;
}

/** The stroke's plan with those sent elsewhere for whom there is no place, as far as that is found; nobody else's area changes. */
function withPlaces(basis: Basis, { after, fixed }: Stroke): { readonly after: Plan; readonly isFitted: boolean } {
  const over = overflowOf(basis, after.assignment);
  if (over === 0) return { after, isFitted: false };
  const request = { painted: after, locked: fixed, rules: [], limits: { seed: 1 } };
  const { plan } = quickRepair(basis, request);
  const assignment = after.assignment.map((site, pair) =>
    basis.unitBand[pair] > 0 || site === NO_SITE ? plan.assignment[pair] : site,
  );
  return overflowOf(basis, assignment) < over
    ? { after: { ...after, assignment }, isFitted: true }
    : { after, isFitted: false };
}

/** Pupils beyond the places of their school and grades. */
export const overflowOf = (basis: Basis, assignment: Uint16Array): number =>
  BANDS.reduce((sum, { band }) => sum + overflowIn(basis, assignment, band), 0);

function overflowIn({ municipality, unitBand }: Basis, assignment: Uint16Array, band: Band): number {
  const pupils = new Float64Array(municipality.sites.length);
  for (let pair: number = band; pair < assignment.length; pair += BAND_COUNT)
    if (assignment[pair] !== NO_SITE) pupils[assignment[pair]] += unitBand[pair];
  return municipality.sites.reduce(
    (sum, { capacity }, site) => sum + Math.max(0, pupils[site] - (capacity[band] ?? Infinity)),
    0,
  );
}
