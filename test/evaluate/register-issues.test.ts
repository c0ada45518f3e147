import { describe, expect, test } from "vitest";
import { LANGUAGES, saidIn } from "../../src/domain/language.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { REGISTER_ISSUES, registerIssues } from "../../src/evaluate/register-issues.ts";
import { formatIssue } from "../../src/report/issue.ts";
import { drawCase } from "../cases/drawn.ts";

/** Two units of 50 pupils go to A, one to B; the sites are registered with so many, all in grade 0. */
function issuesWith(registered: Readonly<Record<string, number>>, zones = "AAB") {
  const { municipality, travel, baseline } = drawCase({
    zones: [zones],
    sites: { A: { at: [0, 0] }, B: { at: [0, 2] } },
    districts: { one: "AB" },
    pupils: () => 5,
  });
  const sites = municipality.sites.map((site) => ({
    ...site,
    ...(site.id in registered && { registered: [registered[site.id], 0, 0, 0, 0, 0, 0, 0, 0, 0] }),
  }));
  const basis = makeBasis({ ...municipality, sites }, travel, baseline);
  return registerIssues(basis, baseline, "sites.csv").map(({ code, values: { list, ...values } }) => ({
    code,
    ...values,
    list: saidIn(list, "en"),
  }));
}

/** B, with its 50 pupils, is registered with so many; A lacks many too. */
const codesWith = (registered: number) => issuesWith({ A: 600, B: registered }).map(({ code }) => code);

describe("pupils at each school by the plan in force, against the register", () => {
  test.each([
    { name: "as registered", registered: { A: 100, B: 50 }, list: undefined },
    { name: "a few more or fewer", registered: { A: 119, B: 31 }, list: undefined },
    { name: "within a quarter", registered: { A: 130, B: 50 }, list: undefined },
    { name: "a site without figures", registered: { B: 50 }, list: undefined },
    { name: "just twenty, and more than a quarter", registered: { A: 100, B: 70 }, list: "B (50 / 70)" },
    { name: "just a quarter", registered: { A: 80, B: 50 }, list: undefined },
    { name: "far more at one", registered: { A: 140, B: 50 }, list: "A (100 / 140)" },
    { name: "far fewer at both", registered: { A: 60, B: 20 }, list: "A (100 / 60), B (50 / 20)" },
  ])("$name: $list", ({ registered, list }) => {
    expect(issuesWith(registered)).toEqual(
      list === undefined ? [] : [{ code: "sites-unlike-register", plan: "Today", list }],
    );
  });

  test("a site left with nobody while pupils are missing in all stops the work", () => {
    expect(issuesWith({ A: 150, B: 50 }, "AAA")).toEqual([
      { code: "sites-without-their-pupils", plan: "Today", list: "B (0 / 50)", missing: 50 },
    ]);
  });

  test("pupils whom the plan sends nowhere are at no site", () => {
    expect(issuesWith({ A: 100, B: 50 }, "AA?").map(({ code }) => code)).toEqual(["sites-without-their-pupils"]);
  });

  test("twenty missing in all, and more than three in a hundred, are damage", () => {
    // B, with nobody, is registered with twenty; A has 100, or 700, as registered.
    expect(issuesWith({ A: 100, B: 20 }, "AA?").map(({ code }) => code)).toEqual(["sites-without-their-pupils"]);
    expect(issuesWith({ A: 100, B: 19 }, "AA?").map(({ code }) => code)).toEqual([]);
    expect(issuesWith({ A: 101, B: 20 }, "AA").map(({ code }) => code)).toEqual(["sites-without-their-pupils"]);
    expect(issuesWith({ A: 99, B: 20 }, "AA").map(({ code }) => code)).toEqual(["sites-unlike-register"]);
    expect(issuesWith({ A: 700, B: 21 }, "A".repeat(14)).map(({ code }) => code)).toEqual(["sites-unlike-register"]);
    expect(issuesWith({ A: 700, B: 22 }, "A".repeat(14)).map(({ code }) => code)).toEqual([
      "sites-without-their-pupils",
    ]);
  });

  test("a tenth of its pupils is not next to none", () => {
    expect(codesWith(500)).toEqual(["sites-unlike-register"]);
    expect(codesWith(501)).toEqual(["sites-without-their-pupils"]);
  });

  test("twelve sites are named, more are counted", () => {
    const letters = "ABCDEFGHIJKLM";
    const told = (count: number) => {
      const { municipality, travel, baseline } = drawCase({
        zones: [letters.slice(0, count)],
        sites: Object.fromEntries(
          letters
            .slice(0, count)
            .split("")
            .map((letter, i) => [letter, { at: [0, i] as const }]),
        ),
        districts: { one: letters.slice(0, count) },
        pupils: () => 5,
      });
      const sites = municipality.sites.map((site) => ({ ...site, registered: [90, 0, 0, 0, 0, 0, 0, 0, 0, 0] }));
      const basis = makeBasis({ ...municipality, sites }, travel, baseline);
      return saidIn(registerIssues(basis, baseline, "sites.csv")[0].values["list"], "en");
    };
    expect(told(12)).toMatch(/^A \(50 \/ 90\), .*, L \(50 \/ 90\)$/);
    expect(told(13)).toMatch(/^A \(50 \/ 90\), .*, L \(50 \/ 90\) … \(13\)$/);
  });

  test("but not while none are missing: they may go there from everywhere", () => {
    expect(issuesWith({ A: 100, B: 50 }, "AAA").map(({ code }) => code)).toEqual(["sites-unlike-register"]);
  });

  test.each(Object.keys(REGISTER_ISSUES))("%s is said in both languages", (code) => {
    const values = { plan: "P", list: "B (0 / 50)", missing: 1234 };
    const [da, en] = LANGUAGES.map((language) =>
      formatIssue({ code, severity: "warning", values }, REGISTER_ISSUES, language),
    );
    expect(da).toContain("B (0 / 50)");
    expect(en).toContain("B (0 / 50)");
    expect(da).not.toBe(en);
  });
});
