import type { Feature, FeatureCollection, Geometry } from "geojson";
import { formatBands } from "../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { cellBoundary } from "../geo/cells.ts";
import { type Audience, internalMark } from "./internal.ts";
import { placeMetres, placePupils } from "./shown-units.ts";

/** A collection that may say of itself that it is the planner's alone. */
export type MarkedFeatures = FeatureCollection & { readonly internal?: string };

/**
 * A plan as GeoJSON for QGIS and other maps, WGS84: one polygon a unit with today's and the plan's district and sites, and one
 * point a site. `layer` tells the two apart. Pupils of a unit are told from five up, distances to the nearest hundred metres. What
 * cannot be said (a hidden number, a way that no road makes, the district of a closed site) is left out.
 */
export function planGeoJson(basis: Basis, plan: Plan, audience: Audience = "anyone"): MarkedFeatures {
  const features = [...unitFeatures(basis, plan, audience), ...siteFeatures(basis, plan)];
  return { type: "FeatureCollection", ...internalMark(audience), features };
}

function unitFeatures({ municipality, baseline, travel, unitBand }: Basis, plan: Plan, audience: Audience): Feature[] {
  const { units, sites } = municipality;
  const before = districtOfSite(baseline);
  const after = districtOfSite(plan);
  return Array.from({ length: units.count }, (_, unit) => {
    const properties: Record<string, string | number | undefined> = {
      layer: "unit",
      id: units.id[unit],
      district_before: nameOf(baseline, before, baseline.assignment[unit * municipality.grades.bandCount]),
      district_after: nameOf(plan, after, plan.assignment[unit * municipality.grades.bandCount]),
    };
    for (const { band, key } of municipality.grades.bands) {
      const pair = unit * municipality.grades.bandCount + band;
      const [old, now] = [baseline.assignment[pair], plan.assignment[pair]];
      const wayTo = (site: number) => {
        const way = site === NO_SITE ? Infinity : travel.unitWalk[unit * travel.siteCount + site];
        return way < Infinity ? placeMetres(way, audience) : undefined;
      };
      properties[`pupils_${key}`] = placePupils(unitBand[pair], audience);
      properties[`site_before_${key}`] = old === NO_SITE ? undefined : sites[old].id;
      properties[`site_after_${key}`] = now === NO_SITE ? undefined : sites[now].id;
      properties[`metres_before_${key}`] = wayTo(old);
      properties[`metres_after_${key}`] = wayTo(now);
    }
    return { type: "Feature", geometry: unitGeometry(units, unit), properties: stated(properties) };
  });
}

/** The properties that have a value. */
const stated = (properties: Readonly<Record<string, string | number | undefined>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));

const nameOf = (plan: Plan, district: Uint16Array, site: number): string | undefined =>
  site === NO_SITE || district[site] === NO_SITE ? undefined : plan.districts[district[site]].name;

export const unitGeometry = (units: Basis["municipality"]["units"], unit: number): Geometry =>
  units.shape.kind === "h3" ? cellBoundary(units.id[unit]) : units.shape.geometry[unit];

function siteFeatures({ municipality }: Basis, plan: Plan): Feature[] {
  const district = districtOfSite(plan);
  return municipality.sites.map(({ id, name, lon, lat }, site) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: stated({
      layer: "site",
      id,
      name,
      grades: formatBands(municipality.grades, plan.teaching[site]),
      district: nameOf(plan, district, site),
    }),
  }));
}
