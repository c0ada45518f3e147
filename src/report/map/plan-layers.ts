import { formatBands } from "../../domain/grades.ts";
import { districtOfSite, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { areaMaker } from "../../geo/outlines/merged-area.ts";
import type { Audience } from "../internal.ts";
import { changesLayer, districtsLayer, zonesLayer } from "./area-layers.ts";
import { countField, type MapFeature, type MapLayer, textField } from "./layer.ts";
import { LAYER_TITLES } from "./layer-titles.ts";
import { pupilsBySite } from "./pupils-by-site.ts";
import { unitFeatures } from "./unit-features.ts";

/**
 * A plan as layers for QGIS and other maps, the lowest first: areas, attendance zones, districts today and in the plan, what changes school, and schools.
 * Numbers are told as everywhere else: of a place from five up, of those who change school to the nearest five.
 */
export function planLayers(basis: Basis, plan: Plan, audience: Audience = "anyone"): readonly MapLayer[] {
  const areaOf = areaMaker(basis.municipality.units);
  return [
    unitsLayer(basis, plan, audience),
    zonesLayer(basis, plan, audience, areaOf),
    districtsLayer("districts_today", basis, basis.baseline, audience, areaOf),
    districtsLayer("districts", basis, plan, audience, areaOf),
    changesLayer(basis, plan, audience, areaOf),
    schoolsLayer(basis, plan, audience),
  ];
}

function unitsLayer(basis: Basis, plan: Plan, audience: Audience): MapLayer {
  return {
    name: "units",
    title: LAYER_TITLES.units,
    shape: basis.municipality.units.shape.kind === "h3" ? "Polygon" : "MultiPolygon",
    fields: [
      ...["id", "district_before", "district_after"].map(textField),
      ...basis.municipality.grades.bands.flatMap(({ key }) => [
        countField(`pupils_${key}`),
        textField(`site_before_${key}`),
        textField(`site_after_${key}`),
        countField(`metres_before_${key}`),
        countField(`metres_after_${key}`),
      ]),
    ],
    features: unitFeatures(basis, plan, audience).map(inOneShape(basis)),
    look: { by: "district_after", fill: "pale", line: "none" },
  };
}

/** Polygons as they came may be in one part or in several; a layer holds one kind. */
const inOneShape =
  ({ municipality: { units } }: Basis) =>
  ({ geometry, properties }: MapFeature): MapFeature => ({
    geometry:
      geometry.type === "Polygon" && units.shape.kind === "polygons"
        ? { type: "MultiPolygon", coordinates: [geometry.coordinates] }
        : geometry,
    properties,
  });

const nameIn = ({ districts }: Plan, district: number | undefined): string | undefined =>
  district === undefined ? undefined : districts[district]?.name;

/** Schools as points, closed ones too. */
function schoolsLayer(basis: Basis, plan: Plan, audience: Audience): MapLayer {
  const { sites } = basis.municipality;
  const [before, after] = [districtOfSite(basis.baseline), districtOfSite(plan)];
  const pupilsAt = pupilsBySite(basis, plan, audience);
  const features = sites.map(({ id, name, lon, lat, capacity }, site): MapFeature => ({
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: {
      id,
      name,
      district_before: nameIn(basis.baseline, before[site]),
      district: nameIn(plan, after[site]),
      grades_before: formatBands(basis.municipality.grades, basis.baseline.teaching[site] ?? 0),
      grades: formatBands(basis.municipality.grades, plan.teaching[site]),
      ...Object.fromEntries(
        basis.municipality.grades.bands.flatMap(({ band, key }) => [
          [`pupils_${key}`, pupilsAt(site, band)],
          [`places_${key}`, capacity[band]],
        ]),
      ),
    },
  }));
  return {
    name: "schools",
    title: LAYER_TITLES.schools,
    shape: "Point",
    fields: [
      ...["id", "name", "district_before", "district", "grades_before", "grades"].map(textField),
      ...basis.municipality.grades.bands.flatMap(({ key }) => [
        countField(`pupils_${key}`),
        countField(`places_${key}`),
      ]),
    ],
    features,
    look: { by: "district", fill: "strong", line: "fine", label: "name" },
  };
}
