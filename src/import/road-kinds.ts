import type { RoadKind } from "../domain/municipality.ts";
import { type Minutes, minutes } from "../domain/quantities.ts";

type Properties = Readonly<Record<string, unknown>>;

/** What a line is: a kind of road, not in use as one, or something that no property tells. */
export type KindReading =
  | { readonly kind: RoadKind; readonly told: "by a property" | "by its speed" | "by nothing" }
  | { readonly leftOut: string }
  | { readonly unknown: string };

/** From this speed on a road is a motorway when nothing says otherwise, km/h. Roads for all traffic end at 100. */
const MOTORWAY_SPEED = 110;

/** OpenStreetMap's tags for lines that are no roads: streams, railways, power lines, borders. */
const OTHER_LINES = [
  "waterway",
  "railway",
  "power",
  "boundary",
  "aeroway",
  "aerialway",
  "barrier",
  "natural",
  "landuse",
  "building",
  "man_made",
  "leisure",
  "pipeline",
  "telecom",
  "historic",
] as const;
/** Properties that every line of an OpenStreetMap layer has, whatever it is. */
const OSM_MARKS = ["highway", "osm_id", "@id", "osm_type", "other_tags", "all_tags"] as const;

/** Own `kind`, OpenStreetMap tags, GeoDanmark's vejklasse, speed: the first that tells. */
export function kindOf(properties: Properties, kmPerHour: number | undefined): KindReading {
  const own = properties["kind"];
  if (own !== undefined && own !== null) return ownKind(own);
  if (properties["route"] === "ferry") return { kind: "ferry", told: "by a property" };
  const highway = properties["highway"];
  if (typeof highway === "string" && highway !== "") return osmKind(highway, properties);
  const roadClass = properties["vejklasse"];
  if (typeof roadClass === "string" && roadClass !== "")
    return { kind: geoDanmarkKind(roadClass), told: "by a property" };
  const other = otherLine(properties);
  if (other !== undefined) return { leftOut: other };
  if (kmPerHour !== undefined && kmPerHour >= MOTORWAY_SPEED) return { kind: "motorway", told: "by its speed" };
  const isRoadData = ["vejmyndighed", "vejmidtetype", "hastighed", "hastighedsgraense"].some(
    (name) => name in properties,
  );
  return { kind: "road", told: isRoadData ? "by a property" : "by nothing" };
}

/** The tag by which a line is something else than a road; in an OpenStreetMap layer a line without `highway` is. */
function otherLine(properties: Properties): string | undefined {
  const tag = OTHER_LINES.find(
    (name) => typeof properties[name] === "string" && !["", "no"].includes(properties[name]),
  );
  if (tag !== undefined) return `${tag}=${String(properties[tag])}`;
  return OSM_MARKS.some((name) => name in properties) ? "highway=-" : undefined;
}

const TAG_PROPERTIES = ["other_tags", "all_tags", "tags"] as const;

/** The properties with the OpenStreetMap tags that a program has put together in one of them. */
export function withTags(given: Properties): Properties {
  const properties = inSmallLetters(given);
  if (!TAG_PROPERTIES.some((name) => name in properties)) return properties;
  const packed = TAG_PROPERTIES.flatMap((name) => Object.entries(tagsIn(properties[name])));
  if (packed.length === 0) return properties;
  const stated = Object.entries(properties).filter(([, value]) => value !== null && value !== "");
  return Object.fromEntries([...Object.entries(properties), ...packed, ...stated]);
}

/** Some formats and programs write names in capitals, "VEJKLASSE". */
function inSmallLetters(properties: Properties): Properties {
  if (!Object.keys(properties).some(isInCapitals)) return properties;
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));
}

/** By the first letter, which is told faster than by all. */
const isInCapitals = (name: string): boolean => name.charCodeAt(0) >= CAPITAL_A && name.charCodeAt(0) <= CAPITAL_Z;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;

/** Tags as GDAL writes them, `"highway"=>"residential","lit"=>"yes"`, as JSON or as an object. */
function tagsIn(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  if (typeof value !== "string") return {};
  const pairs = value.matchAll(/"((?:[^"\\]|\\.)*)"\s*(?:=>|:)\s*"((?:[^"\\]|\\.)*)"/g);
  return Object.fromEntries([...pairs].map(([, name, text]) => [name, text.replace(/\\(.)/g, "$1")]));
}

function ownKind(own: unknown): KindReading {
  switch (own) {
    case "road":
    case "motorway":
    case "path":
    case "ferry":
      return { kind: own, told: "by a property" };
    default:
      return { unknown: JSON.stringify(own) };
  }
}

const OSM_PATHS = new Set(["path", "footway", "cycleway", "pedestrian", "steps", "bridleway", "track", "corridor"]);
const OSM_NOT_IN_USE = new Set([
  "construction",
  "proposed",
  "planned",
  "abandoned",
  "razed",
  "disused",
  "raceway",
  "no",
  "platform",
]);

function osmKind(highway: string, properties: Properties): KindReading {
  if (OSM_NOT_IN_USE.has(highway)) return { leftOut: highway };
  const isPath = OSM_PATHS.has(highway);
  const isForCarsOnly = highway.startsWith("motorway") || properties["motorroad"] === "yes";
  const byCar = !isPath && isOpen(properties, ["motorcar", "motor_vehicle", "vehicle", "access"]);
  const byPupils =
    !isForCarsOnly && (isOpen(properties, ["foot", "access"]) || isOpen(properties, ["bicycle", "vehicle", "access"]));
  if (byCar && byPupils) return { kind: "road", told: "by a property" };
  if (byPupils) return { kind: "path", told: "by a property" };
  return byCar ? { kind: "motorway", told: "by a property" } : { leftOut: `${highway} (access=no)` };
}

/** Whether those may pass whom the tags are of; the most special that is there decides. A private road is somebody's way home. */
function isOpen(properties: Properties, tags: readonly string[]): boolean {
  const stated = tags.map((tag) => properties[tag]).find((value) => typeof value === "string" && value !== "");
  return stated !== "no";
}

/** Which way cars may pass: 1 as the line is drawn, -1 the other way, 0 both. */
export type OneWay = -1 | 0 | 1;

/** As OpenStreetMap writes it, in Danish, and the layers of roads made of it (F, T, B). */
const ONE_WAY: ReadonlyMap<string, OneWay> = new Map([
  ["yes", 1],
  ["ja", 1],
  ["true", 1],
  ["1", 1],
  ["F", 1],
  ["-1", -1],
  ["reverse", -1],
  ["T", -1],
  ["no", 0],
  ["nej", 0],
  ["false", 0],
  ["0", 0],
  ["B", 0],
]);

/** Motorways and roundabouts are driven as they are drawn unless something else is said; what is said otherwise is `unknown`. */
export function oneWayOf(properties: Properties): OneWay | { readonly unknown: string } {
  const given = properties["oneway"];
  const isSaid = typeof given === "string" || typeof given === "number" || typeof given === "boolean";
  const said = isSaid ? String(given).trim() : "";
  if (said === "" || CHANGING.has(said)) return isDrawnAsDriven(properties) ? 1 : 0;
  return ONE_WAY.get(said) ?? ONE_WAY.get(said.toLowerCase()) ?? { unknown: said };
}

/** OpenStreetMap's words for lanes whose way changes with the hour. */
const CHANGING: ReadonlySet<string> = new Set(["reversible", "alternating"]);

const isDrawnAsDriven = ({ junction, highway }: Properties): boolean =>
  junction === "roundabout" || junction === "circular" || highway === "motorway";

/** GeoDanmark's classes: motorways and expressways (motortrafikvej) carry cars only. */
function geoDanmarkKind(roadClass: string): RoadKind {
  if (/motorvej|motortrafikvej/i.test(roadClass)) return "motorway";
  if (/færge/i.test(roadClass)) return "ferry";
  return /sti\b|cykelbane/i.test(roadClass) ? "path" : "road";
}

/** Danish speed limits by zone, as OpenStreetMap writes them, km/h. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ["DK:urban", 50],
  ["DK:rural", 80],
  ["DK:motorway", 130],
]);

const KM_PER_MILE = 1.609344;

/** A number above zero, absent, or something else that stands where one should. */
export type PropertyReading =
  | { readonly value: number }
  | "absent"
  | { readonly wrong: string; readonly property: string };

/** Speed in km/h: own `speed`, GeoDanmark's hastighed, OpenStreetMap's maxspeed. */
export function speedOf(properties: Properties): PropertyReading {
  for (const name of ["speed", "hastighed", "hastighedsgraense"]) {
    const reading = numberIn(properties, name);
    if (reading !== "absent") return reading;
  }
  const stated = properties["maxspeed"];
  const text = typeof stated === "string" ? stated : "";
  const zone = ZONES.get(text);
  if (zone !== undefined) return { value: zone };
  if (/^\d+(\.\d+)?$/.test(text)) return { value: Number(text) };
  const miles = /^(\d+) ?mph$/.exec(text)?.[1];
  if (miles !== undefined) return { value: Number(miles) * KM_PER_MILE };
  return typeof stated === "number" ? numberIn(properties, "maxspeed") : "absent";
}

export function numberIn(properties: Properties, property: string): PropertyReading {
  const stated = properties[property];
  if (stated === undefined || stated === null || stated === "") return "absent";
  const value = typeof stated === "string" ? Number(stated.replace(",", ".")) : stated;
  return typeof value === "number" && Number.isFinite(value) && value > 0
    ? { value }
    : { wrong: JSON.stringify(stated), property };
}

/** OpenStreetMap's duration of a ferry: "0:30", "00:30:00", "PT1H30M". */
export function osmDuration(properties: Properties): Minutes | undefined {
  const stated = properties["duration"];
  if (typeof stated !== "string") return undefined;
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(stated);
  const iso = /^PT(?:(\d{1,2})H)?(?:(\d{1,3})M)?$/.exec(stated);
  const [, hours = "0", rest = "0"] = clock ?? iso ?? [];
  const found = Number(hours) * 60 + Number(rest);
  return found > 0 ? minutes(found) : undefined;
}
