import type { District } from "../../domain/municipality.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { Distribution } from "../../evaluate/distribution.ts";
import type { DistrictTally } from "../../evaluate/district-tally.ts";
import type { MeasureKey } from "../../evaluate/measures/table.ts";
import type { PlanView } from "../../evaluate/plan-view.ts";
import type { GroupFloor } from "./floors.ts";
import type { GroupGate } from "./gates.ts";

/** What the best grouping is looked for by when there are too many to list. Values are turned so that less is better. */
export type GroupingObjective = SumObjective | WorstObjective | ShareObjective | RatioObjective | EvennessObjective;

/** The largest merged district divided by the smallest. */
export interface EvennessObjective {
  readonly kind: "evenness";
  readonly measures: readonly MeasureKey[];
  /** Of each of today's districts. */
  readonly pupils: readonly number[];
}

/** A whole number of a merged district, from its tally. */
export type Counted = (tally: DistrictTally) => number;

/** Added up over the merged districts. */
export interface SumObjective {
  readonly kind: "sum";
  readonly measures: readonly MeasureKey[];
  readonly of: Counted;
  readonly floor: GroupFloor;
}

/** Decided by the worst of the merged districts; whole numbers. */
export interface WorstObjective {
  readonly kind: "worst";
  readonly measures: readonly MeasureKey[];
  readonly of: Counted;
  /** Lets through the groups that may be in a grouping no worse than a level. */
  readonly within: (level: number) => GroupGate;
  /** Of a group by what its districts are; absent where it must be solved to know. */
  readonly levelOf?: (districts: readonly number[]) => number;
  /** No grouping is better. */
  readonly least: number;
}

/** The least level that a share of all does not go beyond. */
export interface ShareObjective {
  readonly kind: "share";
  readonly measures: readonly MeasureKey[];
  readonly waysOf: (tally: DistrictTally) => readonly Distribution[];
  /** The negative number of pupils who do not go beyond a level. */
  readonly floorAt: (metres: number) => GroupFloor;
  /** Which of the pupils, of so many, the level is that of. */
  readonly share: number;
  readonly pupils: number;
}

/** One sum over all merged districts divided by another. */
export interface RatioObjective {
  readonly kind: "ratio";
  readonly measures: readonly MeasureKey[];
  readonly top: Counted;
  readonly bottom: Counted;
  /** Of `top - rate * bottom`. */
  readonly floorAt: (rate: number) => GroupFloor;
  /** No grouping has less at the bottom. */
  readonly leastBottom: number;
}

/** What is known before any group is solved. */
export interface BeforeMerging {
  readonly basis: Basis;
  readonly atoms: readonly District[];
  /** Each of today's districts by itself, `[district]`. */
  readonly singles: readonly DistrictTally[];
  readonly today: PlanView;
  /** How many merged districts there are to be. */
  readonly districts: number;
}
