import type { CostModel, CostValues } from "./parameters/table.ts";

/** Pupils' ways to school and back on one school day, by how they are made: pupil-kilometres, and rides by bus. */
export interface Journeys {
  readonly walked: number;
  /** By bicycle: those in grades 0-3, and the others. */
  readonly cycledYoung: number;
  readonly cycled: number;
  readonly byBus: number;
  readonly rides: number;
}

export const JOURNEY_KEYS = ["walked", "cycledYoung", "cycled", "byBus", "rides"] as const satisfies (keyof Journeys)[];

export const NO_JOURNEYS: Journeys = { walked: 0, cycledYoung: 0, cycled: 0, byBus: 0, rides: 0 };

/** Folkeskoleloven § 14 a, subsection 2. */
export const SCHOOL_DAYS = 200;

type Speeds = Pick<CostValues, "walkSpeed" | "cycleSpeedYoung" | "cycleSpeed" | "busSpeed" | "busWait">;

const LONGEST_WAIT_FIRST = { low: "high", mid: "mid", high: "low" } as const;

/** All speeds low and the wait long, all in the middle, or all high and the wait short. */
export const speedsAt = (costs: CostModel, end: "low" | "mid" | "high"): Speeds => ({
  walkSpeed: costs.walkSpeed[end],
  cycleSpeedYoung: costs.cycleSpeedYoung[end],
  cycleSpeed: costs.cycleSpeed[end],
  busSpeed: costs.busSpeed[end],
  busWait: costs.busWait[LONGEST_WAIT_FIRST[end]],
});

/** Hours of all pupils on one school day, there and back. */
export const hoursADay = ({ walked, cycledYoung, cycled, byBus, rides }: Journeys, at: Speeds): number =>
  walked / at.walkSpeed +
  cycledYoung / at.cycleSpeedYoung +
  cycled / at.cycleSpeed +
  byBus / at.busSpeed +
  (rides * at.busWait) / 60;
