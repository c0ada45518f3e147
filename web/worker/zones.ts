import { union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { BAND_COUNT, BANDS, type Municipality, NO_SITE, type Plan, unitGeometry } from "../../src/index.ts";
import { cellZones } from "./cell-zones.ts";
import type { ZoneMap, ZoneMiddle } from "./messages.ts";
import { shareCorners } from "./shared-corners.ts";
import { zoneMapOf, type ZoneRings } from "./zone-rings.ts";

type Units = Municipality["units"];

/** The zones of a plan's sites as areas and borders: each unit belongs to the site of the lowest band it has one for. */
export function zonesOf(units: Units, plan: Plan): ZoneMap {
  const site = lowestSites(units.count, plan);
  const zoned =
    units.shape.kind === "h3"
      ? zoneMapOf(cellZones(units, site), "quiet")
      : zoneMapOf(shareCorners(polygonZones(units, site)), "corners");
  return { ...zoned, middles: middlesOf(units, site) };
}

/** Site of each unit in the lowest band it has a site for, `[unit]`; NO_SITE where it has none at all. */
export function lowestSites(unitCount: number, { assignment }: Pick<Plan, "assignment">): Uint16Array {
  return Uint16Array.from({ length: unitCount }, (_, unit) => {
    const sites = BANDS.map(({ band }) => assignment[unit * BAND_COUNT + band]);
    return sites.find((site) => site !== NO_SITE) ?? NO_SITE;
  });
}

function bySite<Member>(site: Uint16Array, memberOf: (unit: number) => Member): Map<number, Member[]> {
  const members = new Map<number, Member[]>();
  site.forEach((zone, unit) => {
    if (zone === NO_SITE) return;
    const list = members.get(zone);
    if (list) list.push(memberOf(unit));
    else members.set(zone, [memberOf(unit)]);
  });
  return members;
}

function polygonZones(units: Units, site: Uint16Array): ZoneRings[] {
  const shapes = bySite(site, (unit): Feature<Polygon | MultiPolygon>[] => {
    const geometry = unitGeometry(units, unit);
    return geometry.type === "Polygon" || geometry.type === "MultiPolygon"
      ? [{ type: "Feature", properties: {}, geometry }]
      : [];
  });
  return [...shapes].map(([zone, lists]) => {
    const features = lists.flat();
    const merged = features.length > 1 ? union({ type: "FeatureCollection", features }) : features[0];
    const geometry = merged?.geometry;
    if (!geometry) return { site: zone, parts: [] };
    return { site: zone, parts: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates };
  });
}

/** For each zone the unit that is most steps from its rim. */
function middlesOf(units: Units, site: Uint16Array): ZoneMiddle[] {
  const depth = depths(units, site);
  const deepest = new Map<number, { unit: number; size: number }>();
  site.forEach((zone, unit) => {
    if (zone === NO_SITE) return;
    const known = deepest.get(zone);
    if (!known) deepest.set(zone, { unit, size: 1 });
    else {
      known.size++;
      if (depth[unit] > depth[known.unit]) known.unit = unit;
    }
  });
  return [...deepest].map(([zone, { unit, size }]) => ({
    site: zone,
    size,
    lon: units.lon[unit],
    lat: units.lat[unit],
  }));
}

/** Steps from each unit to the nearest one that touches another zone or the rim of the area, `[unit]`. */
function depths({ count, adjacency: { start, target }, shape }: Units, site: Uint16Array): Uint32Array {
  const sides = shape.kind === "h3" ? 6 : 0;
  const depth = new Uint32Array(count).fill(0xffffffff);
  let front: number[] = [];
  for (let unit = 0; unit < count; unit++) {
    const around = target.subarray(start[unit], start[unit + 1]);
    if (around.length >= sides && around.every((other) => site[other] === site[unit])) continue;
    depth[unit] = 0;
    front.push(unit);
  }
  for (let steps = 1; front.length > 0; steps++) {
    const next: number[] = [];
    for (const unit of front)
      for (const other of target.subarray(start[unit], start[unit + 1])) {
        if (depth[other] !== 0xffffffff) continue;
        depth[other] = steps;
        next.push(other);
      }
    front = next;
  }
  return depth;
}
