import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { forecastFileSchema, type ForecastFile } from "../../src/protocol/forecast-file.ts";
import { run } from "./run.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "skoledistrikt-forecast-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string): ForecastFile => JSON.parse(readFileSync(path, "utf8")) as ForecastFile;

/** The lattice case with more files. */
function lattice(name: string, files: Readonly<Record<string, string>>): string {
  const made = join(folder, name);
  cpSync("data/lattice", made, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(made, file), text);
  return made;
}

test("forecast follows today's plan for 12 years, says what it rests on, and writes JSON by its schema", async () => {
  const json = join(folder, "forecast.json");
  const { code, out, err } = await run(`forecast data/holbaek --json ${json}`);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("opdigtede");
  expect(out).toMatch(/2015\/16 +6\.570 +6\.570 - 6\.570 +300 /);
  expect(out).toContain("2027/28");
  expect(out).toContain("Antagelse: lige så mange flytter til som fra");
  const file = read(json);
  const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(forecastFileSchema));
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
  expect(file.years).toHaveLength(13);
  expect(file.years[0]).toMatchObject({ schoolYear: "2015/16", pupils: 6570, classes: 300, overflow: 0, noSite: 0 });
  expect(file.years[0].range).toEqual({ low: 6570, high: 6570 });
  expect(file.risk).toBeUndefined();
  // What it would have said of 2024/25, in words and in the file.
  expect(out).toMatch(
    /I alt på de 17 skoler, der er talt i 2024\/25: ventet 5\.441 \(4\.6\d\d - 6\.3\d\d; .*\), talt 5\.247\./,
  );
  expect(out).toContain("Spændene holder 21 af 24 kendte tal (88 %; det skulle være 80 %).");
  expect(out).toContain("holder spændene 22 af 24.");
  expect(file.backtest).toMatchObject({ inside: 21, heldOut: { inside: 22, of: 24 }, together: { counted: 5247 } });
});

test("what it writes as CSV can be read again as the municipality's own forecast", async () => {
  // Few pupils are told in a file for the planner alone only.
  const csv = join(folder, "own.internal.csv");
  const [first, second] = [join(folder, "first.internal.json"), join(folder, "second.internal.json")];
  await run(`forecast data/lattice --scenario high --years 5 --csv ${csv} --json ${first}`);
  const again = lattice("again", { "forecast.csv": readFileSync(csv, "utf8") });
  const { code, out, err } = await run(`forecast ${again} --lang en --years 5 --json ${second}`);
  expect({ code, err: err.trim().split("\n") }).toEqual({
    code: 0,
    err: [expect.stringContaining("Rows for 2024 and before are not used")],
  });
  expect(out).toContain("The municipality's own forecast (forecast.csv)");
  const [before, after] = [read(first), read(second)];
  after.years.forEach((year, ahead) => {
    year.sites.forEach(({ pupilsByGrade }, site) =>
      pupilsByGrade.forEach((pupils, grade) =>
        expect(pupils).toBeCloseTo(Number(before.years[ahead].sites[site].pupilsByGrade[grade]), 1),
      ),
    );
  });
});

test("draws give the same share for the same seed, and say which schools are at risk", async () => {
  const [one, other] = await Promise.all(
    [1, 2].map(() => run("forecast data/lattice --lang en --years 8 --draws 30 --seed 4")),
  );
  expect(one).toEqual(other);
  expect(one.out).toMatch(/Capacities hold in all years in \d+ of 30 draws of the assumptions \(seed 4\)\./);
});

test("births, movers and housing count, and are said to", async () => {
  const made = lattice("stated", {
    "births.csv": "distrikt;år;fødte\nA;2018;40\nA;2019;80\n",
    "movers.csv": "område;trin;overgang\nalle;;1,02\n",
    "housing.csv": "navn;x;y;boliger;fra;til;type\nEngen;530000;6201000;100;2026;2027;rækkehus\n",
  });
  const { code, out, err } = await run(`forecast ${made} --lang en --years 6`);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Births after 2019 are taken as the mean of the last three stated years.");
  expect(out).toContain("Moves in and out follow movers.csv");
  expect(out).toContain("New dwellings: 1 project (Engen)");
  expect(out).toContain("New terraced house: 0.3 (0.2 to 0.4)");
});

test("a plan that must hold in several years is asked for by flag, and infeasible ends with 3", async () => {
  const [saved, quiet] = [
    join(folder, "roomy.json"),
    lattice("quiet", { "births.csv": "område;år;fødte\nalle;2019;0\n" }),
  ];
  const ok = await run(
    `reassign ${quiet} --lang en --rule capacity-in-years:0-1:mid --minimise pupil-metres --save-plan ${saved}`,
  );
  expect(ok.code).toBe(0);
  const followed = await run(`forecast ${quiet} --lang en --plan ${saved} --years 1`);
  expect(followed.out).toContain("No school is over its capacity in any of the years.");
  const crowded = lattice("crowded", { "forecast.csv": "district;year;2\nA;2027/28;9000\n" });
  const { code, out } = await run(
    `reassign ${crowded} --lang en --rule capacity-in-years:1-4:low,mid --minimise pupil-metres`,
  );
  expect(code).toBe(3);
  expect(out).toContain("no school over its capacity in the school years 2025 to 2028 (low, mid)");
  expect(out).toMatch(
    /In 202[78] \((low|mid)\) [\d,]+ pupils are expected in grades 0-3, [\d,]+ more than all schools have places for/,
  );
});

test.each([
  ["forecast data/lattice --years 0", /--years/],
  ["reassign data/lattice --rule capacity-in-years:4-1", /»4-1« ender før det begynder/],
  ["reassign data/lattice --rule capacity-in-years:0-3:best", /»best« er ikke scenarier/],
])("%s: answered with 2 and what is wrong", async (command, message) => {
  const { code, err } = await run(command);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});
