import { expect, test } from "vitest";
import { secondsLeft } from "../../src/meeting/clock.ts";
import { afterEntry, EMPTY_MEETING } from "../../src/meeting/meeting.ts";
import type { Act } from "../../src/protocol/room-acts.ts";

const START = Date.parse("2026-01-01T19:00:00.000Z");

/** A meeting after acts, each so many seconds after the start. */
const at = (...acts: readonly (readonly [seconds: number, act: Act])[]) =>
  acts.reduce(
    (meeting, [seconds, act], i) =>
      afterEntry(meeting, {
        number: i + 1,
        id: `e${i}`,
        by: "l",
        at: new Date(START + 1000 * seconds).toISOString(),
        act,
      }),
    EMPTY_MEETING,
  );

const stage: Act = { kind: "stage", stage: "draw", minutes: 10 };
const pause: Act = { kind: "pause", on: true };
const goOn: Act = { kind: "pause", on: false };

test.each([
  ["runs", [[0, stage]], 90, 510],
  [
    "stands still in a pause, however long that is",
    [
      [0, stage],
      [60, pause],
    ],
    4000,
    540,
  ],
  [
    "goes on from there",
    [
      [0, stage],
      [60, pause],
      [1060, goOn],
    ],
    1070,
    530,
  ],
  [
    "is not stopped twice",
    [
      [0, stage],
      [60, pause],
      [120, pause],
      [180, goOn],
    ],
    180,
    540,
  ],
  [
    "has rung for good",
    [
      [0, stage],
      [700, pause],
      [800, goOn],
    ],
    900,
    0,
  ],
  [
    "set in a pause waits for its end",
    [
      [0, pause],
      [10, stage],
      [100, goOn],
    ],
    100,
    600,
  ],
  [
    "set anew in a pause is the new one",
    [
      [0, stage],
      [60, pause],
      [70, { kind: "clock", minutes: 2 }],
    ],
    500,
    120,
  ],
  [
    "taken away is none",
    [
      [0, stage],
      [60, pause],
      [70, { kind: "clock", minutes: null }],
      [80, goOn],
    ],
    90,
    undefined,
  ],
] as const satisfies readonly (readonly [string, readonly (readonly [number, Act])[], number, number | undefined])[])(
  "a clock %s",
  (_, acts, now, left) => expect(secondsLeft(at(...acts), START + 1000 * now)).toBe(left),
);
