import { expect, test } from "vitest";
import { clockOf, clockText } from "../../src/domain/clock.ts";

test("a time of day is read as people and workbooks write it, and is written one way", () => {
  const eight = [
    "08:05",
    "8.05",
    "kl. 8.05",
    "08:05:00",
    "0805",
    "805",
    "8.05 Uhr",
    "1899-12-31 08:05",
    "0.33680555556",
  ];
  for (const text of eight) expect(clockText(clockOf(text) ?? 0), text).toBe("08:05");
  expect(clockOf("8")).toBe(480);
  expect(clockOf("0,33333")).toBe(480);
  for (const text of ["", "-", "8.5", "8:61", "24:00", "60", "12345", "morgen", "-8:00", "0.3401", "8:05:30"])
    expect(clockOf(text), text).toBeUndefined();
});
