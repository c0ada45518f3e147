import { expect, test } from "vitest";
import { MEASURES, measureByKey } from "../../src/evaluate/measures/table.ts";

test("every measure has one key, a label and an explanation in both languages, and a version", () => {
  expect(measureByKey.size).toBe(MEASURES.length);
  for (const { key, label, explanation, version } of MEASURES) {
    for (const text of [label.da, label.en, explanation.da, explanation.en]) expect(text.trim(), key).not.toBe("");
    expect(label.da, key).not.toBe(label.en);
    expect(version, key).toBeGreaterThanOrEqual(1);
  }
});
