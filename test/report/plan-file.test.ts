import { expect, test } from "vitest";
import { openCase } from "../../src/open-case.ts";
import { planFile } from "../../src/report/plan-file.ts";
import { caseFolder } from "../data/case-folder.ts";

test("a plan written as a file and read back is the same plan", () => {
  const files = new Map(caseFolder("holbaek"));
  const { basis, plans } = openCase(files).value!;
  const changed = plans[2].assignment.slice();
  for (let pair = 0; pair < changed.length; pair += 17) changed[pair] = 3;
  const plan = { ...plans[2], id: "mine", title: "Vores", assignment: changed };
  const written = planFile(basis.municipality, plan, "test");
  files.set("plans/mine.json", new TextEncoder().encode(JSON.stringify(written)));
  const { value, issues } = openCase(files);
  expect(issues.map(({ code }) => code).filter((code) => code !== "plan.not-taught")).toEqual([]);
  expect(value!.plans.find(({ id }) => id === "mine")).toEqual(plan);
});
