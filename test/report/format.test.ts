import { describe, expect, test } from "vitest";
import { writtenGrades } from "../../src/domain/grades.ts";
import { formatMarks, formatWayBeside, formatWayMore } from "../../src/report/format.ts";

describe("the marks of a scale", () => {
  test("have no more decimals than write them whole", () => {
    expect(formatMarks([2, 4, 6], "ratio", "da")).toEqual(["2", "4", "6"]);
    expect(formatMarks([10_000, 12_500], "metres", "en")).toEqual(["10.0", "12.5"]);
  });

  test("differ from each other however close they lie", () => {
    expect(formatMarks([7_650_000, 7_700_000, 7_750_000], "kroner", "da")).toEqual(["7,65", "7,70", "7,75"]);
    expect(formatMarks([0.1, 0.1005, 0.101], "share", "en")).toEqual(["10.00", "10.05", "10.10"]);
  });

  test("tell small numbers of pupils: a mark is no group", () => {
    expect(formatMarks([0, 2, 4], "pupils", "da")).toEqual(["0", "2", "4"]);
  });
});

test("grades are written with dots in Danish alone", () => {
  expect(writtenGrades("0-3")).toEqual({ da: "0.-3.", en: "0-3" });
  expect(writtenGrades("0-3, 7-9").da).toBe("0.-3., 7.-9.");
});

test("a way beside its limit is never told as the limit that it is longer or shorter than", () => {
  expect(formatWayBeside(2600, 2500, "da")).toBe("2,6 km");
  expect(formatWayBeside(2512, 2500, "da")).toBe("2.512 m");
  expect(formatWayBeside(2500.2, 2500, "da")).toBe("2.501 m");
  expect(formatWayBeside(2499.8, 2500, "en")).toBe("2,499 m");
  expect(formatWayBeside(2500, 2500, "da")).toBe("2,5 km");
  expect(formatWayBeside(6049, 6000, "da")).toBe("6.049 m");
});

test("a way that is a little farther is never told as no farther", () => {
  expect(formatWayMore(1240, "da")).toBe("1,2 km");
  expect(formatWayMore(49, "da")).toBe("49 m");
  expect(formatWayMore(0.3, "en")).toBe("1 m");
});
