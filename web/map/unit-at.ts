import { cellBoundary, unitFinder } from "../../src/index.ts";
import type { UnitTable } from "../worker/messages.ts";
import type { UnitFinder } from "./unit-finder.ts";

/** Where a unit lies is asked of the core, as import and evaluation do; no thousand hidden areas are drawn for it. */
export function finderOf({ id, shape }: Pick<UnitTable, "id" | "shape">): UnitFinder {
  if (shape.kind === "h3") {
    const unitAt = unitFinder({ id, shape });
    return { at: (lon, lat) => unitAt({ lon, lat }), area: (unit) => cellBoundary(id[unit]) };
  }
  const geometry = shape.areas.features.map((area) => area.geometry);
  const unitAt = unitFinder({ id, shape: { kind: "polygons", geometry } });
  return { at: (lon, lat) => unitAt({ lon, lat }), area: (unit) => geometry[unit] };
}
