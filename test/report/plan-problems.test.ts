import { BANDS, GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { NO_BANDS } from "../../src/domain/grades.ts";
import { planProblems } from "../../src/report/plan-problems.ts";

const ALL = (1 << BANDS.length) - 1;
const taught = { pupils: BANDS.map(() => 10), overflow: BANDS.map(() => 0) };
const closed = { pupils: BANDS.map(() => 0), overflow: BANDS.map(() => 0) };

test("a district whose schools are all closed is a problem, and one with a school left is not", () => {
  const districts = [
    { name: "Nord", sites: [0, 1], detached: 0 },
    { name: "Syd", sites: [2], detached: 0 },
  ];
  const problems = planProblems(GRADES, [ALL, NO_BANDS, NO_BANDS], (site) => `Skole ${site}`, {
    sites: [taught, closed, closed],
    districts,
    apart: [],
  });
  expect(problems.map(({ kind, text }) => [kind, text.da])).toEqual([
    ["bare", "Distriktet Syd har ingen åben skole. Flyt en skole dertil, eller flyt dets skole til et andet distrikt."],
  ]);
});
