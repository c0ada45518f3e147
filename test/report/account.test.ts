import { describe, expect, test } from "vitest";
import { openCase } from "../../src/open-case.ts";
import { accountOf } from "../../src/report/account.ts";
import { accountText } from "../../src/report/account-text.ts";
import { openedCase } from "../cases/opened.ts";
import { TINY_PUPILS, tinyCase, tinyPosition } from "../cases/tiny.ts";

function accountWith(changes: Parameters<typeof tinyCase>[0]) {
  const { value, issues } = openCase(tinyCase(changes));
  if (!value) throw new Error(JSON.stringify(issues));
  return accountOf(value.basis, value.notes);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

describe("the account of a case", () => {
  test("has every pupil of the shipped case by grade and by school, as the register has them", () => {
    const { basis, notes } = openedCase("holbaek");
    const { pupils, grades, schools, withoutSchool } = accountOf(basis, notes);
    expect(pupils).toEqual({ read: 6570, placed: 6570, gradeTen: 0, nowhere: 0, outside: 0, unexplained: 0 });
    expect(grades.every(({ read, placed, registered }) => read === placed && placed === registered)).toBe(true);
    expect(schools.every(({ today, registered }) => today === registered)).toBe(true);
    expect([sum(grades.map(({ read }) => read)), sum(schools.map(({ today }) => today)), withoutSchool]).toEqual([
      6570, 6570, 0,
    ]);
  });

  test("says of whoever is left out why, and of nobody nothing", () => {
    const here = tinyPosition(100, 100);
    const rows = [`${here.lat};${here.lon};3;40`, `${here.lat};${here.lon};10;7`, ";;3;2"];
    const { pupils, grades } = accountWith({ "pupils.csv": ["lat;lon;grade;pupils", ...rows].join("\n") });
    expect(pupils).toEqual({ read: 49, placed: 40, gradeTen: 7, nowhere: 2, outside: 0, unexplained: 0 });
    expect(grades[3]).toEqual({ grade: 3, name: "3", read: 42, placed: 40 });
  });

  test("has the rows of every table and the columns that are not used", () => {
    const { files } = accountWith({ "districts.csv": "id;name;farve\nN;Nord;rød\nS;Syd;blå\nV;Vest;grøn\n" });
    expect(files.find(({ file }) => file === "districts.csv")).toEqual({
      file: "districts.csv",
      rows: 3,
      unusedColumns: ["farve"],
    });
    expect(files.map(({ file }) => file)).toContain("roads.geojson");
  });

  test("is one page in each language", () => {
    const account = accountWith({});
    expect(account.pupils.read).toBe(TINY_PUPILS);
    const [da, en] = [accountText(account, "da"), accountText(account, "en")];
    expect(da).toMatch(/læst i filen +100\n +med i beregningen +100\n/);
    expect(en).toMatch(/read in the file +100\n +in the computation +100\n/);
    expect(en).not.toContain("left out");
    expect(da.split("\n").length).toBe(en.split("\n").length);
  });
});
