import type { Position } from "../domain/municipality.ts";

/**
 * Number of the place nearest to a position, as the crow flies: degrees of longitude shortened to the position's latitude. The
 * first of several; undefined where there are none. O(places).
 */
export function nearestOf(places: readonly Position[], { lon, lat }: Position): number | undefined {
  let nearest: number | undefined;
  let least = Infinity;
  const perLon = Math.cos((lat * Math.PI) / 180);
  for (let number = 0; number < places.length; number++) {
    const off = ((places[number].lon - lon) * perLon) ** 2 + (places[number].lat - lat) ** 2;
    if (off < least) [nearest, least] = [number, off];
  }
  return nearest;
}

/** Metres of a degree of latitude. */
const PER_DEGREE = 111_200;

/** As the crow flies, for places a few kilometres apart. */
export const metresApart = (one: Position, other: Position): number => {
  const perLon = Math.cos((one.lat * Math.PI) / 180);
  return PER_DEGREE * Math.hypot((one.lon - other.lon) * perLon, one.lat - other.lat);
};
