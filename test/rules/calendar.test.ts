import { NO_CHANGE } from "../cases/no-change.ts";
import { expect, test } from "vitest";
import { earliestStart, isPast, structureCalendar } from "../../src/rules/calendar.ts";
import { procedureFor, type StructureChange } from "../../src/rules/structure-change.ts";

const CLOSING: StructureChange = { ...NO_CHANGE, closed: ["Orø"], ceasing: ["Orø"], boards: ["Isefjord", "Orø"] };
const DEPARTMENT: StructureChange = {
  ...NO_CHANGE,
  sitesClosed: [{ site: "Kundby", school: "Gislinge" }],
  boards: ["Gislinge"],
};

const datesOf = (year: number, change: StructureChange): readonly string[] =>
  structureCalendar(year, change).map(({ date }) => date);

// 1 March 2016 is a Tuesday, 1 March 2026 a Sunday.
test.each([
  [2016, ["2015-12-08", "2016-02-02", "2016-02-24", "2016-02-25", "2016-03-01", "2016-08-01"]],
  [2026, ["2025-12-07", "2026-02-01", "2026-02-24", "2026-02-25", "2026-03-01", "2026-08-01"]],
])(
  "a closing for August %i is published 12 weeks before 1 March, with 8 weeks for objections; agenda 4 and papers 3 weekdays before the meeting",
  (year, dates) => expect(datesOf(year, CLOSING)).toEqual(dates),
);

test("where no school is closed the boards are asked all the same, by dates that say what is assumed", () => {
  const entries = structureCalendar(2016, DEPARTMENT);
  expect(entries.map(({ date }) => date)).toEqual([
    "2016-01-05",
    "2016-02-24",
    "2016-02-25",
    "2016-03-01",
    "2016-08-01",
  ]);
  expect(entries.map(({ what }) => /antaget her/.test(what.da))).toEqual([true, false, false, true, false]);
  expect(entries.map(({ what }) => /Ældre praksis/.test(what.da))).toEqual([false, true, true, false, false]);
  expect(entries[0].what.da).toContain("Gislinge");
});

test("the notice says the time limit and where the material lies, all boards are asked, and a dissenting opinion may be demanded", () => {
  const [first] = structureCalendar(2027, CLOSING);
  for (const words of [
    "fristen for indsigelser",
    "hvor materialet ligger fremme",
    "Isefjord og Orø",
    "afvigende mening",
  ])
    expect(first.what.da).toContain(words);
  for (const words of ["time limit", "where the material can be seen", "Isefjord and Orø", "dissenting opinion"])
    expect(first.what.en).toContain(words);
});

test.each([26, 20_270, 2027.5, NaN])("%d is no year to plan for", (year) => {
  expect(() => structureCalendar(year, CLOSING)).toThrow(RangeError);
  expect(() => structureCalendar(year, NO_CHANGE)).toThrow(RangeError);
});

test("a date is past from the day after it", () => {
  expect(isPast({ date: "2026-12-07" }, "2026-12-07")).toBe(false);
  expect(isPast({ date: "2026-12-07" }, "2026-12-08")).toBe(true);
});

test.each([
  ["closing", "2026-11-29", 2027],
  ["closing", "2026-12-07", 2027],
  ["closing", "2026-12-08", 2028],
  ["closing", "2026-01-15", 2027],
  ["boards", "2026-12-08", 2027],
  ["boards", "2027-01-04", 2027],
  ["boards", "2027-01-05", 2028],
  ["none", "2026-08-01", 2026],
  ["none", "2026-08-02", 2027],
] as const)("%s, asked on %s, can hold from August %i at the earliest", (procedure, today, year) => {
  expect(earliestStart(procedure, today)).toBe(year);
});

test("of the earliest year no date has passed, and of the year before one has", () => {
  for (const change of [CLOSING, DEPARTMENT])
    for (const today of ["2025-06-30", "2026-11-29", "2026-12-31", "2028-02-29"]) {
      const earliest = earliestStart(procedureFor(change), today);
      expect(datesOf(earliest, change).filter((date) => isPast({ date }, today))).toEqual([]);
      expect(datesOf(earliest - 1, change).some((date) => isPast({ date }, today))).toBe(true);
    }
});
