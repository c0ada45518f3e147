import { cellToBoundary, gridDisk } from "h3-js";
import type { Corners } from "./corners.ts";
import type { EdgeTable } from "./edge-table.ts";

/** Rings of cells that units are drawn beyond the outermost: what sticks out is painted over, so coasts are crisp. */
const SKIRT_RINGS = 2;

/**
 * Adds the edges of cells. The cells around the rim belong to the unit at the rim that they are fewest steps from. Returns
 * the units at the rim.
 */
export function addCells(ids: readonly string[], corners: Corners, table: EdgeTable): readonly number[] {
  const addCell = (unit: number, id: string): void =>
    table.addRing(
      unit,
      cellToBoundary(id).map(([lat, lon]) => corners.numberAt(lon, lat)),
    );
  ids.forEach((id, unit) => addCell(unit, id));
  const rim = table.unitsAtRim();
  const drawn = new Set(ids);
  let outermost = rim.map((unit) => ({ unit, id: ids[unit] }));
  for (let ring = 0; ring < SKIRT_RINGS; ring++) {
    const next: typeof outermost = [];
    for (const { unit, id } of outermost)
      for (const around of gridDisk(id, 1)) {
        if (drawn.has(around)) continue;
        drawn.add(around);
        next.push({ unit, id: around });
        addCell(unit, around);
      }
    outermost = next;
  }
  return rim;
}
