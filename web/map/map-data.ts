import type { FeatureCollection, LineString, MultiPolygon, Polygon } from "geojson";
import { formatBands } from "../../src/index.ts";
import type { Bounds, CaseView, MapScenery } from "../worker/messages.ts";
import { nameSpot, type Picture, pupilsAt, todaysPicture } from "./picture.ts";
import type { SourceData } from "./style.ts";

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

/** What a case adds, by source. */
export const caseData = (view: CaseView) => ({
  zones: view.zoneMap.zones,
  borders: view.zoneMap.borders,
  sites: siteMarks(view, todaysPicture(view)),
});

/** One shape, or none, as a source takes it. */
export const collection = (geometry: Polygon | MultiPolygon | LineString | undefined): FeatureCollection => ({
  type: "FeatureCollection",
  features: geometry ? [{ type: "Feature", properties: {}, geometry }] : [],
});

/** Radius of a site's mark in pixels: its area grows with the pupils, within limits. */
const markRadius = (pupils: number): number => Math.min(18, Math.max(10.5, 7 + 0.4 * Math.sqrt(pupils)));

/** The sites as a plan has them: what they teach and how many go there; one that teaches nothing is closed. */
export const siteMarks = ({ sites }: CaseView, picture: Picture): FeatureCollection => ({
  type: "FeatureCollection",
  features: sites.map(({ name, lon, lat }, site) => ({
    type: "Feature",
    id: site,
    properties: {
      name,
      grades: formatBands(picture.teaching[site]),
      radius: markRadius(pupilsAt(picture, site)),
    },
    geometry: { type: "Point", coordinates: [lon, lat] },
  })),
});

/** Each district's name, in its ink, where there is room in its middle. */
export const districtNames = (picture: Picture, zoneMap: CaseView["zoneMap"]): FeatureCollection => ({
  type: "FeatureCollection",
  features: picture.districts.flatMap(({ name, hue, pupils }, district) => {
    const spot = nameSpot(district, picture, zoneMap);
    if (!spot) return [];
    return {
      type: "Feature",
      properties: { name, pupils, ink: hue.ink },
      geometry: { type: "Point", coordinates: [spot.lon, spot.lat] },
    };
  }),
});
