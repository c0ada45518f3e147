import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ReplayFile, replayFileSchema } from "../../src/protocol/replay-file.ts";
import { run } from "./run.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "skoledistrikt-replay-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("replay tells Holbæk's three decisions in order, what was promised and counted, what is not known, and writes JSON by its schema", async () => {
  const json = join(folder, "replay.json");
  const { code, out, err } = await run(`replay data/holbaek --json ${json}`);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/i kraft fra august 2012\n[^]*i kraft fra august 2016\n[^]*i kraft fra august 2021\n/);
  expect(out).toContain("8 distrikter blev til 4, og der var 18 skoler. Elever, der måtte skifte skole: 0.");
  expect(out).toMatch(/Otte distrikter til fire, 2016 +10,0 +[\d,]+ \([^)]+\) +uden for +[\d,]+ \([^)]+\) +vides ikke/);
  expect(out).toContain("3 af 5 løfter om penge lå inden for det spænd, som modellen regner sig til.");
  expect(out).toContain("21 af 24 elevtal, der er talt senere, lå inden for prognosens spænd.");
  expect(out).toContain("Hvor meget der virkelig blev sparet, vides ikke");
  const file = JSON.parse(readFileSync(json, "utf8")) as ReplayFile;
  const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(replayFileSchema));
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
  expect(file.hits).toEqual({
    promises: { inside: 3, of: 5 },
    outcomes: { inside: 0, of: 0 },
    counts: { inside: 21, of: 24 },
  });
  expect(file.stages.map(({ plan, from, until }) => [plan.id, from, until])).toEqual([
    ["2012", 2012, 2016],
    ["2016", 2016, 2021],
    ["2021", 2021, undefined],
  ]);
  expect(file.stages.map(({ promises }) => promises.map(({ inside }) => inside))).toEqual([[], [false], [true]]);
  expect(file.stages[2].counts).toMatchObject({ inside: 21, together: { counted: 5247 } });
  expect(file.otherPromises).toHaveLength(3);
});
