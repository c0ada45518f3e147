import { cellToParent } from "h3-js";
import { describe, expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import { tinyCase } from "../cases/tiny.ts";
import { type Changes, cell, plan, zone, zones } from "./fault-tools.ts";

const codes = (...changes: readonly Changes[]): string[] =>
  importCase(tinyCase(Object.assign({}, ...changes))).issues.map(({ code }) => code);
const named = (id: string, sameAs: string): Changes => ({
  [`plans/${id}.json`]: JSON.stringify({
    format: "skoledistrikt-plan",
    version: 1,
    id,
    title: id,
    assignment: { kind: "same-as", plan: sameAs },
  }),
});

describe("a plan may", () => {
  test("give a unit to one school in one band and to another in the next", () => {
    expect(codes(zones(zone("vest", ["0-3", "4-6"], [cell]), zone("nord", ["7-9"], [cell])))).toEqual([]);
  });

  test("name a coarser cell for all cells in it", () => {
    expect(codes(zones(zone("nord", ["0-3"], [cellToParent(cell, 6)])))).toEqual([]);
  });

  test("give a site grades that it does not teach today, or none", () => {
    const teaching = { vest: "0-9", oest: "" };
    expect(codes(plan({ teaching, assignment: { kind: "zones", zones: [zone("vest", ["7-9"], [cell])] } }))).toEqual(
      [],
    );
  });

  test("take over an assignment from a plan that took it over", () => {
    expect(codes(named("three", "four"), named("four", "two"))).toEqual([]);
  });
});

describe("a plan may not", () => {
  test("send pupils to a site it closes", () => {
    const assignment = { kind: "zones", zones: [zone("vest", ["0-3"], [cell])] };
    expect(codes(plan({ teaching: { vest: "" }, assignment }))).toEqual(["plan.not-taught"]);
  });

  test("say grades that are none, or of no site, and its zones are not doubted for it", () => {
    const assignment = { kind: "zones", zones: [zone("vest", ["7-9"], [cell])] };
    expect(codes(plan({ teaching: { vest: "0-5" }, assignment }))).toEqual(["sites.grades"]);
    expect(codes(plan({ teaching: { west: "0-9" } }))).toEqual(["plan.site-unknown"]);
    expect(codes(plan({ teaching: { vest: "0-6" }, assignment }))).toEqual(["plan.not-taught"]);
  });

  test("name the same unit twice in one zone, or a cell and a coarser one around it", () => {
    expect(codes(zones(zone("nord", ["0-3"], [cell, cell])))).toEqual(["plan.unit-twice"]);
    expect(codes(zones(zone("nord", ["0-3"], [cellToParent(cell, 7), cell])))).toEqual(["plan.unit-twice"]);
  });

  test("lead round in a ring, which every plan of the ring is told and no other", () => {
    const { issues } = importCase(
      tinyCase({ ...named("a", "b"), ...named("b", "c"), ...named("c", "b"), ...named("d", "two") }),
    );
    expect(issues.map(({ file, values }) => [file, values["plans"]])).toEqual([
      ["plans/b.json", "b → c → b"],
      ["plans/c.json", "c → b → c"],
    ]);
  });
});

test("a plan that cannot be read is not said to be missing by those that refer to it", () => {
  expect(codes(named("three", "four"), { "plans/four.json": "{}" })).not.toContain("plan.same-as-unknown");
});

test("names in plans are not doubted because of faults in other files", () => {
  const broken = importCase(tinyCase({ "sites.csv": undefined, ...zones(zone("nowhere", ["0-3"], [cell])) }));
  expect(broken.issues.map(({ code }) => code)).toEqual(["file.missing"]);
});
