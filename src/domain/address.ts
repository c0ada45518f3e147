import type { Position } from "./municipality.ts";

/** A house as people write where it is. */
export interface Address extends Position {
  readonly street: string;
  /** "12", "12B". */
  readonly number: string;
  /** Four digits; "" where the file has none. */
  readonly postcode: string;
  /** "" where the file has none. */
  readonly town: string;
}
