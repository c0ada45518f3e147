import { GRADES } from "../cases/folkeskole.ts";
import { NO_CHANGE } from "../cases/no-change.ts";
import { describe, expect, test } from "vitest";
import { planOf } from "../../src/compare/groupings.ts";
import { structureChange } from "../../src/compare/structure-change.ts";
import { whatChanged } from "../../src/compare/what-changed.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { structureSentences } from "../../src/report/structure-text.ts";
import { structureCalendar } from "../../src/rules/calendar.ts";
import { type Procedure, procedureFor, type StructureChange } from "../../src/rules/structure-change.ts";
import { type DrawnSite, drawCase } from "../cases/drawn.ts";
import { listedPlans } from "../cases/listed.ts";
import { openedCase } from "../cases/opened.ts";

const SITES = { a: { at: [0, 0] }, b: { at: [0, 2] }, c: { at: [0, 4] } } as const satisfies Record<string, DrawnSite>;
/** Site a has half as many pupils again as b, b as many as c. */
const pupils = (unit: number): number => (unit < 2 ? 3 : 2);

interface Side {
  readonly zones?: string;
  readonly districts: Readonly<Record<string, string>>;
  readonly sites?: Readonly<Record<string, DrawnSite>>;
}

const drawn = ({ zones = "aabbcc", districts, sites = SITES }: Side) =>
  drawCase({ zones: [zones], sites: { ...SITES, ...sites }, districts, pupils });

function changed(today: Side, plan: Side): StructureChange {
  const { municipality, travel, baseline } = drawn(today);
  return structureChange(makeBasis(municipality, travel, baseline), drawn(plan).baseline);
}

const APART: Side = { districts: { Ask: "a", Birk: "b", Ceder: "c" } };
const closedSite = (letter: "a" | "b" | "c") => ({ [letter]: { ...SITES[letter], grades: "" } });

const DAM: Readonly<Record<string, DrawnSite>> = { d: { at: [0, 6] } };

interface Case {
  readonly name: string;
  readonly today: Side;
  readonly plan: Side;
  readonly change: Partial<StructureChange>;
  readonly procedure: Procedure;
}

/** Merge, split, close a school, close a department, move grades, move borders: what each is by the law's text. */
const CASES: readonly Case[] = [
  { name: "nothing", today: APART, plan: APART, change: {}, procedure: "none" },
  {
    name: "a school with another name",
    today: APART,
    plan: { districts: { Asken: "a", Birk: "b", Ceder: "c" } },
    change: {},
    procedure: "none",
  },
  {
    name: "two schools become a third: one of them counts as closed, the one with fewer pupils here",
    today: APART,
    plan: { districts: { Skovskolen: "ab", Ceder: "c" } },
    change: {
      merged: [{ schools: ["Ask", "Birk"], into: "Skovskolen", continues: "Ask" }],
      ceasing: ["Birk"],
      boards: ["Ask", "Birk"],
    },
    procedure: "closing",
  },
  {
    name: "a merged school that has the smaller one's name does not cease under it",
    today: APART,
    plan: { districts: { Birk: "ab", Ceder: "c" } },
    change: {
      merged: [{ schools: ["Ask", "Birk"], into: "Birk", continues: "Birk" }],
      ceasing: ["Ask"],
      boards: ["Ask", "Birk"],
    },
    procedure: "closing",
  },
  {
    name: "a split makes new schools, of which the largest goes on",
    today: { districts: { Skovskolen: "abc" } },
    plan: APART,
    change: {
      split: [{ school: "Skovskolen", into: ["Ask", "Birk", "Ceder"], continues: "Ask" }],
      boards: ["Skovskolen"],
    },
    procedure: "closing",
  },
  {
    name: "a school that closes, its pupils going to the next",
    today: APART,
    plan: { zones: "aabbbb", districts: { Ask: "a", Birk: "b" }, sites: closedSite("c") },
    change: { closed: ["Ceder"], ceasing: ["Ceder"], boards: ["Birk", "Ceder"] },
    procedure: "closing",
  },
  {
    name: "a department that closes in a school that goes on",
    today: { districts: { Ask: "a", Birk: "bc" } },
    plan: { zones: "aabbbb", districts: { Ask: "a", Birk: "bc" }, sites: closedSite("c") },
    change: { sitesClosed: [{ site: "c", school: "Birk" }], boards: ["Birk"] },
    procedure: "boards",
  },
  {
    name: "a department that comes under another school",
    today: { districts: { Ask: "a", Birk: "bc" } },
    plan: { districts: { Ask: "ac", Birk: "b" } },
    change: { moved: [{ site: "c", from: "Birk", to: "Ask" }], boards: ["Ask", "Birk"] },
    procedure: "boards",
  },
  {
    name: "a school that comes under another's leadership counts as closed",
    today: APART,
    plan: { districts: { Ask: "a", Birk: "bc" } },
    change: {
      merged: [{ schools: ["Birk", "Ceder"], into: "Birk", continues: "Birk" }],
      ceasing: ["Ceder"],
      boards: ["Birk", "Ceder"],
    },
    procedure: "closing",
  },
  {
    name: "a school that is shared out between two others counts as closed",
    today: { zones: "aabbccdd", districts: { Ask: "a", Birk: "bc", Dam: "d" }, sites: DAM },
    plan: { zones: "aabbccdd", districts: { Ask: "ab", Dam: "cd" }, sites: DAM },
    change: {
      split: [{ school: "Birk", into: ["Ask", "Dam"] }],
      ceasing: ["Birk"],
      boards: ["Ask", "Birk", "Dam"],
    },
    procedure: "closing",
  },
  {
    name: "grades that move from one site to another",
    today: APART,
    plan: { ...APART, sites: { c: { ...SITES.c, grades: "0-6" } } },
    change: { grades: [{ site: "c", from: 0b111, to: 0b011 }], boards: ["Ceder"] },
    procedure: "boards",
  },
  {
    name: "a border between two school districts that moves",
    today: APART,
    plan: { ...APART, zones: "aaabcc" },
    change: { borders: ["Ask", "Birk"], boards: ["Ask", "Birk"] },
    procedure: "boards",
  },
  {
    name: "areas that change site within a school",
    today: { districts: { Ask: "a", Birk: "bc" } },
    plan: { districts: { Ask: "a", Birk: "bc" }, zones: "aabbbc" },
    change: { within: ["Birk"], boards: ["Birk"] },
    procedure: "boards",
  },
  {
    name: "a site that opens in a school, and takes over an area",
    today: { zones: "aabbbb", districts: { Ask: "a", Birk: "bc" }, sites: closedSite("c") },
    plan: { districts: { Ask: "a", Birk: "bc" } },
    change: { sitesOpened: [{ site: "c", school: "Birk" }], within: ["Birk"], boards: ["Birk"] },
    procedure: "boards",
  },
  {
    name: "a new school, which takes over an area",
    today: { zones: "aabbbb", districts: { Ask: "a", Birk: "b" }, sites: closedSite("c") },
    plan: APART,
    change: { opened: ["Ceder"], borders: ["Birk"], boards: ["Birk"] },
    procedure: "boards",
  },
];

describe.each(CASES)("$name", ({ today, plan, change, procedure }) => {
  const found = changed(today, plan);

  test("is told as it is, and the boards of all schools concerned are named", () => {
    expect(found).toEqual({ ...NO_CHANGE, ...change });
  });

  test(`asks for the procedure: ${procedure}`, () => {
    expect(procedureFor(found)).toBe(procedure);
    const entries = structureCalendar(GRADES, 2027, found);
    const titles = entries.map(({ title }) => title.en);
    if (procedure === "none") expect(entries).toEqual([]);
    if (procedure === "closing") expect(titles[0]).toBe("At the latest: publish the proposal");
    if (procedure === "boards") expect(titles[0]).toBe("At the latest: ask the school boards");
    for (const board of found.boards) expect(entries[0].what.da, board).toContain(board);
  });

  test("is said in whole sentences, in both languages, with no blank left", () => {
    for (const sentence of structureSentences(GRADES, found))
      for (const words of [sentence.da, sentence.en]) expect(words).toMatch(/^[^{}]+[.]$/u);
  });
});

test("to change back what a plan changes asks for something where the plan does", () => {
  for (const { today, plan, procedure } of CASES) {
    const back = changed({ ...plan }, { ...today });
    expect(procedureFor(back) === "none").toBe(procedure === "none");
  }
});

test("in each of the 210 plans and those of the case, names say that those schools go on and cease which the law's account says", async () => {
  const { basis, plans } = openedCase("holbaek");
  const list = await listedPlans("nearest");
  const listed = Array.from({ length: list.count }, (_, number) => planOf(basis, list, number));
  expect(listed).toHaveLength(210);
  const capacity = basis.municipality.sites.map((site) => site.capacity);
  for (const plan of [...listed, ...plans]) {
    const { merged, ceasing } = structureChange(basis, plan);
    const { renamed, gone } = whatChanged(
      { plan: basis.baseline, capacity },
      { plan, capacity, assumptions: new Map() },
      basis.unitBand,
    );
    expect(gone.toSorted()).toEqual(ceasing.toSorted());
    for (const { into, continues } of merged)
      expect(renamed.find(({ after }) => after === into)?.before ?? into).toBe(continues);
  }
});
