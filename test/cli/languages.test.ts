import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { COMMANDS as COMMAND_NAMES } from "../../src/cli/command-list.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "languages-"));
afterAll(() => rmSync(folder, { recursive: true }));
const broken = join(folder, "broken.json");
writeFileSync(broken, JSON.stringify({ format: "skoledistrikt-question", version: 1, kind: "reassign", stages: 7 }));

/** Words that no English sentence has, and no Danish one; names of the case, of measures' ids and of flags are left out first. */
const DANISH =
  /(?<![\p{L}-])(og|ikke|elev(er)?|distrikt(er|et)?|skoler|skolenet|fordeling|punkt|i dag|gættet|eller|højst|uden|kilde|skøn|udledt|antagelse|fremskrivningen|færre|ændring|klasser|lærerstillinger|mio|kr|ingen|anden|andre|planen|prisår|spor|lederen|gennemsnitsløn|er|den|det|af|på)(?![\p{L}-])/iu;
const ENGLISH =
  /(?<![\p{L}-])(the|of|and|pupils?|districts?|sites|invalid|input|expected|received|required|must|estimate|derived|assumption|forecast|today|guess(ed)?|with|without|error|warning|point|network|classes|grades|million|source|others?|schools?|is|are|from)(?![\p{L}-])/iu;

/** Names stand as they are, and so do words of the command line, ids and files. */
const withoutNames = (said: string): string =>
  said
    // What is published elsewhere has its own title and publisher, up to what it says.
    .replaceAll(/[“»][^”«]+[”«], .*?: (?=\p{Lu})/gu, "")
    .replaceAll(/\b(Gitterby|(A|B|C|D)[a-z]+ Skole|Nord|Syd|Øst|Vest|Skole)\b/gu, "")
    .replaceAll(/--?[a-z][\w=,:.*-]*/g, "")
    .replaceAll(/"[^"]*"|`[^`]*`/g, "")
    .replaceAll(/\S*[/_:]\S*|\S+\.(csv|json|geojson|dk|md)\b/g, "")
    .replaceAll(/\b(capacity|pupil-metres|changed-site|overflow|today|KORA|KREVI|CEPOS|refud|Movia)\b/gu, "");

const COMMANDS = [
  "check data/lattice",
  "evaluate data/lattice --plan today",
  "compare data/lattice --plan today --draws 100",
  "consolidate data/lattice --districts 2",
  "consolidate data/lattice --districts 2 --policy nearest --contiguity ignored",
  "reassign data/lattice --minimise pupil-metres",
  "redraw data/lattice --districts 2 --seconds 5",
  "network data/lattice",
  "price data/lattice --rule capacity",
  "pareto data/lattice --objectives pupil-metres,changed-site --points 3",
  "buses data/lattice",
  "forecast data/lattice --years 3",
  "calendar data/lattice --plan today --start 2026",
  "costs data/lattice",
  "replay data/lattice",
  "evaluate data/holbaek --plan 2016",
  `reassign data/lattice --question ${broken}`,
  "evaluate data/lattice --plan nobody",
  "consolidate data/lattice --districts two",
  "consolidate data/lattice --districts 2 --together nowhere,A",
  "reassign data/lattice --rule longest-way:0-3:100",
  "reassign data/lattice --rule lock:a3:0-3:b-skole --rule lock:a3:0-3:c-skole",
  "repair data/lattice --plan today",
  "network data/lattice --rule fewest-pupils:500",
  "redraw data/lattice --districts 9",
];

test.each(COMMANDS)("%s: no Danish words in English, and none of a library's English in Danish", async (command) => {
  for (const [language, foreign] of [
    ["en", DANISH],
    ["da", ENGLISH],
  ] as const) {
    const { code, out, err } = await run(`${command} --lang ${language}`);
    expect([0, 2, 3, 4]).toContain(code);
    const lines = `${out}\n${err}`.split("\n").filter((line) => foreign.test(withoutNames(line)));
    expect(lines, language).toEqual([]);
    // Danish has its own quotes.
    if (language === "da") expect(`${out}\n${err}`.split("\n").filter((line) => line.includes('"'))).toEqual([]);
  }
});

test("no Danish words in the English help, nor in a paper that is handed out", async () => {
  const helps = await Promise.all(COMMAND_NAMES.map(({ name }) => run(`${name} --help --lang en`)));
  const paper = join(folder, "paper.html");
  await run(`paper data/lattice --plan today --start 2028 --out ${paper} --lang en`);
  const body = readFileSync(paper, "utf8").replaceAll(/<style[^]*?<\/style>|href="data:[^"]*"|<[^>]*>/g, "\n");
  const said = [(await run("--help --lang en")).out, ...helps.map(({ out }) => out), body].join("\n").split("\n");
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter((line) => DANISH.test(withoutNames(line)))).toEqual([]);
});

test("a rule that cannot hold by itself is not said to collide with others", async () => {
  const alone = "reassign data/lattice --rule longest-way:0-3:100 --minimise pupil-metres";
  expect((await run(`${alone} --lang en`)).out).toContain("This rule cannot hold:\n  - at most 100 m");
  expect((await run(`${alone} --lang da`)).out).toContain("Dette krav kan ikke opfyldes:\n  - højst 100 m");
  const two = await run("reassign data/lattice --rule lock:a3:0-3:b-skole --rule lock:a3:0-3:c-skole --lang en");
  expect(two.out).toContain("These rules cannot hold together:");
});

test("every figure has its unit, one of a thing its singular, and what is hidden none", async () => {
  const { out } = await run("evaluate data/lattice --plan today --lang en");
  const [head, ...rows] = out.split("\n").filter((line) => line.length > 90);
  expect(head).toContain("Today");
  for (const line of rows) expect(line.replace(/grades \d-\d/, ""), line).not.toMatch(/\d {2,}/);
  expect(out).toMatch(/Schools with pupils +4 schools +4 schools/);
  const hidden = await run("evaluate data/holbaek --plan 2021 --lang en");
  expect(`${out}${hidden.out}`).not.toMatch(/hidden (pupils|classes)|(?<![\d,.])1 (pupils|classes|sites|parts)/);
});
