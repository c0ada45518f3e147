import { GRADES } from "../cases/folkeskole.ts";
import { NO_CHANGE } from "../cases/no-change.ts";
import { expect, test } from "vitest";
import { earliestStart, isPast, structureCalendar } from "../../src/rules/calendar.ts";
import { workingDayBy } from "../../src/rules/working-days.ts";
import { procedureFor, type StructureChange } from "../../src/rules/structure-change.ts";

const CLOSING: StructureChange = { ...NO_CHANGE, closed: ["Orø"], ceasing: ["Orø"], boards: ["Isefjord", "Orø"] };
const DEPARTMENT: StructureChange = {
  ...NO_CHANGE,
  sitesClosed: [{ site: "Kundby", school: "Gislinge" }],
  boards: ["Gislinge"],
};

const datesOf = (year: number, change: StructureChange): readonly string[] =>
  structureCalendar(GRADES, year, change).map(({ date }) => date);

// 1 March 2016 is a Tuesday, 1 March 2026 a Sunday.
test.each([
  [2016, ["2015-12-08", "2016-02-02", "2016-02-24", "2016-02-25", "2016-03-01", "2016-08-01"]],
  [2026, ["2025-12-05", "2026-01-30", "2026-02-23", "2026-02-24", "2026-02-27", "2026-08-01"]],
])(
  "a closing for August %i is published 12 weeks before the last working day up to 1 March, with 8 weeks for objections; agenda 4 and papers 3 working days before the meeting",
  (year, dates) => expect(datesOf(year, CLOSING)).toEqual(dates),
);

const daysBetween = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / 86_400_000;

test("in a hundred years no meeting or time limit falls on a weekend or a holiday, and no time limit is shorter than its weeks", () => {
  for (let year = 2016; year < 2116; year++) {
    const [published, ends, agenda, papers, decided, starts] = datesOf(year, CLOSING);
    const [asked] = datesOf(year, DEPARTMENT);
    for (const date of [published, ends, agenda, papers, decided, asked]) {
      expect([1, 2, 3, 4, 5], date).toContain(new Date(date).getUTCDay());
      expect(date.slice(5)).not.toMatch(/^(01-01|12-25|12-26)$/);
    }
    for (const [one, other, weeks] of [
      [published, ends, 8],
      [ends, decided, 4],
      [asked, decided, 8],
    ] as const)
      expect(daysBetween(one, other)).toBeGreaterThanOrEqual(7 * weeks);
    expect(decided <= `${year}-03-01`).toBe(true);
    expect(starts).toBe(`${year}-08-01`);
  }
});

test.each([
  ["Good Friday, and the Thursday before it", "2024-03-29", "2024-03-27"],
  ["Easter Monday", "2026-04-06", "2026-04-01"],
  ["the Great Prayer Day while it was one", "2023-05-05", "2023-05-04"],
  ["the same Friday of the year after", "2024-04-26", "2024-04-26"],
  ["Ascension Day", "2026-05-14", "2026-05-13"],
  ["Whit Monday", "2025-06-09", "2025-06-06"],
  ["New Year's Day", "2027-01-01", "2026-12-31"],
  ["the days after Christmas", "2025-12-26", "2025-12-24"],
])("the last working day up to %s, %s, is %s", (_, date, found) => expect(workingDayBy(date)).toBe(found));

test("where no school is closed the boards are asked all the same, by dates that say what is assumed", () => {
  const entries = structureCalendar(GRADES, 2016, DEPARTMENT);
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
  const [first] = structureCalendar(GRADES, 2027, CLOSING);
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
  expect(() => structureCalendar(GRADES, year, CLOSING)).toThrow(RangeError);
  expect(() => structureCalendar(GRADES, year, NO_CHANGE)).toThrow(RangeError);
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
