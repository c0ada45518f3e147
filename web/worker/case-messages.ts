import type { FeatureCollection, MultiLineString, MultiPolygon, Point, Polygon } from "geojson";
import type {
  Adjacency,
  BandSet,
  CostDrivers,
  CostModel,
  Currency,
  Grades,
  ImportStep,
  IndexYear,
  Outlines,
  OwnCosts,
  Plan,
  Position,
  Published,
  RightsError,
  Said,
  SavingsTarget,
  Site,
  Source,
  Steps,
  Stretch,
  Text,
} from "../../src/index.ts";
import type { PlanEffects } from "./plan-effects.ts";

export interface CaseFileBytes {
  /** From the case folder: "sites.csv", "plans/2016.json". */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is being done of opening a case: how far the reading of one of its files is, or the ways of its pupils. */
export type OpeningStep = ImportStep | "ways";

/** One problem in the case's files, with its texts filled in. */
export interface Problem {
  readonly severity: "error" | "warning";
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  /** In how many places of the file. */
  readonly times: number;
  readonly message: Text;
  readonly action: Text;
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** What can be drawn before any distance is known. */
export interface MapScenery {
  readonly name: string;
  readonly notice?: Text;
  /** What the notice says first of all. */
  readonly pupilsAre?: "made-up" | "published";
  readonly published?: Published;
  readonly sources: readonly Source[];
  readonly bounds: Bounds;
  /** As far as land and sea are known: beyond it the map is blank paper. */
  readonly known: Bounds;
  /** As far as the map can be moved. */
  readonly frame: Bounds;
  /** All that lies around the municipality, and all that is water, as areas to paint over. */
  readonly outside?: Polygon | MultiPolygon;
  readonly water?: Polygon | MultiPolygon;
  /** Farther off: the sea there, and what is land in it, to be painted one over the other. */
  readonly around?: { readonly sea: Polygon; readonly land: MultiPolygon };
  /** Where land and water meet; not where the data end. */
  readonly coast: MultiLineString;
  readonly outline?: Polygon | MultiPolygon;
  readonly places: FeatureCollection<Point, PlaceProperties>;
  /** Where schools are, closed ones too: beside one, a name is taken for its own. */
  readonly schools: readonly Position[];
  /** Municipalities around. */
  readonly neighbours: FeatureCollection<Point, { readonly name: string }>;
  readonly roads: MapRoads;
}

/** Roads as GeoJSON text, one feature a {@link RoadRank}, its property `rank`: the map's own thread reads it, and the page's never does. */
interface MapRoads {
  /** Drawn however far off one is. */
  readonly far: Blob;
  /** The smaller ones of a network too dense to be drawn at once. */
  readonly near?: Blob;
  readonly hasFerries: boolean;
}

interface PlaceProperties {
  readonly name: string;
  readonly population: number;
}

/** Main roads, others that are driven faster than within towns, the rest, and ferries. */
export type RoadRank = "main" | "country" | "small" | "ferry";

/** A stretch that the case's files call dangerous, and the roads that it is. */
export interface DangerOnMap {
  readonly name: string;
  readonly lines: Stretch["lines"];
}

export interface CaseView {
  readonly name: string;
  readonly schoolYear: string;
  readonly grades: Grades;
  /** What amounts are in. */
  readonly currency: Currency;
  /** Where it is not documented which of today's districts touch: what is said of it. */
  readonly borders?: Said;
  readonly notice?: Text;
  /** In which steps means and shares of its pupils are told. */
  readonly steps: Steps;
  readonly rightsError?: RightsError;
  readonly dataHash: string;
  readonly pupils: number;
  readonly warnings: readonly Problem[];
  /** Set where no plan says who goes where today. */
  readonly todayIs?: "guessed";
  readonly districts: readonly DistrictView[];
  readonly sites: readonly SiteView[];
  /** Today's first. */
  readonly plans: readonly CasePlan[];
  readonly units: UnitTable;
  readonly dangers: readonly DangerOnMap[];
  /** Centres of parishes; one far from round may have several, and a case may name none. */
  readonly parishes: readonly (Position & { readonly name: string })[];
  /** Units with roads around them, numbered by their first, `[unit]`; a size that parts no units is absent. */
  readonly blocks: Readonly<Partial<Record<BlockSize, Int32Array>>>;
  /** Of all units, for the areas and borders of any plan. */
  readonly outlines: Outlines;
  /** The case's own, in the prices of its price year; corrections made on the page stand in the choice. */
  readonly costs: CostModel;
  readonly priceYear: number;
  /** What the case states of its own costs. */
  readonly ownCosts?: OwnCosts;
  /** The case's own index of prices. */
  readonly priceIndex?: readonly IndexYear[];
  /** What it rests on whom a public bus serves; absent where the case has no timetable. */
  readonly timetable?: Text;
  /** What the council has set out to save. */
  readonly target?: SavingsTarget;
  /** Whether it knows promises or later numbers of pupils that the model can be tried on. */
  readonly canBeTried: boolean;
  readonly today: PlanEffects;
  /** What money is counted against. */
  readonly drivers: CostDrivers;
}

/** Between all larger roads, or between main roads alone. */
export const BLOCK_SIZES = ["small", "large"] as const;
export type BlockSize = (typeof BLOCK_SIZES)[number];

interface DistrictView {
  readonly id: string;
  readonly name: string;
  readonly sites: readonly number[];
  readonly pupils: number;
}

interface SiteView extends Position {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly teaches: BandSet;
  readonly capacity: Site["capacity"];
  /** Today. */
  readonly pupils: number;
}

/** A plan that came as a file. */
interface CasePlan extends Plan {
  /** How many pupils have no school, where the plan is unfinished. */
  readonly unfinished?: Text;
}

/** The units as columns; what hovering needs without asking the worker. */
export interface UnitTable {
  readonly count: number;
  readonly id: readonly string[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Pupils, `[unit * BAND_COUNT + band]`. */
  readonly unitBand: Uint32Array;
  /** Who touches whom, and which part of the municipality that hangs together each lies in, `[unit]`: what is cut off is told as it is drawn. */
  readonly adjacency: Adjacency;
  readonly landmass: Uint32Array;
  /** Metres on foot or by bicycle, the mean over the unit's pupils, `[unit * sites + site]`; Infinity: no route. */
  readonly unitWalk: Float32Array;
  readonly shape:
    | { readonly kind: "h3"; readonly resolution: number }
    | { readonly kind: "polygons"; readonly areas: FeatureCollection<Polygon | MultiPolygon> };
}
