import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/command-list.ts";
import { FLAGS, flagsOf } from "../../src/cli/flags.ts";
import { here, inBoth } from "./here.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "skoledistrikt-flags-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** English words that a library would put into a Danish sentence. */
const ENGLISH = /\b(invalid|expected|received|option|argument|must|unknown|number to be)\b/i;

test.each([
  // What is typed, what must be named in both languages.
  ["check data/lattice --verbose", /--verbose/],
  ["check data/lattice --districts 99", /--districts.*consolidate, redraw, start/],
  ["check data/lattice --plan nope", /--plan/],
  ["consolidate data/lattice --district 2", /--district\b.*--districts/],
  ["consolidate data/lattice -districts 2", /-districts.*--districts/],
  ["consolidate data/lattice —districts 2", /—districts.*--districts/],
  ["consolidate data/lattice", /--districts 4/],
  ["consolidate data/lattice --districts", /--districts 4/],
  ["consolidate data/lattice --districts --policy stay", /--districts 4/],
  ["consolidate data/lattice --districts=", /--districts 4/],
  ["consolidate data/lattice --districts 2 --districts 3", /--districts 2 .*--districts 3/],
  ["consolidate data/lattice --districts 2 --districts=3", /--districts 2 .*--districts=3/],
  ["consolidate data/lattice --districts 2 --policy nearst", /nearst.*nearest/],
  ["consolidate data/lattice --districts 2 --sort savings", /savings.*saving/],
  ["consolidat data/lattice", /consolidat\b.*consolidate/],
  ["dance data/lattice", /dance.*check, evaluate/],
  ["check", /(MAPPE|FOLDER)/],
  ["help dance", /dance.*check, evaluate/],
  ["--version=2", /--version/],
  ["check data/lattice extra", /[»"]extra[«"]/],
  ["check data/lattice --help=yes", /--help/],
  ["network data/lattice --site a-skole=0-9 --site a-skole=closed", /--site a-skole=0-9 .*--site a-skole=closed/],
  ["network data/lattice --cost site=1 --cost site=2", /--cost site=1 .*--cost site=2/],
  ["reassign data/lattice --rule capacity --rule capacity", /--rule capacity .*(to gange|twice)/],
  ["network data/lattice --cost teacher=1", /--cost teacher=1.*site, band, pupil/],
  ["network data/lattice --site a-skole", /--site a-skole.*--site "absalon=0-9\|closed"/],
  // Numbers are read as tables read them.
  ["consolidate data/lattice --districts 2 --at-least 1.000", /--at-least 1\.000.*1000/],
  ["consolidate data/lattice --districts 2,5", /--districts 2,5.*--districts 4/],
  ["consolidate data/lattice --districts NaN", /NaN.*--districts 4/],
  ["consolidate data/lattice --districts -2", /--districts -2.*--districts 4/],
  ["consolidate data/lattice --districts 1e3", /1e3.*--districts 4/],
  ["buses data/lattice --seats 0", /--seats 0.*--seats 50/],
  ["buses data/lattice --seats 999999999999", /--seats.*--seats 50/],
  ["buses data/lattice --seats 50 --ride 2,5", /--ride 2,5.*--ride 60/],
  ["reassign data/lattice --seconds 0", /--seconds 0.*--seconds 60/],
  ["redraw data/lattice --districts 2 --tolerance 10", /--tolerance 10.*--tolerance 10%/],
  ["redraw data/lattice --districts 2 --tolerance 110%", /--tolerance 110%.*--tolerance 10%/],
  ["redraw data/lattice --districts 2 --tolerance -5%", /--tolerance -5%.*--tolerance 10%/],
  ["calendar data/lattice --plan today --start 26", /--start 26.*--start 2027/],
  ["calendar data/lattice --plan today --start 2026/28", /2026.*2027/],
  // Rules and goals.
  ["reassign data/lattice --rule longest-way:0-3:2.500", /2\.500.*--rule longest-way:0-3:2500/],
  ["reassign data/lattice --rule at-most:shortest-way:9", /[»"]shortest-way[«"].*--rule at-most:longest-way:9000/],
  ["reassign data/lattice --rule at-most:overflow:3km", /[»"]3km[«"].*--rule at-most:longest-way:9000/],
  ["reassign data/lattice --rule longest-way:0-3:far", /[»"]far[«"].*--rule longest-way:0-3:2500/],
  ["reassign data/lattice --rule longest-way:0-2:2500", /[»"]0-2[«"].*0-3, 4-6, 7-9/],
  ["reassign data/lattice --rule longest-way", /longest-way:(TRIN|BAND):(METER|METRES)/],
  ["reassign data/lattice --rule capacity:7", /--rule capacity:7/],
  ["reassign data/lattice --rule capacities", /capacities.*capacity/],
  ["reassign data/lattice --rule most-closures:1", /most-closures:1.*network/],
  ["network data/lattice --rule most-moved:1", /most-moved:1.*reassign/],
  ["reassign data/lattice --rule most-moved:-1", /[»"]-1[«"].*most-moved:200/],
  ["reassign data/lattice --rule capacity-in-years:9-3", /[»"]9-3[«"]/],
  ["reassign data/lattice --rule capacity-in-years:0-99", /[»"]0-99[«"]/],
  ["reassign data/lattice --minimise pupil-meters", /pupil-meters.*pupil-metres/],
  ["reassign data/lattice --minimise pupil-metres*x", /x.*--minimise/],
  ["reassign data/lattice --minimise overflow,overflow", /overflow (står der to gange|is there twice)/],
  ["reassign data/lattice --minimise overflow,pupil-metres+2*x,overflow", /x/],
  ["reassign data/lattice --minimise pupil-metres*1+pupil-metres*2", /pupil-metres (står der to gange|is there twice)/],
  ["pareto data/lattice --objectives pupil-metres", /--objectives/],
  ["pareto data/lattice --objectives pupil-metres,pupil-metres", /--objectives/],
  ["repair data/lattice --question question.json", /--plan 2016/],
  // Names.
  ["evaluate data/lattice --plan todai", /todai/],
  ["consolidate data/lattice --districts 2 --together A,Q", /[»"]Q[«"]/],
  ["consolidate data/lattice --districts 2 --together A", /--together A\b/],
  ["consolidate data/lattice --districts 2 --apart A,A", /--apart A,A/],
  ["reassign data/lattice --rule lock:a9:0-3:a-skole", /[»"]a9[«"].*a1/],
  ["repair data/lattice --plan today --lock a9", /[»"]a9[«"].*a1/],
  ["redraw data/lattice --districts 2 --seat a-skol", /[»"]a-skol[«"].*a-skole/],
  ["network data/lattice --site constructor=0-9", /[»"]constructor[«"]/],
])("%s: ends with 2 and one line that says what to do, in both languages", async (line, message) => {
  const [da, en] = await inBoth(line);
  expect([da.code, en.code, da.out, en.out]).toEqual([2, 2, "", ""]);
  expect(da.err).toMatch(message);
  expect(en.err).toMatch(message);
  expect(da.err).not.toMatch(ENGLISH);
  expect(da.err).not.toBe(en.err);
  for (const { err } of [da, en]) expect(err.trim().split("\n")).toHaveLength(1);
});

/** Words between spaces; a space within one is written "_". */
const wordsOf = (line: string): readonly string[] => line.split(" ").map((word) => word.replace("_", " "));

test.each([
  ["check data/lattice --lang=en", "check data/lattice --lang en"],
  ["redraw data/lattice --districts=2 --tolerance=5%", "redraw data/lattice --districts 2 --tolerance 0,05"],
  ["reassign data/lattice --rule at-most:longest-way:8_km", "reassign data/lattice --rule at-most:longest-way:8000"],
  ["reassign data/lattice --rule longest-way:0-3:2,5_km", "reassign data/lattice --rule longest-way:0-3:2500"],
  ["check data/lattice --lang en --lang en", "check data/lattice --lang en"],
  ["check --lang en -- data/lattice", "check data/lattice --lang en"],
])("%s says the same as %s", async (one, other) => {
  const [first, second] = await Promise.all([one, other].map((line) => here(...wordsOf(line))));
  expect([first.code, first.out]).toEqual([second.code, second.out]);
});

test("every command tells about itself alone, with each of its flags, in both languages", async () => {
  for (const { name } of COMMANDS) {
    const [da, en] = await inBoth(`${name} --help`);
    expect([da.code, en.code]).toEqual([0, 0]);
    for (const { out } of [da, en]) {
      const told = [...out.matchAll(/^ {2}--([a-z-]+)/gm)].map((found) => found[1]);
      expect(told).toEqual(flagsOf(name).map((flag) => flag.name));
      expect(out.split("\n")[0]).toContain(`skoledistrikt ${name} `);
    }
  }
});

test("the help of all commands names every flag", async () => {
  const [da, en] = await inBoth("--help");
  for (const { name } of FLAGS) for (const { out } of [da, en]) expect(out).toContain(`--${name}`);
});

test("a flag beside a question file goes before it, and that is said", async () => {
  const question = join(folder, "question.json");
  await here("reassign", "data/lattice", "--save-question", question, "--minimise", "pupil-metres");
  const alone = await here("reassign", "data/lattice", "--question", question, "--lang", "en");
  expect(alone.err).toBe("");
  expect(alone.out).toMatch(/Pupils who change site\s+46 pupils/);
  const strict = await here(
    "reassign",
    "data/lattice",
    "--question",
    question,
    "--rule",
    "most-moved:0",
    "--lang",
    "en",
  );
  expect(strict.err).toContain("--rule most-moved:0 counts instead of what");
  expect(strict.out).toMatch(/Pupils who change site\s+0 pupils/);
  const same = await here(
    "reassign",
    "data/lattice",
    "--question",
    question,
    "--minimise",
    "pupil-metres",
    "--lang",
    "en",
  );
  expect(same.err).toBe("");
});

test("a question for another command is refused by name, and one that is damaged with its line", async () => {
  const question = join(folder, "redraw.json");
  await here("redraw", "data/lattice", "--districts", "2", "--save-question", question);
  const [da, en] = await inBoth(`reassign data/lattice --question ${question}`);
  expect([da.code, en.code]).toEqual([2, 2]);
  expect(da.err).toContain("er et spørgsmål til redraw, ikke til reassign");
  expect(en.err).toContain("is a question for redraw, not for reassign");
  const text = readFileSync(question, "utf8").replace('"tolerance": 0.1', '"tolerance": 10');
  writeFileSync(question, text);
  const [wrong] = await inBoth(`redraw data/lattice --question ${question}`);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toMatch(/redraw\.json, linje \d+.*tolerance.*10.*≤ 1/);
  expect(wrong.err).not.toMatch(ENGLISH);
});

test("consolidate asks a saved question again and gets the same answer", async () => {
  const [question, first, again] = ["consolidate.json", "first.json", "again.json"].map((name) => join(folder, name));
  const words = [
    "--districts",
    "2",
    "--policy",
    "nearest",
    "--apart",
    "A,B",
    "--at-least",
    "60",
    "--sort",
    "pupil-kilometres",
  ];
  await here("consolidate", "data/lattice", ...words, "--save-question", question, "--json", first, "--time", "omit");
  await here("consolidate", "data/lattice", "--question", question, "--json", again, "--time", "omit");
  const answers = [first, again].map((path) => readFileSync(path, "utf8"));
  expect(answers[1]).toBe(answers[0]);
});

test("the version and the help can be asked for as in other programs", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  for (const line of ["--version", "check --version"]) {
    const [da, en] = await inBoth(line);
    expect([da, en]).toEqual([{ code: 0, out: `skoledistrikt ${version}\n`, err: "" }, da]);
  }
  for (const [asked, same] of [
    ["help", "--help"],
    ["help consolidate", "consolidate --help"],
  ])
    expect(await inBoth(asked)).toEqual(await inBoth(same));
});

test("an objective that comes twice in a question file is refused where it stands", async () => {
  const stages = [[{ objective: "overflow" }], [{ objective: "pupil-metres" }, { objective: "overflow", weight: 2 }]];
  const path = join(folder, "twice.json");
  writeFileSync(path, JSON.stringify({ format: "skoledistrikt-question", version: 1, kind: "reassign", stages }));
  for (const { code, err } of await inBoth(`reassign data/lattice --question ${path}`)) {
    expect(code).toBe(2);
    expect(err).toMatch(/stages\.1\.1\.objective.*"overflow".*≠ stages\.0\.0\.objective/);
  }
});
