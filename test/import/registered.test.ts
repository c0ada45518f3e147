import { GRADES } from "../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import type { Site } from "../../src/domain/municipality.ts";
import { checkRegistered } from "../../src/import/registered.ts";
import { openIssueBook } from "../../src/import/report.ts";

const grades = (each: number): readonly number[] => Array<number>(10).fill(each);
const site = (registered: readonly number[] | undefined, teaches = 7): Site =>
  ({ teaches, ...(registered && { registered }) }) as Site;

/** What is said of so many pupils by grade, and so many without a place, against what the sites are registered with. */
function said(sites: readonly Site[], read: readonly number[], nowhere = 0) {
  const book = openIssueBook();
  const residents = read.map((pupils, grade) => ({ lon: 0, lat: 0, grade, pupils }));
  checkRegistered(GRADES, sites, { residents, leftOut: { gradeTen: 0, nowhere } }, "pupils.csv", book.report);
  return book.all().map(({ code, values }) => [code, values]);
}
const codesOf = (...asked: Parameters<typeof said>) => said(...asked).map(([code]) => code);
/** So many fewer than 20 in each grade, the rest of them in the last. */
const fewer = (all: number): readonly number[] =>
  Array.from({ length: 10 }, (_, grade) => 20 - Math.floor((all + grade) / 10));

describe("pupils against the register", () => {
  const TWENTY = [site(grades(12)), site(grades(8))];

  test.each([
    [19, []],
    [20, ["pupils.not-as-registered"]],
    [21, ["pupils.fewer-than-registered"]],
    [-19, []],
    [-20, ["pupils.not-as-registered"]],
    [-90, ["pupils.not-as-registered"]],
  ])("%d of 200 missing: %j", (missing, codes) => expect(codesOf(TWENTY, fewer(missing))).toEqual(codes));

  test("three in a hundred need no word", () => {
    const many = [site(grades(100))];
    expect(codesOf(many, [...grades(100).slice(1), 130])).toEqual([]);
    expect(codesOf(many, [...grades(100).slice(1), 131])).toEqual(["pupils.not-as-registered"]);
  });

  test("a quarter missing in one grade is said grade by grade", () => {
    const many = [site(grades(100))];
    expect(codesOf(many, [75, ...grades(100).slice(1)])).toEqual([]);
    expect(said(many, [74, ...grades(100).slice(2), 70])).toEqual([
      ["pupils.grade-short", { grades: "0 (74 / 100), 9 (70 / 100)" }],
    ]);
    const small = [site([40, ...grades(100).slice(1)])];
    expect(codesOf(small, [21, ...grades(100).slice(1)])).toEqual([]);
    expect(codesOf(small, [20, ...grades(100).slice(1)])).toEqual(["pupils.grade-short"]);
  });

  test("who has no place in the file is not missing, whatever the grade", () => {
    expect(codesOf(TWENTY, fewer(39), 20)).toEqual([]);
    expect(said(TWENTY, fewer(60), 20)).toEqual([
      ["pupils.fewer-than-registered", { read: 160, registered: 200, missing: 40 }],
    ]);
  });

  test("a site without figures may have any number, but none fewer; a closed one counts for nothing", () => {
    const half = [site(grades(20)), site(undefined)];
    expect(codesOf(half, grades(40))).toEqual([]);
    expect(codesOf(half, fewer(20))).toEqual(["pupils.not-as-registered"]);
    expect(codesOf([site(grades(20)), site(undefined, 0)], grades(40))).toEqual(["pupils.not-as-registered"]);
    expect(codesOf([site(grades(20)), site(grades(20), 0)], grades(20))).toEqual([]);
  });
});
