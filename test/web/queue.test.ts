import { GRADES } from "../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import type { AssumedPlan, DetailQuestion, ToWorker } from "../../web/worker/messages.ts";
import { Queue } from "../../web/worker/queue.ts";

const plan: AssumedPlan = {
  plan: { grades: GRADES, id: "a", title: "A", districts: [], teaching: [], assignment: new Uint16Array() },
};
const detail = (about: "meaning" | "years", key: string): ToWorker => ({
  kind: "detail",
  question: about === "meaning" ? { about, key, plan, counts: "exactly" } : { about, key, plan },
});
const effects = (key: string): ToWorker => ({ kind: "effects", key, plan });
const list: ToWorker = { kind: "list", ticket: 1, districts: 4, policy: "stay", touching: [] };
const costs: ToWorker = { kind: "costs", costs: [] };

function taken(...messages: readonly ToWorker[]): readonly string[] {
  const queue = new Queue();
  for (const message of messages) queue.add(message);
  const order: string[] = [];
  for (let next = queue.next(); next; next = queue.next())
    order.push(next.kind === "detail" ? next.question.key : next.kind === "effects" ? next.key : next.kind);
  return order;
}

describe("what a worker takes first", () => {
  test("is what the page waits for, before what is worked out at leisure", () => {
    expect(taken(detail("meaning", "m1"), detail("years", "y1"), effects("e1"), effects("e2"))).toEqual([
      "e1",
      "e2",
      "m1",
      "y1",
    ]);
  });

  test("is of all questions about one thing only the latest", () => {
    expect(
      taken(detail("meaning", "m1"), detail("years", "y1"), detail("meaning", "m2"), detail("meaning", "m3")),
    ).toEqual(["y1", "m3"]);
  });

  test("never overtakes another list or other prices, which it would be answered by", () => {
    expect(taken({ kind: "open", files: [] }, list, effects("e1"))).toEqual(["open", "list", "e1"]);
    expect(taken(detail("years", "y1"), effects("e1"), costs, effects("e2"))).toEqual(["e1", "y1", "costs", "e2"]);
  });
});

test("while it works something out, it sees what is quick and whether the answer is still wanted", () => {
  const queue = new Queue();
  const question: DetailQuestion = { about: "meaning", key: "m1", plan, counts: "exactly" };
  expect(queue.quick()).toBeUndefined();
  queue.add(detail("years", "y1"));
  expect(queue.supersedes({ kind: "detail", question })).toBe(false);
  queue.add(effects("e1"));
  expect(queue.quick()).toEqual(effects("e1"));
  expect(queue.quick()).toBeUndefined();
  queue.add(detail("meaning", "m2"));
  expect(queue.supersedes({ kind: "detail", question })).toBe(true);
  queue.add(costs);
  queue.add(effects("e2"));
  expect(queue.quick()).toBeUndefined();
});
