import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readCaseFolder } from "../../src/cli/files.ts";
import { named } from "../../src/ask.ts";
import { openCase } from "../../src/open-case.ts";
import { questionFileSchema } from "../../src/protocol/question-file.ts";
import { type CopiedCase, copiedLattice } from "./case-folder.ts";
import { here, inBoth } from "./here.ts";

let copy: CopiedCase;
beforeEach(() => (copy = copiedLattice()));
afterEach(() => copy.end());

/** A plan that closes Bolby Skole: 144,000 pupil-metres at the least, against 89,200 with all four schools. */
const closing = (id: string): string =>
  JSON.stringify({
    format: "skoledistrikt-plan",
    version: 1,
    id,
    title: "Uden Bolby",
    teaching: { "b-skole": "" },
    assignment: { kind: "nearest", within: "municipality" },
  });

const stages = async (...words: readonly string[]): Promise<unknown> => {
  const json = join(copy.root, "answer.json");
  const { code, err } = await here("reassign", copy.folder, "--minimise", "pupil-metres", "--json", json, ...words);
  expect([code, err]).toEqual([0, ""]);
  return (JSON.parse(readFileSync(json, "utf8")) as { answers: { stages: { value: number }[] }[] }).answers[0].stages[0]
    .value;
};

test("reassign has the sites of the plan it is given, by id, by file and by question, each the same", async () => {
  copy.write("plans/closed.json", closing("closed"));
  const outside = join(copy.root, "elsewhere.json");
  writeFileSync(outside, closing("elsewhere"));
  const question = join(copy.root, "question.json");
  const byId = await stages("--plan", "closed");
  expect(byId).toBe(144_000);
  expect(await stages("--plan", copy.at("plans/closed.json"))).toBe(byId);
  expect(await stages("--plan", outside, "--save-question", question)).toBe(byId);
  expect(await stages("--question", question)).toBe(byId);
  expect(await stages()).toBe(89_200);
});

test("a question names a plan that the case does not have: refused, with the nearest names", async () => {
  const opened = openCase(await readCaseFolder(copy.folder)).value;
  if (!opened) throw new Error("the toy case opens");
  const file = questionFileSchema.parse({
    format: "skoledistrikt-question",
    version: 1,
    kind: "reassign",
    plan: "toda",
  });
  expect(named(opened, file)).toEqual({
    status: "misnamed",
    names: [{ kind: "plan", name: "toda", near: ["today"] }],
  });
});

test("a plan file named like the baseline is measured against the case's own plan, and both keep their names", async () => {
  mkdirSync(join(copy.root, "elsewhere"));
  const outside = join(copy.root, "elsewhere/today.json");
  writeFileSync(outside, closing("today"));
  const said = await here("evaluate", copy.folder, "--plan", outside, "--lang", "en");
  expect(said.code).toBe(0);
  expect(said.err).toContain("here it is called today-2");
  expect(said.out).toMatch(/Pupils who change site\s+0 pupils\s+[1-9]\d* pupils/);
  const both = await here(
    "compare",
    copy.folder,
    "--plan",
    outside,
    "--plan",
    "today",
    "--draws",
    "100",
    "--lang",
    "en",
  );
  expect(both.code).toBe(0);
  expect(both.out).toContain("Uden Bolby");
  const [da, en] = await inBoth(`compare ${copy.folder} --plan ${outside} --plan ${outside}`);
  expect([da.code, en.code]).toEqual([2, 2]);
  expect(da.err).toContain("står der to gange");
  expect(en.err).toContain("is there twice");
  const byId = await here(
    "compare",
    copy.folder,
    "--plan",
    "today",
    "--plan",
    copy.at("plans/today.json"),
    "--lang",
    "en",
  );
  expect(byId.err).toContain("The plan today is there twice.");
});

test("problems of a plan from elsewhere name the file as the user did", async () => {
  const outside = join(copy.root, "wrong.json");
  writeFileSync(outside, closing("wrong").replace("b-skole", "x-skole"));
  const { code, err } = await here("evaluate", copy.folder, "--plan", outside);
  expect(code).toBe(2);
  expect(err).toContain(`Fejl: ${outside}, linje 1`);
  expect(err).toContain("x-skole");
});

test("without a plan for today it is a guess, which stands before every figure and takes no plan file's place", async () => {
  copy.write("case.json", copy.read("case.json").replace(/"baseline":\s*"today",?\s*/, ""));
  copy.write("plans/today.json", closing("today"));
  const [da, en] = await inBoth(`evaluate ${copy.folder} --plan today`);
  expect([da.code, en.code]).toEqual([0, 0]);
  expect(da.out).toMatch(/det er gættet[\s\S]*Uden Bolby mod Et gæt på i dag[\s\S]*I dag \(gættet\)/);
  expect(en.out).toMatch(/the guess is[\s\S]*Uden Bolby against A guess of today[\s\S]*Today \(guessed\)/);
  expect(en.out).toMatch(/Pupils who change site\s+0 pupils\s+[1-9]\d* pupils/);
  expect(en.err).toContain("Warning: No plan says who goes where today");
  for (const command of ["check", "consolidate --districts 2", "reassign", "forecast --years 1", "buses"]) {
    const [name, ...flags] = command.split(" ");
    const said = await here(name, copy.folder, ...flags, "--lang", "en");
    expect(said.err).toContain("The guess is");
  }
});

test("a case without a plans folder can measure today", async () => {
  copy.write("case.json", copy.read("case.json").replace(/"baseline":\s*"today",?\s*/, ""));
  copy.remove("plans");
  const { code, out } = await here("evaluate", copy.folder, "--plan", "today", "--lang", "en");
  expect(code).toBe(0);
  expect(out).toMatch(/Pupils who change site\s+0 pupils\s+0 pupils/);
});

test("a baseline that is not there is refused by the library and the command line", async () => {
  const files = await readCaseFolder(copy.folder);
  const { value, issues } = openCase(files, { baseline: "nope" });
  expect(value).toBeUndefined();
  expect(issues.find(({ severity }) => severity === "error")).toMatchObject({
    code: "baseline-unknown",
    values: { plan: "nope", known: "today" },
  });
  const { code, err } = await here("evaluate", copy.folder, "--plan", "today", "--baseline", "nope", "--lang", "en");
  expect(code).toBe(2);
  expect(err).toContain('"nope"');
});

test("two districts of one name: check says so, the name is refused and the ids are told", async () => {
  copy.write("districts.csv", "id;name\nA;Nord\nB;Nord\nC;Syd\nD;Øst\n");
  const [da, en] = await inBoth(`check ${copy.folder}`);
  expect(da.err).toContain("Flere distrikter hedder Nord: A, B");
  expect(en.err).toContain("Several districts are called Nord: A, B");
  const refused = await here("consolidate", copy.folder, "--districts", "2", "--together", "nord,Syd", "--lang", "en");
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('Several districts are called "nord". Use an id: A, B.');
  const byId = await here("consolidate", copy.folder, "--districts", "2", "--together", "a,Syd");
  expect(byId.code).toBe(0);
});

test.each(["constructor", "__proto__", "toString"])("a school may be called %s in every table and plan", async (id) => {
  for (const path of ["sites.csv", "plans/today.json"]) copy.write(path, copy.read(path).replaceAll("b-skole", id));
  const [checked, asked] = [
    await here("check", copy.folder),
    await here("network", copy.folder, "--site", `${id}=0-9|closed`, "--rule", "most-closures:1"),
  ];
  expect([checked.code, asked.code]).toEqual([0, 0]);
  expect(checked.err).toBe("");
});

test("plans of one title are told apart by their ids", async () => {
  copy.write("plans/a.json", closing("a"));
  copy.write("plans/b.json", closing("b"));
  const plans = openCase(await readCaseFolder(copy.folder)).value?.plans.map(({ title }) => title);
  expect(plans?.slice(1)).toEqual(["Uden Bolby (a)", "Uden Bolby (b)"]);
});
