import { expect, test } from "vitest";
import { EDIT_ISSUES } from "../../src/edit/issue-texts.ts";
import { PROPOSAL_ISSUES } from "../../src/edit/proposal-issues.ts";
import { COMPLETENESS_ISSUES } from "../../src/evaluate/completeness-issues.ts";
import { REGISTER_ISSUES } from "../../src/evaluate/register-issues.ts";
import { ISSUE_TEXTS } from "../../src/import/issue-texts.ts";
import { ASSIGNMENT_ISSUES } from "../../src/solve/assignment/issue-texts.ts";
import { TRAVEL_ISSUES } from "../../src/travel/issue-texts.ts";

const ALL = {
  ...ISSUE_TEXTS,
  ...COMPLETENESS_ISSUES,
  ...REGISTER_ISSUES,
  ...TRAVEL_ISSUES,
  ...ASSIGNMENT_ISSUES,
  ...EDIT_ISSUES,
};

test("what is wrong and what to do are whole sentences, so that they can stand one after the other", () => {
  const open = Object.entries(ALL).flatMap(([code, { message, action }]) =>
    [message.da, message.en, action.da, action.en].filter((text) => !text.endsWith(".")).map((text) => [code, text]),
  );
  expect(open).toEqual([]);
});

test("what is said of a proposal's file is whole sentences too, but for the reason of another, which is one itself", () => {
  for (const [code, { message, action }] of Object.entries(PROPOSAL_ISSUES))
    for (const text of [message.da, message.en, action.da, action.en])
      expect([code, text]).toEqual([code, expect.stringMatching(/(\.|\{why\})$/)]);
});

test("no advice begins as a bare Nothing", () => {
  for (const { action } of Object.values(ALL)) expect(`${action.da} ${action.en}`).not.toMatch(/^Intet\b|Nothing[;,]/);
});
