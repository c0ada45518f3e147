import { importCase } from "../../src/import/import-case.ts";
import { readFormats } from "../../src/import/formats/read-formats.ts";
import { type OsmContent, osmBytes } from "../cases/osm-bytes.ts";
import { tinyCase, tinyPosition } from "../cases/tiny.ts";
import { type Dice, type Find, type Kind, Tally } from "./attempt.ts";

const TAGS: readonly Readonly<Record<string, string>>[] = [
  { highway: "residential", maxspeed: "50" },
  { highway: "secondary", maxspeed: "DK:rural", oneway: "yes" },
  { highway: "path", foot: "designated" },
  { highway: "motorway", maxspeed: "110" },
  { highway: "service", access: "no" },
  { route: "ferry", duration: "0:20" },
  { building: "yes" },
];

function randomContent({ whole, one }: Dice): OsmContent {
  const nodes = Array.from({ length: whole(4, 30) }, (_, i) => ({
    id: 1 + i * whole(1, 9),
    ...tinyPosition(whole(-3500, 3500), whole(-3500, 3500)),
  }));
  const ways = Array.from({ length: whole(1, 12) }, (_, id) => ({
    id,
    tags: one(TAGS),
    nodes: Array.from({ length: whole(2, 6) }, () => one(nodes).id),
  }));
  return { nodes, ways: [{ id: 99, tags: TAGS[0], nodes: [nodes[0].id, nodes[1].id] }, ...ways] };
}

const DAMAGES: readonly ((bytes: Uint8Array, dice: Dice) => Uint8Array)[] = [
  (bytes, { whole }) => bytes.subarray(0, whole(0, bytes.length - 1)),
  (bytes, { whole }) => {
    const at = whole(0, bytes.length - 1);
    return bytes.map((byte, i) => (i === at ? byte ^ (1 << whole(0, 7)) : byte));
  },
  (bytes, { whole }) => {
    const at = whole(0, bytes.length - 1);
    return bytes.map((byte, i) => (i === at ? whole(0, 255) : byte));
  },
  (bytes, { whole }) => {
    const [from, length] = [whole(0, bytes.length - 1), whole(1, 20)];
    return bytes.filter((_, i) => i < from || i >= from + length);
  },
  (bytes, { whole }) => {
    const [from, length] = [whole(0, bytes.length - 1), whole(1, 20)];
    return bytes.map((byte, i) => (i >= from && i < from + length ? 0xff : byte));
  },
  (bytes, { whole }) => {
    const at = whole(0, bytes.length);
    return Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(Math.max(0, at - whole(1, 30))));
  },
];

function damaged(bytes: Uint8Array, dice: Dice): Uint8Array {
  let found = bytes;
  for (let times = dice.whole(1, 3); times > 0 && found.length > 0; times--) found = dice.one(DAMAGES)(found, dice);
  return found;
}

export const tally = new Tally();

/**
 * Damaged OpenStreetMap extracts: never an exception, refused exactly where an error says so. One that was damaged as it lay on a disk, and
 * is taken, has every road of the whole one: its blocks are under sums. One whose blocks were damaged before they were packed may be another map.
 */
export const damagedExtracts: Kind = {
  name: "osm",
  async attempt(dice) {
    const content = randomContent(dice);
    const form = { nodes: dice.one(["dense", "plain"] as const), granularity: dice.one([100, 10]) };
    const whole = osmBytes(content, form);
    const onDisk = dice.chance(0.5);
    const bytes = onDisk
      ? damaged(whole, dice)
      : osmBytes(content, { ...form, damage: (block) => (dice.chance(0.5) ? damaged(block, dice) : block) });
    const files = tinyCase({ "roads.geojson": undefined, "roads.osm.pbf": bytes });
    const find = (what: string): Find => ({ what, files });
    const { value, issues } = importCase(await readFormats(files));
    const isRefused = issues.some(({ severity }) => severity === "error");
    if ((value === undefined) !== isRefused) return find("refused without an error, or taken with one");
    tally.add(`${onDisk ? "on disk" : "inside"}, ${value ? "taken" : "refused"}`);
    if (!value || !onDisk) return undefined;
    const before = importCase(
      await readFormats(tinyCase({ "roads.geojson": undefined, "roads.osm.pbf": whole })),
    ).value;
    const lines = before?.municipality.roads.count;
    return value.municipality.roads.count === lines
      ? undefined
      : find(`${value.municipality.roads.count} stretches of road of ${lines}, without a word`);
  },
};
