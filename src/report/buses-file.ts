import type { Plan } from "../domain/plan.ts";
import type { BusTerms as PublicBusTerms } from "../domain/public-buses.ts";
import type { Basis } from "../evaluate/basis.ts";
import { schoolsByBus } from "../evaluate/schools-by-bus.ts";
import { stopsAtSchoolTime } from "../evaluate/stops-at-school-time.ts";
import type { BusMorning, SharedBuses } from "../evaluate/shared-buses.ts";
import { clockText } from "../domain/clock.ts";
import type { BusTerms, SiteTransport } from "../evaluate/school-buses.ts";
import type { WrittenPlan } from "../protocol/plan-file.ts";
import type { Provenance } from "../protocol/result-file.ts";
import { busesGeoJson } from "./buses-text.ts";
import { provenance, type RunInfo } from "./evaluation-file.ts";
import type { MarkedFeatures } from "./map/geojson.ts";
import type { Audience } from "./internal.ts";
import { planFile } from "./plan-file.ts";

/** Routes with all that they follow from, as further members of the collection, which maps pass over. */
export type BusesFile = MarkedFeatures & {
  readonly provenance: Provenance;
  readonly terms: BusTerms;
  readonly plan: WrittenPlan;
  /** Buses to schools whose bell times are known, where one may run to several in a morning; absent where fewer than two are known. */
  readonly shared?: {
    readonly vehicles: number;
    readonly fewestVehicles: number;
    /** With a bus for one school alone. */
    readonly vehiclesApart: number;
    readonly mornings: readonly {
      readonly bus: number;
      readonly stops: number;
      /** In the order driven; "07:45". */
      readonly sites: readonly { readonly site: string; readonly arrival: string }[];
      readonly load: BusMorning["load"];
    }[];
  };
  /** Schools that a public bus leads to in time, by area; absent where the case has no timetable. */
  readonly publicBuses?: {
    /** The Monday of the week whose trips were read. */
    readonly week: string;
    readonly terms: PublicBusTerms;
    readonly areas: readonly { readonly unit: string; readonly sites: readonly string[] }[];
    /** Stops with a bus when school begins or has ended, by the terms: trips on the weekday that has fewest; degrees WGS84. */
    readonly stops: readonly {
      readonly name: string;
      readonly lon: number;
      readonly lat: number;
      readonly before: number;
      readonly after: number;
    }[];
  };
};

/** The routes as the file that `buses --geojson` writes. */
export const busesFile = (
  basis: Basis,
  plan: Plan,
  { found, shared }: { readonly found: readonly SiteTransport[]; readonly shared?: SharedBuses | undefined },
  terms: BusTerms,
  run: RunInfo,
  audience: Audience = "anyone",
): BusesFile => ({
  ...busesGeoJson(basis, found, audience),
  provenance: provenance(basis, run),
  terms,
  plan: planFile(basis.municipality, plan),
  ...sharedOf(basis, shared),
  ...publicBusesOf(basis),
});

function sharedOf(
  { municipality: { sites } }: Pick<Basis, "municipality">,
  shared: SharedBuses | undefined,
): Pick<BusesFile, "shared"> {
  if (!shared) return {};
  const { vehicles, fewestVehicles, apart } = shared;
  const mornings = shared.mornings.map(({ calls, load }, i) => ({
    bus: i + 1,
    stops: calls.filter(({ kind }) => kind === "stop").length,
    sites: calls.flatMap(({ kind, site, arrival }) =>
      kind === "site" ? [{ site: sites[site].id, arrival: clockText(Math.round(arrival)) }] : [],
    ),
    load,
  }));
  return { shared: { vehicles, fewestVehicles, vehiclesApart: apart.vehicles, mornings } };
}

function publicBusesOf(basis: Basis): Pick<BusesFile, "publicBuses"> {
  const { publicBuses, units, sites } = basis.municipality;
  if (!publicBuses) return {};
  const areas = (schoolsByBus(basis) ?? []).map((area) => ({
    unit: units.id[area.unit],
    sites: area.sites.map((site) => sites[site].id),
  }));
  const stops = stopsAtSchoolTime(publicBuses).map(({ stop, ...trips }) => ({ ...publicBuses.stops[stop], ...trips }));
  return { publicBuses: { week: publicBuses.week, terms: publicBuses.terms, areas, stops } };
}
