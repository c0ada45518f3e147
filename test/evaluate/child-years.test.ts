import { GRADES } from "../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import { type ChildQuestion, childYears } from "../../src/evaluate/child-years.ts";

/** Sites by band, "AAB": grades 0-3 at A, 4-6 at A, 7-9 at B; "-" for none. */
const sites = (letters: string): readonly (number | undefined)[] =>
  [...letters].map((letter) => (letter === "-" ? undefined : letter.charCodeAt(0) - 65));
const child = (grade: number, today: string, planned: string, planBegins = 2016): ChildQuestion => ({
  grades: GRADES,
  grade,
  now: 2015,
  planBegins,
  today: sites(today),
  planned: sites(planned),
});
const SIGNS = { begins: "", stays: "", "moves-by-plan": "!", "moves-by-grade": "^" } as const;
/** Year by year the grade, the school, and "!" where the plan moves the child, "^" where its grade does. */
const told = (question: ChildQuestion): string =>
  childYears(question)
    .years.map(({ grade, site, change }) => `${grade}${site === undefined ? "-" : "ABCDE"[site]}${SIGNS[change]}`)
    .join(" ");

describe("a child's schools year by year", () => {
  test.each([
    ["nothing changes for", child(2, "AAA", "AAA"), "2A 3A 4A 5A 6A 7A 8A 9A", 0, 0],
    ["its grade alone moves", child(5, "AAB", "AAB"), "5A 6A 7B^ 8B 9B", 1, 1],
    ["the plan moves in its first year", child(2, "AAA", "BBB"), "2A 3B! 4B 5B 6B 7B 8B 9B", 1, 0],
    ["the plan moves, and its grade again", child(2, "AAB", "CCB"), "2A 3C! 4C 5C 6C 7B^ 8B 9B", 2, 1],
    ["the plan moves as its grade would have", child(6, "AAB", "AAC"), "6A 7C! 8C 9C", 1, 1],
    ["a plan for the upper grades reaches in time", child(6, "AAA", "AAC", 2017), "6A 7A 8C! 9C", 1, 0],
    ["a plan for the lower grades comes too late for", child(4, "AAA", "BAA"), "4A 5A 6A 7A 8A 9A", 0, 0],
    ["the plan spares a move", child(5, "AAB", "AAA"), "5A 6A 7A 8A 9A", 0, 1],
    ["leaves before the plan", child(9, "AAA", "BBB"), "9A", 0, 0],
    ["begins under the plan", child(-1, "AAA", "BBB"), "0B 1B 2B 3B 4B 5B 6B 7B 8B 9B", 0, 0],
    ["begins before a plan of later years", child(-1, "AAA", "BBB", 2018), "0A 1A 2B! 3B 4B 5B 6B 7B 8B 9B", 1, 0],
    ["is followed for twelve years", child(-4, "AAB", "AAB"), "0A 1A 2A 3A 4A 5A 6A 7B^ 8B", 1, 1],
    ["has no school in one plan", child(3, "AAA", "A-A"), "3A 4-! 5- 6- 7A^ 8A 9A", 2, 0],
  ])("%s one", (_, question, years, moves, movesToday) => {
    expect(told(question)).toBe(years);
    const { moves: counted, movesToday: unchanged } = childYears(question);
    expect([counted.length, unchanged.length]).toEqual([moves, movesToday]);
  });

  test("the grades in which it moves are told, in the plan and were nothing changed", () => {
    expect(childYears(child(0, "AAB", "BBB"))).toMatchObject({ moves: [1], movesToday: [7] });
    expect(childYears(child(2, "AAB", "CCB"))).toMatchObject({ moves: [3, 7], movesToday: [7] });
  });

  test("the years are school years, from the present or the child's first", () => {
    expect(childYears(child(8, "AAA", "AAA")).years.map(({ year }) => year)).toEqual([2015, 2016]);
    expect(childYears(child(-2, "AAA", "AAA")).years[0].year).toBe(2017);
  });
});
