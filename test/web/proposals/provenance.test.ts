import { BAND_COUNT } from "../../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { applyChanges, type Edit } from "../../../src/edit/log.ts";
import { assignPairs, closeSite } from "../../../src/edit/tools.ts";
import { type History, added, NO_HISTORY } from "../../../web/proposals/history.ts";
import type { Proposal } from "../../../web/proposals/proposal.ts";
import { siteProvenance, unitProvenance } from "../../../web/proposals/provenance.ts";
import { start } from "../../edit/random.ts";

const edit = (id: string, changes: Edit["changes"]): Edit => ({
  id,
  by: `by ${id}`,
  at: "2026-01-01T19:00:00Z",
  changes,
});
const at = (history: History): Proposal => ({ history, draft: start, start: start.plan }) as unknown as Proposal;

test("an area's last hand and the school before are found, and a school's; what was undone is nobody's", () => {
  const home = start.plan.assignment[0];
  const [first, second] = [0, 1, 2].filter((site) => site !== home);
  // Two more areas of the same school, which nothing but the first stroke touches, or nothing at all.
  const [beside, untouched] = Array.from({ length: 40 }, (_, unit) => unit).filter(
    (unit) => unit > 0 && start.plan.assignment[unit * BAND_COUNT] === home,
  );
  const one = assignPairs(start, [0, beside * BAND_COUNT], first).changes;
  const moved = applyChanges(start, one);
  const two = assignPairs(moved, [0], second).changes;
  const closing = closeSite(applyChanges(moved, two), second);
  const history = [edit("one", one), edit("two", two), edit("three", closing)].reduce(
    (so, each) => added(so, each),
    NO_HISTORY,
  );
  const found = (head: string | undefined, unit: number) => {
    const whose = unitProvenance(at({ ...history, head }), unit);
    return whose && [whose.edit.id, whose.before];
  };
  expect(found("one", 0)).toEqual(["one", home]);
  expect(found("two", 0)).toEqual(["two", first]);
  // The school closed, and who went there goes nowhere since.
  expect(found("three", 0)).toEqual(["three", second]);
  expect(found("three", beside)).toEqual(["one", home]);
  expect([found(undefined, 0), found("three", untouched)]).toEqual([undefined, undefined]);
  expect(siteProvenance(at(history), second, "")!.edit.id).toBe("three");
  expect(siteProvenance(at({ ...history, head: "two" }), second, "")).toBeUndefined();
  // Of a school that the proposal adds, whom it gets.
  const newest = start.municipality.sites.length;
  const filling: Edit["changes"] = [
    { kind: "assign", pairs: Uint32Array.of(0), from: Uint16Array.of(home), to: Uint16Array.of(newest) },
  ];
  expect(siteProvenance(at(added(history, edit("four", filling))), newest, "new")!.edit.id).toBe("four");
});
