import { describe, expect, test } from "vitest";
import { choiceOf, queryOf, unreadable } from "../../web/state/address.ts";
import { reduce, startingState } from "../../web/state/state.ts";
import type { AppState } from "../../web/state/app-state.ts";
import { drawnCase, opened, scenery, withList } from "./drawn-page.ts";

/** A page that came by a link, once the case and its list are there. */
function cameBy(query: string): AppState {
  const arrived = startingState(choiceOf(query), unreadable(query));
  const open = reduce(arrived, { kind: "case", caseState: { status: "open", scenery, view: drawnCase() } });
  return withList(open);
}

const addressOf = (state: AppState): string => queryOf(state.choice, "?test=1");

describe("a link to what there is", () => {
  test.each([
    ["?plan=6", "?test=1&plan=6&data=1a2b3c4d"],
    ["?plan=6&data=1a2b3c4d", "?test=1&plan=6&data=1a2b3c4d"],
    ["?file=2016", "?test=1&file=2016&data=1a2b3c4d"],
    ["?districts=4", "?test=1&districts=4&data=1a2b3c4d"],
    ["?view=side&data=1a2b3c4d", "?test=1&view=side"],
    ["", "?test=1"],
  ])("%j is followed, and carries the data it was made with", (query, address) => {
    const state = cameBy(query);
    expect(state.linkFaults).toEqual([]);
    expect(addressOf(state)).toBe(address);
  });
});

describe("a link to what there is not", () => {
  test.each([
    ["?plan=7", [{ kind: "plan", number: 6, count: 6 }], "?test=1"],
    ["?plan=999&view=side", [{ kind: "plan", number: 998, count: 6 }], "?test=1&view=side"],
    ["?against=8&plan=2", [{ kind: "plan", number: 7, count: 6 }], "?test=1&plan=2&data=1a2b3c4d"],
    ["?file=nope", [{ kind: "file", id: "nope" }], "?test=1"],
    ["?against=file.nope", [{ kind: "file", id: "nope" }], "?test=1"],
    ["?districts=99&plan=3", [{ kind: "districts", asked: 99, most: 4 }], "?test=1"],
    ["?districts=99&file=2016", [{ kind: "districts", asked: 99, most: 4 }], "?test=1&file=2016&data=1a2b3c4d"],
    [
      "?sort=beauty&x=girth",
      [
        { part: "sort", value: "beauty" },
        { part: "x", value: "girth" },
      ],
      "?test=1",
    ],
    ["?plan=abc", [{ kind: "unreadable", part: "plan", value: "abc" }], "?test=1"],
  ])("%s says so and is put right", (query, faults, address) => {
    const state = cameBy(query);
    expect(state.linkFaults).toMatchObject(faults);
    expect(state.linkFaults).toHaveLength(faults.length);
    expect(addressOf(state)).toBe(address);
  });

  test("made with other data takes nothing over that is about the other case", () => {
    const state = cameBy("?plan=2&districts=2&join=A%2BB&costs=moving_1_2_3&view=side&lang=en&data=ffffffff");
    expect(state.linkFaults).toEqual([{ kind: "data" }]);
    expect(addressOf(state)).toBe("?test=1&view=side&lang=en");
  });

  test("waits with plan numbers until there is a list to look them up in", () => {
    const state = opened({ plan: { from: "list", number: 700 } });
    expect(state.linkFaults).toEqual([]);
    expect(withList(state).linkFaults).toHaveLength(1);
  });

  test("is forgotten once another plan is chosen, or it is read; not by a look at the table", () => {
    const state = cameBy("?plan=999");
    const choose = (change: Parameters<typeof queryOf>[0] | object) => reduce(state, { kind: "choose", change });
    expect(choose({ surface: "table" }).linkFaults).toHaveLength(1);
    expect(choose({ plan: { from: "list", number: 2 } }).linkFaults).toEqual([]);
    expect(reduce(state, { kind: "faults-read" }).linkFaults).toEqual([]);
  });
});

describe("a link to a proposal drawn here", () => {
  const drawing = cameBy("?own=a1b2&draw=1&data=1a2b3c4d");

  test("waits until those that were kept are read, and then says that it is not here", () => {
    expect([drawing.linkFaults, drawing.choice.doing]).toEqual([[], "draw"]);
    const read = reduce(drawing, { kind: "proposals", proposals: new Map() });
    expect(read.linkFaults).toEqual([{ kind: "own", id: "a1b2" }]);
    expect(addressOf(read)).toBe("?test=1");
  });

  test("of a room says nothing: it is here only while the page is in that room", () => {
    const read = reduce(cameBy("?own=room-r1-a&draw=1&data=1a2b3c4d"), { kind: "proposals", proposals: new Map() });
    expect([read.linkFaults, read.choice.plan]).toEqual([[], undefined]);
  });

  test("is not drawn on once another plan is looked at, or other files are open", () => {
    const other = reduce(drawing, { kind: "choose", change: { plan: { from: "list", number: 1 } } });
    expect(other.choice.doing).toBe("find");
    expect(cameBy("?own=a1b2&draw=1&data=99887766").choice).toMatchObject({ plan: undefined, doing: "find" });
  });
});
