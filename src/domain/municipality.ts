import type { Currency } from "./currency.ts";
import type { Said } from "./language.ts";
import type { ForecastInputs } from "./forecast.ts";
import type { BandSet, Grades } from "./grades.ts";
import type { IndexYear, OwnCosts, SavingPromise, SavingsTarget } from "./cost-items.ts";
import type { Published } from "./published.ts";
import type { PublicBuses } from "./public-buses.ts";
import type { Metres, Pupils } from "./quantities.ts";

/** Everything a case starts from. Built by import, never changed afterwards. */
export interface Municipality {
  readonly info: CaseInfo;
  readonly grades: Grades;
  /** All places that teach or could teach, those closed today included. A site's number is its index here. */
  readonly sites: readonly Site[];
  /** Today's districts, from the tables. A district's number is its index here. */
  readonly districts: readonly District[];
  readonly units: Units;
  readonly demand: Demand;
  readonly roads: RoadNetwork;
  /** What the case's files say of the years to come; absent where they say nothing. */
  readonly forecast?: ForecastInputs;
  readonly scenery: Scenery;
  /** From the municipality's own accounts, in place of the cost model's defaults. */
  readonly ownCosts?: OwnCosts;
  /** What amounts follow from year to year, every year from the first to the last; absent where the state's index stands in. */
  readonly priceIndex?: readonly IndexYear[];
  readonly dangerousRoads?: readonly DangerousRoad[];
  /** Absent where the case has no timetable: then nobody knows whom a public bus serves. */
  readonly publicBuses?: PublicBuses;
  /** Centres of parishes; one far from round may have several. Who lives where is told by the nearest. */
  readonly parishes?: readonly Place[];
}

/** A stretch of road that the municipality has decided is dangerous (§ 26(1)2), from one place along the road to another. */
export interface DangerousRoad {
  readonly name: string;
  readonly from: Position;
  readonly to: Position;
  /** The bands it is dangerous for. */
  readonly bands: BandSet;
}

/** What case.json says of the case as a whole. */
export interface CaseInfo {
  readonly name: string;
  /** The municipality's code in its country's register, as text: leading zeros count ("0316"). Absent where it has none. */
  readonly code?: string;
  /** The calendar year in which the school year starts: 2015 is the school year 2015/16. */
  readonly schoolYear: number;
  /** The year whose prices amounts are stated in, where the case has amounts of its own. */
  readonly priceYear: number;
  /** What amounts are in; Danish kroner where the case does not say. */
  readonly currency?: Currency;
  readonly sources: readonly Source[];
  /** Set where pupils are not real: the sentence every screen and file shows. */
  readonly syntheticNotice?: Readonly<Record<"da" | "en", string>>;
  /** Set where pupils were put together and rounded so that the case may leave the planner's machine. */
  readonly published?: Published;
  /** Set where it is not documented which of today's districts touch: the sentence shown where plans are counted. */
  readonly bordersNotice?: Said;
  /** Set where addresses are not real: the sentence shown wherever one is searched for or named. */
  readonly addressesNotice?: Said;
  /** Id of the plan in force today; without it today's plan follows from the tables. */
  readonly baseline?: string;
  /** The saving that the council has set itself. */
  readonly savingsTarget?: SavingsTarget;
  /** By which measures, by key, the order of plans is not to be relied on, and how that was found. */
  readonly order?: { readonly unsure: readonly string[]; readonly source: Said };
  /** Changes whose money was said beforehand, to try the cost model on. */
  readonly promises?: readonly SavingPromise[];
  /** How far off the number with a right to transport may be because of the roads; absent where nobody has said. */
  readonly rightsError?: RightsError;
  /** Farthest a pupil or a site may be from the nearest road and still be on the network. */
  readonly snapLimit: Metres;
}

/** What the number with a right to transport may be on exact roads, as shares of what the case's roads give: low <= 1 <= high. */
export interface RightsError {
  readonly low: number;
  readonly high: number;
  /** How that was found: a sentence. */
  readonly source: Said;
}

export interface Source {
  readonly what: Said;
  readonly from: Said;
  readonly licence?: Said;
}

/** Longitude and latitude in degrees, WGS84. */
export interface Position {
  readonly lon: number;
  readonly lat: number;
}

export interface Site extends Position {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  /** Bands taught today; empty for a site that is closed today. */
  readonly teaches: BandSet;
  /** Places for pupils, `[band]`; `undefined` where nobody has said (never zero by default). */
  readonly capacity: readonly (Pupils | undefined)[];
  /** Pupils by grade as the register counts them, `[grade]`; a check on the demand, never used in its place. */
  readonly registered?: readonly number[];
  /** When school begins, minutes after midnight; absent where nobody has said. */
  readonly bellTime?: number;
}

/** One school organisation with one leadership at one or more sites. */
export interface District {
  readonly id: string;
  readonly name: string;
  /** Site numbers, ascending. */
  readonly sites: readonly number[];
}

/** The basic units: smallest areas assigned as a whole. */
export interface Units {
  readonly count: number;
  /** Cell index or the id the polygons came with, `[unit]`. */
  readonly id: readonly string[];
  /** Centre, degrees WGS84, `[unit]`. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly shape: UnitShape;
  readonly adjacency: Adjacency;
  /** Those of the touching units that only a ferry joins, pairs `[a, b, a, b, …]`; absent: none. */
  readonly ferries?: Uint32Array;
}

export type UnitShape =
  | { readonly kind: "h3"; readonly resolution: number }
  /** Rings in degrees WGS84, `[unit]`. */
  | { readonly kind: "polygons"; readonly geometry: readonly (GeoPolygon | GeoMultiPolygon)[] };

export interface GeoPolygon {
  readonly type: "Polygon";
  readonly coordinates: number[][][];
}
export interface GeoMultiPolygon {
  readonly type: "MultiPolygon";
  readonly coordinates: number[][][][];
}

/**
 * Which nodes touch, as compressed rows: the neighbours of `i` are `target[start[i] … start[i + 1])`, ascending. For units
 * two touch when they share an edge, or a ferry or a bridge joins them.
 */
export interface Adjacency {
  readonly start: Uint32Array;
  readonly target: Uint32Array;
}

/**
 * Pupils who live in the units. A demand point is an address (or the centre of a counted place); the points of unit `u`
 * are numbered `firstPoint[u] … firstPoint[u + 1])`. A unit without pupils has one point, its centre, with none.
 */
export interface Demand {
  readonly pointCount: number;
  readonly firstPoint: Uint32Array;
  /** Degrees WGS84, `[point]`. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Pupils, `[point * GRADE_COUNT + grade]`. */
  readonly pupils: Uint16Array;
}

export const ROAD_KINDS = ["road", "motorway", "path", "ferry"] as const;
/** Motorways carry cars only, paths carry feet and bicycles only, ferries carry all and take their stated time. */
export type RoadKind = (typeof ROAD_KINDS)[number];

/** The plane that a case is measured in, metres: a projection's definition as proj4 writes it. */
export type Plane = string;

/**
 * Roads as noded lines: two lines meet only where both end. Line `i` has the vertices
 * `xy[2 * start[i] … 2 * start[i + 1])`, x and y in metres of the plane.
 */
export interface RoadNetwork {
  readonly plane: Plane;
  readonly count: number;
  readonly start: Uint32Array;
  readonly xy: Float64Array;
  /** Length along the road in metres, `[line]`; stated by the file where a schematic line is shorter than its road. */
  readonly length: Float64Array;
  /** Index into {@link ROAD_KINDS}, `[line]`. */
  readonly kind: Uint8Array;
  /** Driving time in minutes, `[line]`: length by speed, or the ferry's stated crossing time. */
  readonly minutes: Float64Array;
  /** Which way cars may drive, `[line]`: 1 as the line is drawn, -1 the other way, 0 both; absent where all lead both ways. */
  readonly oneWay?: Int8Array;
}

/** What the map shows underneath; nothing is computed from it. GeoJSON in degrees WGS84. */
export interface Scenery {
  readonly outline?: GeoPolygon | GeoMultiPolygon;
  readonly land: readonly (GeoPolygon | GeoMultiPolygon)[];
  /** Land around that, told less exactly, so that the map goes on to its edge. */
  readonly surroundings: readonly (GeoPolygon | GeoMultiPolygon)[];
  readonly places: readonly Place[];
  /** Neighbouring municipalities, each where its name is to stand. */
  readonly neighbours: readonly Place[];
}

export interface Place extends Position {
  readonly name: string;
  readonly population?: number;
}
