import { cellToBoundary, gridDisk } from "h3-js";
import type { Municipality } from "../../src/index.ts";
import { Corners } from "./corners.ts";
import { ringsOf, type Side } from "./ring-chains.ts";
import type { ZoneRings } from "./zone-rings.ts";

type Units = Municipality["units"];

/** Rings of cells that the zones are drawn beyond the outermost units: what sticks out is painted over, so coasts are crisp. */
const SKIRT_RINGS = 2;
const SIDES = 6;
/** Cells whose middles are this many times farther apart than the nearest touch by ferry only. */
const BY_FERRY = 1.6;

/** The zone of a unit that is in none. */
export const NO_ZONE = -1;

interface EdgeCell {
  readonly id: string;
  readonly zone: number;
  /** `inner` cells have their like on the other side of a side that no other edge cell shares. */
  readonly place: "inner" | "outermost";
}

/**
 * Rings of the zones of cells, `zones[unit]`. Only cells at the edge of a zone are looked at, since they are few: a side that
 * two zones share is part of both rings, a side of the outermost cells that nobody shares is part of one, all others lie
 * inside.
 */
export function cellZones(units: Units, zones: Int32Array): ZoneRings[] {
  const corners = new Corners();
  const open = new Map<number, Side & Pick<EdgeCell, "place">>();
  const sides: Side[] = [];
  for (const { id, zone, place } of edgeCells(units, zones)) {
    const around = cellToBoundary(id, true).map((position) => corners.numberAt(position));
    for (let i = 1; i < around.length; i++) {
      const [from, to] = [around[i - 1], around[i]];
      const key = Math.min(from, to) * 2 ** 26 + Math.max(from, to);
      const other = open.get(key);
      if (!other) open.set(key, { zone, from, to, place });
      else {
        open.delete(key);
        if (other.zone !== zone) sides.push(other, { zone, from, to });
      }
    }
  }
  for (const side of open.values()) if (side.place === "outermost") sides.push(side);
  return ringsOf(
    sides.filter(({ zone }) => zone !== NO_ZONE),
    corners.positions,
  );
}

/** Units that touch another zone or the rim of the area, and the skirt of cells around the rim. */
function edgeCells(units: Units, zones: Int32Array): readonly EdgeCell[] {
  const cells: EdgeCell[] = [];
  let rim: { readonly id: string; readonly zone: number }[] = [];
  const inside = new Set(units.id);
  for (let unit = 0; unit < units.count; unit++) {
    const near = touching(units, unit);
    const isRim = near.length < SIDES;
    if (!isRim && near.every((other) => zones[other] === zones[unit])) continue;
    const cell = { id: units.id[unit], zone: zones[unit] };
    cells.push({ ...cell, place: "inner" });
    if (isRim) rim.push(cell);
  }
  for (let ring = 1; ring <= SKIRT_RINGS; ring++) {
    const next: typeof rim = [];
    for (const { id, zone } of rim)
      for (const around of gridDisk(id, 1)) {
        if (inside.has(around)) continue;
        inside.add(around);
        next.push({ id: around, zone });
        cells.push({ id: around, zone, place: ring === SKIRT_RINGS ? "outermost" : "inner" });
      }
    rim = next;
  }
  return cells;
}

/** Units that share an edge with a unit; those that only a ferry joins are left out. */
function touching({ lon, lat, adjacency: { start, target } }: Units, unit: number): readonly number[] {
  const around = target.subarray(start[unit], start[unit + 1]);
  const perLon = Math.cos((lat[unit] * Math.PI) / 180);
  const off = (other: number): number => Math.hypot((lon[other] - lon[unit]) * perLon, lat[other] - lat[unit]);
  const least = around.reduce((nearest, other) => Math.min(nearest, off(other)), Infinity);
  return [...around].filter((other) => off(other) <= BY_FERRY * least);
}
