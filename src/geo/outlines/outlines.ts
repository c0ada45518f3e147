import type { Units } from "../../domain/municipality.ts";
import { addCells } from "./cell-edges.ts";
import { Corners } from "./corners.ts";
import { EdgeTable } from "./edge-table.ts";
import { addPolygons } from "./polygon-edges.ts";

/**
 * Outlines of all units as edges that know the units on both sides: whatever groups units are put into, the edges between
 * two groups are their border.
 */
export interface Outlines {
  /** How borders are drawn: through all corners, or as a quiet line along the zigzag of cells. */
  readonly lines: "corners" | "quiet";
  readonly unitCount: number;
  /** Degrees WGS84, `[corner * 2]`: longitude, latitude. */
  readonly corners: Float64Array;
  /** Corners, `[edge * 2]`: from and to. */
  readonly ends: Uint32Array;
  /** Units, `[edge * 2]`: to the left and to the right; {@link NO_UNIT} where there is none. */
  readonly sides: Uint32Array;
  /** Units at the rim of the area, ascending, where they are drawn beyond it; else the edges tell. */
  readonly rim: Uint32Array;
}

/** Made once a case; cells are drawn a little beyond the rim. */
export function outlinesOf({ count, id, shape }: Pick<Units, "count" | "id" | "shape">): Outlines {
  const corners = new Corners();
  const table = new EdgeTable();
  let rim: readonly number[] = [];
  if (shape.kind === "h3") rim = addCells(id, corners, table);
  else addPolygons(shape.geometry, corners, table);
  return {
    lines: shape.kind === "h3" ? "quiet" : "corners",
    unitCount: count,
    corners: corners.places(),
    ...table.edges(),
    rim: Uint32Array.from(rim),
  };
}
