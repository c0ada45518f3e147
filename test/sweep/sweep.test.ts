import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NO_BANDS } from "../../src/domain/grades.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { readSweepText } from "../../src/import/sweep.ts";
import { sum } from "../../src/kernels/sum.ts";
import type { Circumstances } from "../../src/protocol/sweep-file.ts";
import { sweepResultLineSchema } from "../../src/protocol/sweep-result-file.ts";
import { type CaseAsItIs, caseUnder } from "../../src/sweep/case-under.ts";
import { tooClose } from "../../src/sweep/far-apart.ts";
import { pupilsAtHomes } from "../../src/sweep/pupils.ts";
import { scenariosOf } from "../../src/sweep/scenarios.ts";
import { readCaseAsItIs } from "../../src/cli/sweep/case-as-it-is.ts";
import { INTO_TWO, sweepOf } from "../cases/sweeps.ts";
import { run } from "../cli/run.ts";

const fileOf = (parts: object): string => JSON.stringify(sweepOf(INTO_TWO, parts), null, 1);

let lattice: CaseAsItIs;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "skoledistrikt-sweep-"));
  lattice = (await readCaseAsItIs({ folder: "data/lattice" })).value!;
});
afterAll(() => rmSync(folder, { recursive: true }));

const under = (circumstances: Circumstances) => caseUnder(lattice, circumstances).value!.basis;

/** Pupils of each school's area by grade. */
const byArea = (pupils: ArrayLike<number>): readonly number[] => {
  const { municipality, homes } = lattice.opened.basis;
  const { grades, demand, units, sites } = municipality;
  const found = Array.from({ length: sites.length * grades.count }, () => 0);
  for (let unit = 0; unit < units.count; unit++)
    for (let point = demand.firstPoint[unit]; point < demand.firstPoint[unit + 1]; point++)
      for (let grade = 0; grade < grades.count; grade++)
        found[homes[unit] * grades.count + grade] += pupils[point * grades.count + grade];
  return found;
};

describe("a case under other circumstances", () => {
  test("has as many pupils of each grade in each school's area whatever the seed, at other homes by another seed", () => {
    const { basis } = lattice.opened;
    const { pupils } = basis.municipality.demand;
    const today = Float64Array.from(basis.unitGrade);
    const [one, again, other] = [1, 1, 2].map((seed) => pupilsAtHomes(basis, today, seed));
    expect(byArea(one)).toEqual(byArea(pupils));
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(one).not.toEqual(pupils);
    // Without a seed whoever is there stays there, and a tenth more are a tenth more in every area, rounded.
    expect(pupilsAtHomes(basis, today)).toEqual(pupils);
    const more = pupilsAtHomes(
      basis,
      today.map((each) => 1.1 * each),
    );
    expect(byArea(more)).toEqual(byArea(pupils).map((each) => Math.round(Number((1.1 * each).toFixed(6)))));
  });

  test("is the case itself where nothing is another, and costs what its own figures times the factor cost", () => {
    const { basis } = lattice.opened;
    const same = under({ growth: 0 });
    expect(evaluatePlan(same, same.baseline).values).toEqual(evaluatePlan(basis, basis.baseline).values);
    const dearer = under({ prices: { class: 1.2 } });
    expect(dearer.costs.class.mid).toBeCloseTo(1.2 * basis.costs.class.mid);
    expect(dearer.costs.taxi).toEqual(basis.costs.taxi);
  });

  test("is the year that a forecast is of, drawn by the seed where it is drawn", () => {
    const { info } = lattice.opened.basis.municipality;
    const [low, high] = (["low", "high"] as const).map((scenario) => under({ forecast: { years: 8, scenario } }));
    expect(low.municipality.info.schoolYear).toBe(info.schoolYear + 8);
    expect(low.pupils).toBeLessThan(high.pupils);
    const drawn = [1, 1, 2].map(
      (seed) => under({ seed, forecast: { years: 8, scenario: "drawn" } }).municipality.demand,
    );
    expect(drawn[0]).toEqual(drawn[1]);
    expect(drawn[0]).not.toEqual(drawn[2]);
  });

  test("has nobody at a school that is closed, all others where they were, and no district without a school", () => {
    const { municipality, baseline } = lattice.opened.basis;
    const site = municipality.sites.findIndex(({ id }) => id === "d-skole");
    const { baseline: today, completeness } = under({ closed: ["d-skole"] });
    expect(completeness.status).toBe("finished");
    expect(today.teaching[site]).toBe(NO_BANDS);
    expect(today.districts.length).toBe(baseline.districts.length - 1);
    baseline.assignment.forEach((at, pair) => {
      if (at === site) expect(today.assignment[pair]).not.toBe(site);
      else expect(today.assignment[pair]).toBe(at);
    });
  });
});

const close = (axes: object) =>
  tooClose(scenariosOf(readSweepText(fileOf({ axes }), "q.json").value!)).map(({ path }) => path);
const atMost = (pupils: number) => ({ rules: [{ kind: "at-most-pupils", pupils }] });

describe("a sweep file", () => {
  test("gives every value of each axis with every value of the others, or its scenarios as they stand", () => {
    const axes = { seed: { from: 3, to: 5 }, growth: [0, 0.1], question: [{}, { districts: 3 }] };
    const { value } = readSweepText(fileOf({ axes }), "q.json");
    const scenarios = scenariosOf(value!);
    expect(scenarios.length).toBe(12);
    expect(new Set(scenarios.map((each) => JSON.stringify(each))).size).toBe(12);
    expect(scenarios[11].circumstances).toEqual({ seed: 5, growth: 0.1, question: { districts: 3 } });
    expect(scenarios[11].question).toMatchObject({ districts: 3, policy: "nearest" });
    const listed = readSweepText(fileOf({ scenarios: [{}, { closed: ["d-skole"] }] }), "q.json").value!;
    expect(scenariosOf(listed).map(({ circumstances }) => circumstances)).toEqual([{}, { closed: ["d-skole"] }]);
  });

  test("is what the README shows, of a thousand scenarios", () => {
    const example = /```json\n(\{\s*"format": "skoledistrikt-sweep"[\s\S]*?)```/.exec(
      readFileSync("README.md", "utf8"),
    )![1];
    const { value, issues } = readSweepText(example, "sweep.json");
    expect(issues).toEqual([]);
    expect(scenariosOf(value!).length).toBe(1000);
  });

  test.each([
    [{}, "axes", '"axes" | "scenarios"'],
    [{ axes: {}, scenarios: [{}] }, "axes", '"axes" | "scenarios"'],
    [{ axes: { seed: { from: 3, to: 1 } } }, "axes.seed.to", "≥ 3"],
    [{ axes: { seed: { from: 1, to: 100_001 } } }, "axes", "≤ 100000 (100001)"],
    [{ axes: { growth: [0, 0.1, 0] } }, "axes.growth.2", "≠ axes.growth.0"],
    [{ axes: { growth: [-1] } }, "axes.growth.0", "≥ -0.9"],
    [{ axes: { prices: [{ class: 0 }] } }, "axes.prices.0.class", "> 0"],
    [{ axes: { forecast: [{ years: 5, scenario: "drawn" }] } }, "axes.forecast.0.scenario", '"seed" + "drawn"'],
    [{ axes: { question: [{ districts: 0 }] } }, "districts", "≥ 1"],
  ])("%j is refused with its line at %s", (parts, field, expected) => {
    const text = fileOf(parts);
    const { value, issues } = readSweepText(text, "q.json");
    expect(value).toBeUndefined();
    const [issue] = issues;
    expect(issue.values).toMatchObject({ field, expected: expect.stringContaining(expected) });
    const key = field.split(".").findLast((step) => /\D/.test(step)) ?? "";
    const lines = text.split("\n");
    const named = lines.findLastIndex((line) => line.includes(`"${key}"`)) + 1;
    expect(issue.line).toBeGreaterThanOrEqual(key === "axes" && !text.includes('"axes"') ? 1 : named);
  });

  test.each([["kind"], ["title"], ["districs"]])("%s is no field that a scenario may change", (name) => {
    const { issues } = readSweepText(fileOf({ axes: { question: [{ [name]: "redraw" }] } }), "q.json");
    expect(issues.map(({ code, line }) => [code, line])).toEqual([["json.field-unknown", 14]]);
  });

  test("of real pupils numbers lie a twentieth apart, prices from what they are, and numbers of no pupil as they like", () => {
    expect(close({ growth: [0, 0.04, 0.1] })).toEqual(["growth"]);
    expect(close({ growth: [-0.05, 0, 0.05] })).toEqual([]);
    expect(close({ prices: [{ class: 1.04 }] })).toEqual(["prices.class"]);
    expect(close({ question: [atMost(2000), atMost(2010)] })).toEqual(["question.rules.0.pupils"]);
    expect(close({ seed: { from: 1, to: 9 }, question: [{ districts: 2 }, { districts: 3 }] })).toEqual([]);
  });
});

const path = (name: string): string => join(folder, name);
const sweep = (name: string, more = "") =>
  run(`sweep ${path(name)} data/lattice --cores 1 --data ${path("kept")} --lang en ${more}`);
const write = (name: string, parts: object): void => writeFileSync(path(name), fileOf(parts));

describe("the command", () => {
  test("goes on where it was killed: what was kept is not computed again, half a line is", async () => {
    write("q.json", { axes: { seed: [1, 2], growth: [0, 0.2], closed: [[], ["d-skole"]] } });
    const first = await sweep("q.json", `--out ${path("first.jsonl")} --out ${path("x.csv")} --csv-form rfc4180`);
    expect(first.code).toBe(0);
    const [name] = readdirSync(path("kept"));
    const lines = readFileSync(join(path("kept"), name), "utf8").split("\n");
    writeFileSync(join(path("kept"), name), `${lines.slice(0, 5).join("\n")}\n`);
    appendFileSync(join(path("kept"), name), lines[5].slice(0, 90));
    const second = await sweep("q.json", `--out ${path("second.jsonl")}`);
    expect(second.err).toContain("5 of 8 scenarios were computed before");
    expect(second.out).toBe(first.out);
    const text = readFileSync(path("first.jsonl"), "utf8");
    expect(readFileSync(path("second.jsonl"), "utf8")).toBe(text);
    const read = text
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    for (const line of read) expect(sweepResultLineSchema.safeParse(line).error).toBeUndefined();
    const { summary } = read.at(-1) as { readonly summary: { readonly plans: readonly { readonly in: number }[] } };
    expect(sum(summary.plans.map((plan) => plan.in))).toBe(8);
    expect(first.out).toMatch(new RegExp(`In ${summary.plans[0].in} of 8 the same plan is best: `));
    expect(readFileSync(path("x.csv"), "utf8").trim().split("\r\n").length).toBe(9);
  });

  test.each([
    [{ scenarios: [{ closed: ["d-skol"] }] }, /line 1\d: No school is called "d-skol".*d-skole/],
    [{ axes: { closed: [["a-skole", "b-skole", "c-skole", "d-skole"]] } }, /line \d+: when .* no school is left/],
    [{ axes: { prices: [{ byTaxi: 90 }] } }, /line \d+: .* is more than the whole/],
    [{ axes: { question: [{ sort: "savin" }] } }, /line \d+: savin is not a measure.*saving/],
    [
      { axes: { question: [{ rules: [{ kind: "together", districts: ["A", "E"] }] }] } },
      /line \d+: No district is called "E"/,
    ],
  ])("refuses %j of this case before anything is computed, with its line", async (parts, expected) => {
    write("wrong.json", parts);
    const { code, err, out } = await sweep("wrong.json");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(expected);
  });

  test("names what is lacking, another ending, and an address that is none, without its password", async () => {
    write("q.json", { axes: { growth: [0] } });
    expect((await run(`sweep ${path("q.json")} --lang en`)).err).toContain("sweep FILE FOLDER");
    expect((await sweep("q.json", "--out x.txt")).err).toContain("must end in .csv");
    const nowhere = await sweep("q.json", "--workers postgresql://anna:secret@localhost:1/none");
    expect(nowhere.code).toBe(2);
    expect(nowhere.err).toMatch(/localhost:1\/none does not answer/);
    expect(nowhere.err).not.toContain("secret");
  });
});
