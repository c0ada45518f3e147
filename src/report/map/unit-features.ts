import { toldWays } from "../told-ways.ts";
import type { GeoMultiPolygon, GeoPolygon } from "../../domain/municipality.ts";
import { districtOfSite, NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { cellBoundary } from "../../geo/cells.ts";
import type { Audience } from "../internal.ts";
import { countsIn } from "../shown-measures.ts";
import { placeMetres, placePupils } from "../shown-units.ts";
import type { MapFeature, MapValue } from "./layer.ts";

/** Every unit with its pupils, districts, sites and ways, as they may be told. What cannot be said is left out. */
export function unitFeatures(basis: Basis, plan: Plan, audience: Audience): readonly MapFeature[] {
  const { municipality, baseline, travel, unitBand } = basis;
  const counts = countsIn(basis);
  const ways = audience === "planner" ? travel.unitWalk : toldWays(basis);
  const { units, sites } = municipality;
  const before = districtOfSite(baseline);
  const after = districtOfSite(plan);
  return Array.from({ length: units.count }, (_, unit) => {
    const properties: Record<string, MapValue> = {
      id: units.id[unit],
      district_before: nameOf(baseline, before, baseline.assignment[unit * municipality.grades.bandCount]),
      district_after: nameOf(plan, after, plan.assignment[unit * municipality.grades.bandCount]),
    };
    for (const { band, key } of municipality.grades.bands) {
      const pair = unit * municipality.grades.bandCount + band;
      const [old, now] = [baseline.assignment[pair], plan.assignment[pair]];
      const wayTo = (site: number) => {
        const way = site === NO_SITE ? Infinity : ways[unit * travel.siteCount + site];
        return way < Infinity ? placeMetres(way, audience) : undefined;
      };
      properties[`pupils_${key}`] = placePupils(unitBand[pair], audience, counts);
      properties[`site_before_${key}`] = old === NO_SITE ? undefined : sites[old].id;
      properties[`site_after_${key}`] = now === NO_SITE ? undefined : sites[now].id;
      properties[`metres_before_${key}`] = wayTo(old);
      properties[`metres_after_${key}`] = wayTo(now);
    }
    return { geometry: unitGeometry(units, unit), properties };
  });
}

const nameOf = (plan: Plan, district: Uint16Array, site: number): string | undefined =>
  site === NO_SITE || district[site] === NO_SITE ? undefined : plan.districts[district[site]].name;

export const unitGeometry = (units: Basis["municipality"]["units"], unit: number): GeoPolygon | GeoMultiPolygon =>
  units.shape.kind === "h3" ? cellBoundary(units.id[unit]) : units.shape.geometry[unit];
