import { expect, test } from "vitest";
import { Work, type WorkStep } from "../../web/panels/hand-out/work.ts";

const atOnce = async (): Promise<void> => undefined;

test("each step is told before it begins, and none begins after the work was stopped", async () => {
  const stopper = new AbortController();
  const told: WorkStep[] = [];
  const work = new Work(stopper.signal, (step) => told.push(step));
  await work.begin({ of: "figures" }, atOnce);
  await work.begin({ of: "map", at: 1, count: 2 }, atOnce);
  // Stopped while the page shows what comes.
  await expect(work.begin({ of: "map", at: 2, count: 2 }, async () => stopper.abort())).rejects.toThrow("aborted");
  await expect(work.begin({ of: "file" }, atOnce)).rejects.toThrow("aborted");
  expect(told).toEqual([{ of: "figures" }, { of: "map", at: 1, count: 2 }, { of: "map", at: 2, count: 2 }]);
});
