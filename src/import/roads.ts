import { type Plane, ROAD_KINDS, type RoadKind } from "../domain/municipality.ts";
import { metres, minutes } from "../domain/quantities.ts";
import type { MapLine } from "./map-features.ts";
import { type NodedRoads, nodeRoads } from "./noding.ts";
import type { RawLine } from "./noding-lines.ts";
import type { Report } from "./report.ts";
import { isOneWay, kindOf, numberIn, osmDuration, type PropertyReading, speedOf, withTags } from "./road-kinds.ts";

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

/** Lines of roads.geojson to a road network, with everything assumed or left out on the way reported. */
export function readRoads(file: string, lines: Iterable<MapLine>, plane: Plane, report: Report): NodedRoads {
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
  const noded = nodeRoads(settled(), plane);
  reportAssumed(file, assumed, report);
  if (noded.network.count === 0 && count > 0) report("roads.none", { file }, {});
  if (noded.dropped > 0) report("roads.dropped", { file }, { count: noded.dropped });
  if (noded.components > 1) {
    const km = Math.round(noded.outside / 100) / 10;
    report("roads.components", { file }, { count: noded.components, km });
  }
  return noded;
}

function readLine({ feature, parts }: MapLine, assumed: Assumed, report: Report): readonly RawLine[] {
  const properties = withTags(feature.properties);
  const valueOf = (reading: PropertyReading): number | undefined => {
    if (reading === "absent") return undefined;
    if ("value" in reading) return reading.value;
    report("roads.number", feature.at(reading.property), { property: reading.property, found: reading.wrong });
    return undefined;
  };
  const speed = valueOf(speedOf(properties));
  const length = valueOf(numberIn(properties, "length"));
  const crossing = valueOf(numberIn(properties, "minutes")) ?? osmDuration(properties);
  const reading = kindOf(properties, speed);
  if ("unknown" in reading) {
    report("roads.kind", feature.at("kind"), { found: reading.unknown });
    return [];
  }
  if ("leftOut" in reading) {
    assumed.leftOut.set(reading.leftOut, (assumed.leftOut.get(reading.leftOut) ?? 0) + 1);
    return [];
  }
  const { kind } = reading;
  if (reading.told === "by nothing") assumed.withoutKind.count++;
  if (kind === "road" && isOneWay(properties)) assumed.oneWay.count++;
  if (crossing === undefined && kind === "ferry")
    report("roads.ferry-time", feature.at(), { speed: speed ?? DEFAULT_SPEED.ferry });
  else if (crossing === undefined && speed === undefined && kind !== "path")
    assumed.withoutSpeed.set(kind, (assumed.withoutSpeed.get(kind) ?? 0) + 1);
  const drawn = parts.map(drawnLength);
  const total = drawn.reduce((sum, each) => sum + each, 0);
  if (length !== undefined && length < SHORTER * total)
    report("roads.length-short", feature.at("length"), { stated: length, drawn: Math.round(total) });
  if (length !== undefined && length > LONGER * total && length - total > LEAST_LONGER)
    report("roads.length-long", feature.at("length"), { stated: length, drawn: Math.round(total) });
  const stated = crossing === undefined ? speed : total / 1000 / (crossing / 60);
  if (stated !== undefined && (stated < SLOWEST || stated > FASTEST))
    report("roads.speed-doubtful", feature.at(), { speed: stated });
  return parts.map((xy, i) => {
    // A line of no length has no shares, and is dropped when lines are joined.
    const share = drawn[i] / total;
    const time =
      crossing === undefined ? { kmPerHour: speed ?? DEFAULT_SPEED[kind] } : { minutes: minutes(crossing * share) };
    return { xy, kind, time, ...(length !== undefined && { length: metres(length * share) }) };
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
