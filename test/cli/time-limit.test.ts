import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askFront, askPrices } from "../../src/ask.ts";
import { readCaseFolder } from "../../src/cli/files.ts";
import { speak } from "../../src/cli/say.ts";
import { nodeSolver } from "../../src/cli/solver.ts";
import { endedBy, stopAt, timeLimit } from "../../src/cli/time-limit.ts";
import { comparePlans } from "../../src/compare/comparison.ts";
import { busTerms, schoolBuses } from "../../src/evaluate/school-buses.ts";
import { openCase } from "../../src/open-case.ts";
import { questionFileSchema } from "../../src/protocol/question-file.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

const nowhere = { out: () => undefined, err: () => undefined, watched: false };
const say = speak("en", nowhere);

async function lattice() {
  const { value } = openCase(await readCaseFolder("data/lattice"));
  if (!value) throw new Error("the toy case opens");
  return value;
}

test("a limit holds from where it is set; without one there is always time", () => {
  const [limited, free] = [timeLimit(2), timeLimit(undefined)];
  expect([limited(), free()]).toEqual([false, false]);
  vi.advanceTimersByTime(2000);
  expect([limited(), free()]).toEqual([true, false]);
});

test("a command that is out of time ends with 4 and a sentence; a fault ends with 1", () => {
  expect(endedBy({ status: "failed", reason: "cancelled", why: "cancelled" }, 60, say)).toMatchObject({
    code: 4,
    message: expect.stringContaining("60 seconds passed without an answer"),
  });
  expect(endedBy({ status: "failed", reason: "a row is missing" }, 60, say)).toMatchObject({ code: 1 });
});

test("every step of buses and comparisons asks whether there is time left", async () => {
  const { basis, plans } = await lattice();
  const onStep = stopAt(1, say);
  expect(schoolBuses(basis, plans[0], busTerms(basis.costs), onStep)).toBeDefined();
  vi.advanceTimersByTime(1000);
  expect(() => schoolBuses(basis, plans[0], busTerms(basis.costs), onStep)).toThrow("One second passed");
  expect(() => comparePlans(basis, plans, { draws: 100, seed: 1, onStep })).toThrow("One second passed");
});

test("prices and fronts end without beginning anything once there is no time", async () => {
  const opened = await lattice();
  const rules = [{ kind: "capacity" }, { kind: "stay-in-district" }];
  const question = questionFileSchema.parse({ format: "skoledistrikt-question", version: 1, kind: "reassign", rules });
  const options = { shouldStop: () => true };
  const front = await askFront(opened, question, ["pupil-metres", "changed-site"], nodeSolver(), options);
  expect(front).toEqual({ status: "failed", reason: "cancelled", why: "cancelled" });
  expect(await askPrices(opened, question, nodeSolver(), options)).toMatchObject({
    status: "failed",
    reason: "cancelled",
  });
});
