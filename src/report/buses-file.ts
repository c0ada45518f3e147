import type { Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { BusTerms, SiteTransport } from "../evaluate/school-buses.ts";
import type { WrittenPlan } from "../protocol/plan-file.ts";
import type { Provenance } from "../protocol/result-file.ts";
import { busesGeoJson } from "./buses-text.ts";
import { provenance, type RunInfo } from "./evaluation-file.ts";
import type { MarkedFeatures } from "./geojson.ts";
import type { Audience } from "./internal.ts";
import { planFile } from "./plan-file.ts";

/** Routes with all that they follow from, as further members of the collection, which maps pass over. */
export type BusesFile = MarkedFeatures & {
  readonly provenance: Provenance;
  readonly terms: BusTerms;
  readonly plan: WrittenPlan;
};

/** The routes as the file that `buses --geojson` writes. */
export const busesFile = (
  basis: Basis,
  plan: Plan,
  found: readonly SiteTransport[],
  terms: BusTerms,
  run: RunInfo,
  audience: Audience = "anyone",
): BusesFile => ({
  ...busesGeoJson(basis, found, audience),
  provenance: provenance(basis, run),
  terms,
  plan: planFile(basis.municipality, plan),
});
