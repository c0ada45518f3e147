import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RoutingProblem } from "../../src/kernels/routing/problem.ts";
import type { SchoolRunProblem } from "../../src/kernels/routing/school-run.ts";

const words = (text: string): string[][] =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => line.split(/[\s,]+/));

/** A table of published values: the cells of each row after the first, which names the columns. */
export const publishedRows = (folder: string, file: string): readonly (readonly string[])[] =>
  words(readFileSync(join(folder, file), "utf8")).slice(1);

/** CVRPLIB: Euclidean distances rounded to whole numbers; the depot is the first place. */
export function readCvrp(file: string): RoutingProblem {
  const text = readFileSync(file, "utf8");
  const section = (name: string): number[][] =>
    words(new RegExp(`${name}_SECTION([\\d.\\s]+)`).exec(text)?.[1] ?? "").map((row) => row.map(Number));
  const places = section("NODE_COORD");
  const length = Float64Array.from(
    places.flatMap(([, x, y]) => places.map(([, u, v]) => Math.round(Math.hypot(x - u, y - v)))),
  );
  return {
    customers: places.length - 1,
    length,
    demand: Float64Array.from(section("DEMAND"), ([, demand]) => demand),
    capacity: Number(/CAPACITY\s*:\s*(\d+)/.exec(text)?.[1]),
  };
}

const FEET_A_SECOND = (20 * 5280) / 3600;

/** Seconds after midnight of a time of day written without a colon: 945 is a quarter to ten. */
const secondsOf = (clock: string): number => 3600 * Math.floor(Number(clock) / 100) + 60 * (Number(clock) % 100);

/** Park, Tae and Kim 2012, in seconds: rectilinear ways at 20 miles an hour. A ride is told from the bus's coming to the stop. */
export function readSchoolRuns(folder: string, longestRide: number): SchoolRunProblem {
  const [stops, schools] = ["Stops.txt", "Schools.txt"].map((file) => publishedRows(folder, file));
  const places = [...stops, ...schools].map(([, x, y]) => [Number(x), Number(y)] as const);
  const time = Float64Array.from(
    places.flatMap(([x, y]) => places.map(([u, v]) => (Math.abs(x - u) + Math.abs(y - v)) / FEET_A_SECOND)),
  );
  const number = new Map(schools.map(([id], school) => [id, school]));
  const pupils = Float64Array.from(stops, (row) => Number(row[4]));
  return {
    stops: stops.length,
    schools: schools.length,
    time,
    length: time,
    pupils,
    school: Int32Array.from(stops, (row) => number.get(row[3]) ?? -1),
    loading: pupils.map((count) => 19 + 2.6 * count),
    unloading: { each: 29, pupil: 1.9 },
    earliest: Float64Array.from(schools, (row) => secondsOf(row[3])),
    latest: Float64Array.from(schools, (row) => secondsOf(row[4])),
    seats: 66,
    longestRide,
  };
}
