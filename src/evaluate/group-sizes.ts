import { type Currency, moneyOf } from "../domain/currency.ts";
import { type BandKey, byBandKey, pupilsInBand } from "../domain/grades.ts";
import type { Municipality } from "../domain/municipality.ts";
import { metresApart } from "../geo/nearest.ts";
import { nearestFive } from "../kernels/disclosure/shown.ts";
import { sum } from "../kernels/sum.ts";

/** How large the groups are that means and shares of a case are of, as that may be told: what the steps follow from that they are told in. */
export interface GroupSizes {
  /** To the nearest five. */
  readonly pupils: number;
  /** Of each band, to the nearest five. */
  readonly inBand: Readonly<Record<BandKey, number>>;
  /** Places that are known. */
  readonly places: number;
  /** Metres that a plan may make somebody's way longer or shorter by. */
  readonly farthest: number;
  /** What its money is in. */
  readonly currency: Currency;
}

/** Nobody is sent farther to school, metres. */
const FARTHEST = 20_000;

type Of = Pick<Municipality, "grades" | "demand" | "units" | "sites" | "info">;

/** Of a case's pupils, whatever is drawn in it; worked out once. */
export function groupSizes(municipality: Of): GroupSizes {
  const found = known.get(municipality) ?? counted(municipality);
  known.set(municipality, found);
  return found;
}

const known = new WeakMap<Of, GroupSizes>();

function counted({ grades, demand, units, sites, info }: Of): GroupSizes {
  const byGrade = new Uint32Array(grades.count);
  demand.pupils.forEach((pupils, at) => (byGrade[at % grades.count] += pupils));
  return {
    pupils: nearestFive(sum(byGrade)),
    inBand: byBandKey(grades, (band) => nearestFive(pupilsInBand(grades, byGrade, band))),
    places: sum(sites.flatMap(({ capacity }) => capacity.flatMap((places) => places ?? []))),
    farthest: Math.min(FARTHEST, WINDING * acrossMetres(units)),
    currency: moneyOf(info),
  };
}

/** So many times as long as the crow flies are ways by road where they are long. */
const WINDING = 1.4;

/** From one corner of the area to the other. */
function acrossMetres({ lon, lat }: Of["units"]): number {
  const [west, south] = [lon, lat].map((all) => all.reduce((least, each) => Math.min(least, each), Infinity));
  const [east, north] = [lon, lat].map((all) => all.reduce((most, each) => Math.max(most, each), -Infinity));
  return metresApart({ lon: west, lat: south }, { lon: east, lat: north });
}
