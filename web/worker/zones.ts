import { union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { BAND_COUNT, BANDS, type Municipality, NO_SITE, type Plan, unitGeometry } from "../../src/index.ts";
import { cellZones, NO_ZONE } from "./cell-zones.ts";
import type { ZoneMap, ZoneMiddle } from "./messages.ts";
import { shareCorners } from "./shared-corners.ts";
import { zoneMapOf, type ZoneRings } from "./zone-rings.ts";

type Units = Municipality["units"];

/** Zones of units that go together in each of some plans, as areas and borders; units without a site in any are in none. */
export function zonesOf(units: Units, plans: readonly Pick<Plan, "assignment">[]): ZoneMap {
  const { zone, sites } = togetherIn(
    plans.map((plan) => lowestSites(units.count, plan)),
    units.count,
  );
  const zoned =
    units.shape.kind === "h3"
      ? zoneMapOf(cellZones(units, zone), "quiet")
      : zoneMapOf(shareCorners(polygonZones(units, zone)), "corners");
  return { ...zoned, middles: middlesOf(units, zone), sites };
}

/** Numbers the units that have the same site in every plan, in the order they come in, `zone[unit]`. */
function togetherIn(
  plans: readonly Uint16Array[],
  count: number,
): { readonly zone: Int32Array; readonly sites: readonly (readonly number[])[] } {
  const numbers = new Map<string, number>();
  const sites: number[][] = [];
  const zone = new Int32Array(count).fill(NO_ZONE);
  for (let unit = 0; unit < count; unit++) {
    const byPlan = plans.map((site) => site[unit]);
    if (byPlan.every((site) => site === NO_SITE)) continue;
    const key = byPlan.join();
    const known = numbers.get(key);
    zone[unit] = known ?? sites.push(byPlan) - 1;
    if (known === undefined) numbers.set(key, zone[unit]);
  }
  return { zone, sites };
}

/** Site of each unit in the lowest band it has a site for, `[unit]`; NO_SITE where it has none at all. */
function lowestSites(unitCount: number, { assignment }: Pick<Plan, "assignment">): Uint16Array {
  return Uint16Array.from({ length: unitCount }, (_, unit) => {
    const sites = BANDS.map(({ band }) => assignment[unit * BAND_COUNT + band]);
    return sites.find((site) => site !== NO_SITE) ?? NO_SITE;
  });
}

function byZone<Member>(zones: Int32Array, memberOf: (unit: number) => Member): Map<number, Member[]> {
  const members = new Map<number, Member[]>();
  zones.forEach((zone, unit) => {
    if (zone === NO_ZONE) return;
    const list = members.get(zone);
    if (list) list.push(memberOf(unit));
    else members.set(zone, [memberOf(unit)]);
  });
  return members;
}

function polygonZones(units: Units, zones: Int32Array): ZoneRings[] {
  const shapes = byZone(zones, (unit): Feature<Polygon | MultiPolygon>[] => {
    const geometry = unitGeometry(units, unit);
    return geometry.type === "Polygon" || geometry.type === "MultiPolygon"
      ? [{ type: "Feature", properties: {}, geometry }]
      : [];
  });
  return [...shapes].map(([zone, lists]) => {
    const features = lists.flat();
    const merged = features.length > 1 ? union({ type: "FeatureCollection", features }) : features[0];
    const geometry = merged?.geometry;
    if (!geometry) return { zone, parts: [] };
    return { zone, parts: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates };
  });
}

/** For each zone the unit that is most steps from its rim. */
function middlesOf(units: Units, zones: Int32Array): ZoneMiddle[] {
  const depth = depths(units, zones);
  const deepest = new Map<number, { unit: number; size: number }>();
  zones.forEach((zone, unit) => {
    if (zone === NO_ZONE) return;
    const known = deepest.get(zone);
    if (!known) deepest.set(zone, { unit, size: 1 });
    else {
      known.size++;
      if (depth[unit] > depth[known.unit]) known.unit = unit;
    }
  });
  return [...deepest].map(([zone, { unit, size }]) => ({
    zone,
    size,
    lon: units.lon[unit],
    lat: units.lat[unit],
  }));
}

/** Steps from each unit to the nearest one that touches another zone or the rim of the area, `[unit]`. */
function depths({ count, adjacency: { start, target }, shape }: Units, zones: Int32Array): Uint32Array {
  const sides = shape.kind === "h3" ? 6 : 0;
  const depth = new Uint32Array(count).fill(0xffffffff);
  let front: number[] = [];
  for (let unit = 0; unit < count; unit++) {
    const around = target.subarray(start[unit], start[unit + 1]);
    if (around.length >= sides && around.every((other) => zones[other] === zones[unit])) continue;
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
