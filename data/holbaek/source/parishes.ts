import { DANISH_PLANE, planePoint, toPlane } from "../../../src/geo/projection.ts";
import type { Parish } from "./tables.ts";

const ROUNDS = 400;
/** Square metres of weight for each square metre that a parish lacks or has too much. */
const PULL = 0.15;

/**
 * Schematic parishes: each cell goes to the parish with the nearest centre, where every parish's squared distance is
 * lessened by a weight, and the weights are moved until the areas are those of the real parishes (a power diagram). Cells
 * are given by their centres, degrees; answers the parish of each cell, `[cell]`.
 */
export function parishOfCells(parishes: readonly Parish[], cellLon: Float64Array, cellLat: Float64Array): Uint8Array {
  const xy = toPlane(DANISH_PLANE, cellLon, cellLat);
  const centres = parishes.map(({ lon, lat, also }) =>
    [{ lon, lat }, ...also.map(([east, north]) => ({ lon: east, lat: north }))].map((each) =>
      planePoint(DANISH_PLANE, each),
    ),
  );
  const cellCount = cellLon.length;
  const totalKm2 = parishes.reduce((sum, { km2 }) => sum + km2, 0);
  const wanted = parishes.map(({ km2 }) => (km2 / totalKm2) * cellCount);
  const squareMetresPerCell = (totalKm2 * 1e6) / cellCount;
  const weight = new Float64Array(parishes.length);
  const parishOf = new Uint8Array(cellCount);
  for (let round = 0; round < ROUNDS; round++) {
    const cells = new Uint32Array(parishes.length);
    for (let cell = 0; cell < cellCount; cell++) {
      let least = Infinity;
      for (let parish = 0; parish < parishes.length; parish++) {
        for (const { x, y } of centres[parish]) {
          const power = (xy[2 * cell] - x) ** 2 + (xy[2 * cell + 1] - y) ** 2 - weight[parish];
          if (power < least) [least, parishOf[cell]] = [power, parish];
        }
      }
      cells[parishOf[cell]]++;
    }
    for (let parish = 0; parish < parishes.length; parish++)
      weight[parish] += PULL * (wanted[parish] - cells[parish]) * squareMetresPerCell;
  }
  return parishOf;
}
