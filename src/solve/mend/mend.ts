import { BAND_COUNT, BANDS } from "../../domain/grades.ts";
import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { quickRepair } from "../assignment/repair.ts";
import type { Solver } from "../solver.ts";
import { BandGround, type Stroke } from "./band-ground.ts";
import { type ProofOptions, provenMoves } from "./proven.ts";
import { type FoundMoves, quickMoves } from "./quick.ts";

/** A stroke's plan as it would be mended. */
export interface Mended {
  readonly assignment: Uint16Array;
  /** Whether no repair changes fewer areas, or as many with fewer pupils. Of one that also makes places suffice that is not known. */
  readonly proven: "optimal" | "quick";
  /** Whether everything hangs together as before the stroke; if not, and `none` is true, there is proof that it cannot. */
  readonly joined: "all" | "some" | "none-possible";
}

/**
 * What a stroke broke, mended at once: pupils beyond the places go elsewhere, then what was cut off is joined by as few areas as are
 * found, and without making any school fuller.
 */
export function mendAtOnce(basis: Basis, stroke: Stroke): Mended {
  const { after, isFitted } = withPlaces(basis, stroke);
  const assignment = after.assignment.slice();
  let [proven, joined]: [Mended["proven"], Mended["joined"]] = [isFitted ? "quick" : "optimal", "all"];
  for (const { band } of BANDS) {
    const found = quickMoves(new BandGround(basis, { ...stroke, after }, band));
    if (!found) joined = "some";
    else if (found.proven === "quick") proven = "quick";
    if (found) move(assignment, band, found);
  }
  return { assignment, proven: joined === "all" ? proven : "quick", joined };
}

/** The mended plan at once; then, where that is not known to be the smallest and only has to be joined, the smallest. */
export async function* mend(
  basis: Basis,
  stroke: Stroke,
  solver: Solver,
  options: ProofOptions = {},
): AsyncGenerator<Mended> {
  const quick = mendAtOnce(basis, stroke);
  yield quick;
  if (quick.proven === "optimal" || withPlaces(basis, stroke).isFitted) return;
  const assignment = stroke.after.assignment.slice();
  let [proven, joined]: [Mended["proven"], Mended["joined"]] = ["optimal", "all"];
  for (const { band } of BANDS) {
    const ground = new BandGround(basis, stroke, band);
    const answer = await provenMoves(ground, quickMoves(ground), solver, options);
    if (answer.status === "none") joined = "none-possible";
    else if (answer.status === "unknown" && joined === "all") joined = "some";
    if (answer.status === "unknown" || answer.status === "stopped") proven = "quick";
    if ("found" in answer) move(assignment, band, answer.found);
  }
  yield { assignment, proven, joined };
}

function move(assignment: Uint16Array, band: number, { moves }: FoundMoves): void {
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
function overflowOf({ municipality, unitBand }: Basis, assignment: Uint16Array): number {
  const pupils = new Float64Array(municipality.sites.length * BAND_COUNT);
  assignment.forEach((site, pair) => {
    if (site !== NO_SITE) pupils[site * BAND_COUNT + (pair % BAND_COUNT)] += unitBand[pair];
  });
  return municipality.sites.reduce(
    (sum, { capacity }, site) =>
      BANDS.reduce(
        (all, { band }) => all + Math.max(0, pupils[site * BAND_COUNT + band] - (capacity[band] ?? Infinity)),
        sum,
      ),
    0,
  );
}
