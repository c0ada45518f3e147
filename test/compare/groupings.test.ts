import { expect, test } from "vitest";
import { atomsOf } from "../../src/compare/groupings.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { drawCase } from "../cases/drawn.ts";

test("single sites are grouped by themselves, those that are closed today left out", () => {
  const { municipality, travel, baseline } = drawCase({
    zones: ["ABD"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 1] }, C: { at: [0, 1], grades: "" }, D: { at: [0, 2] } },
    districts: { West: "AB", East: "CD" },
    pupils: () => 1,
  });
  const basis = makeBasis(municipality, travel, baseline);
  expect(atomsOf(basis, { from: "sites" }).map(({ id, sites }) => [id, sites])).toEqual([
    ["A", [0]],
    ["B", [1]],
    ["D", [3]],
  ]);
  expect(atomsOf(basis, {}).map(({ id }) => id)).toEqual(["West", "East"]);
});
