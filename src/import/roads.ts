import { type Plane, ROAD_KINDS, type RoadKind } from "../domain/municipality.ts";
import { metres, type Minutes, minutes } from "../domain/quantities.ts";
import type { MapLine } from "./map-features.ts";
import { type NodedRoads, nodeRoads } from "./noding.ts";
import type { RawLine } from "./noding-lines.ts";
import type { Report } from "./report.ts";
import {
  type KindReading,
  kindOf,
  numberIn,
  oneWayOf,
  osmDuration,
  type PropertyReading,
  speedOf,
  withTags,
} from "./road-kinds.ts";
import type { Share } from "./watch.ts";

/** Where no speed is stated, km/h. Roads: between the general limits of 50 in towns and 80 outside. Cars use no paths. */
const DEFAULT_SPEED: Readonly<Record<RoadKind, number>> = { road: 60, motorway: 110, path: 15, ferry: 15 };
/** A stated length may be this much shorter than the drawn line before it is doubted. */
const SHORTER = 0.98;

/** A road that winds is longer than its drawing; beyond this many times, and by more than this, metres, it is doubted. */
const LONGER = 4;
const LEAST_LONGER = 500;
/** No road or ferry is driven slower or faster, km/h. */
const SLOWEST = 2;
const FASTEST = 150;

/** Counts what was taken for granted, to be reported once for the file. */
interface Assumed {
  readonly withoutKind: { count: number };
  readonly oneWay: { count: number };
  readonly withoutSpeed: Map<RoadKind, number>;
  readonly leftOut: Map<string, number>;
}

/** What a line's properties say of it as a road. */
export interface RoadTold {
  readonly reading: KindReading;
  /** km/h. */
  readonly speed: PropertyReading;
  /** Metres. */
  readonly length: PropertyReading;
  /** Minutes of the whole line. */
  readonly crossing: PropertyReading;
  /** The same as OpenStreetMap says it. */
  readonly duration: Minutes | undefined;
  readonly oneWay: ReturnType<typeof oneWayOf>;
}

/** More than there are kinds of road at each speed; where every line states its length, they are not all remembered. */
const REMEMBERED = 5000;

/** Makes the function that reads a line's properties. Lines that say the same share one answer: of half a million memory has to hold them. */
export function roadTeller(): (properties: Readonly<Record<string, unknown>>) => RoadTold {
  const known = new Map<string, RoadTold>();
  return (properties) => {
    const told = roadTold(withTags(properties));
    const key = keyOf(told);
    const same = known.get(key);
    if (!same && known.size < REMEMBERED) known.set(key, told);
    return same ?? told;
  };
}

function roadTold(properties: Readonly<Record<string, unknown>>): RoadTold {
  const speed = speedOf(properties);
  return {
    reading: kindOf(properties, typeof speed === "object" && "value" in speed ? speed.value : undefined),
    speed,
    length: numberIn(properties, "length"),
    crossing: numberIn(properties, "minutes"),
    duration: osmDuration(properties),
    oneWay: oneWayOf(properties),
  };
}

const textOf = (number: PropertyReading): string =>
  typeof number === "object" ? ("value" in number ? `${number.value}` : JSON.stringify(number)) : "";

/** Two that say the same have the same; faster than writing them as JSON, which is felt with half a million. */
function keyOf({ reading, speed, length, crossing, duration, oneWay }: RoadTold): string {
  const kind = "kind" in reading ? `${reading.kind},${reading.told}` : JSON.stringify(reading);
  return `${kind};${textOf(speed)};${textOf(length)};${textOf(crossing)};${duration ?? ""};${typeof oneWay === "object" ? oneWay.unknown : oneWay}`;
}

/** Lines of roads.geojson to a road network, with everything assumed or left out on the way reported. `joining`: told how far it is once all are read. */
export function readRoads(
  file: string,
  lines: Iterable<MapLine<RoadTold>>,
  plane: Plane,
  report: Report,
  joining: Share,
): NodedRoads {
  let count = 0;
  function* settled(): Generator<RawLine> {
    for (const line of lines) {
      count++;
      yield* readLine(line, assumed, report);
    }
  }
  const assumed: Assumed = {
    withoutKind: { count: 0 },
    oneWay: { count: 0 },
    withoutSpeed: new Map(),
    leftOut: new Map(),
  };
  const noded = nodeRoads(settled(), plane, joining);
  reportAssumed(file, assumed, report);
  if (noded.network.count === 0 && count > 0) report("roads.none", { file }, {});
  if (noded.dropped > 0) report("roads.dropped", { file }, { count: noded.dropped });
  if (noded.components > 1) {
    const km = Math.round(noded.outside / 100) / 10;
    report("roads.components", { file }, { count: noded.components, km });
  }
  return noded;
}

function readLine({ told, parts, at }: MapLine<RoadTold>, assumed: Assumed, report: Report): readonly RawLine[] {
  const valueOf = (reading: PropertyReading): number | undefined => {
    if (reading === "absent") return undefined;
    if ("value" in reading) return reading.value;
    report("roads.number", at(reading.property), { property: reading.property, found: reading.wrong });
    return undefined;
  };
  const speed = valueOf(told.speed);
  const length = valueOf(told.length);
  const crossing = valueOf(told.crossing) ?? told.duration;
  const { reading } = told;
  if ("unknown" in reading) {
    report("roads.kind", at("kind"), { found: reading.unknown });
    return [];
  }
  if ("leftOut" in reading) {
    assumed.leftOut.set(reading.leftOut, (assumed.leftOut.get(reading.leftOut) ?? 0) + 1);
    return [];
  }
  const { kind } = reading;
  if (reading.told === "by nothing") assumed.withoutKind.count++;
  // Paths and ferries are open both ways to those who use them.
  const isForCars = kind === "road" || kind === "motorway";
  if (isForCars && typeof told.oneWay === "object")
    report("roads.one-way-unknown", at("oneway"), { found: told.oneWay.unknown });
  const oneWay = isForCars && typeof told.oneWay === "number" ? told.oneWay : 0;
  if (oneWay !== 0) assumed.oneWay.count++;
  if (crossing === undefined && kind === "ferry")
    report("roads.ferry-time", at(), { speed: speed ?? DEFAULT_SPEED.ferry });
  else if (crossing === undefined && speed === undefined && kind !== "path")
    assumed.withoutSpeed.set(kind, (assumed.withoutSpeed.get(kind) ?? 0) + 1);
  const drawn = parts.map(drawnLength);
  const total = drawn.reduce((sum, each) => sum + each, 0);
  if (length !== undefined && length < SHORTER * total)
    report("roads.length-short", at("length"), { stated: length, drawn: Math.round(total) });
  if (length !== undefined && length > LONGER * total && length - total > LEAST_LONGER)
    report("roads.length-long", at("length"), { stated: length, drawn: Math.round(total) });
  const stated = crossing === undefined ? speed : total / 1000 / (crossing / 60);
  if (stated !== undefined && (stated < SLOWEST || stated > FASTEST))
    report("roads.speed-doubtful", at(), { speed: stated });
  return parts.map((xy, i) => {
    // A line of no length has no shares, and is dropped when lines are joined.
    const share = drawn[i] / total;
    const time =
      crossing === undefined ? { kmPerHour: speed ?? DEFAULT_SPEED[kind] } : { minutes: minutes(crossing * share) };
    return { xy, kind, time, oneWay, ...(length !== undefined && { length: metres(length * share) }) };
  });
}

function drawnLength(xy: Float64Array): number {
  let length = 0;
  for (let i = 2; i < xy.length; i += 2) length += Math.hypot(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]);
  return length;
}

function reportAssumed(file: string, { withoutKind, oneWay, withoutSpeed, leftOut }: Assumed, report: Report): void {
  if (oneWay.count > 0) report("roads.one-way", { file }, { count: oneWay.count });
  if (withoutKind.count > 0) report("roads.kind-assumed", { file }, { count: withoutKind.count });
  for (const kind of ROAD_KINDS) {
    const count = withoutSpeed.get(kind) ?? 0;
    if (count > 0) report("roads.speed-assumed", { file }, { count, kind, speed: DEFAULT_SPEED[kind] });
  }
  const count = [...leftOut.values()].reduce((sum, each) => sum + each, 0);
  if (count > 0) report("roads.left-out", { file }, { count, kinds: [...leftOut.keys()].join(", ") });
}
