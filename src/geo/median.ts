import type { Position } from "../domain/municipality.ts";

/** The upper one of two middle values. */
export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

/** The middle of some places, which one that lies far off moves little. */
export const medianPosition = (places: readonly Position[]): Position => ({
  lon: median(places.map(({ lon }) => lon)),
  lat: median(places.map(({ lat }) => lat)),
});
