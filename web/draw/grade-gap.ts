import {
  BANDS,
  type BandSet,
  type Change,
  type Draft,
  hasBand,
  keepsGradeSpan,
  setTeaching,
  type Unlocking,
  unlocking,
} from "../../src/index.ts";

/** A school whose grades are not in a row (folkeskoleloven § 24, stk. 1). */
export interface GradeGap {
  readonly site: number;
  /** The grades between those that it has. */
  readonly missing: BandSet;
  /** Gives it them, which moves nobody: no repair is smaller. */
  readonly mend: readonly Change[];
  /** Where locks stand in the way: what is unlocked for it, and both together. */
  readonly unlocking?: Unlocking;
}

export function gradeGaps(draft: Draft): readonly GradeGap[] {
  return draft.plan.teaching.flatMap((teaches, site): GradeGap[] => {
    if (keepsGradeSpan(teaches)) return [];
    const taught = BANDS.filter(({ band }) => hasBand(teaches, band)).map(({ band }) => band);
    const between = BANDS.filter(({ band }) => band > taught[0] && band < taught[taught.length - 1]);
    const missing = between.reduce((set, { band }) => (hasBand(teaches, band) ? set : set | (1 << band)), 0);
    const mend = setTeaching(draft, site, teaches | missing);
    const opened = unlocking(draft, mend);
    return [{ site, missing, mend, ...(opened && { unlocking: opened }) }];
  });
}
