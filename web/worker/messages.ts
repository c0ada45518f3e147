import type { FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon } from "geojson";
import type {
  Adjacency,
  CostDrivers,
  AssignmentPolicy,
  BandSet,
  ContiguityRule,
  Grades,
  JoinedDistricts,
  CostModel,
  OpenCase,
  Mended,
  Outlines,
  IndexYear,
  OwnCosts,
  Plan,
  Position,
  RightsError,
  Said,
  SavingsTarget,
  StopReason,
  Site,
  SiteChanges,
  Stretch,
  Source,
  Text,
  Touching,
  MeasureKey,
  Weights,
} from "../../src/index.ts";
import type { CostEdits } from "./cost-edits.ts";
import type { AskQuestion, AskStep } from "./ask-messages.ts";
import type { AssumedPlan } from "./assumed-plan.ts";
import type { Details, DetailQuestion } from "./detail-answers.ts";
import type { HereAnswer, HereQuestion } from "./here-messages.ts";
import type { PairEdits } from "./pair-edits.ts";
import type { PlanEffects } from "./plan-effects.ts";
import type { WishQuestion, WishStep } from "./wish-messages.ts";

export type { AssumedPlan } from "./assumed-plan.ts";
export type * from "./ask-messages.ts";
export type * from "./compare-messages.ts";
export type * from "./detail-answers.ts";
export type * from "./plan-effects.ts";
export type * from "./wish-messages.ts";
export { CLASS_SIZE_LIMITS, WAY_LIMITS } from "./plan-effects.ts";

/** What the page asks of the worker. */
export type ToWorker =
  | { readonly kind: "open"; readonly files: readonly CaseFileBytes[] }
  /** A case that another worker has opened: it comes ready. */
  | { readonly kind: "open"; readonly opened: OpenCase }
  | ListQuestion
  /** From here on everything is at these prices; a list that is there is repriced. */
  | { readonly kind: "costs"; readonly costs: CostEdits }
  | JoinedQuestion
  | { readonly kind: "effects"; readonly key: string; readonly plan: AssumedPlan }
  | { readonly kind: "detail"; readonly question: DetailQuestion }
  | {
      readonly kind: "route";
      readonly unit: number;
      readonly site: number;
      /** What the plan in view assumes of schools: the site may be one that it adds. */
      readonly sites?: SiteChanges;
    }
  /** How far it is from every unit to a place where a plan has a new school. */
  | { readonly kind: "ways"; readonly to: Position }
  /** Along which roads a stretch runs. */
  | { readonly kind: "stretch"; readonly along: readonly Position[] }
  | { readonly kind: "here"; readonly ticket: number; readonly question: HereQuestion }
  | RepairQuestion
  | AskQuestion
  | WishQuestion;

/** What the worker answers. Nothing is thrown across: whatever goes wrong is one of these. */
export type FromWorker =
  | { readonly kind: "scenery"; readonly scenery: MapScenery }
  /** From files: what the page shows, and the case for the other workers. */
  | { readonly kind: "opened"; readonly view: CaseView; readonly opened: OpenCase }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "progress"; readonly ticket: number; readonly progress: Progress }
  | { readonly kind: "listed"; readonly ticket: number; readonly list: PlanList }
  | { readonly kind: "repriced"; readonly repriced: Repriced }
  | { readonly kind: "impossible"; readonly ticket: number; readonly rules: readonly Text[] }
  | { readonly kind: "joined"; readonly key: string; readonly joined: JoinedDistricts }
  | { readonly kind: "effects"; readonly key: string; readonly effects: PlanEffects }
  | { readonly kind: "detail"; readonly details: Details }
  /** Metres, `[unit]`. */
  | { readonly kind: "ways"; readonly to: Position; readonly metres: Float32Array }
  | { readonly kind: "stretch"; readonly along: readonly Position[]; readonly stretch: Stretch }
  | { readonly kind: "route"; readonly unit: number; readonly site: number; readonly route?: DrawnRoute }
  | { readonly kind: "here"; readonly ticket: number; readonly answer: HereAnswer }
  | { readonly kind: "repaired"; readonly ticket: number; readonly step: RepairStep }
  | { readonly kind: "asked"; readonly ticket: number; readonly step: AskStep }
  | { readonly kind: "wished"; readonly ticket: number; readonly step: WishStep }
  | { readonly kind: "failed"; readonly reason: string; readonly why?: StopReason };

/** `ticket` tells the answers of one question from those of another. */
export interface ListQuestion {
  readonly kind: "list";
  readonly ticket: number;
  readonly districts: number;
  readonly policy: AssignmentPolicy;
  readonly touching: PairEdits;
}

/** Some of today's districts joined, where no list in view has it; `touching` says which list its number is looked up in. */
export interface JoinedQuestion {
  readonly kind: "joined";
  readonly key: string;
  readonly policy: AssignmentPolicy;
  readonly groups: readonly (readonly number[])[];
  readonly touching: PairEdits;
}

/** A drawn plan to complete around what is locked: at once, or until it is proven that nothing less changes it. */
export interface RepairQuestion {
  readonly kind: "repair";
  readonly ticket: number;
  readonly plan: AssumedPlan;
  /** `unit * BAND_COUNT + band`. */
  readonly locked: Uint32Array;
  readonly until: "quick" | "proven";
  /** Whether no school may get more pupils than it has places for. */
  readonly places: "kept" | "free";
  /** Where a stroke is mended: what it broke is put right by as few areas as can be, and nothing else. */
  readonly stroke?: {
    /** Who went where before it. */
    readonly before: Uint16Array;
    /** The districts before it, where it moved schools between them. */
    readonly districtsBefore?: Plan["districts"];
    /** What of it was just drawn, and may go back in part where nothing whole leaves it all. */
    readonly drawn: Uint32Array;
    /** Sites to which nothing may be moved. */
    readonly closed: readonly number[];
  };
}

export type RepairStep =
  | {
      readonly status: "answer";
      readonly assignment: Uint16Array;
      readonly proven: "quick" | "stopped" | "optimal";
      /** Of a whole plan: parts that still lie apart and what keeps them, and the painted pupils that any whole plan moves, where proven. */
      readonly apart?: number;
      readonly held?: "never" | "places" | "unknown";
      readonly least?: number;
      /** Of a whole plan: pupil-kilometres a day. */
      readonly kilometres?: number;
      readonly stroke?: StrokeMend;
    }
  | { readonly status: "impossible"; readonly rules: readonly Text[] }
  | { readonly status: "failed"; readonly reason: string };

/** What a stroke broke, and what mending it comes to. */
export interface StrokeMend {
  /** Parts that it cut off from their school's area or district, in any grades. */
  readonly apart: number;
  /** Whether all of them are joined; if not, whether that is shown to be impossible around what stays. */
  readonly joined: Mended["joined"];
  /** Whether no school is fuller for it than its places allow; if some are, whether some are shown to have to be. */
  readonly places: Mended["places"];
  /** Who is left without a place, and whether that is shown to have to be. */
  readonly beyond: Mended["beyond"];
  /** Areas just drawn that go back, of how many, and whether some are shown to have to; absent where none do. */
  readonly returned?: { readonly areas: number; readonly of: number; readonly must: "proven" | "unknown" };
  /** Pupils beyond the places, with the stroke and mended. */
  readonly over: { readonly before: number; readonly after: number };
  /** Mended minus not: pupil-kilometres a day, and kroner a year that are saved less (middle); none where no money is known. */
  readonly kilometres: number;
  readonly kroner?: number;
}

export interface CaseFileBytes {
  /** From the case folder: "sites.csv", "plans/2016.json". */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

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
  /** Municipalities around. */
  readonly neighbours: FeatureCollection<Point, { readonly name: string }>;
  readonly roads: FeatureCollection<MultiLineString, { readonly rank: RoadRank }>;
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
  /** Where it is not documented which of today's districts touch: what is said of it. */
  readonly borders?: Said;
  readonly notice?: Text;
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

export interface Progress {
  readonly phase: "districts" | "groupings";
  readonly done: number;
  readonly of: number;
}

/** Every plan of one question as columns; a plan's number is its place here, counted from 0. */
export interface PlanList {
  readonly policy: AssignmentPolicy;
  readonly districts: number;
  readonly count: number;
  /** Ways to split the districts, touching or not, and whether all that touch are listed. */
  readonly existing: string;
  readonly complete: boolean;
  /** What is said of which districts touch, as the address writes it. */
  readonly said: string;
  /** Which districts touch, by which rule; absent where not all plans are listed. */
  readonly touching?: Touching & {
    readonly rule: ContiguityRule;
    /** Pairs that are not as the map has them, the lower number first. */
    readonly said: readonly { readonly pair: readonly [number, number] }[];
  };
  /** Plans of the list whose every district is in one piece. */
  readonly contiguous: number;
  readonly merged: readonly MergedView[];
  /** Numbers of merged districts, `[plan * districts + i]`. */
  readonly groupings: Uint32Array;
  /** By measure key, `[plan]`; NaN where there is nothing to measure. */
  readonly values: ReadonlyMap<MeasureKey, Float64Array>;
  /** Measures that tell the plans apart. */
  readonly telling: readonly MeasureKey[];
  readonly decisions: readonly Decision[];
  /** Measures whose order of the plans is not to be relied on. */
  readonly unsure?: readonly string[];
  /** Marks the plans that no other beats, `[plan]`. */
  readonly unbeaten: Uint8Array;
  readonly seconds: number;
  /** The corrections it is priced with, as the address writes them. */
  readonly costs: string;
}

/** What other prices change in a list: the money measures' values, which measures tell plans apart, where plans stand. */
export type Repriced = Pick<
  PlanList,
  "policy" | "districts" | "values" | "telling" | "decisions" | "unbeaten" | "costs"
>;

interface MergedView {
  /** Today's districts, ascending. */
  readonly joins: readonly number[];
  readonly name: string;
  readonly sites: readonly number[];
  readonly pupils: number;
  /** The (unit, band) pairs that change site, and the site they change to. */
  readonly pairs: Uint32Array;
  readonly to: Uint16Array;
}

/** A plan file that answers the question: where it stands among all. */
export interface Decision {
  readonly id: string;
  readonly title: Said;
  /** Absent where no plan in the list joins the sites as it does. */
  readonly plan?: number;
  /** By telling measure, 1 = best. */
  readonly ranks: ReadonlyMap<MeasureKey, number>;
  /** Plans at least as good on every main measure, and better on one; absent where the list is not complete. */
  readonly beatenBy?: number;
}

/** Which plans to show in which order. */
export interface Arrangement {
  readonly key: string;
  readonly sort: MeasureKey;
  /** In place of the measure, where concerns are weighed. */
  readonly weights?: Weights;
  readonly show: "all" | "unbeaten";
  /** Numbers of the plans that are wanted, from 0; empty where none is asked for by number. */
  readonly plans: readonly number[];
  /** Each entry: today's districts that are to be in one new district. */
  readonly join: readonly (readonly number[])[];
}

export interface Arranged {
  readonly key: string;
  readonly order: Uint32Array;
  /** As in the list. */
  readonly unbeaten: Uint8Array;
}

export interface DrawnRoute {
  readonly metres: number;
  readonly line: LineString;
}
