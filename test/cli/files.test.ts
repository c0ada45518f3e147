import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readCaseFolder } from "../../src/cli/files.ts";
import { systemErrorText } from "../../src/cli/system-errors.ts";
import { type CopiedCase, copiedLattice } from "./case-folder.ts";
import { here, inBoth } from "./here.ts";

let copy: CopiedCase;
beforeEach(() => (copy = copiedLattice()));
afterEach(() => copy.end());

const asked = (...words: readonly string[]) =>
  here("consolidate", copy.folder, "--districts", "2", ...words, "--lang", "en");

test("an output through a link is written where the link points, also where nothing is yet", async () => {
  const [real, link, dangling] = ["real.json", "link.json", "dangling.json"].map((name) => join(copy.root, name));
  writeFileSync(real, "OLD");
  symlinkSync("real.json", link);
  symlinkSync("later.json", dangling);
  for (const path of [link, dangling]) expect((await asked("--json", path)).code).toBe(0);
  for (const path of [link, dangling]) expect(lstatSync(path).isSymbolicLink()).toBe(true);
  for (const path of [real, join(copy.root, "later.json")]) expect(readFileSync(path, "utf8")).toMatch(/^\{/);
  expect(readdirSync(copy.root).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("a file of two names keeps both, and a file for its owner alone stays so", async () => {
  const [one, other, secret] = ["one.json", "other.json", "secret.json"].map((name) => join(copy.root, name));
  writeFileSync(one, "OLD");
  linkSync(one, other);
  writeFileSync(secret, "OLD", { mode: 0o600 });
  await asked("--json", one, "--geojson", secret);
  expect(readFileSync(other, "utf8")).toMatch(/^\{/);
  expect(statSync(secret).mode & 0o777).toBe(0o600);
});

test("a pipe is written into and stays a pipe", async () => {
  const pipe = join(copy.root, "pipe");
  execFileSync("mkfifo", [pipe]);
  const [text, said] = await Promise.all([readFile(pipe, "utf8"), asked("--json", pipe)]);
  expect(said.code).toBe(0);
  expect(text).toMatch(/^\{/);
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

test("- is standard output, where the file stands alone", async () => {
  const { code, out, err } = await asked("--json", "-");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ format: expect.any(String) });
  expect(err).toContain("ways to group");
  expect(existsSync("-")).toBe(false);
});

test("nothing is written over a file that the command reads, by whatever name", async () => {
  const question = join(copy.root, "question.json");
  await asked("--save-question", question);
  symlinkSync(copy.folder, join(copy.root, "same"));
  linkSync(copy.at("sites.csv"), join(copy.root, "twin.csv"));
  const inputs = [
    copy.at("sites.csv"),
    copy.at("plans/today.json"),
    join(copy.root, "same/case.json"),
    join(copy.root, "case/../case/pupils.csv"),
    join(copy.root, "twin.csv"),
    question,
  ];
  for (const path of inputs) {
    const before = readFileSync(path, "utf8");
    const { code, out, err } = await asked("--question", question, "--json", path);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("which the command reads");
    expect(readFileSync(path, "utf8")).toBe(before);
  }
});

test("two outputs of one run have each a name of their own", async () => {
  const path = join(copy.root, "o");
  symlinkSync(path, join(copy.root, "link"));
  for (const other of [path, join(copy.root, "link"), join(copy.root, "case/../o")]) {
    const { code, err } = await asked("--csv", path, "--json", other);
    expect(code).toBe(2);
    expect(err).toContain("are the same file");
  }
  expect(existsSync(path)).toBe(false);
  expect((await asked("--csv", "-", "--json", "-")).code).toBe(2);
});

test.each([
  ["a folder", () => copy.folder, /folder/],
  ["a folder that is not there", () => `${copy.root}/new/`, /folder/],
  ["below a file", () => join(copy.at("case.json"), "x.json"), /nothing may be written/],
  ["no file system for files", () => "/proc/skoledistrikt.json", /\/proc/],
  ["a full disk", () => "/dev/full", /^\/dev\/full: the disk is full/],
  ["a name that is too long", () => join(copy.root, `${"x".repeat(300)}.json`), /name is too long/],
])("an output to %s ends with 2 and a sentence", async (_, path, message) => {
  const { code, err } = await asked("--json", path());
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\n\s+at |E[A-Z]{4,}/);
});

const systemError = (code: string): Error =>
  Object.assign(new Error(code), { code, syscall: "open", path: "/x/y.json.12.part" });

test("what the system says becomes a sentence in both languages; a fault of the program does not", () => {
  expect(systemErrorText(systemError("EACCES"))?.da).toContain("/x/y.json: der er ikke adgang");
  expect(systemErrorText(systemError("ENOSPC"))?.en).toContain("/x/y.json: the disk is full");
  expect(systemErrorText(systemError("EWHATEVER"))).toBeUndefined();
  expect(systemErrorText(new TypeError("x is not a function"))).toBeUndefined();
});

test("a linked file is a file; folders that no case has are left alone, whatever they hold", async () => {
  renameSync(copy.at("pupils.csv"), join(copy.root, "real.csv"));
  symlinkSync("../real.csv", copy.at("pupils.csv"));
  mkdirSync(copy.at("private"));
  chmodSync(copy.at("private"), 0);
  mkdirSync(copy.at("costs.csv"));
  const files = await readCaseFolder(copy.folder);
  expect(files.has("pupils.csv")).toBe(true);
  expect(files.has("costs.csv")).toBe(false);
  expect((await here("check", copy.folder)).code).toBe(0);
  chmodSync(copy.at("private"), 0o755);
});

test("a link to nothing is said", async () => {
  copy.remove("pupils.csv");
  symlinkSync("../gone.csv", copy.at("pupils.csv"));
  const [da, en] = await inBoth(`check ${copy.folder}`);
  expect([da.code, en.code]).toEqual([2, 2]);
  expect(en.err).toContain("pupils.csv: the place does not exist");
});

test.each(["pupils-2015.xlsx", "pupils.csv.txt", "pupils (1).csv"])(
  "where pupils.csv is missing, %s beside it is named",
  async (name) => {
    renameSync(copy.at("pupils.csv"), copy.at(name));
    const [da, en] = await inBoth(`check ${copy.folder}`);
    expect([da.code, en.code]).toEqual([2, 2]);
    expect(da.err).toContain(`Fejl: pupils.csv: Filen mangler i mappen. Der ligger en, der hedder ${name}`);
    expect(en.err).toContain(`Error: pupils.csv: The file is missing from the folder. There is one called ${name}`);
  },
);

test("JSON nested thousands deep is refused by file, not by a stack", async () => {
  for (const path of ["roads.geojson", "case.json", "plans/today.json"]) {
    const before = copy.read(path);
    copy.write(path, "[".repeat(5000) + "]".repeat(5000));
    const [da, en] = await inBoth(`check ${copy.folder}`);
    expect([da.code, en.code]).toEqual([2, 2]);
    expect(da.err).toContain(`Fejl: ${path}: Lister og objekter ligger 5.000 lag inde i hinanden`);
    expect(en.err).toContain(`Error: ${path}: Lists and objects lie 5,000 deep`);
    copy.write(path, before);
  }
});

test("case.json: an example is one, and a bound is the bound", async () => {
  copy.write(
    "case.json",
    copy
      .read("case.json")
      .replace(/"code": "\d+"/, '"code": "101"')
      .replace(/"snapLimit": \d+/, '"snapLimit": 0'),
  );
  const [da, en] = await inBoth(`check ${copy.folder}`);
  expect(en.err).toContain(
    'The municipal code cannot be "101". Write the four digits of the municipality in quotes, such as "0316", or delete the line where there is none.',
  );
  expect(da.err).toContain(
    'Skriv kommunens fire cifre i anførselstegn, for eksempel "0316", eller slet linjen, hvor der ingen er.',
  );
  expect(en.err).toContain("> 0");
});

test.each([
  ["reassign", "--question", "folder"],
  ["evaluate", "--plan", "folder"],
  ["reassign", "--question", "nowhere.json"],
])("%s %s with a %s that is no file: ends with 2 and names it", async (command, flag, name) => {
  mkdirSync(join(copy.root, "folder"));
  const path = join(copy.root, name);
  for (const language of ["da", "en"]) {
    const { code, err } = await here(command, copy.folder, flag, path, "--lang", language);
    expect(code).toBe(2);
    expect(err).toContain(path);
  }
});

test("an output takes no name by which the case would read it as what it is not; a saved plan may be one", async () => {
  for (const path of ["units.csv", "costs.csv", "plans/list.json"]) {
    const { code, err } = await asked("--json", copy.at(path));
    expect(code).toBe(path === "units.csv" ? 0 : 2);
    if (code === 2) expect(err).toContain(`its own ${path}`);
  }
  const saved = await here("reassign", copy.folder, "--save-plan", copy.at("plans/mine.json"));
  expect(saved.code).toBe(0);
  expect((await here("evaluate", copy.folder, "--plan", "mine")).code).toBe(0);
});

test("a plan that a command saved in the case may be saved anew by it, and is no input of that run; any other plan may not", async () => {
  const saveIn = (language: string, ...words: readonly string[]) =>
    here("reassign", copy.folder, "--save-plan", copy.at("plans/mine.json"), "--lang", language, ...words);
  const save = async (...words: readonly string[]) => [await saveIn("da", ...words), await saveIn("en", ...words)];
  const hashOf = () => (JSON.parse(copy.read("../out.json")) as { dataHash: string }).dataHash;
  const first = await here(
    "reassign",
    copy.folder,
    "--save-plan",
    copy.at("plans/mine.json"),
    "--json",
    copy.at("../out.json"),
  );
  expect([first.code, first.err]).toEqual([0, ""]);
  const saved = JSON.parse(copy.read("plans/mine.json")) as { id: string; saved: object };
  expect(saved).toMatchObject({ id: "mine", saved: { by: "reassign" } });
  const hash = hashOf();
  const again = await here(
    "reassign",
    copy.folder,
    "--save-plan",
    copy.at("plans/mine.json"),
    "--json",
    copy.at("../out.json"),
  );
  expect(again.code).toBe(0);
  expect(hashOf()).toBe(hash);
  const [da, en] = await save("--rule", "most-moved:0");
  expect(da.err).toBe("plans/mine.json: planen »Ny fordeling«, som reassign har gemt tidligere, er erstattet.\n");
  expect(en.err).toBe('plans/mine.json: the plan "New assignment", which reassign saved before, was replaced.\n');
  // Not one that the run reads, that another command saved, that somebody has changed, or that another plan rests on.
  for (const refused of await save("--plan", "mine"))
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("plans/mine.json")]);
  expect((await here("repair", copy.folder, "--plan", "today", "--save-plan", copy.at("plans/mine.json"))).code).toBe(
    2,
  );
  const whole = copy.read("plans/mine.json");
  copy.write("plans/mine.json", whole.replace('"source": "reassign"', '"source": "my own"'));
  expect((await save())[0].code).toBe(2);
  copy.write("plans/mine.json", whole);
  copy.write(
    "plans/heir.json",
    JSON.stringify({
      format: "skoledistrikt-plan",
      version: 1,
      id: "heir",
      title: "Heir",
      assignment: { kind: "same-as", plan: "mine" },
    }),
  );
  expect((await save())[0].code).toBe(2);
  copy.remove("plans/heir.json");
  expect((await save())[0].code).toBe(0);
  // What was saved is a plan like any other.
  expect((await here("evaluate", copy.folder, "--plan", "mine")).code).toBe(0);
});
