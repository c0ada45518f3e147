import { expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import type { ImportStep } from "../../src/import/watch.ts";
import { tinyCase, tinyPlane } from "../cases/tiny.ts";
import { A_ROAD, collection, feature } from "./fault-tools.ts";

/** Roads enough for some steps. */
const MANY = collection(
  A_ROAD,
  ...Array.from({ length: 12_000 }, (_, i) =>
    feature("LineString", [tinyPlane(i % 100, i), tinyPlane(200 + (i % 7), i)], { kind: "road", speed: 50 }),
  ),
);
const files = tinyCase({ "roads.geojson": MANY });

test("an import tells every file that it opens, and how far it is with a large one", () => {
  const steps: ImportStep[] = [];
  const { value } = importCase(files, { watch: { progress: (step) => void steps.push(step), isStopped: () => false } });
  expect(value?.notes.roads.lines).toBeGreaterThan(12_000);
  expect(new Set(steps.map(({ file }) => file))).toEqual(new Set(files.keys()));
  const shares = steps.flatMap(({ file, done, of }) => (file === "roads.geojson" ? done / of : []));
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
});

test("an import that is stopped ends there, and is neither a case nor a fault in its files", () => {
  const opened: string[] = [];
  const watch = {
    progress: ({ file }: ImportStep) => void opened.push(file),
    isStopped: () => opened.includes("roads.geojson"),
  };
  expect(importCase(files, { watch })).toEqual({ issues: [] });
  expect(opened).not.toContain("outline.geojson");
});

test("an import can be stopped while roads are joined where they meet, after the last of them is read", () => {
  const shares: number[] = [];
  const watch = {
    progress: ({ file, done, of }: ImportStep) => void (file === "roads.geojson" && shares.push(done / of)),
    isStopped: () => (shares.at(-1) ?? 0) > 0.8,
  };
  expect(importCase(files, { watch })).toEqual({ issues: [] });
  expect(shares.at(-1)).toBeLessThan(1);
});
