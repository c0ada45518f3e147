import { afterEach, expect, test, vi } from "vitest";
import type { Solver } from "../../src/solve/solver.ts";
import { withinSeconds } from "../../src/solve/shared-time.ts";

afterEach(() => void vi.useRealTimers());

const model = {
  cost: new Float64Array(1),
  lower: new Float64Array(1),
  upper: new Float64Array(1),
  integer: new Uint8Array(1),
  rows: [],
};

test("calls of a solver share one time, however many there are", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const given: number[] = [];
  const slow: Solver = {
    name: "slow",
    solve: async (_, options) => {
      given.push(options?.secondsLimit ?? Infinity);
      vi.advanceTimersByTime(2000);
      return { status: "infeasible" };
    },
  };
  const solver = withinSeconds(slow, 5);
  for (let call = 0; call < 3; call++) expect(await solver.solve(model)).toEqual({ status: "infeasible" });
  expect(given).toEqual([5, 3, 1]);
  expect(await solver.solve(model)).toEqual({ status: "stopped", why: "time", bound: -Infinity });
  expect(given).toHaveLength(3);
});

test("a call that asks for less than is left gets less", async () => {
  const seen: (number | undefined)[] = [];
  const solver = withinSeconds(
    {
      name: "any",
      solve: async (_, options) => {
        seen.push(options?.secondsLimit);
        return { status: "infeasible" };
      },
    },
    100,
  );
  await solver.solve(model, { secondsLimit: 3 });
  expect(seen).toEqual([3]);
});
