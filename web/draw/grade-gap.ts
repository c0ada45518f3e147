import {
  type BandSet,
  type Change,
  type Draft,
  missingBetween,
  setTeaching,
  type Unlocking,
  unlocking,
} from "../../src/index.ts";

/** A school whose grades are not in a row (folkeskoleloven § 24, stk. 1). */
interface GradeGap {
  /** The grades between those that it has. */
  readonly missing: BandSet;
  /** Gives it them, which moves nobody: no repair is smaller. */
  readonly mend: readonly Change[];
  /** Where locks stand in the way: what is unlocked for it, and both together. */
  readonly unlocking?: Unlocking;
}

/** Of a school whose grades are not in a row. */
export function gradeGap(draft: Draft, site: number): GradeGap {
  const teaches = draft.plan.teaching[site];
  const missing = missingBetween(draft.municipality.grades, teaches);
  const mend = setTeaching(draft, site, teaches | missing);
  const opened = unlocking(draft, mend);
  return { missing, mend, ...(opened && { unlocking: opened }) };
}
