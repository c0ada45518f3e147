import { expect, test } from "vitest";
import { askRepair } from "../../src/ask.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import type { OpenCase } from "../../src/open-case.ts";
import { questionFileSchema } from "../../src/protocol/question-file.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

/** Nobody lives between the two schools, each in a district of its own. */
const row = drawCase({
  zones: ["AAABBB"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 5] } },
  districts: { North: "A", South: "B" },
  pupils: (unit) => (unit === 0 || unit === 5 ? [10, 0, 0, 0, 0, 0, 0, 0, 0, 0] : [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
});

test.each([
  ["in one piece", [0, 1, 1, 1, 1, 1]],
  ["in parts before", [0, 1, 0, 1, 0, 1]],
])(
  "a plan in which everybody has a school is left as it was painted, where nobody lives too (%s)",
  async (_, zones) => {
    const basis = makeBasis(row.municipality, row.travel, row.baseline);
    const assignment = basis.baseline.assignment.map((site, pair) => (site < 2 ? zones[Math.floor(pair / 3)] : site));
    const painted = { ...basis.baseline, assignment };
    const file = questionFileSchema.parse({
      format: "skoledistrikt-question",
      version: 1,
      kind: "reassign",
      plan: painted.id,
      stages: [[{ objective: "changed-site", weight: 1 }]],
      rules: [],
      limits: { seed: 1 },
    });
    const opened = { basis, plans: [painted] } as unknown as OpenCase;
    const asked = await askRepair(opened, file, painted, new Set(), solver, () => {});
    if (asked.status !== "optimal") throw new Error(JSON.stringify(asked));
    expect([...asked.answers[0].plan.assignment]).toEqual([...assignment]);
  },
);
