import type { Units } from "../../domain/municipality.ts";
import { NO_GROUP } from "./border-arcs.ts";
import { depths } from "./depths.ts";
import type { Outlines } from "./outlines.ts";

interface GroupMiddle {
  readonly group: number;
  readonly unit: number;
}

/** Units at least this share as deep as the deepest lie well inside their group. */
const DEEP = 0.75;

/** The middle of each group, `group[unit]`, by group: of the units well inside it, the one nearest to the mean of all its units. */
export function groupMiddles(
  outlines: Outlines,
  group: Int32Array,
  { lon, lat }: Pick<Units, "lon" | "lat">,
): readonly GroupMiddle[] {
  const depth = depths(outlines, group);
  const groups = new Map<number, { size: number; lon: number; lat: number; deepest: number }>();
  group.forEach((own, unit) => {
    if (own === NO_GROUP) return;
    const known = groups.get(own) ?? { size: 0, lon: 0, lat: 0, deepest: 0 };
    known.size++;
    known.lon += lon[unit];
    known.lat += lat[unit];
    known.deepest = Math.max(known.deepest, depth[unit]);
    groups.set(own, known);
  });
  const nearest = new Map<number, { readonly unit: number; readonly off: number }>();
  group.forEach((own, unit) => {
    const all = groups.get(own);
    if (!all || depth[unit] < DEEP * all.deepest) return;
    const perLon = Math.cos((lat[unit] * Math.PI) / 180);
    const off = Math.hypot((lon[unit] - all.lon / all.size) * perLon, lat[unit] - all.lat / all.size);
    if (off < (nearest.get(own)?.off ?? Infinity)) nearest.set(own, { unit, off });
  });
  return [...nearest].map(([own, { unit }]) => ({ group: own, unit })).toSorted((a, b) => a.group - b.group);
}
