import { CASE_FILES } from "../import/case-files.ts";
import type { Folder } from "../import/folder.ts";
import { AREAS, LINES, seeFeatures } from "../import/geojson.ts";
import type { MapSource } from "../import/map-source.ts";
import { openIssueBook } from "../import/report.ts";
import { type RoadTold, roadTeller } from "../import/roads.ts";
import { collectionText, featureText } from "./geojson-text.ts";

/** Maps of land and water, of which the outlines alone are read. */
const LANDS = [CASE_FILES.outline, CASE_FILES.land, CASE_FILES.surroundings] as const;

/**
 * Maps that hold no pupils as they may be published, by path: the lines of roads and the outlines of land, with what is read of them. Whatever
 * else a file has, other layers, points, names and remarks, may be of people.
 */
export function publishedMaps(folder: Folder): ReadonlyMap<string, string> {
  const roads = folder.map(CASE_FILES.roads, "optional");
  const lands = LANDS.flatMap((path) => {
    const map = folder.map(path, "optional");
    return map ? [[path, landText(map)] as const] : [];
  });
  return new Map([...(roads ? [[CASE_FILES.roads, roadText(roads)] as const] : []), ...lands]);
}

function roadText(map: MapSource): string {
  const tell = roadTeller();
  const features: string[] = [];
  seeFeatures(map, LINES, openIssueBook().report, ({ properties, parts }) => {
    const told = propertiesOf(tell(properties));
    if (told) features.push(featureText(told, "LineString", parts.map(corners)));
  });
  return collectionText(map.crs, features);
}

function landText(map: MapSource): string {
  const features: string[] = [];
  seeFeatures(map, AREAS, openIssueBook().report, ({ parts }) =>
    features.push(featureText({}, "Polygon", parts.map(corners))),
  );
  return collectionText(map.crs, features);
}

/** What was read of a road, in the properties that a case's own file of roads has; `undefined`: the line is no road. */
function propertiesOf({ reading, speed, length, crossing, duration, oneWay }: RoadTold) {
  if (!("kind" in reading)) return undefined;
  const numbers = { speed, length, minutes: crossing };
  const stated = Object.entries(numbers).flatMap(([name, number]) =>
    typeof number === "object" && "value" in number ? [[name, number.value] as const] : [],
  );
  return {
    ...(reading.told === "by a property" && { kind: reading.kind }),
    ...(duration !== undefined && { minutes: duration }),
    ...Object.fromEntries(stated),
    ...(oneWay === 1 && { oneway: "yes" }),
    ...(oneWay === -1 && { oneway: "-1" }),
  };
}

/** A centimetre in degrees; what is finer comes of reckoning. */
const DECIMALS = 7;

/** East and north of every corner, without heights. */
const corners = (value: unknown): unknown =>
  !Array.isArray(value)
    ? value
    : typeof value[0] === "number"
      ? value.slice(0, 2).map((each) => Number(Number(each).toFixed(DECIMALS)))
      : value.map(corners);
