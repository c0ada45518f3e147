import { expect, test } from "vitest";
import { refitted } from "../../../web/ask/saved.ts";
import { form } from "./asking.ts";

const saved = {
  siteIds: ["a", "b", "c"],
  form: form({
    rules: [
      { id: "1", row: "keep-site", filled: { site: 2 } },
      { id: "2", row: "feeder", filled: { from: 0, to: 1 } },
      { id: "3", row: "longest-way", filled: { band: 1, km: 2 } },
    ],
    networkRules: [{ id: "4", row: "stays-open", filled: { site: 1 } }],
  }),
};

test("a question that was kept is the same on the same data", () => {
  expect(refitted(saved, saved.siteIds)).toEqual({ form: saved.form, leftOut: 0 });
});

test("on other data schools keep their names, not their numbers; rules about schools that are gone are counted", () => {
  const { form: again, leftOut } = refitted(saved, ["c", "a", "new"]);
  expect(again.rules).toEqual([
    { id: "1", row: "keep-site", filled: { site: 0 } },
    { id: "3", row: "longest-way", filled: { band: 1, km: 2 } },
  ]);
  expect([again.networkRules, leftOut]).toEqual([[], 2]);
});
