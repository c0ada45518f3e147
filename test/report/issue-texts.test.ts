import { expect, test } from "vitest";
import { COMPLETENESS_ISSUES } from "../../src/evaluate/completeness-issues.ts";
import { REGISTER_ISSUES } from "../../src/evaluate/register-issues.ts";
import { ISSUE_TEXTS } from "../../src/import/issue-texts.ts";
import { ASSIGNMENT_ISSUES } from "../../src/solve/assignment/issue-texts.ts";
import { TRAVEL_ISSUES } from "../../src/travel/issue-texts.ts";

const ALL = { ...ISSUE_TEXTS, ...COMPLETENESS_ISSUES, ...REGISTER_ISSUES, ...TRAVEL_ISSUES, ...ASSIGNMENT_ISSUES };

test("what is wrong and what to do are whole sentences, so that they can stand one after the other", () => {
  const open = Object.entries(ALL).flatMap(([code, { message, action }]) =>
    [message.da, message.en, action.da, action.en].filter((text) => !text.endsWith(".")).map((text) => [code, text]),
  );
  expect(open).toEqual([]);
});

test("no advice begins as a bare Nothing", () => {
  for (const { action } of Object.values(ALL)) expect(`${action.da} ${action.en}`).not.toMatch(/^Intet\b|Nothing[;,]/);
});
