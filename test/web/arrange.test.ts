import { describe, expect, test } from "vitest";
import type { Choice } from "../../web/state/choice.ts";
import { reduce } from "../../web/state/state.ts";
import { drawnList, opened, withList } from "./drawn-page.ts";

const orderAfter = (choice: Partial<Choice>): readonly number[] => [
  ...(withList(opened({ sort: "pupils-ratio", ...choice })).arranged?.order ?? []),
];

describe("the list in order", () => {
  test("is there with the list itself, sorted and filtered as the link says: no worker is waited for", () => {
    expect(orderAfter({})).toEqual([5, 4, 3, 2, 1, 0]);
    expect(orderAfter({ show: "unbeaten" })).toEqual([2, 0]);
    expect(orderAfter({ search: "C + D" })).toEqual([5, 4, 3]);
    expect(orderAfter({ search: "A + D" })).toEqual([]);
  });

  test("follows a change at once, and stays the same where nothing about it changes", () => {
    const state = withList(opened({ sort: "pupils-ratio" }));
    const filtered = reduce(state, { kind: "choose", change: { show: "unbeaten" } });
    expect([...filtered.arranged!.order]).toEqual([2, 0]);
    expect(reduce(filtered, { kind: "choose", change: { view: "side" } }).arranged).toBe(filtered.arranged);
  });

  test("is of no list while another is being made", () => {
    const state = withList(opened({ sort: "pupils-ratio" }));
    const asked = reduce(state, { kind: "choose", change: { districts: 2 } });
    expect(asked.arranged).toBeUndefined();
    expect(withList(asked, drawnList({ districts: 2, count: 2 })).arranged?.order).toHaveLength(2);
  });
});
