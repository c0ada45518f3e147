import { describe, expect, test } from "vitest";
import type { PlanFile } from "../../src/protocol/plan-file.ts";
import { ISSUE_TEXTS } from "../../src/import/issue-texts.ts";
import { COMPLETENESS_ISSUES } from "../../src/evaluate/completeness-issues.ts";
import { openCase } from "../../src/open-case.ts";
import { formatIssue } from "../../src/report/issue.ts";
import { caseFolder } from "./case-folder.ts";

const TEXTS = { ...ISSUE_TEXTS, ...COMPLETENESS_ISSUES };
const lattice = caseFolder("lattice");
const today = JSON.parse(new TextDecoder().decode(lattice.get("plans/today.json"))) as PlanFile;
const bytes = (plan: PlanFile) => new TextEncoder().encode(JSON.stringify(plan));

/** Today's plan with a unit left out of every zone. */
const without = (unit: string): PlanFile => ({
  ...today,
  assignment: {
    kind: "zones",
    zones: (today.assignment?.kind === "zones" ? today.assignment.zones : []).map((zone) => ({
      ...zone,
      units: zone.units.filter((id) => id !== unit),
    })),
  },
});

/** Each breaks the plan in one way; the message names the number of pupils and the place. */
const BROKEN: readonly (readonly [what: string, plan: PlanFile, en: RegExp, da: RegExp])[] = [
  [
    "a unit in no zone",
    without("b3"),
    /12 of 150 pupils (have )?no school: b3 \(0-3\)/,
    /12 af 150 elever (har )?ingen skole: b3/,
  ],
  [
    "districts that leave a school out",
    {
      ...today,
      districts: [
        { id: "N", name: "N", sites: ["a-skole", "b-skole"] },
        { id: "S", name: "S", sites: ["c-skole"] },
      ],
    },
    /40 of 150 pupils go to a school in no district: Dalby Skole/,
    /40 af 150 elever på en skole uden distrikt: Dalby Skole/,
  ],
  [
    "grades that its own pupils need are given up",
    { ...today, assignment: { kind: "same-as", plan: "whole" }, teaching: { "d-skole": "4-9" } },
    /40 of 150 pupils (are sent )?to a school that does not teach their grades: Dalby Skole/,
    /40 af 150 elever (sendes )?til en skole, der ikke har deres klassetrin: Dalby Skole/,
  ],
];

describe.each(BROKEN)("%s", (_, plan, en, da) => {
  const whole: PlanFile = { ...today, id: "whole" };

  test("stops the import where it is the plan in force", () => {
    const files = new Map([...lattice, ["plans/today.json", bytes(plan)], ["plans/whole.json", bytes(whole)]]);
    const { value, issues } = openCase(files);
    expect(value).toBeUndefined();
    const [error] = issues.filter(({ severity }) => severity === "error");
    expect(error.file).toBe("plans/today.json");
    expect(formatIssue(error, TEXTS, "en")).toMatch(/^Error: .*in force/);
    expect(formatIssue(error, TEXTS, "da")).toMatch(da);
    // Counted against a plan that is finished, the rest of the case can be used.
    const counted = openCase(files, { baseline: "whole" });
    expect(counted.value?.basis.baseline.id).toBe("whole");
    expect(counted.issues.some(({ code, file }) => code.startsWith("plan-") && file === "plans/today.json")).toBe(true);
  });

  test("is a warning in any other plan", () => {
    const other: PlanFile = { ...plan, id: "other" };
    const files = new Map([...lattice, ["plans/other.json", bytes(other)], ["plans/whole.json", bytes(whole)]]);
    const { value, issues } = openCase(files);
    expect(value?.plans).toHaveLength(3);
    const warning = issues.find(({ file }) => file === "plans/other.json")!;
    expect(warning.severity).toBe("warning");
    expect(formatIssue(warning, TEXTS, "en")).toMatch(en);
    expect(formatIssue(warning, TEXTS, "en")).toMatch(/is unfinished/);
  });
});

test("without a plan file today's plan gives everybody a school, those too whom no road reaches", () => {
  const text = new TextDecoder().decode(lattice.get("case.json"));
  const { baseline: _, ...info } = JSON.parse(text) as Record<string, unknown>;
  const pupils = `${new TextDecoder().decode(lattice.get("pupils.csv")).trimEnd()}\nfar;530900;6201500;2;7\n`;
  const files = new Map([...lattice].filter(([path]) => !path.startsWith("plans/")));
  files.set("case.json", new TextEncoder().encode(JSON.stringify(info)));
  files.set("pupils.csv", new TextEncoder().encode(pupils));
  const { value, issues } = openCase(files);
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(value?.basis.completeness).toEqual({ status: "finished" });
});
