import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const LINT = resolve(import.meta.dirname, "../../.oxlintrc.json");

test("no pattern of the layers looks ahead or behind: the linter has no such patterns, and would let everything through", () => {
  const patterns = [...readFileSync(LINT, "utf8").matchAll(/"regex": "(.*)"/g)].map(([, pattern]) => pattern);
  expect(patterns.length).toBeGreaterThan(30);
  expect(patterns.filter((pattern) => /\(\?[=!<]/.test(pattern))).toEqual([]);
});
