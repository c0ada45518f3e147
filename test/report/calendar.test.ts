import { expect, test } from "vitest";
import { openCase } from "../../src/open-case.ts";
import { calendarIcs, calendarText, closingNeeds } from "../../src/report/calendar.ts";
import { closingCalendar } from "../../src/rules/closing-procedure.ts";
import { caseFolder } from "../data/case-folder.ts";
import { openedCase } from "../cases/opened.ts";

const { basis, plans } = openedCase("holbaek");
const SUBJECT = { name: "Holbæk", place: "Holbæk", plan: "2016" };
const plan = (id: string) => plans.find((candidate) => candidate.id === id)!;

test("merging eight schools into four closes four schools, as the law counts it", () => {
  const needs = closingNeeds(basis, plan("2016"));
  expect(needs.schoolsThatCease).toHaveLength(4);
  expect(needs.sitesThatClose).toEqual([]);
});

test("splitting four into eleven closes none", () => {
  const { basis: merged, plans: from2016 } = openCase(caseFolder("holbaek"), { baseline: "2016" }).value!;
  expect(
    closingNeeds(
      merged,
      from2016.find(({ id }) => id === "2021")!,
    ).schoolsThatCease,
  ).toEqual([]);
});

test("a site that closes while its school goes on is named, and asks for no procedure", () => {
  const aagerup = basis.municipality.sites.findIndex(({ id }) => id === "aagerup");
  const vipperoed = basis.municipality.sites.findIndex(({ id }) => id === "vipperoed");
  const today = basis.baseline;
  const closed = {
    ...today,
    teaching: today.teaching.with(aagerup, 0),
    assignment: today.assignment.map((site) => (site === aagerup ? vipperoed : site)),
  };
  expect(closingNeeds(basis, closed)).toEqual({ schoolsThatCease: [], sitesThatClose: ["Ågerup Skole"] });
});

test("the calendar is a valid .ics of whole days and the same text every time", () => {
  const entries = closingCalendar(2026, closingNeeds(basis, plan("2016")));
  const ics = calendarIcs(entries, SUBJECT, "2025-06-01T00:00:00Z", "da");
  expect(ics.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0")).toBe(true);
  expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(4);
  expect(ics).toContain("DTSTART;VALUE=DATE:20260301");
  expect(ics.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  expect(calendarIcs(entries, SUBJECT, "2025-06-01T00:00:00Z", "da")).toBe(ics);
  expect(calendarText(entries, "en").split("\n")).toHaveLength(4);
});

test("no date of one plan or place is taken for that of another, so that their calendars can be kept in one", () => {
  const entries = closingCalendar(2026, closingNeeds(basis, plan("2016")));
  const subjects = [SUBJECT, { ...SUBJECT, plan: "2021" }, { ...SUBJECT, place: "Ærø" }, { ...SUBJECT, place: "Årø" }];
  const ids = subjects.flatMap((subject) => {
    const text = calendarIcs(entries, subject, "2025-06-01T00:00:00Z", "da").replaceAll("\r\n ", "");
    return [...text.matchAll(/^UID:(.*)$/gm)].map(([, id]) => id.trim());
  });
  expect(ids[0]).toMatch(/^holbæk-2016-2025-/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(subjects.length * entries.length);
});
