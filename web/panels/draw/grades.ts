import { BANDS, type BandSet } from "../../../src/index.ts";

export const ALL_GRADES: BandSet = BANDS.reduce((set, { band }) => set | (1 << band), 0);

/** Places as they were typed; undefined where nothing was, or no whole number. */
export function placesOf(written: string): number | undefined {
  const count = Number(written.trim());
  return written.trim() === "" || !Number.isInteger(count) || count < 0 ? undefined : count;
}
