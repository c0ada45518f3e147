/**
 * What the search over contiguous plans minimises: a sum over districts that knows what moving one unit would change, with a
 * price on broken limits. The plan itself, district of each unit, belongs to the search; an objective is told of every move.
 */
export interface DistrictObjective {
  /** Starts from a plan, `[unit]`; returns its value. */
  reset(district: Int32Array): number;
  /** What the value would change by if the unit went from its district to another; `Infinity` where it may not. */
  change(unit: number, from: number, to: number, district: Int32Array): number;
  /** The unit goes; called before the plan is changed. */
  move(unit: number, from: number, to: number, district: Int32Array): void;
  /** Whether a unit stays where it is for now: the seat of its district. */
  stays(unit: number, district: number): boolean;
  /** Whether no limit is broken, so that the value holds no price. */
  keepsLimits(): boolean;
  /** Called now and then: may choose better seats and other prices. Returns the value anew. */
  refresh(district: Int32Array): number;
}
