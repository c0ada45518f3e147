import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSideBySide } from "../../src/cli/proposals.ts";
import type { Say } from "../../src/cli/say.ts";
import type { Assumption } from "../../src/domain/assumption.ts";
import { assume } from "../../src/edit/assumption-tools.ts";
import type { Change } from "../../src/edit/change.ts";
import { joinedPlan, joinsOf } from "../../src/edit/joins.ts";
import { shortCode } from "../../src/edit/short-code.ts";
import { startDraft } from "../../src/edit/draft.ts";
import { districtsJoined } from "../../src/solve/consolidate/joined.ts";
import { solver } from "../cases/solver.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { readProposal, writeProposal } from "../../src/edit/proposal-file.ts";
import * as tools from "../../src/edit/tools.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { evaluateToday, withSites } from "../../src/evaluate/scenario.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { planFile } from "../../src/report/plan-file.ts";
import { lattice, start } from "../edit/random.ts";
import { here } from "./here.ts";

const folder = mkdtempSync(join(tmpdir(), "proposals-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { basis, plans, dataHash } = lattice;
const { sites } = basis.municipality;
const taxi: Assumption = { kind: "cost", name: "Taxa", kroner: 400_000, per: "year" };
const road: Assumption = { kind: "danger", name: "Bygaden", bands: 7, along: [sites[0], sites[1]] };
const houses: Assumption = {
  kind: "housing",
  name: "Engen",
  unit: 2,
  dwellings: 300,
  firstYear: basis.municipality.info.schoolYear + 1,
  lastYear: basis.municipality.info.schoolYear + 2,
  type: "house",
};

/** A proposal's file with the changes of some tools, one after the other, and what they make of today's plan. */
function proposal(name: string, ...steps: readonly ((draft: typeof start) => readonly Change[])[]) {
  let draft = start;
  const edits = steps.map((step, i) => {
    const changes = step(draft);
    draft = applyChanges(draft, changes);
    return { id: `e${i}`, by: "A", at: "2026-01-01T00:00:00Z", changes };
  });
  const path = join(folder, `${name}.json`);
  const ground = { municipality: basis.municipality, plans, dataHash };
  writeFileSync(path, JSON.stringify(writeProposal({ id: name, start: start.plan, edits }, ground)));
  return { path, draft };
}

const place = { name: "Ny", lon: sites[0].lon, lat: sites[0].lat, teaches: 7, capacity: [50, 50, 50], district: "A" };
const all = proposal(
  "mit",
  (draft) => assume(draft, taxi),
  (draft) => assume(draft, road),
  (draft) => assume(draft, houses),
  (draft) => tools.placeSite(draft, place).changes,
  (draft) => tools.assignPairs(draft, [0, 1, 2], sites.length).changes,
);

test("a proposal from the page is measured with its new schools and all that it takes for granted, and says so", async () => {
  const { code, out, err } = await here("evaluate", "data/lattice", "--plan", all.path, "--json", "-", "--lang", "en");
  expect(code).toBe(0);
  expect(err).toContain(
    "Measured with the proposal's own assumptions: Bygaden, dangerous for pupils in grades 0-9; Engen, ",
  );
  const file = JSON.parse(out);
  expect(file.provenance.assumptions.map(({ da }: { da: string }) => da)).toEqual([
    "Bygaden, farlig for elever i 0.-9. klasse",
    expect.stringContaining("Engen, 300 huse"),
    "Taxa, 400.000 kr. om året",
  ]);
  const scenario = withSites(basis, all.draft);
  const expected = evaluatePlan(scenario, all.draft.plan).values;
  const measure = (key: string) => file.measures.find((each: { key: string }) => each.key === key);
  expect(measure("saving").value).toBeCloseTo(expected.get("saving")!, 6);
  expect(measure("saving").baseline).toBeCloseTo(0, 6);
  expect(measure("saving-assumed").value).toBe(-400_000);
  expect(measure("pupil-kilometres").value).toBeCloseTo(expected.get("pupil-kilometres")!, 6);
  expect(measure("pupil-kilometres").baseline).toBeCloseTo(evaluateToday(scenario).values.get("pupil-kilometres")!, 6);
});

/** Pupils expected in the last year of a forecast. */
const last = ({ out }: { out: string }): number => JSON.parse(out).years.at(-1).pupils;

test("the years ahead have the children of the dwellings that a proposal assumes", async () => {
  const [with_, without] = await Promise.all(
    [all.path, "today"].map((plan) => here("forecast", "data/lattice", "--plan", plan, "--years", "4", "--json", "-")),
  );
  expect(last(with_)).toBeGreaterThan(last(without) + 10);
  expect(with_.err).toContain("Regnet med forslagets egne forudsætninger");
});

test.each([
  ["da", "er et forslag fra siden"],
  ["en", "is a proposal from the page"],
])("where only the case's own plans can be, a proposal is refused in words (%s)", async (language, words) => {
  const { code, out, err } = await here(
    "repair",
    "data/lattice",
    "--plan",
    "today",
    "--baseline",
    all.path,
    "--lang",
    language,
  );
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(words);
});

const built = (name: string) =>
  proposal(
    name,
    (draft) => tools.placeSite(draft, { ...place, name }).changes,
    (draft) => tools.assignPairs(draft, [0, 1, 2], sites.length).changes,
  );

test("proposals with new schools are compared with other plans on one ground, each as it is measured alone", async () => {
  const [one, other] = [built("Ny"), built("Anden")];
  const named = ["today", one.path, other.path].flatMap((path) => ["--plan", path]);
  const { code, out, err } = await here(
    "compare",
    "data/lattice",
    ...named,
    "--draws",
    "100",
    "--json",
    "-",
    "--lang",
    "en",
  );
  expect([code, err]).toEqual([
    0,
    expect.stringContaining("Measured with new schools, in the proposals alone: Ny; Anden."),
  ]);
  const { plans: compared } = JSON.parse(out);
  expect(compared.map(({ id }: { id: string }) => id)).toEqual(["today", "Ny", "Anden"]);
  const say = { text: () => "", issues: () => undefined, answer: () => undefined } as unknown as Say;
  const files = [one, other].map(({ path }) => ({ name: path, text: readFileSync(path, "utf8"), hash: "" }));
  const beside = openSideBySide(lattice, [start.plan, ...files], say);
  for (const [i, draft] of [start, one.draft, other.draft].entries()) {
    const alone = evaluatePlan(withSites(basis, draft), draft.plan).values;
    expect(evaluatePlan(beside.basis, beside.named[i]).values).toEqual(alone);
  }
});

test("plans that have no ground in common are not compared, and a proposal not with itself", async () => {
  const [named, twice] = [all.path, built("Ny").path];
  const apart = await here("compare", "data/lattice", "--plan", named, "--plan", "today", "--lang", "en");
  expect([apart.code, apart.out]).toEqual([2, ""]);
  expect(apart.err).toContain("takes something else for granted than the case's files (Bygaden; Engen; Taxa)");
  const same = await here("compare", "data/lattice", "--plan", twice, "--plan", twice, "--lang", "en");
  expect([same.code, same.out]).toEqual([2, ""]);
  expect(same.err).toContain("is there twice");
});

test("a proposal that cannot be read is refused with its problems, and nothing is computed", async () => {
  const path = join(folder, "halvt.json");
  writeFileSync(path, '{ "format": "skoledistrikt-proposal", "version": 3 }');
  const { code, out, err } = await here("evaluate", "data/lattice", "--plan", path);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("Forslaget i");
  expect(err).not.toContain("undefined");
});

test("a proposal is mended around its own locks, and the answer is a proposal that goes on from it", async () => {
  const drawn = proposal(
    "laast",
    (draft) => tools.placeSite(draft, place).changes,
    (draft) => tools.assignPairs(draft, [0, 1, 2, 3, 4, 5], NO_SITE).changes,
    (draft) => tools.assignPairs(draft, [12, 13, 14], sites.length).changes,
    () => [{ kind: "lock", what: { pairs: Uint32Array.of(12, 13, 14) }, from: false, to: true }],
  );
  const saved = join(folder, "svar.json");
  const json = join(folder, "svar-regnet.json");
  const { code, err } = await here(
    "repair",
    "data/lattice",
    "--plan",
    drawn.path,
    "--save-plan",
    saved,
    "--json",
    json,
  );
  expect(err).toBe("");
  expect(code).toBe(0);
  const read = readProposal(readFileSync(saved, "utf8"), { municipality: basis.municipality, plans, dataHash });
  const { draft, edits } = read.value!;
  expect(edits.length).toBe(5);
  expect(edits[4].asked).toMatchObject({ status: "optimal", locked: 1 });
  expect([...draft.plan.assignment].filter((site) => site === NO_SITE)).toEqual([]);
  expect(Array.from(draft.plan.assignment.subarray(12, 15))).toEqual([sites.length, sites.length, sites.length]);
  const { question, answers } = JSON.parse(readFileSync(json, "utf8"));
  expect(question.rules).toEqual(
    ["0-3", "4-6", "7-9"].map((band) => ({
      kind: "lock",
      unit: basis.municipality.units.id[4],
      band,
      site: draft.newSites[0].id,
    })),
  );
  const scenario = withSites(basis, draft);
  expect(answers[0].measures["pupil-kilometres"]).toBeCloseTo(
    evaluatePlan(scenario, draft.plan).values.get("pupil-kilometres")!,
    6,
  );
});

test("the answer to a proposal is not put among a case's plans", async () => {
  const path = "data/lattice/plans/svar.json";
  const { code, err } = await here("repair", "data/lattice", "--plan", all.path, "--save-plan", path, "--lang", "en");
  expect(code).toBe(2);
  expect(err).toContain("the answer to a proposal is saved as a proposal");
  expect(existsSync(path)).toBe(false);
});

test("a plan's file is taken under whatever name it was saved", async () => {
  const path = join(folder, "planen (1).json");
  writeFileSync(path, JSON.stringify(planFile(basis.municipality, { ...start.plan, id: "min-plan" }, "tegnet")));
  const { code, err } = await here("evaluate", "data/lattice", "--plan", path);
  expect(err).toBe("");
  expect(code).toBe(0);
});

test("a short code is a plan like another, of whatever list it starts: measured as its proposal, completed by repair, refused by name", async () => {
  const question = { kind: "consolidate", districts: 2, policy: "nearest", contiguity: "ferry", rules: [] } as const;
  const made = await districtsJoined(
    basis,
    question,
    [
      [0, 1],
      [2, 3],
    ],
    solver,
  );
  if (made.status === "failed") throw new Error(made.reason);
  const plan = joinedPlan("", "nearest", made, [plans[0]]);
  const began = startDraft(basis.municipality, plan);
  const draft = applyChanges(began, tools.moveSite(began, 0, plan.districts[1].id));
  const joined = { joins: joinsOf(plan, plans[0])!, plan };
  const { value: code } = shortCode(draft, { plans, dataHash, joined });
  const evaluated = await here("evaluate", "data/lattice", "--plan", code!.toLowerCase(), "--json", "-");
  expect([evaluated.code, evaluated.err]).toEqual([0, expect.stringContaining("Kort kode")]);
  const kilometres = evaluatePlan(basis, draft.plan).values.get("pupil-kilometres");
  const { measures } = JSON.parse(evaluated.out);
  expect(measures.find((each: { key: string }) => each.key === "pupil-kilometres").value).toBeCloseTo(kilometres!, 6);
  const closed = applyChanges(draft, tools.closeSite(draft, 1));
  const { value: other } = shortCode(closed, { plans, dataHash, joined });
  const repaired = await here("repair", "data/lattice", "--plan", other!, "--lang", "en");
  expect([repaired.code, repaired.out]).toEqual([0, expect.stringContaining(`"repair --plan ${other}"`)]);
  const [misread, foreign] = await Promise.all([
    here(
      "evaluate",
      "data/lattice",
      "--plan",
      code!.replace(/.$/, (sign) => (sign === "7" ? "8" : "7")),
    ),
    here("evaluate", "data/holbaek", "--plan", code!),
  ]);
  expect([misread.code, misread.err]).toEqual([2, expect.stringContaining("kort kode, der er skrevet rigtigt af")]);
  expect([foreign.code, foreign.err]).toEqual([2, expect.stringContaining("hører til andre data")]);
});
