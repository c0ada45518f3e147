import { describe, expect, test } from "vitest";
import { folkeskoleGrades } from "../../src/domain/folkeskole.ts";
import { gradesOf } from "../../src/domain/grades.ts";
import { metres as inMetres } from "../../src/domain/quantities.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { WHOLE_MEASURES } from "../../src/evaluate/measures/table.ts";
import { classCapsText } from "../../src/rules/class-size.ts";
import { gradesText } from "../../src/report/plan-problems.ts";
import { limitsText } from "../../src/rules/transport-right.ts";
import { openCase, type OpenCase } from "../../src/open-case.ts";
import { EVERY_GRADE, K12, LIKE_DENMARK, NINE, ONE_BAND, openTown, someone, type Town, townFiles } from "./town.ts";

const keysOf = (town: OpenCase): readonly string[] => town.basis.municipality.grades.bands.map(({ key }) => key);

/** Every measure of all pupils, of every plan of a town. */
const wholes = ({ basis, plans }: OpenCase) =>
  [basis.baseline, ...plans].map((plan) => {
    const { values } = evaluatePlan(basis, plan);
    return new Map(WHOLE_MEASURES.map(({ key }) => [key, values.get(key)]));
  });

const DANISH: Town = { names: NINE, teaches: ["0-9", "0-6", "0-9", "0-6"], pupils: someone };

describe("bands are cut where grades differ", () => {
  test.each([
    ["Denmark's law", DANISH, ["0-3", "4-6", "7-9"]],
    ["schools of 0-5 and 6-9", { ...DANISH, teaches: ["0-9", "0-5", "6-9", "0-5"] }, ["0-3", "4-5", "6", "7-9"]],
    [
      "grade 10 counted, in a school of 7-10",
      {
        ...DANISH,
        rules: { kind: "danish", tenth: "counted" },
        names: [...NINE, "10"],
        teaches: ["0-9", "0-6", "7-10", "0-6"],
      },
      ["0-3", "4-6", "7-9", "10"],
    ],
    ["stated cuts", { ...DANISH, rules: { kind: "danish", cuts: ["1", "8"] } }, ["0", "1-3", "4-6", "7", "8-9"]],
    [
      "one rule for all",
      { ...DANISH, rules: ONE_BAND, names: K12, teaches: ["K-12", "K-12", "K-12", "K-12"] },
      ["K-12"],
    ],
    [
      "schools of K-5",
      { ...DANISH, rules: ONE_BAND, names: K12, teaches: ["K-12", "K-5", "6-12", "K-5"] },
      ["K-5", "6-12"],
    ],
    [
      "a rule for each of thirteen grades",
      { ...DANISH, rules: EVERY_GRADE, names: K12, teaches: ["K-12", "K-5", "6-12", "K"] },
      K12,
    ],
  ] as const satisfies readonly (readonly [string, Town, readonly string[]])[])("%s", (_, town, keys) => {
    const opened = openTown(town);
    expect(keysOf(opened)).toEqual(keys);
    // Nobody is lost, and everybody is at a school that teaches the grade.
    const all = town.names.flatMap((__, grade) => Array.from({ length: 9 }, (___, at) => someone(at, grade)));
    expect(opened.basis.pupils).toBe(all.reduce((sum, each) => sum + each, 0));
    for (const plan of opened.plans) expect(evaluatePlan(opened.basis, plan).completeness.status).toBe("finished");
  });
});

/** Measured grade by grade from the ways alone, with no band in it. */
function byHand({ basis, plans }: OpenCase, limitOf: (grade: number) => number, capOf: (grade: number) => number) {
  const { municipality, travel } = basis;
  const { demand, units, grades } = municipality;
  return [basis.baseline, ...plans].map((plan) => {
    let [rights, metres, classes] = [0, 0, 0];
    const atSite = municipality.sites.map(() => grades.all.map(() => 0));
    for (let unit = 0; unit < units.count; unit++)
      for (let point = demand.firstPoint[unit]; point < demand.firstPoint[unit + 1]; point++)
        for (const grade of grades.all) {
          const pupils = demand.pupils[point * grades.count + grade];
          const site = plan.assignment[unit * grades.bandCount + grades.bandOf[grade]];
          if (pupils === 0) continue;
          const way = travel.walk[point * travel.siteCount + site];
          metres += pupils * way;
          if (way > limitOf(grade)) rights += pupils;
          atSite[site][grade] += pupils;
        }
    for (const cohorts of atSite) cohorts.forEach((pupils, grade) => (classes += Math.ceil(pupils / capOf(grade))));
    return { rights, metres, classes };
  });
}

test.each([
  [
    "thirteen bands",
    { rules: EVERY_GRADE, names: K12, teaches: ["K-12", "K-5", "6-12", "K"], pupils: someone },
    (grade: number) => 1500 + 100 * grade,
    (grade: number) => 10 + grade,
  ],
  [
    "one band and no right",
    { rules: ONE_BAND, names: K12, teaches: ["K-12", "K-12", "K-12", "K-12"], pupils: someone },
    () => Infinity,
    () => 20,
  ],
  [
    "Denmark with schools of 0-5",
    { ...DANISH, teaches: ["0-9", "0-5", "6-9", "0-5"] },
    (grade: number) => (grade <= 3 ? 2500 : grade <= 6 ? 6000 : 7000),
    () => 28,
  ],
] as const satisfies readonly (readonly [string, Town, (grade: number) => number, (grade: number) => number])[])(
  "%s: ways, rights and classes are what counting grade by grade gives",
  (_, town, limitOf, capOf) => {
    const opened = openTown(town);
    const measured = wholes(opened);
    byHand(opened, limitOf, capOf).forEach(({ rights, metres, classes }, i) => {
      expect(measured[i].get("classes")).toBe(classes);
      expect(measured[i].get("pupil-kilometres")).toBeCloseTo((2 * metres) / 1000, 6);
      const hasRight = limitOf(0) < Infinity;
      expect(measured[i].get("transport-right")).toBe(hasRight ? rights : undefined);
    });
  },
);

test("other names of grades change no figure", () => {
  const renamed = ["R", ...Array.from({ length: 9 }, (_, i) => `Y${i + 1}`)];
  const inNames = (range: string): string => range.replaceAll(/\d/g, (grade) => renamed[Number(grade)]);
  const rules = {
    ...LIKE_DENMARK,
    grades: renamed,
    classes: [{ grades: "R-Y9", most: 28 }],
    transport: LIKE_DENMARK.transport.map(({ grades, metres }) => ({ grades: inNames(grades), metres })),
  };
  const plain = { ...DANISH, rules: LIKE_DENMARK };
  const other = { ...plain, rules, names: renamed, teaches: ["R-Y9", "R-Y6", "R-Y9", "R-Y6"] } as const;
  expect(wholes(openTown(other))).toEqual(wholes(openTown(plain)));
});

test("a plain rule set with Denmark's numbers gives Denmark's figures", () => {
  const [danish, plain] = [DANISH, { ...DANISH, rules: LIKE_DENMARK }].map((town) => wholes(openTown(town)));
  for (const [i, values] of danish.entries())
    for (const key of ["transport-right", "classes", "pupil-kilometres", "distance-mean", "changed-site"] as const)
      expect(plain[i].get(key), key).toBe(values.get(key));
});

test.each([["1"], ["5"], ["1", "2", "3", "5", "6", "8", "9"]])(
  "a band cut before %s, where nothing differs, changes no total",
  (...cuts) => {
    const cut = openTown({ ...DANISH, rules: { kind: "danish", cuts } });
    const whole = openTown(DANISH);
    expect(cut.basis.municipality.grades.bandCount).toBe(3 + cuts.length);
    for (const [i, values] of wholes(cut).entries())
      for (const key of [
        "transport-right",
        "classes",
        "pupil-kilometres",
        "distance-mean",
        "distance-p90",
        "changed-site",
        "no-route",
      ] as const)
        expect(values.get(key), key).toBe(wholes(whole)[i].get(key));
  },
);

test.each([
  ["a grade without a class", { ...ONE_BAND, classes: [{ grades: "K-5", most: 20 }] }, "case.no-class"],
  ["a name twice", { ...ONE_BAND, grades: [...K12.slice(0, -1), "k"] }, "case.grades"],
  ["a range of no grades", { ...ONE_BAND, transport: [{ grades: "13-14", metres: 1 }] }, "case.grades"],
])("%s is refused by name", (_, rules, code) => {
  const { value, issues } = openCase(
    townFiles({ rules, names: K12, teaches: ["K-12", "K-12", "K-12", "K-12"], pupils: someone }),
  );
  expect(value).toBeUndefined();
  expect(issues.map((issue) => issue.code)).toContain(code);
});

test("grades are told with their noun, each run of alike limits and classes by itself", () => {
  const { grades } = openTown({
    rules: {
      ...LIKE_DENMARK,
      cuts: ["6"],
      classes: [
        { grades: "0-8", most: 28 },
        { grades: "9", most: 24 },
      ],
    },
    names: NINE,
    teaches: ["0-9", "0-9", "0-9", "0-9"],
    pupils: someone,
  }).basis.municipality;
  expect(classCapsText(grades, 2025)).toMatchObject({
    da: "28 i 0.-8. klasse og 24 i 9. klasse",
    en: "28 in grades 0-8 and 24 in grade 9",
  });
  const { grades: every } = openTown({
    rules: EVERY_GRADE,
    names: K12,
    teaches: ["K-12", "K-5", "6-12", "K"],
    pupils: someone,
  }).basis.municipality;
  expect(limitsText(every).en).toMatch(/^1\.5 km in grade K, 1\.6 km in grade 1, /);
  const between = gradesOf({ names: ["0", "1", "2"], limits: [2500, Infinity, 2500].map(inMetres) });
  expect(limitsText(between).en).toBe("2.5 km in grade 0 and 2.5 km in grade 2");
  expect(gradesText(every, [0])).toMatchObject({ da: "K klasse", en: "grade K" });
  expect(gradesText(every, [0, 1]).en).toBe("grades K and 1");
  expect(classCapsText(folkeskoleGrades(), 2026)).toMatchObject({ da: "26 i 0.-2. klasse og 28 i 3.-9. klasse" });
  expect(classCapsText(folkeskoleGrades(), 2020)).toMatchObject({ da: "28", en: "28" });
});
