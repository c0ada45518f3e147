import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { runCommand } from "../../src/cli/run.ts";
import { allTexts } from "../../src/languages/all-texts.ts";
import { marked, unmarked } from "../cases/marked.ts";

let run: typeof runCommand;
let texts: Awaited<ReturnType<typeof allTexts>>;
beforeAll(async () => {
  texts = await allTexts();
  const pack = {
    name: "Zzz",
    locale: "en-GB",
    texts: Object.fromEntries([...texts].map(([key, { en }]) => [key, marked(en)])),
  };
  vi.resetModules();
  vi.doMock("../../src/languages/packs.ts", () => ({
    PACKS: { zz: { name: pack.name, locale: pack.locale, read: async () => pack } },
  }));
  run = (await import("../../src/cli/run.ts")).runCommand;
});
const folder = mkdtempSync(join(tmpdir(), "third-language-"));
afterAll(() => {
  vi.doUnmock("../../src/languages/packs.ts");
  vi.resetModules();
  rmSync(folder, { recursive: true });
});

/** Where Danish money is meant: sources and what they say, and what tells of other money. */
const OF_KRONER =
  /^cost\.(references|parameters\.\w[\w-]*\..*(source|evidence)|converted)|^import\..*(currency|page\.money)|^cli\.flags\./;

test("no text calls a case's money kroner: its blanks are filled with what the case reckons in", () => {
  const fixed = [...texts].filter(
    ([key, { da, en }]) => !OF_KRONER.test(key) && /\bkr\.|DKK|(?<!\{)\bkroner\b/.test(`${da} ${en}`),
  );
  expect(fixed.map(([key]) => key)).toEqual([]);
});

async function said(command: string): Promise<string> {
  let all = "";
  const write = (text: string): void => void (all += text);
  await run([...command.split(" "), "--lang", "zz"], { out: write, err: write, watched: false });
  return all;
}

/** What a case names or says, and words of the command line: they stand as they are. */
const NAMES =
  /Gitterby is made up: a place small enough to work out by hand\.|\b(Gitterby|(A|B|C|D)[a-z]+ Skole|Nord|Syd|Øst|Vest|Skole)\b|--?[a-z][\w=,:.*-]*|\S*[/_:]\S*|\S+\.(csv|json|geojson|dk|md)\b/gu;

/** Words in a line that no text of the pack says and the case does not name; two may be a unit, or a file's. */
const strange = (line: string): readonly string[] =>
  unmarked(line)
    .replaceAll(NAMES, " ")
    .match(/\p{L}{2,}/gu) ?? [];

const COMMANDS = [
  "check data/lattice",
  "evaluate data/lattice --plan today",
  "compare data/lattice --plan today --draws 100",
  "consolidate data/lattice --districts 2",
  "consolidate data/lattice --districts 9",
  "consolidate data/lattice --districts two",
  "consolidate data/lattice --districts 2 --together nowhere,A",
  "reassign data/lattice --minimise pupil-metres",
  "reassign data/lattice --rule longest-way:0-3:100",
  "reassign data/lattice --rule lock:a3:0-3:b-skole --rule lock:a3:0-3:c-skole",
  "reassign data/lattice --rule nothing",
  "network data/lattice",
  "network data/lattice --rule fewest-pupils:500",
  "redraw data/lattice --districts 2 --tolerance 50% --rule capacity",
  "price data/lattice --rule capacity",
  "pareto data/lattice --objectives pupil-metres,changed-site --points 3",
  "buses data/lattice",
  "forecast data/lattice --years 3 --draws 20",
  "calendar data/lattice --plan today --start 2026",
  "costs data/lattice",
  "replay data/lattice",
  "evaluat data/lattice",
  "evaluate data/lattice --plan nobody",
  "evaluate data/lattice --plan today --plann x",
  "evaluate data/nowhere --plan today",
];
test.each(COMMANDS)("%s speaks a language that is a pack", async (command) => {
  const lines = (await said(command)).split("\n").filter((line) => strange(line).length > 2);
  expect(lines).toEqual([]);
});

test("help and a paper that is handed out speak it too, but for words of the command line", async () => {
  const path = join(folder, "paper.html");
  await said(`paper data/lattice --plan today --start 2028 --out ${path}`);
  const paper = readFileSync(path, "utf8").replaceAll(/<style[^]*?<\/style>|href="data:[^"]*"|<[^>]*>/g, "\n");
  const whole = unmarked([await said("--help"), await said("consolidate --help"), paper].join("\n"));
  const inARow = /(?<![\p{L}\w-])\p{L}{2,}( \p{L}{2,}){2,}/gu;
  expect(whole.replaceAll(NAMES, "|").match(inARow) ?? []).toEqual([]);
});
