import { expect, test } from "vitest";
import { adopting, computed } from "../../../web/ask/adopt.ts";
import { fileOf, readFile } from "../../../web/proposals/file.ts";
import { beginProposal, proposalContext, withEdit } from "../../../web/proposals/proposal.ts";
import { pathTo } from "../../../web/proposals/history.ts";
import { answered, basis, form, view } from "./asking.ts";

test("a proposal's file carries the question and how sure its answer is, and reads both again", async () => {
  const { read, step } = await answered(form({ kind: "redraw", districts: 2, tolerance: 60 }));
  if (step.status !== "answered") throw new Error(step.status);
  const [plan] = step.plans;
  const begun = beginProposal(view, { id: "p", start: basis.baseline, startTitle: "t", begun: "2026-01-01T00:00:00Z" });
  const asked = computed(read.question, plan);
  const changes = adopting(begun.draft, plan, view.units);
  const edit = { id: "e", by: "me", at: "2026-01-01T00:00:00Z", changes, asked };
  const again = readFile(view, fileOf(proposalContext(view), withEdit(begun, edit)), "p.json");
  expect(again.said).toEqual([]);
  const { history, draft } = again.proposal!;
  expect(pathTo(history, history.head).map((each) => each.edit.asked)).toEqual([asked]);
  expect(draft.plan.assignment).toEqual(withEdit(begun, edit).draft.plan.assignment);
});
