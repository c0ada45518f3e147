import {
  BANDS,
  type BandSet,
  type Change,
  checkChanges,
  type Draft,
  hasBand,
  keepsGradeSpan,
  setTeaching,
} from "../../src/index.ts";

/** A school whose grades are not in a row (folkeskoleloven § 24, stk. 1). */
export interface GradeGap {
  readonly site: number;
  /** The grades between those that it has. */
  readonly missing: BandSet;
  /** Gives it them, which moves nobody: no repair is smaller. Empty where a lock stands in the way. */
  readonly mend: readonly Change[];
}

export function gradeGaps(draft: Draft): readonly GradeGap[] {
  return draft.plan.teaching.flatMap((teaches, site): GradeGap[] => {
    if (keepsGradeSpan(teaches)) return [];
    const taught = BANDS.filter(({ band }) => hasBand(teaches, band)).map(({ band }) => band);
    const between = BANDS.filter(({ band }) => band > taught[0] && band < taught[taught.length - 1]);
    const missing = between.reduce((set, { band }) => (hasBand(teaches, band) ? set : set | (1 << band)), 0);
    const mend = setTeaching(draft, site, teaches | missing);
    return [{ site, missing, mend: checkChanges(draft, mend).length === 0 ? mend : [] }];
  });
}
