import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS, type CommandName } from "../../src/cli/command-list.ts";
import { flagsOf } from "../../src/cli/flags.ts";
import { BY_WAYS, sweepOf } from "../cases/sweeps.ts";
import { changedJson, realCase, textOf } from "../publish/published.ts";
import { here } from "./here.ts";
import { toldApart, type ToldNumbers, toldNumbers } from "./told-numbers.ts";

/**
 * Four cases of real pupils that are the same but for one farm, of which one, two, three or four children of one grade come, and as many fewer
 * from the middle of another town. Whatever tells a number of its own for each of the four tells how many they are.
 */
const ON_THE_FARM = [1, 2, 3, 4] as const;

/** How each command is asked, with all that it can write; a command that is not here, or a file that is not asked for, is a fault. */
const ASKED: { readonly [Command in CommandName]: string | { readonly tellsNothing: string } } = {
  check: "--json DIR/x.json",
  evaluate: "--plan other --json DIR/x.json --csv DIR/x.csv --out DIR/x.xlsx --out DIR/x.gpkg --out DIR/x.zip",
  forecast: "--plan other --draws 40 --json DIR/x.json --csv DIR/x.csv --out DIR/x.xlsx --out DIR/x.gpkg",
  replay: "--json DIR/x.json",
  compare: "--plan other --plan third --draws 400 --json DIR/x.json --csv DIR/x.csv --out DIR/x.xlsx",
  consolidate: "--districts 2 --json DIR/x.json --csv DIR/x.csv --geojson DIR/x.geojson --out DIR/x.xlsx",
  reassign: "--minimise pupil-metres --json DIR/x.json --geojson DIR/x.geojson --out DIR/x.zip --save-plan DIR/p.json",
  network:
    "--site b-skole=0-9|closed --json DIR/x.json --geojson DIR/x.geojson --out DIR/x.xlsx --save-plan DIR/p.json",
  redraw: "--districts 1 --json DIR/x.json --geojson DIR/x.geojson --out DIR/x.xlsx --save-plan DIR/p.json",
  price:
    "--rule stay-in-district --minimise pupil-metres --json DIR/x.json --geojson DIR/x.geojson --out DIR/x.xlsx --save-plan DIR/p.json",
  pareto:
    "--objectives longest-way,changed-site --points 2 --json DIR/x.json --geojson DIR/x.geojson --out DIR/x.xlsx --save-plan DIR/p.json",
  repair:
    "--plan other --rule capacity --json DIR/x.json --geojson DIR/x.geojson --out DIR/x.xlsx --save-plan DIR/p.json",
  sweep: "ROOT/sweep.json --cores 1 --out DIR/x.csv --out DIR/x.jsonl --out DIR/x.xlsx",
  worker: { tellsNothing: "says how many scenarios it computed; sweep tells what came of them" },
  costs: "",
  buses: "--plan other --geojson DIR/x.geojson",
  calendar: "--plan other --start 2029 --ics DIR/x.ics",
  paper: "--plan other --alternative third --out DIR/x.html",
  publish: { tellsNothing: "what it makes is attacked in test/publish" },
  new: { tellsNothing: "holds no pupils" },
  verify: { tellsNothing: "says of a paper's own figures whether they are so" },
  serve: { tellsNothing: "hands a real case to its own page alone" },
  start: { tellsNothing: "says what consolidate says, then serves" },
  backup: { tellsNothing: "is of rooms, which a real case has none of" },
  restore: { tellsNothing: "is of rooms, which a real case has none of" },
  contributions: { tellsNothing: "is of rooms, which a real case has none of" },
  audit: { tellsNothing: "is of rooms, which a real case has none of" },
  "bench-instance": { tellsNothing: "is of a published instance" },
};
/** Scenarios that differ by seed, growth and prices: each told by itself in steps, as many would tell what the steps hide. */
const SWEEP = sweepOf(BY_WAYS, { axes: { seed: [1, 2], growth: [0, -0.2], prices: [{}, { class: 1.2 }] } });

const asked = Object.entries(ASKED).flatMap(([command, words]) =>
  typeof words === "string" ? [[command as CommandName, words] as const] : [],
);

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "skoledistrikt-farm-"));
  writeFileSync(join(root, "sweep.json"), JSON.stringify(SWEEP));
  for (const living of ON_THE_FARM)
    for (const [path, bytes] of farmCase(living)) {
      const at = join(root, String(living), path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, bytes);
    }
});
afterAll(() => rmSync(root, { recursive: true }));

/** Gitterby with ten times as many pupils in two grades more, none of whom in grade 5 live at b1 but those of the farm. */
function farmCase(living: number): ReadonlyMap<string, Uint8Array> {
  const files = realCase("lattice");
  const put = (path: string, text: string) => files.set(path, new TextEncoder().encode(text));
  const [head, ...homes] = textOf(files, "pupils.csv").trim().split("\n");
  const rows = homes.flatMap((line) => {
    const [id, x, y, , pupils] = line.split(";");
    const upper = { b1: living, c2: 100 - living }[id] ?? 7 * Number(pupils);
    return [2, 5, 8].map((grade) => [`${id}${grade}`, x, y, grade, grade === 5 ? upper : 9 * Number(pupils)].join(";"));
  });
  put("pupils.csv", [head, ...rows, ""].join("\n"));
  // The farm's school today has too few places for its grade, all others have many.
  const sites = textOf(files, "sites.csv").replaceAll(/\d+;\d+;\d+$/gm, "900;900;900");
  put("sites.csv", sites.replace(/^(c-skole.*);900;900;900$/m, "$1;900;150;900"));
  for (const [name, school] of Object.entries({ other: "a-skole", third: "d-skole" }))
    files.set(`plans/${name}.json`, farmAt(files, school, name));
  return files;
}

interface Zone {
  readonly site: string;
  readonly bands: readonly string[];
  readonly units: readonly string[];
}

/** Today's plan but for the farm's grades, which go to another school. */
function farmAt(files: ReadonlyMap<string, Uint8Array>, site: string, name: string): Uint8Array {
  const { assignment } = JSON.parse(textOf(files, "plans/today.json")) as { assignment: { zones: readonly Zone[] } };
  const zones = assignment.zones.flatMap((zone): Zone[] =>
    zone.units.includes("b1")
      ? [
          { ...zone, bands: ["0-3", "7-9"] },
          { ...zone, bands: ["4-6"], units: zone.units.filter((unit) => unit !== "b1") },
        ]
      : [zone],
  );
  return changedJson(files, "plans/today.json", (plan) => ({
    ...plan,
    id: name,
    title: name,
    assignment: { ...assignment, zones: [...zones, { site, bands: ["4-6"], units: ["b1"] }] },
  }));
}

/** All that a command tells of a case, on the terminal and in its files, by file. */
async function told(command: CommandName, words: string, living: number): Promise<ReadonlyMap<string, ToldNumbers>> {
  const out = mkdtempSync(join(root, "out-"));
  const timed = flagsOf(command).some(({ name }) => name === "time") ? ["--time", "omit"] : [];
  const flags = words.replaceAll("DIR", out).replaceAll("ROOT", root).split(" ").filter(Boolean);
  const said = await here(command, join(root, String(living)), ...flags, ...timed, "--lang", "en");
  expect([0, 3], `${command}: ${said.err}`).toContain(said.code);
  const text = `${said.out}\n${said.err}`
    .replaceAll(out, "")
    .replaceAll(join(root, String(living)), "")
    .replaceAll(/Data: \w+/g, "")
    // How far and how long it took is the machine's.
    .replaceAll(/ in \d[\d.]* s\b|^\d+ of \d+ scenarios computed$/gm, "");
  const files = readdirSync(out).map((name) => [name, readFileSync(join(out, name))] as const);
  const all = [["terminal", new TextEncoder().encode(text)] as const, ...files];
  return new Map(await Promise.all(all.map(async ([name, bytes]) => [name, await toldNumbers(name, bytes)] as const)));
}

/** Digests of the case's files tell nothing of what is in them, and ids of answers are no numbers. */
const OF_NO_PUPIL = /hash|Hash|digest/;

/** Places at which the four cases tell more than two values, with what they tell. */
async function followed(command: CommandName, words: string): Promise<readonly string[]> {
  const cases: ReadonlyMap<string, ToldNumbers>[] = [];
  for (const living of ON_THE_FARM) cases.push(await told(command, words, living));
  const [first] = cases;
  expect(first.size).toBe(1 + (words.match(/DIR/g)?.length ?? 0) + (command === "paper" ? 1 : 0));
  return [...first.keys()].flatMap((file) => {
    const ofFile = cases.flatMap((each) => each.get(file) ?? []);
    return toldApart(ofFile, OF_NO_PUPIL).map((place) => `${command} ${file} ${place}`);
  });
}

test("every file that any command can write of a case is asked for here", () => {
  expect(Object.keys(ASKED).toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
  for (const [command, words] of asked) {
    const written = flagsOf(command).filter(({ name, takes }) => takes.kind === "output" && name !== "save-question");
    for (const { name } of written) expect(words, `${command} --${name}`).toContain(`--${name} `);
  }
});

describe("of four cases that differ by who lives on one farm", () => {
  test.each(asked)("%s tells none from the others, on the terminal and in all its files", async (command, words) => {
    expect(await followed(command, words)).toEqual([]);
  });

  test("a file for the planner alone tells each from the others: the attack is one", async () => {
    const words = "--plan other --json DIR/x.internal.json";
    expect((await followed("evaluate", words)).length).toBeGreaterThan(20);
  });
});
