import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon } from "geojson";
import { formatBands, NO_GROUP, type Outlines, partitionOf, type Position, unitAreas } from "../../src/index.ts";
import type { Bounds, MapScenery } from "../worker/messages.ts";
import type { DrawnPlan } from "./drawn-plan.ts";
import { type Picture, pupilsAt } from "./picture.ts";
import type { SourceData } from "./style.ts";
import type { Zones } from "./zones.ts";

const ring = ([west, south, east, north]: Bounds): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** All that lies outside the frame. */
function beyond([west, south, east, north]: Bounds): Polygon {
  return {
    type: "Polygon",
    coordinates: [ring([west - 3, south - 3, east + 3, north + 3]), ring([west, south, east, north])],
  };
}

/** What lies around and under the districts, by source. */
export const sceneryData = ({ frame, outside, water, outline, roads, places }: MapScenery): SourceData => ({
  outside: collection(outside),
  water: collection(water),
  beyond: collection(beyond(frame)),
  outline: collection(outline),
  roads,
  places,
});

/** The areas and borders of a plan, numbered from `first` on. */
export const zoneData = ({ areas, borders }: Zones, first: number) => ({
  zones: numbered(areas, first),
  borders: numbered(borders, first),
});

const numbered = ({ features }: FeatureCollection, first: number): FeatureCollection => ({
  type: "FeatureCollection",
  features: features.map((feature, i) => ({ ...feature, id: first + i })),
});

/** One shape, or none, as a source takes it. */
export const collection = (geometry: Polygon | MultiPolygon | LineString | undefined): FeatureCollection => ({
  type: "FeatureCollection",
  features: geometry ? [{ type: "Feature", properties: {}, geometry }] : [],
});

/** Radius of a site's mark in pixels: its area grows with the pupils, within limits. */
const markRadius = (pupils: number): number => Math.min(18, Math.max(10.5, 7 + 0.4 * Math.sqrt(pupils)));

/** The sites as a plan has them: what they teach and how many go there; one that teaches nothing is closed. */
export const siteMarks = (picture: Picture): FeatureCollection => ({
  type: "FeatureCollection",
  features: picture.sites.map(({ name, lon, lat, isNew }, site) => ({
    type: "Feature",
    id: site,
    properties: {
      name,
      grades: formatBands(picture.teaching[site]),
      radius: markRadius(pupilsAt(picture, site)),
      ...(isNew && { isNew }),
    },
    geometry: { type: "Point", coordinates: [lon, lat] },
  })),
});

/** Each district's name, in its ink, where there is room in its middle. */
export const districtNames = ({ picture, middles }: DrawnPlan): FeatureCollection => ({
  type: "FeatureCollection",
  features: middles.map(({ district, lon, lat }) => {
    const { name, pupils, hue } = picture.districts[district];
    return {
      type: "Feature",
      properties: { name, pupils, ink: hue.ink },
      geometry: { type: "Point", coordinates: [lon, lat] },
    };
  }),
});

/** Areas of units in provisional colours, numbered as the units are; one without a colour is bare land. */
export function paintedData(
  outlines: Outlines,
  changes: ReadonlyMap<number, string | null>,
): readonly Feature<MultiPolygon, { readonly colour: string | null }>[] {
  const units = [...changes.keys()];
  return unitAreas(outlines, units).map(({ coordinates }, place) => ({
    type: "Feature",
    id: units[place],
    properties: { colour: changes.get(units[place]) ?? null },
    geometry: { type: "MultiPolygon", coordinates },
  }));
}

/** Some units as one area; undefined where there are none. */
export function areaOf(outlines: Outlines, units: Iterable<number>): MultiPolygon | undefined {
  const group = new Int32Array(outlines.unitCount).fill(NO_GROUP);
  for (const unit of units) group[unit] = 0;
  const area = partitionOf(outlines, group).areas.at(0);
  return area && { type: "MultiPolygon", coordinates: area.parts };
}

/** Units that are locked as one area, and a point for each school that is. */
export function lockData(
  outlines: Outlines,
  units: ReadonlySet<number>,
  sites: readonly Position[],
): FeatureCollection {
  const area = units.size > 0 ? areaOf(outlines, units) : undefined;
  return {
    type: "FeatureCollection",
    features: [
      ...(area ? [{ type: "Feature" as const, properties: {}, geometry: area }] : []),
      ...sites.map(({ lon, lat }) => ({
        type: "Feature" as const,
        properties: {},
        geometry: { type: "Point" as const, coordinates: [lon, lat] },
      })),
    ],
  };
}
