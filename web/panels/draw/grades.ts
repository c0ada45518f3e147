import { type Limits, readTyped, type TypedNumber } from "../typed-number.ts";

/** Of one school in one band. */
export const PLACES: Limits = { least: 0, most: 99_999 };

/** Places as they were typed; none are stated where nothing was. */
export function placesOf(typed: string): TypedNumber | { readonly kind: "unstated" } {
  return typed.trim() === "" ? { kind: "unstated" } : readTyped(typed, PLACES);
}
