import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ask, askFront, askPrices, askRepair, type Asked, type Misnamed } from "../../src/ask.ts";
import type { Failed } from "../../src/domain/outcome.ts";
import { planOf } from "../../src/compare/groupings.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { unreached } from "../../src/evaluate/unreached.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { type QuestionFile, questionFileSchema } from "../../src/protocol/question-file.ts";
import { planGeoJson } from "../../src/report/map/geojson.ts";
import { planFile } from "../../src/report/plan-file.ts";
import { structureChange } from "../../src/compare/structure-change.ts";
import { solutionFile } from "../../src/report/solution-file.ts";
import { solutionText } from "../../src/report/solution-text.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { archipelago } from "../cases/archipelago.ts";
import { solver } from "../cases/solver.ts";
import { here } from "../cli/here.ts";
import { measured } from "../fuzz/invariants.ts";

const SEED = 1;
const files = archipelago(SEED);
const opened: OpenCase = openCase(files).value!;
const { basis, plans } = opened;
const planOfId = (id: string) => plans.find((plan) => plan.id === id)!;

/** What no text or file may hold, with the words around it. */
const LOST = /.{0,40}(∞|Infinity|NaN|undefined|\bnull\b).{0,40}/;
const expectWhole = (text: string, about: string) => expect(LOST.exec(text)?.[0], about).toBeUndefined();

test("the town has what it says: pupils without a road, a school without one, without pupils, closed, of unknown size", () => {
  const { sites } = basis.municipality;
  const reachable = (id: string) => {
    const site = sites.findIndex((each) => each.id === id);
    return basis.travel.walk.some((way, at) => at % sites.length === site && way < Infinity);
  };
  expect(sites.filter(({ id }) => !reachable(id)).map(({ id }) => id)).toEqual(["d"]);
  const cut = basis.municipality.units.id.indexOf("u0-5");
  const alone = unreached(basis, basis.baseline).filter(({ unit }) => unit === cut);
  expect(alone.map(({ pupils, sent }) => [pupils, sent])).toEqual([[3, 0]]);
  expect(basis.pupils).toBeGreaterThan(150);
  for (const plan of plans) expect(measured(basis, plan), plan.id).toBeUndefined();
});

test("a plan that sends everybody to the nearest school leaves those without a road at theirs while it teaches them", () => {
  const merged = unreached(basis, planOfId("merged"));
  const island = merged.filter(({ unit }) => /^u[01]-[89]$/.test(basis.municipality.units.id[unit]));
  expect(island.length).toBeGreaterThan(2);
  expect(island.every(({ sent }) => sent === 0)).toBe(true);
});

test("a school that nobody goes to ceases where its site closes or its district is merged, and not otherwise", () => {
  const ceasing = (id: string) => structureChange(basis, planOfId(id)).ceasing;
  expect(ceasing("today")).toEqual([]);
  expect(ceasing("closing")).toEqual([]);
  expect(ceasing("merged")).toContain("Havnen");
  const { today, z } = { today: basis.baseline, z: basis.municipality.sites.findIndex(({ id }) => id === "z") };
  expect(structureChange(basis, { ...today, teaching: today.teaching.with(z, 0) }).ceasing).toEqual(["Havnen"]);
});

const question = (fields: object): QuestionFile =>
  questionFileSchema.parse({ format: "skoledistrikt-question", version: 1, limits: { seed: 1 }, ...fields });
const least = (...objectives: string[]) => objectives.map((objective) => [{ objective, weight: 1 }]);
const reassigning = (rules: readonly object[], ...objectives: string[]) =>
  question({ kind: "reassign", stages: least(...objectives), rules });
const DEFAULT = ["overflow", "pupil-metres"];

type Answer = Asked | Misnamed | Failed;

interface Put {
  readonly name: string;
  readonly file: QuestionFile;
  readonly put: (file: QuestionFile) => Promise<Answer>;
  readonly status: "optimal" | "infeasible";
}

const plainly = (name: string, file: QuestionFile, status: Put["status"] = "optimal"): Put => ({
  name,
  file,
  put: (asked) => ask(opened, asked, solver),
  status,
});

const onlyTeaching = (teaching: Readonly<Record<string, readonly string[]>>) =>
  basis.municipality.sites.map(({ id }) => ({ site: id, teaches: teaching[id] ?? [""] }));

const QUESTIONS: readonly Put[] = [
  plainly("reassign", reassigning([], ...DEFAULT)),
  plainly(
    "reassign inside districts",
    reassigning([{ kind: "capacity" }, { kind: "stay-in-district" }], "longest-way", "pupil-metres"),
  ),
  plainly("reassign to the nearest", reassigning([{ kind: "nearest-open" }], "changed-site")),
  plainly("reassign, each site keeping its unit", reassigning([{ kind: "keeps-own-unit" }], ...DEFAULT)),
  plainly(
    "reassign where some have too far",
    reassigning([{ kind: "longest-way", band: "0-3", metres: 600 }], ...DEFAULT),
    "infeasible",
  ),
  plainly(
    "network",
    question({
      kind: "network",
      rules: [{ kind: "capacity" }, { kind: "most-closures", sites: 3 }],
      list: { networks: 2, apart: 1 },
    }),
  ),
  plainly(
    "network in which a site may be for the young or the old only",
    question({ kind: "network", sites: onlyTeaching({ m: ["0-6", "7-9"] }) }),
    "infeasible",
  ),
  plainly(
    "redraw",
    question({
      kind: "redraw",
      districts: 2,
      tolerance: 0.3,
      balance: "pupils",
      objective: "pupil-metres",
      sites: "in-every-district",
    }),
  ),
  {
    name: "price",
    file: reassigning(
      [{ kind: "stay-in-district" }, { kind: "lock", unit: "u1-0", band: "0-3", site: "n" }],
      ...DEFAULT,
    ),
    put: (file) => askPrices(opened, file, solver),
    status: "optimal",
  },
  {
    name: "pareto",
    file: reassigning([], ...DEFAULT),
    put: (file) => askFront(opened, file, ["pupil-metres", "changed-site"], solver, { mostPoints: 3 }),
    status: "optimal",
  },
  {
    name: "repair",
    file: reassigning([{ kind: "capacity" }], ...DEFAULT),
    put: (file) => askRepair(opened, file, planOfId("closing"), new Set(), solver, () => {}),
    status: "optimal",
  },
];

const RUN = { programVersion: "0", dataHash: opened.dataHash, secondsUsed: 0 };

test.each(QUESTIONS)(
  "$name: answered, in figures that evaluate finds, and it says who has no road",
  async ({ name, file, put, status }) => {
    const asked = await put(file);
    if (asked.status === "failed" || asked.status === "misnamed") throw new Error(JSON.stringify(asked));
    expect(asked.status, JSON.stringify(asked.conflict)).toBe(status);
    const texts = [solutionText(basis, asked, "da"), solutionText(basis, asked, "en")];
    for (const text of [...texts, JSON.stringify(solutionFile(basis, file, asked, RUN))]) expectWhole(text, name);
    for (const { plan, evaluation } of asked.answers) {
      expect(measured(basis, plan)).toBeUndefined();
      expect(evaluation.values).toEqual(evaluatePlan(basis, plan).values);
      for (const text of [planFile(basis.municipality, plan, name), planGeoJson(basis, plan)])
        expectWhole(JSON.stringify(text), name);
      const lost = unreached(basis, plan);
      expect(lost.reduce((sum, { pupils }) => sum + pupils, 0)).toBe(evaluation.values.get("no-route"));
      expect(lost.length).toBeGreaterThan(5);
      for (const { unit, site } of lost) {
        const [where, school] = [basis.municipality.units.id[unit], basis.municipality.sites[site].name];
        for (const text of texts)
          expect(text).toMatch(new RegExp(`[ (]${where} (<5|about \\d+|ca\\. \\d+|\\d+) \\([^)]*${school}`));
      }
    }
  },
);

test.each(["stay", "nearest"] as const)(
  "consolidate %s: every grouping's figures are those of its plan",
  async (policy) => {
    const outcome = await consolidate(
      basis,
      { kind: "consolidate", districts: 2, policy, contiguity: "ignored", rules: [] },
      solver,
    );
    if (outcome.status !== "optimal") throw new Error(outcome.status);
    expect(outcome.answer.count).toBe(7);
    for (let grouping = 0; grouping < outcome.answer.count; grouping++) {
      const plan = planOf(basis, outcome.answer, grouping);
      expect(measured(basis, plan)).toBeUndefined();
      const { values } = evaluatePlan(basis, plan);
      for (const [key, list] of outcome.answer.values) expect(list[grouping], key).toBe(values.get(key) ?? NaN);
    }
  },
);

describe("every command with all its files", () => {
  const root = mkdtempSync(join(tmpdir(), "skoledistrikt-islands-"));
  const [folder, out] = [join(root, "case"), join(root, "out")];
  beforeAll(() => {
    mkdirSync(out);
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test.each([
    "check",
    "evaluate --plan today --json e.json",
    "evaluate --plan closing --json e2.json",
    "consolidate --districts 2 --policy stay --json s.json --csv s.csv --geojson s.geojson",
    "consolidate --districts 2 --policy nearest --json n.json --csv n.csv --geojson n.geojson",
    "consolidate --districts 3 --from sites --contiguity ignored --json f.json",
    "reassign --json r.json --geojson r.geojson --save-plan rp.json",
    "network --networks 1 --json w.json --geojson w.geojson --save-plan wp.json",
    "compare --plan merged --plan closing --draws 100 --json c.json --csv c.csv",
    "forecast --plan closing --draws 3 --years 4 --json y.json --csv y.csv",
    "buses --plan merged --geojson b.geojson",
    "calendar --plan merged --start 2027 --ics k.ics",
    "costs",
  ])("%s", async (line) => {
    const [command, ...words] = line.split(" ");
    const paths = words.map((word) => (/\.\w+$/.test(word) ? join(out, word) : word));
    for (const language of ["da", "en"]) {
      const said = await here(command, folder, ...paths, "--lang", language);
      expect(said.code, said.err).toBe(0);
      expectWhole(said.out + said.err, line);
    }
    const written = words.filter((word) => /\.\w+$/.test(word));
    expect(readdirSync(out)).toEqual(expect.arrayContaining(written));
    for (const file of written) expectWhole(readFileSync(join(out, file), "utf8"), file);
  });
});
