import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { FORMATS } from "../../src/cli/instances/formats.ts";
import { instanceFileSchema, type InstanceSolution } from "../../src/protocol/instance-file.ts";
import { recomputed } from "../cases/instance-solutions.ts";
import { here } from "./here.ts";

const folder = mkdtempSync(join(tmpdir(), "bench-instance-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface SmallCase {
  readonly format: string;
  readonly text: string;
  readonly value: number;
  /** A solution that breaks a rule of the instance. */
  readonly broken: InstanceSolution;
}

/** Four nodes in a row and an island, linked to the end that is nearest. */
const island = {
  k: 2,
  L: 2,
  U: 3,
  nodes: [0, 1000, 2000, 3000, 9000].map((x) => ({ pop: 1, x, y: 0 })),
  edges: [
    [0, 1],
    [1, 2],
    [2, 3],
  ],
};

/** Four squares of side 1 in a row, with a school at each end. */
const squares = {
  units: ["p", "q", "r", "s"].map((id) => ({ id, area: 1, perimeter: 4, pop_mid: 10 })),
  edges: [
    [0, 1, 1],
    [1, 2, 1],
    [2, 3, 1],
    [0, 3, 0],
  ],
  schools: ["p", "s"].map((unit) => ({ cls: "MIDDLE", capacity: 20, unit })),
};

const CASES: readonly SmallCase[] = [
  { format: "gap", text: "2 2\n1 5\n4 1\n3 3\n3 3\n3 3\n", value: 2, broken: { agentOfJob: [1, 1] } },
  {
    format: "holmberg",
    text: "2 2\n5 5\n10 1\n3 3\n1 9\n1 2\n",
    value: 14,
    broken: { open: [2], siteOfCustomer: [1, 2] },
  },
  {
    format: "orlib-cpmp",
    text: "1 0\n3 1 9\n21 0 0 3\n22 3 0 3\n23 7 0 3\n",
    value: 7,
    broken: { medians: [21, 22], medianOfPoint: [21, 22, 22] },
  },
  {
    format: "sjc",
    text: "3 2\n0 0 3 3\n3 0 6 3\n7 0 6 3\n",
    value: 3,
    broken: { medians: [1, 3], medianOfPoint: [1, 1, 3] },
  },
  {
    format: "hess",
    text: JSON.stringify(island),
    value: (1 + 1 + 36) / 1e6,
    broken: { rootOfNode: [0, 0, 0, 4, 4], links: [] },
  },
  {
    format: "lcps",
    text: JSON.stringify(squares),
    value: 2 * (0.7 * (1 - 20.001 / 20.00001) * -1 + 0.3 * (1 - (8 * Math.PI) / 36)),
    broken: { schoolUnitOfUnit: { mid: { p: "p", q: "s", r: "p", s: "s" } } },
  },
  {
    format: "netgen",
    text: "c three nodes\np min 3 3\nn 1 4\nn 3 -4\na 1 2 0 4 1\na 2 3 1 3 1\na 1 3 0 4 3\n",
    value: 9,
    broken: { flowOfArc: [4, 4, 0] },
  },
];

const everyFormat = FORMATS.map(({ name }) => name.replace(/-(elem|mid|high)$/, ""));

test("every format has a small instance here", () => {
  expect(new Set(CASES.map(({ format }) => format))).toEqual(new Set(everyFormat));
});

describe("value and feasibility follow from the instance's file and the solution alone", () => {
  test.each(CASES)("$format", async ({ format, text, value, broken }) => {
    let asked = 0;
    const answer = await FORMATS.find(({ name }) => name === format)!.solve(text, {
      seed: 1,
      // Loudoun's search ends with its time alone.
      shouldStop: () => format === "lcps" && asked++ > 100,
      onProgress: () => undefined,
    });
    const found = recomputed(format, text, answer.solution!);
    expect(found.faults).toEqual([]);
    expect(found.value).toBeCloseTo(answer.value!, 12);
    expect(found.value).toBeCloseTo(value, 12);
    expect(recomputed(format, text, broken).faults).not.toEqual([]);
  });
});

test("the same instance gives the same bytes wherever it lies, but for the run, which can be left out", async () => {
  const [{ format, text, value }] = CASES;
  const [one, other] = ["a", "b"].map((name) => join(mkdtempSync(join(folder, name)), "small.txt"));
  for (const path of [one, other]) writeFileSync(path, text);
  const answer = async (path: string, ...more: readonly string[]) => {
    const { code, out } = await here("bench-instance", path, "--format", format, "--json", "-", ...more);
    expect(code).toBe(0);
    return out;
  };
  const timeless = await answer(one, "--time", "omit");
  expect(await answer(other, "--time", "omit")).toBe(timeless);
  const { run, ...rest } = instanceFileSchema.parse(JSON.parse(await answer(one)));
  expect(run).toBeDefined();
  expect(instanceFileSchema.parse(JSON.parse(timeless))).toEqual(rest);
  expect(recomputed(format, text, rest.solution!)).toEqual({ value, faults: [] });
});
