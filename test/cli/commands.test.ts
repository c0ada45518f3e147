import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import {
  consolidationFileSchema,
  type ConsolidationFile,
  evaluationFileSchema,
  type EvaluationFile,
} from "../../src/protocol/result-file.ts";
import { run } from "./run.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "skoledistrikt-cli-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

function expectValid(schema: z.ZodType, file: unknown): void {
  const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(schema));
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
}

test("check says what a case holds", async () => {
  const { code, out, err } = await run("check data/holbaek");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Holbæk 2015/16: 8 skoledistrikter, 18 skoler med elever, 6.570 elever.");
  expect(out).toContain("opdigtede");
});

test("check lists every problem in all files at once, stops with 2 and writes nothing", async () => {
  const broken = join(folder, "broken");
  cpSync("data/holbaek", broken, { recursive: true });
  writeFileSync(join(broken, "districts.csv"), "id;name\nsofielund;Sofielund\nsofielund;Igen\n");
  writeFileSync(join(broken, "pupils.csv"), "id;lat;lon;grade\n1;55,7;11,7;2\n2;nord;11.7;12\n");
  const { code, out, err } = await run(`consolidate ${broken} --districts 4 --json ${join(folder, "no.json")}`);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(/Fejl: districts\.csv, linje 3/);
  expect(err).toMatch(/Fejl: pupils\.csv, linje 3, kolonne lat/);
  expect(err).toMatch(/Intet er regnet eller skrevet/);
  expect(existsSync(join(folder, "no.json"))).toBe(false);
  const english = await run(`check ${broken} --lang en`);
  expect(english.err).toMatch(/Error: pupils\.csv, line 3, column lat/);
});

test("evaluate measures the eleven schools of 2021 against the four districts of 2016", async () => {
  const json = join(folder, "evaluation.internal.json");
  const command = `evaluate data/holbaek --plan 2021 --baseline 2016 --years 3 --discount 12,5% --json ${json} --time omit`;
  const { code, out } = await run(command);
  expect(code).toBe(0);
  // Seven more schools at 460,000 (300,000 to 700,000) in prices of 2021: 3.2 million, in prices of 2015 6.8 % less.
  expect(out).toMatch(/Besparelse: ledelse\s+-7,3 \(-14,0 til -2,5\) mio\. kr\./);
  const file = read("evaluation.internal.json") as EvaluationFile;
  expectValid(evaluationFileSchema, file);
  expect(file.provenance.baseline).toBe("2016");
  const { years, presentValue } = file.money!;
  const inYear = years.map(({ saving, oneOff }) => saving.mid + oneOff.mid);
  expect(inYear).toHaveLength(3);
  expect(presentValue!.rate).toBe(0.125);
  expect(presentValue!.value.mid).toBeCloseTo(inYear[0] + inYear[1] / 1.125 + inYear[2] / 1.265625, 4);
  expect(out).toContain("Nutidsværdi af 3 budgetår, engangsudgifter med, ved 12,5 % om året: ");
  expect(file.districts).toHaveLength(11);
  expect(file.internal).toContain("Internal");
  const everybody = file.sites.flatMap(({ pupilsByGrade }) => pupilsByGrade.map(Number));
  expect(everybody.reduce((sum, pupils) => sum + pupils, 0)).toBe(6570);
  await run(command);
  const again = read("evaluation.internal.json") as EvaluationFile;
  expect(again).toEqual(file);
});

test("a plan file from outside the case is checked and measured like the case's own", async () => {
  const own = join(folder, "mine.json");
  const plan = { format: "skoledistrikt-plan", version: 1, id: "mine", title: "Vores", teaching: { aagerup: "" } };
  writeFileSync(own, JSON.stringify({ ...plan, assignment: { kind: "nearest", within: "today" } }));
  const { code, out } = await run(`evaluate data/holbaek --plan ${own}`);
  expect(code).toBe(0);
  expect(out).toContain("Vores mod");
  writeFileSync(own, JSON.stringify({ ...plan, teaching: { nowhere: "0-6" } }));
  const wrong = await run(`evaluate data/holbaek --plan ${own}`);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain("nowhere");
});

test("consolidate answers the main question and writes it as JSON, CSV and GeoJSON", async () => {
  const [json, csv, geojson] = ["list.json", "list.csv", "best.geojson"].map((name) => join(folder, name));
  const { code, out } = await run(
    `consolidate data/holbaek --districts 4 --sort pupils-ratio --json ${json} --csv ${csv} --geojson ${geojson}`,
  );
  expect(code).toBe(0);
  expect(out).toContain(
    "1.701 måder at samle 8 distrikter i 4 distrikter. I 210 af dem hænger alle distrikter sammen.",
  );
  const file = read("list.json") as ConsolidationFile;
  expectValid(consolidationFileSchema, file);
  expect(file.groupings).toHaveLength(210);
  expect(file.groupings[0].ranks["pupils-ratio"]).toBe(1);
  expect(file.groupings.every(({ values }) => values["extra-pieces"] === 0)).toBe(true);
  const lines = readFileSync(csv, "utf8").split("\n");
  expect(lines[0].startsWith("\uFEFFPlan;Distrikter;")).toBe(true);
  expect(lines[0]).toContain(";Elever med ret til gratis befordring (elever: op til 20 % lavere eller 25 % højere);");
  expect(file.provenance.case.rightsError?.note).toContain("op til 20 % lavere eller 25 % højere");
  expect(out).toContain("op til 20 % lavere eller 25 % højere");
  expect(lines).toHaveLength(212);
  const map = read("best.geojson") as { features: { properties: Record<string, unknown> }[] };
  expect(new Set(map.features.map(({ properties }) => properties["district_after"])).size).toBe(5);
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("an impossible question ends with 3 and names the rules that collide", async () => {
  const { code, out } = await run(
    "consolidate data/holbaek --districts 4 --lang en --together Sofielund,Isefjord --apart sofielund,isefjord --at-most 5000",
  );
  expect(code).toBe(3);
  expect(out).toContain("Sofielund and Isefjord must be together; Sofielund and Isefjord must stay apart");
  expect(out).not.toContain("5000");
});

test.each([
  ["consolidate data/holbaek", /--districts/],
  ["consolidate data/holbaek --districts 4 --apart Sofielund,Atlantis", /Atlantis.*Sofielund, Isefjord/],
  ["consolidate data/holbaek --districts fire", /--districts/],
  ["consolidate data/holbaek --districts 4 --sort beauty", /beauty/],
  ["evaluate data/holbaek --plan 1066", /1066/],
  ["check data/nowhere", /data\/nowhere/],
  ["dance", /dance/],
  ["check --loud", /--loud/],
])("%s: answered with 2 and one line of what is wrong", async (command, message) => {
  const { code, err } = await run(command);
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test("help shows examples in both languages", async () => {
  const [danish, english] = await Promise.all([run("--help"), run("--help --lang en")]);
  expect(danish.out).toContain("Eksempler");
  expect(english.out).toContain("Examples");
  expect([danish.code, english.code]).toEqual([0, 0]);
});

test("costs lists the register with ranges and sources, and the model on known cases", async () => {
  const { code, out } = await run("costs data/holbaek --lang en");
  expect(code).toBe(0);
  expect(out).toMatch(/travelCard: One travel card\n\s+1,616 - 2,365 - 6,279 DKK/);
  expect(out).toMatch(/Closing Kundby, 2015: buildings: said 1\.7 million DKK, the model/);
});

test("buses draws routes that QGIS can read, beside travel cards", async () => {
  const geojson = join(folder, "buses.geojson");
  const { code, out } = await run(`buses data/holbaek --plan 2016 --geojson ${geojson}`);
  expect(code).toBe(0);
  expect(out).toMatch(/I alt: buskort .* kr\.; skolebus eller taxa overalt .* busser/);
  const { features } = read("buses.geojson") as { features: { properties: { layer: string } }[] };
  expect(new Set(features.map(({ properties }) => properties.layer))).toEqual(new Set(["route", "stop"]));
});

test("calendar names the schools that merge, whose boards are heard, and writes the latest dates as text and as .ics", async () => {
  const ics = join(folder, "plan.ics");
  const { code, out } = await run(`calendar data/holbaek --plan 2016 --start 2027 --ics ${ics}`);
  expect(code).toBe(0);
  expect(out).toMatch(/Sofielund.* lægges sammen til Holbæk By Skole/);
  expect(out).toMatch(/Skolebestyrelser, der skal høres: .*Isefjord/);
  expect(out).toContain("7. december 2026   Senest: offentliggør forslaget");
  expect(readFileSync(ics, "utf8")).toContain("DTSTART;VALUE=DATE:20261207");
});

test("a damaged instance is a problem of the input, told with its line", async () => {
  const path = join(folder, "damaged.min");
  writeFileSync(path, "p min 2 1\na 1 9 0 1 1\n");
  const { code, err } = await run(`bench-instance ${path} --format netgen`);
  expect(code).toBe(2);
  expect(err).toContain("line 2");
});

test("rules that collide are named alike by every command that assigns, with what each would give without one of them", async () => {
  const rules = "--rule lock:a3:0-3:b-skole --rule lock:a3:0-3:c-skole --rule capacity";
  const named = async (command: string, language: string) => {
    const { code, out } = await run(`${command} ${rules} --lang ${language}`);
    expect(code, command).toBe(3);
    const lines = out.split("\n");
    return {
      rules: lines.filter((line) => line.startsWith("  - ")),
      without: lines.filter((line) => /^ {2}(Uden kravet|Without the rule) [»"]a3 .*[«"]: .*\d/.test(line)).length,
    };
  };
  for (const [language, wanted] of [
    ["en", ["  - a3 goes to Bolby Skole in grades 0-3", "  - a3 goes to Cillesby Skole in grades 0-3"]],
    ["da", ["  - a3 går på Bolby Skole i 0.-3. klasse", "  - a3 går på Cillesby Skole i 0.-3. klasse"]],
  ] as const)
    for (const command of [
      "reassign data/lattice",
      "price data/lattice",
      "pareto data/lattice --objectives pupil-metres,changed-site",
      "pareto data/lattice --objectives changed-site,pupil-metres,overflow",
      "repair data/lattice --plan today",
    ])
      expect(await named(command, language), command).toEqual({ rules: wanted, without: 2 });
});

test("schools are grouped by themselves where the question says so, and a pair touches as it is told to", async () => {
  const { code, out } = await run(
    "consolidate data/holbaek --districts 17 --from sites --contiguity land --touching oroe,udby --lang en",
  );
  expect(code).toBe(0);
  expect(out).toContain(
    "153 ways to group 18 schools into 17 districts. In 34 of them those that are joined touch each other.",
  );
  expect(out).toContain("34 pairs of today's school areas that touch by land.");
  expect(out).toContain("Said in the question, whatever the map shows: Orø Skole - Udby Skole (touch).");
});

test("a pair has two names", async () => {
  const { code, err } = await run("consolidate data/holbaek --districts 4 --touching Sofielund,Isefjord,Engskov");
  expect(code).toBe(2);
  expect(err).toContain("--touching Sofielund,Isefjord,Engskov");
});
