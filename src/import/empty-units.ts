import type { Adjacency, Position, UnitShape } from "../domain/municipality.ts";
import type { Metres } from "../domain/quantities.ts";

/** The units before anybody lives in them: where they are and which share an edge. */
export interface EmptyUnits {
  readonly id: readonly string[];
  /** Centre, degrees WGS84, `[unit]`. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly shape: UnitShape;
  readonly adjacency: Adjacency;
  /** The unit that holds the position. */
  readonly at: (position: Position) => number | undefined;
  /** The unit that holds the position, else the nearest within the limit. */
  readonly near: (position: Position, limit: Metres) => number | undefined;
}
