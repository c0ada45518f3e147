import { GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../src/domain/language.ts";
import { writtenDate } from "../../src/domain/written-date.ts";
import { openCase } from "../../src/open-case.ts";
import { structureChange } from "../../src/compare/structure-change.ts";
import { calendarIcs } from "../../src/report/calendar-file.ts";
import { calendarText, structureSentences, tooLate } from "../../src/report/structure-text.ts";
import { structureCalendar } from "../../src/rules/calendar.ts";
import { procedureFor } from "../../src/rules/structure-change.ts";
import { caseFolder } from "../data/case-folder.ts";
import { openedCase } from "../cases/opened.ts";

const { basis, plans } = openedCase("holbaek");
const SUBJECT = { name: "Holbæk", place: "Holbæk", plan: "2016" };
const plan = (id: string) => plans.find((candidate) => candidate.id === id)!;

test("merging eight schools into four counts as closing four, each named as merged and none as ceased alone", () => {
  const change = structureChange(basis, plan("2016"));
  expect(change.merged.map(({ schools }) => schools.length)).toEqual([2, 2, 2, 2]);
  expect(change.ceasing).toHaveLength(4);
  expect(change.boards).toHaveLength(8);
  const said = structureSentences(GRADES, change).map(({ da }) => da);
  expect(said[0]).toMatch(/^Sofielund.* og .* lægges sammen til Holbæk By Skole\. .* antages at fortsætte\.$/);
  expect(said.join(" ")).toContain("Efter loven nedlægges 4 skoler.");
  expect(said.join(" ")).toContain("Hvilken skole der fortsætter, bestemmer byrådet.");
  expect(said.join(" ")).not.toMatch(/ophører|lukker/);
});

test("splitting four into eleven makes new schools, and follows the procedure of a closing", () => {
  const { basis: merged, plans: from2016 } = openCase(caseFolder("holbaek"), { baseline: "2016" }).value!;
  const change = structureChange(
    merged,
    from2016.find(({ id }) => id === "2021")!,
  );
  expect(change.split.reduce((sum, { into }) => sum + into.length, 0)).toBe(11);
  expect(change.ceasing).toEqual([]);
  expect(change.boards).toHaveLength(4);
  expect(procedureFor(change)).toBe("closing");
  expect(structureSentences(GRADES, change)[0].da).toContain("deles i »Bjergmarkskolen« og »Absalon og Orø Skole«");
});

test("dates that have passed say so, and the first year that can still be reached is named", () => {
  const change = structureChange(basis, plan("2016"));
  const entries = structureCalendar(GRADES, 2016, change);
  const late = tooLate(2016, change, entries, "2026-11-29");
  expect(late?.da).toContain("kan ikke nå at gælde fra august 2016");
  expect(late?.da).toContain("tidligst gælde fra august 2027");
  expect(calendarText(entries, "2026-11-29", "da").match(/Datoen er passeret\./g)).toHaveLength(entries.length);
  expect(tooLate(2027, change, structureCalendar(GRADES, 2027, change), "2026-11-29")).toBeUndefined();
  expect(calendarText(structureCalendar(GRADES, 2027, change), "2026-11-29", "da")).not.toContain("passeret");
});

test("the calendar is a valid .ics of whole days and the same text every time", () => {
  const entries = structureCalendar(GRADES, 2026, structureChange(basis, plan("2016")));
  const ics = calendarIcs(entries, SUBJECT, "2025-06-01T00:00:00Z", "da");
  expect(ics.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0")).toBe(true);
  expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(6);
  expect(ics).toContain("DTSTART;VALUE=DATE:20260227");
  expect(ics.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  expect(calendarIcs(entries, SUBJECT, "2025-06-01T00:00:00Z", "da")).toBe(ics);
  expect(calendarText(entries, "2025-06-01", "en").split("\n")).toHaveLength(6);
});

test("no date of one plan or place is taken for that of another, so that their calendars can be kept in one", () => {
  const entries = structureCalendar(GRADES, 2026, structureChange(basis, plan("2016")));
  const subjects = [SUBJECT, { ...SUBJECT, plan: "2021" }, { ...SUBJECT, place: "Ærø" }, { ...SUBJECT, place: "Årø" }];
  const ids = subjects.flatMap((subject) => {
    const text = calendarIcs(entries, subject, "2025-06-01T00:00:00Z", "da").replaceAll("\r\n ", "");
    return [...text.matchAll(/^UID:(.*)$/gm)].map(([, id]) => id.trim());
  });
  expect(ids[0]).toMatch(/^holbæk-2016-2025-/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(subjects.length * entries.length);
});

test("people read dates as their language writes them; files keep them by year, month and day", () => {
  const entries = structureCalendar(GRADES, 2027, structureChange(basis, plan("2016")));
  const [first] = calendarText(entries, "2026-06-01", "da").split("\n");
  expect(first).toMatch(/^7\. december 2026 +Senest: offentliggør forslaget\./);
  expect(calendarText(entries, "2026-06-01", "en")).toMatch(/^(7 December|December 7,) 2026 /);
  for (const language of LANGUAGES) expect(calendarText(entries, "2026-06-01", language)).not.toMatch(/\d{4}-\d{2}/);
  expect(calendarIcs(entries, SUBJECT, "2026-06-01T00:00:00Z", "da")).toContain("DTSTART;VALUE=DATE:20261207");
  expect(["2021", "2024-06", "2018-03-22"].map((date) => writtenDate(date, "da"))).toEqual([
    "2021",
    "juni 2024",
    "22. marts 2018",
  ]);
});
