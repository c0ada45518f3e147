import { describe, expect, test } from "vitest";
import { readEntry } from "../../web/panels/costs/entry.ts";

const typed = (low: string, mid: string, high: string) => ({ low, mid, high });

describe("three figures as typed", () => {
  test.each([
    ["da", typed("2,5", "1.250", "1.250.000")],
    ["en", typed("2.5", "1,250", "1,250,000")],
  ] as const)("are read as the language writes them: %s", (language, figures) => {
    const read = { low: 2.5, mid: 1250, high: 1_250_000 };
    expect(readEntry(figures, "travelCard", language)).toEqual({ kind: "figures", figures: read });
  });

  test.each([
    ["x", "2", "3", "entry.number", "low"],
    ["", "2", "3", "entry.blank", "low"],
    ["-1", "2", "3", "entry.negative", "low"],
    ["0,5", "1,1", "2", "entry.share", "mid"],
    ["0,5", "0,4", "1", "entry.order", "low"],
    ["0,5", "0,6", "0,1", "entry.order", "high"],
  ])("%s, %s, %s are refused, and the one that is wrong is named", (low, mid, high, message, at) => {
    expect(readEntry(typed(low, mid, high), "relief", "da")).toMatchObject({ kind: "problem", message, at });
  });

  test("cannot be 0 where something is divided by them", () => {
    const wrong = { kind: "problem", message: "entry.zero", at: "low" };
    expect(readEntry(typed("0", "3", "5"), "walkSpeed", "da")).toMatchObject(wrong);
    expect(readEntry(typed("0", "3", "5"), "busWait", "da")).toMatchObject({ kind: "figures" });
  });
});
