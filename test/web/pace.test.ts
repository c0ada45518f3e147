import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pace } from "../../web/room/pace.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("of what comes quickly the first is told at once, then the latest every so often, and the last always", () => {
  const told: number[] = [];
  const pace = new Pace<number>(100, (value) => told.push(value));
  for (let i = 0; i < 25; i++) {
    pace.put(i);
    vi.advanceTimersByTime(10);
  }
  expect(told).toEqual([0, 9, 19]);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([0, 9, 19, 24]);
  pace.put(25);
  pace.put(26);
  pace.end();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([0, 9, 19, 24, 25]);
});
