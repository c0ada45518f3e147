import { expect, test } from "vitest";
import type { AskForm } from "../../../web/ask/form.ts";
import { refitted } from "../../../web/ask/saved.ts";
import { form } from "./asking.ts";

const saved = {
  siteIds: ["a", "b", "c"],
  districtIds: ["north", "south", "east"],
  form: form({
    groupingRules: [{ id: "5", row: "together", filled: { one: 2, other: 0 } }],
    rules: [
      { id: "1", row: "keep-site", filled: { site: 2 } },
      { id: "2", row: "feeder", filled: { from: 0, to: 1 } },
      { id: "3", row: "longest-way", filled: { band: 1, km: 2 } },
    ],
    networkRules: [{ id: "4", row: "stays-open", filled: { site: 1 } }],
  }),
};

test("a question that was kept is the same on the same data", () => {
  expect(refitted(saved, saved)).toEqual({ form: saved.form, leftOut: 0 });
});

test("on other data schools and districts keep their names, not their numbers; rules about some that are gone are counted", () => {
  const now = { siteIds: ["c", "a", "new"], districtIds: ["east", "north"] };
  const { form: again, leftOut } = refitted(saved, now);
  expect(again.groupingRules.map(({ filled }) => filled)).toEqual([{ one: 0, other: 1 }]);
  expect(refitted(saved, { ...now, districtIds: ["east"] }).leftOut).toBe(leftOut + 1);
  expect(again.rules).toEqual([
    { id: "1", row: "keep-site", filled: { site: 0 } },
    { id: "3", row: "longest-way", filled: { band: 1, km: 2 } },
  ]);
  expect([again.networkRules, leftOut]).toEqual([[], 2]);
});

test("one that was kept before as much could be asked is filled in with what was meant then", () => {
  const { redrawRules, redrawn, ...before } = form({ networkRules: [] });
  const rules = [{ id: "1", row: "capacity-in-years", filled: { from: 1, to: 3 } }];
  const kept = { ...before, goals: ["kroner", "pupil-metres"], rules } as unknown as AskForm;
  const { form: again, leftOut } = refitted({ siteIds: [], form: kept }, { siteIds: [], districtIds: [] });
  expect(again.goals).toEqual([{ goal: "kroner" }, { goal: "pupil-metres" }]);
  expect(again.rules[0].filled).toEqual({ from: 1, to: 3, course: 0 });
  expect([again.redrawn, again.redrawRules, leftOut]).toEqual([redrawn, redrawRules, 0]);
});
