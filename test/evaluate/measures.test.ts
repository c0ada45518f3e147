import { MEASURES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { measureNamed, measuresAt } from "../../src/evaluate/measures/table.ts";

test("every measure has one key, a label and an explanation in both languages, and a version", () => {
  expect(new Set(MEASURES.map(({ key }) => key)).size).toBe(MEASURES.length);
  for (const { key, label } of MEASURES) expect(measureNamed(key)?.label, key).toEqual(label);
  for (const { key, label, explanation, version } of MEASURES) {
    for (const text of [label.da, label.en, explanation.da, explanation.en]) expect(text.trim(), key).not.toBe("");
    expect(label.da, key).not.toBe(label.en);
    expect(version, key).toBeGreaterThanOrEqual(1);
  }
});

test.each([
  ["list", ["pupil-kilometres", "saving", "site-distance-mean", "pupils-ratio"]],
  ["pair", ["saving", "distance-mean", "changed-site", "transport-right", "pupils-ratio", "site-distance-mean"]],
  ["decision", ["pupil-kilometres", "changed-site", "transport-right", "saving", "site-distance-mean", "pupils-ratio"]],
  ["alike", ["saving", "distance-mean", "transport-right", "classes"]],
] as const)(
  "rows say which measures stand for all in a %s, one in each place and none of one band alone",
  (place, keys) => {
    expect(measuresAt(place)).toEqual(keys);
    const placed = MEASURES.flatMap(({ places }) => places?.[place] ?? []);
    expect(placed.toSorted((a, b) => a - b)).toEqual(keys.map((_, i) => i + 1));
  },
);
