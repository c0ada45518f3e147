import { describe, expect, test } from "vitest";
import { placesOf } from "../../web/panels/draw/grades.ts";
import { readTyped } from "../../web/panels/typed-number.ts";

const LIMITS = { least: 1, most: 99_999 };

describe("a whole number as it is typed", () => {
  test.each([
    ["12", 12],
    [" 1 200 ", 1200],
    ["99999", 99_999],
    ["12,0", 12],
  ])("%s is read", (typed, value) => expect(readTyped(typed, LIMITS)).toEqual({ kind: "number", value }));

  test.each([
    ["", "blank"],
    ["abc", "unreadable"],
    ["2,5", "broken"],
    ["12.000", "ambiguous"],
    ["12,000", "ambiguous"],
    ["-3", "small"],
    ["0", "small"],
    ["99999999", "large"],
    ["1.250.000", "large"],
  ])("%s is refused for what is wrong with it", (typed, problem) =>
    expect(readTyped(typed, LIMITS)).toMatchObject({ kind: "problem", problem, found: typed }),
  );
});

test("places need not be stated; what is stated is a number, and nothing else is taken for none", () => {
  expect([placesOf(" "), placesOf("0"), placesOf("40")].map(({ kind }) => kind)).toEqual([
    "unstated",
    "number",
    "number",
  ]);
  expect(["abc", "-3", "100000"].map((typed) => placesOf(typed))).toMatchObject(
    ["unreadable", "small", "large"].map((problem) => ({ kind: "problem", problem })),
  );
});
