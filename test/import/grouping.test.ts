import { describe, expect, test } from "vitest";
import { placesOf } from "../../src/domain/issue.ts";
import { importCase } from "../../src/import/import-case.ts";
import { ISSUE_TEXTS } from "../../src/import/issue-texts.ts";
import { formatIssue, messageText } from "../../src/report/issue.ts";
import { tinyCase } from "../cases/tiny.ts";
import { NO_UNITS, at, box, collection, feature, pupils, road } from "./fault-tools.ts";

const AREAS = { "areas.geojson": collection(feature("Polygon", [box(0, 0, 900)], { id: "a" })) };
const here = `${at.lat};${at.lon}`;
const issuesOf = (changes: Parameters<typeof tinyCase>[0]) => importCase(tinyCase(changes)).issues;

describe("the same fault in many rows is one message", () => {
  const wrong = Array.from({ length: 3000 }, (_, i) => `${here};x${i % 7}`);
  const issues = issuesOf(pupils("lat;lon;grade", ...wrong, `${here};`));

  test("with how often and the first places; another fault is another message", () => {
    expect(issues.map(({ code }) => code)).toEqual(["pupils.grade", "value.missing"]);
    expect(issues[0]).toMatchObject({ line: 2, values: { found: "x0" }, also: { count: 2999 } });
    expect(issues[0].also?.places).toHaveLength(5);
    expect(issues[0].also?.places[0]).toEqual({ line: 3, column: "grade", values: { found: "x1" } });
    expect(issues.map(placesOf)).toEqual([3000, 1]);
  });

  test("of a word too long to be read with its start and how much more there is", () => {
    const [issue] = issuesOf(pupils("lat;lon;grade", `${here};${"x".repeat(6000)}`));
    expect(formatIssue(issue, ISSUE_TEXTS, "en")).toContain(
      `column grade: ${"x".repeat(1000)} … (5,000 more characters) is`,
    );
  });

  test("in both languages", () => {
    expect(formatIssue(issues[0], ISSUE_TEXTS, "en")).toMatch(
      /The same in 2,999 more places: line 3 \(x1\), line 4 \(x2\), line 5 \(x3\), line 6 \(x4\), line 7 \(x5\) …\.$/,
    );
    expect(formatIssue(issues[0], ISSUE_TEXTS, "da")).toMatch(/Det samme 2\.999 steder mere: linje 3 \(x1\), /);
  });

  test("and one cell is one place, however many grades its row counts", () => {
    const rows = ["101", "102"].map((area) => `${area};1;1;1`);
    const found = issuesOf({ ...pupils("area;0;1;2", ...rows), ...AREAS }).filter(
      ({ code }) => code === "pupils.area-unknown",
    );
    expect(found).toMatchObject([{ line: 2, also: { count: 1, places: [{ line: 3, values: { area: "102" } }] } }]);
  });

  test("but what is missing from one header is said by name", () => {
    const codes = issuesOf({ "districts.csv": "a;b\n1;2" }).map(({ code, values }) => [code, values["column"]]);
    expect(codes).toEqual(
      expect.arrayContaining([
        ["table.column-missing", "id"],
        ["table.column-missing", "name"],
      ]),
    );
  });
});

const line = (name: string, speed: unknown): object =>
  road({ kind: "road", name, ...(speed !== undefined && { speed }) }, [0, -3500], [0, 3500]);

describe("a message about a map names the feature, since a file is often one line", () => {
  const roads = JSON.stringify({
    type: "FeatureCollection",
    features: [line("Allé", 50), line("Bygade", "fast"), line("Centervej", -1)],
  });
  const issues = issuesOf({ "roads.geojson": roads }).filter(({ severity }) => severity === "error");

  test("by number and name", () => {
    expect(issues[0]).toMatchObject({ code: "roads.number", line: 1, feature: 2, name: "Bygade", column: "speed" });
    expect(formatIssue(issues[0], ISSUE_TEXTS, "en")).toMatch(
      /^Error: roads.geojson, line 1, feature 2 \(Bygade\), property speed: .* more place: feature 3 \(Centervej\)\.$/,
    );
    expect(messageText(issues[0], ISSUE_TEXTS, "da")).toContain("(objekt 2 (Bygade))");
  });

  test("and parts of a plan's lists are grouped like rows", () => {
    const units = Array.from({ length: 40 }, (_, i) => `u${i}`);
    const zones = [{ site: "nord", bands: ["0-3"], units }];
    const plan = {
      format: "skoledistrikt-plan",
      version: 1,
      id: "p",
      title: "P",
      assignment: { kind: "zones", zones },
    };
    const unknown = issuesOf({ "plans/p.json": JSON.stringify(plan) });
    expect(unknown).toHaveLength(1);
    expect(unknown[0]).toMatchObject({ code: "plan.unit-unknown", values: { unit: "u0" }, also: { count: 39 } });
  });
});

test("areas without an id are one message with the number of each", () => {
  const bare = [box(-4000, -4000, 8000), box(5000, 0, 10)].map((ring) => feature("Polygon", [ring]));
  const issues = issuesOf({ ...NO_UNITS, "units.geojson": collection(...bare) });
  const [first] = issues.filter(({ code }) => code === "units.no-id");
  expect(first).toMatchObject({ feature: 1, also: { count: 1, places: [expect.objectContaining({ feature: 2 })] } });
});
