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

/** Own `kind`, OpenStreetMap tags, GeoDanmark's vejklasse, speed: the first that tells. */
export function kindOf(properties: Properties, kmPerHour: number | undefined): KindReading {
  const own = properties["kind"];
  if (own !== undefined && own !== null) return ownKind(own);
  if (properties["route"] === "ferry") return { kind: "ferry", told: "by a property" };
  const highway = properties["highway"];
  if (typeof highway === "string") return osmKind(highway, properties);
  const roadClass = properties["vejklasse"];
  if (typeof roadClass === "string" && roadClass !== "")
    return { kind: geoDanmarkKind(roadClass), told: "by a property" };
  if (kmPerHour !== undefined && kmPerHour >= MOTORWAY_SPEED) return { kind: "motorway", told: "by its speed" };
  const isRoadData = ["vejmyndighed", "vejmidtetype", "hastighed", "hastighedsgraense"].some(
    (name) => name in properties,
  );
  return { kind: "road", told: isRoadData ? "by a property" : "by nothing" };
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
  "platform",
]);

function osmKind(highway: string, properties: Properties): KindReading {
  if (OSM_NOT_IN_USE.has(highway)) return { leftOut: highway };
  if (OSM_PATHS.has(highway)) return { kind: "path", told: "by a property" };
  const carsOnly = highway.startsWith("motorway") || properties["motorroad"] === "yes";
  return { kind: carsOnly ? "motorway" : "road", told: "by a property" };
}

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

/** OpenStreetMap's duration of a ferry, "0:30" or "00:30:00". */
export function osmDuration(properties: Properties): Minutes | undefined {
  const stated = properties["duration"];
  const match = typeof stated === "string" ? /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(stated) : null;
  return match ? minutes(Number(match[1]) * 60 + Number(match[2])) : undefined;
}
