import { BANDS, type BandSet } from "../../../src/index.ts";
import { type Limits, readTyped, type TypedNumber } from "../typed-number.ts";

export const ALL_GRADES: BandSet = BANDS.reduce((set, { band }) => set | (1 << band), 0);

/** Of one school in one band. */
export const PLACES: Limits = { least: 0, most: 99_999 };

/** Places as they were typed; none are stated where nothing was. */
export function placesOf(typed: string): TypedNumber | { readonly kind: "unstated" } {
  return typed.trim() === "" ? { kind: "unstated" } : readTyped(typed, PLACES);
}
