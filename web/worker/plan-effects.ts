import type { FeatureCollection, MultiPolygon } from "geojson";
import type {
  Apart,
  BusTerms,
  Cell,
  CostDrivers,
  PlanMoney,
  Range,
  SiteTransport,
  StructureChange,
  Text,
  MeasureKey,
} from "../../src/index.ts";

/** What one plan means, as the worker works it out for the page. */
export interface PlanEffects {
  readonly values: ReadonlyMap<MeasureKey, number>;
  /** What stands before any figure where the plan leaves pupils without a school; empty for a finished plan. */
  readonly unfinished: readonly Text[];
  /** Absent for an unfinished plan. */
  readonly money?: PlanMoney;
  /** What it does to the schools of today, by which the law asks more or less of it. */
  readonly structure: StructureChange;
  /** Pupils by length of the way to school, in the classes of {@link WAY_LIMITS}; the last: no route. */
  readonly ways: Uint32Array;
  /** Classes by mean number of pupils in them, in the classes of {@link CLASS_SIZE_LIMITS}. */
  readonly classSizes: Uint32Array;
  readonly districts: readonly DistrictEffects[];
  /** In the order of the case's sites; a closed site has none. */
  readonly sites: readonly SiteEffects[];
  /** Schools whose area in some grades is in pieces, and districts in pieces. */
  readonly apart: readonly Apart[];
  /** Where most pupils of a site with lower grades go on to, and whether that is in the same district. */
  readonly feeders: readonly { readonly from: number; readonly to: number; readonly kept: boolean }[];
  /** Today's measures and what they cost, where the plan's own assumptions make them other than the case's. */
  readonly today?: { readonly values: ReadonlyMap<MeasureKey, number>; readonly drivers: CostDrivers };
  /** Where units change site for any band. */
  readonly changed?: MultiPolygon;
}

interface DistrictEffects {
  readonly name: string;
  readonly sites: readonly number[];
  readonly pupils: number;
  /** Metres by car between its two sites farthest apart; 0 with one site, absent where no road joins two of them. */
  readonly farthest?: number;
  /** Parts that do not hang together with the rest. */
  readonly detached: number;
}

export interface SiteEffects {
  readonly site: number;
  /** Pupils and pupils beyond capacity, `[band]`. */
  readonly pupils: readonly number[];
  readonly overflow: readonly number[];
  readonly classes: number;
}

/** School buses under a plan, beside travel cards and today. */
export interface PlanBuses {
  readonly terms: BusTerms;
  readonly total: BusTotals;
  readonly today: BusTotals;
  readonly sites: readonly SiteBuses[];
  /** A line a bus, a point a stop; `layer` says which. */
  readonly map: FeatureCollection;
}

/** One site's; `rights` as it may be shown, small groups hidden. */
type SiteBuses = Pick<SiteTransport, "site" | "cheaper" | "vehicles" | "kilometresPerDay"> & {
  readonly rights: Cell;
  /** Vehicles for all in buses: as found, and what no plan is below. */
  readonly bounds: { readonly found: number; readonly vehicles: number };
};

/** Buses to schools whose bell times are known, where one may run to several. */
export interface SharedTotals {
  readonly sites: number;
  readonly vehicles: number;
  /** No plan with these stops has fewer. */
  readonly fewest: number;
  /** With a bus for one school alone. */
  readonly apart: number;
  /** Kroner a year. */
  readonly saved: Range;
}

/** All sites together; kroner a year. */
export interface BusTotals {
  readonly rights: number;
  readonly vehicles: number;
  readonly kilometresPerDay: number;
  readonly byTaxi: number;
  readonly cards: Range;
  readonly buses: Range;
  /** Absent where fewer than two schools with buses have a bell time. */
  readonly shared?: SharedTotals;
  /** Minutes on board of the longest run. */
  readonly longest: number;
  /** What no set of routes goes below, and what was found before few pupils far apart were given a taxi. */
  readonly bounds: {
    readonly vehicles: number;
    readonly kilometresPerDay: number;
    readonly found: { readonly vehicles: number; readonly kilometresPerDay: number };
  };
}

/** Upper limits in metres of the classes of ways to school; the last class has none. */
export const WAY_LIMITS: readonly number[] = [500, 1000, 2000, 3000, 4000, 6000, 8000];

/** Upper limits in pupils of the classes of class sizes. */
export const CLASS_SIZE_LIMITS: readonly number[] = [12, 16, 20, 24, 28];
