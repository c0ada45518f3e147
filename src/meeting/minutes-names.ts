import type { Text } from "../domain/language.ts";
import type { Anchor } from "../protocol/room-acts.ts";

/** A line of a room's minutes. */
export interface MinutesLine {
  /** ISO 8601. */
  readonly at: string;
  readonly text: Text;
}

/** Names of seats and proposals; of the room itself there is none. */
export interface MinutesNames {
  readonly seat: (id: string) => Text;
  /** `number`: an entry of the room's log after which it was called so. */
  readonly proposal: (key: string, number: number) => string;
  readonly measure: (key: string) => Text;
  /** A school, a figure or a place that something was said about. */
  readonly anchor: (on: Anchor) => Text;
}
