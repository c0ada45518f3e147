import { expect, test, vi } from "vitest";
import type { AskStep } from "../../web/worker/messages.ts";
import { openWorkers, OTHER } from "./drawn-workers.ts";

const answer: AskStep = { status: "answered", plans: [], seconds: 1 };
const searching: AskStep = { status: "searching", progress: { seconds: 1 } };

/** The workers, and what is heard of each question. */
function asking() {
  const found = openWorkers();
  const heard: string[] = [];
  const ask = (name: string) => {
    found.workers.ask({} as never, ({ status }) => heard.push(`${name} ${status}`));
    const worker = found.hired.at(-1)!;
    const message = worker.heard.at(-1)!;
    if (message.kind !== "ask") throw new Error(message.kind);
    const say = (...steps: readonly AskStep[]): void => {
      for (const step of steps) worker.say({ kind: "asked", ticket: message.ticket, step });
    };
    return { worker, say, stop: message.stop };
  };
  return { ...found, heard, ask };
}

const isThere = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true,
    () => false,
  );

test("a question has a worker of its own; after its answer nothing is heard, and the worker answers the next", () => {
  const { ask, heard, hired } = asking();
  const first = ask("first");
  expect([hired.length, first.worker.kinds()]).toEqual([3, ["open", "ask"]]);
  first.say(searching, answer, searching);
  expect(ask("second").worker).toBe(first.worker);
  first.say(answer);
  expect(heard).toEqual(["first searching", "first answered"]);
});

test("a newer question ends the search for the older", () => {
  const { ask, heard } = asking();
  const older = ask("older");
  const newer = ask("newer");
  expect([older.worker.ended, newer.worker.ended]).toEqual([true, false]);
  older.say(answer);
  newer.say(answer);
  expect(heard).toEqual(["newer answered"]);
});

test("stopped, its address is taken back and the best is still heard; one that says nothing is given up", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const { ask, heard, workers } = asking();
  const good = ask("good");
  expect(await isThere(good.stop)).toBe(true);
  workers.stopAsking();
  expect(await isThere(good.stop)).toBe(false);
  good.say(answer);
  const deaf = ask("deaf");
  workers.stopAsking();
  vi.advanceTimersByTime(60_000);
  expect(deaf.worker.ended).toBe(true);
  expect(heard).toEqual(["good answered", "deaf failed"]);
  vi.useRealTimers();
});

test("a worker that breaks is told of as such, and spoils no list; another case ends the search", () => {
  const { ask, heard, workers, store } = asking();
  const broken = ask("broken");
  broken.worker.fail("out of memory");
  expect(store.state().lists.nearest.status).toBe("solving");
  const next = ask("next");
  workers.open(OTHER);
  next.say(answer);
  expect([next.worker.ended, heard]).toEqual([true, ["broken failed"]]);
});

test.each([
  ["breaks", (worker: { fail: (message: string) => void }) => worker.fail("no script")],
  [
    "says that it failed",
    (worker: { say: (message: never) => void }) => worker.say({ kind: "failed", reason: "no case" } as never),
  ],
])("a worker that %s is asked nothing more: the next question goes to a new one", (_, breaks) => {
  const { ask, heard, store } = asking();
  const broken = ask("broken");
  breaks(broken.worker);
  const next = ask("next");
  next.say(answer);
  expect([broken.worker.ended, next.worker === broken.worker, heard]).toEqual([
    true,
    false,
    ["broken failed", "next answered"],
  ]);
  expect(store.state().lists.nearest.status).toBe("solving");
});
