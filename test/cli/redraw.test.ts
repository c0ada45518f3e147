import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { solutionFileSchema } from "../../src/protocol/solution-file.ts";
import { run } from "./run.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "skoledistrikt-redraw-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("redraw proves its districts, and writes them as a solution and as a plan that evaluate reads", async () => {
  const [json, plan] = [join(folder, "answer.json"), join(folder, "plan.json")];
  const drawn = await run(
    `redraw data/lattice --districts 2 --tolerance 5% --lang en --json ${json} --save-plan ${plan}`,
  );
  expect(drawn.code).toBe(0);
  expect(drawn.out).toContain("Proven best.");
  const { answers } = solutionFileSchema.parse(JSON.parse(readFileSync(json, "utf8")));
  expect(answers[0].areas?.map(({ pupils }) => Number(pupils)).reduce((sum, pupils) => sum + pupils, 0)).toBe(150);
  expect((await run(`evaluate data/lattice --plan ${plan}`)).code).toBe(0);
});

test("redraw that cannot be done ends with 3 and names the rules; a seat that is not there ends with 2", async () => {
  const impossible = await run("redraw data/lattice --districts 4 --tolerance 0% --lang en");
  expect(impossible.code).toBe(3);
  expect(impossible.out).toContain("4 contiguous districts");
  const unknown = await run("redraw data/lattice --districts 1 --seat nowhere --lang en");
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain('"nowhere"');
});

test("redraw keeps what is locked and held, and room for all, by rules as typed, and names the rule of one that cannot be", async () => {
  const rules = "--rule held-site:b-skole --rule at-most-pupils:60:d-skole --rule lock:NAME:0-3:a-skole";
  const unit = /"id":\s*"([^"]+)"/.exec(readFileSync("data/lattice/units.geojson", "utf8"))?.[1] ?? "";
  const question = `redraw data/lattice --districts 3 --tolerance 90% --lang en ${rules.replace("NAME", unit)}`;
  expect((await run(question)).code).toBe(0);
  const impossible = await run("redraw data/lattice --districts 1 --tolerance 9% --rule held-district:B --lang en");
  expect(impossible.code).toBe(3);
  expect(impossible.out).toContain("the district B keeps its schools and their pupils");
  const crowded = await run("redraw data/lattice --districts 2 --tolerance 50% --rule capacity --lang en");
  expect(crowded.code).toBe(0);
  expect(crowded.out).toMatch(/Pupils beyond capacity +0 pupils/);
  const misnamed = await run("redraw data/lattice --districts 2 --rule held-site:nowhere --lang en");
  expect(misnamed.code).toBe(2);
});

test("a damaged instance ends with 2 and says on which line", async () => {
  const path = join(folder, "broken.json");
  writeFileSync(
    path,
    '{"k": 2, "L": 0, "U": 9,\n "nodes": [{"pop": 1, "x": 0, "y": 0}, {"pop": 1, "x": 1, "y": 0}],\n "edges": [[0, 7]]}',
  );
  const { code, err } = await run(`bench-instance ${path} --format hess --lang en`);
  expect(code).toBe(2);
  expect(err).toContain("line 3");
});
