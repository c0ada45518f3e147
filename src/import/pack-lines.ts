import type { Plane } from "../domain/municipality.ts";
import { type Crs, definitionOf } from "../geo/coordinate-systems.ts";
import { degreesIn, toPlane } from "../geo/projection.ts";
import { NumberList } from "../kernels/number-list.ts";
import type { LineCoordinates } from "./geojson.ts";

/** Lines laid end to end as they come. */
export function packLines() {
  const xy = new NumberList();
  /** Where each part begins, in pairs, and each line, in parts; the first of each begins at 0. */
  const partStart = new NumberList();
  const lineStart = new NumberList();
  partStart.push(0);
  lineStart.push(0);
  return {
    add: (parts: readonly LineCoordinates[]): void => {
      for (const part of parts) {
        for (const position of part) {
          xy.push(position[0]);
          xy.push(position[1]);
        }
        partStart.push(xy.length / 2);
      }
      lineStart.push(partStart.length - 1);
    },
    /** Of each line the first position that lies elsewhere, else its first. */
    oneOfEach: (isOutside: (x: number, y: number) => boolean): Float64Array => {
      const found = new Float64Array(2 * (lineStart.length - 1));
      for (let line = 0; line + 1 < lineStart.length; line++) {
        const [first, last] = [partStart.at(lineStart.at(line)), partStart.at(lineStart.at(line + 1))];
        let at = first;
        while (at < last && !isOutside(xy.at(2 * at), xy.at(2 * at + 1))) at++;
        if (at === last) at = first;
        found[2 * line] = xy.at(2 * at);
        found[2 * line + 1] = xy.at(2 * at + 1);
      }
      return found;
    },
    /** Makes the function that gives a line's parts in a plane; of numbers that are in it already none is changed. */
    inPlane: (crs: Crs, plane: Plane): ((line: number) => readonly Float64Array[]) => {
      const there = pairsInPlane(crs, plane, xy.toFloats());
      return (line) => {
        const parts: Float64Array[] = [];
        for (let part = lineStart.at(line); part < lineStart.at(line + 1); part++)
          parts.push(there.subarray(2 * partStart.at(part), 2 * partStart.at(part + 1)));
        return parts;
      };
    },
  };
}

function pairsInPlane(crs: Crs, plane: Plane, xy: Float64Array): Float64Array {
  if (definitionOf(crs) === plane) return xy;
  const { lon, lat } = degreesIn(crs, xy);
  return toPlane(plane, lon, lat);
}
