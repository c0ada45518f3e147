import { zipSync } from "fflate";
import { importCase } from "../../src/import/import-case.ts";
import { TINY_FILES, tinyCase } from "../cases/tiny.ts";
import { TIMETABLE } from "../cases/timetable.ts";
import { type Find, type Kind, Tally } from "./attempt.ts";
import { damagedBytes } from "./formats.ts";

/** The made-up timetable in one service, so that every trip of a bus runs in the week that is read. */
const FILES: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  Object.entries({
    ...TIMETABLE,
    "gtfs/trips.txt": TIMETABLE["gtfs/trips.txt"].replace("mo-th", "school").replace("holiday", "school"),
  }).map(([path, text]) => [path, new TextEncoder().encode(text)]),
);
const NAMES = Object.keys(FILES);

/** When a school may begin and end so that every trip of a day is of use. */
const ALL_DAY = { arriveFrom: "00:00", arriveBy: "23:59", leaveFrom: "00:00", leaveBy: "23:59" };

const CASE = JSON.stringify({ ...JSON.parse(TINY_FILES["case.json"]), publicBuses: ALL_DAY });

const rowsOf = (bytes: Uint8Array): readonly (readonly string[])[] =>
  new TextDecoder()
    .decode(bytes)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.replaceAll(/[,;\s]/g, "") !== "")
    .slice(1)
    .map((line) => line.split(","));

/** Calls of buses as a simple reader finds them: of lines that are no ferry's. */
function callsIn(files: Readonly<Record<string, Uint8Array>>): number {
  const ferries = new Set(
    rowsOf(files["gtfs/routes.txt"]).flatMap(([id, type]) => (/^(4|10\d\d|12\d\d)$/.test(type) ? [id] : [])),
  );
  const sailed = new Set(
    rowsOf(files["gtfs/trips.txt"]).flatMap(([route, , trip]) => (ferries.has(route) ? [trip] : [])),
  );
  return rowsOf(files["gtfs/stop_times.txt"]).filter(([trip]) => !sailed.has(trip)).length;
}

export const tally = new Tally();

const known = new Set(importCase(tinyCase()).issues.map(({ code }) => code));

/**
 * Damaged timetables, in a folder and packed: never an exception; refused, or every call of every bus is in the case or there is a word about it.
 */
export const damagedTimetables: Kind = {
  name: "gtfs",
  async attempt(dice) {
    const isPacked = dice.chance(0.5);
    const isInside = !isPacked || dice.chance(0.5);
    const name = dice.one(NAMES);
    const files = isInside ? { ...FILES, [name]: damagedBytes(FILES[name], dice) } : FILES;
    const whole = isPacked ? zipSync(files) : undefined;
    const archive = whole && !isInside ? damagedBytes(whole, dice) : whole;
    const given = tinyCase({ "case.json": CASE, ...(archive ? { "gtfs.zip": archive } : files) });
    const find = (what: string): Find => ({ what, files: given });
    const { value, issues } = importCase(given);
    const isRefused = issues.some(({ severity }) => severity === "error");
    if ((value === undefined) !== isRefused) return find("refused without an error, or taken with one");
    const isSilent = issues.every(({ code }) => known.has(code));
    tally.add(`${isPacked ? "packed" : "folder"}, ${value ? (isSilent ? "read" : "read, with a word") : "refused"}`);
    if (!value || !isSilent) return undefined;
    const read = value.municipality.publicBuses?.stop.length ?? 0;
    const expected = callsIn(files);
    return read === expected ? undefined : find(`${read} calls read of ${expected}, without a word`);
  },
};
