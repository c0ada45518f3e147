import { expect, test } from "vitest";
import type { Cell, MeasureKey } from "../../src/index.ts";
import { headlineFigures } from "../../web/panels/headline-figures.ts";
import type { PlanFigures } from "../../web/state/plan-figures.ts";
import { voiceIn } from "./voice.ts";

type Values = Partial<Record<MeasureKey, number>>;

const figuresOf = (values: Values, today: Values, cells: Partial<Record<MeasureKey, Cell>> = {}): PlanFigures =>
  ({
    value: (key: MeasureKey) => values[key],
    today: (key: MeasureKey) => today[key],
    cell: (key: MeasureKey) => cells[key],
    todaysCell: () => undefined,
    effects: { money: { counted: { low: -1.2e6, mid: 2e6, high: 3.8e6 }, counting: ["classes"] } },
  }) as unknown as PlanFigures;

const said = (figures: PlanFigures, language: "da" | "en") => {
  const voice = voiceIn(language);
  return headlineFigures(voice, figures).map(({ name, said: text, range }) =>
    [`${voice.say(name)}: ${text}`, range].filter(Boolean).join(", "),
  );
};

const TODAY = { "distance-mean": 2300, "changed-site": 0, "transport-right": 1340 };

test("a plan is judged first by the way to school, changes of school, the right to transport and money, in words", () => {
  const plan = figuresOf({ "distance-mean": 2100, "changed-site": 1, "transport-right": 1352 }, TODAY);
  expect(said(plan, "da")).toEqual([
    "Skolevej: 0,2 km kortere",
    "Skifter skole: 1 elev",
    "Ret til befordring: 12 elever flere",
    "Økonomi: 2,0 mio. kr. sparet om året, fra 1,2 i merudgift til 3,8 sparet",
  ]);
  expect(said(plan, "en")[2]).toBe("Right to transport: 12 pupils more");
  // 68 gain it and 64 lose it: no group of four is told.
  expect(said(figuresOf({ ...TODAY, "transport-right": 1344 }, TODAY), "da")[2]).toBe(
    "Ret til befordring: 4 elever flere",
  );
});

test("real pupils are rounded, and are told as about so many", () => {
  const drawn = { ...figuresOf({ ...TODAY, "changed-site": 325, "transport-right": 1405 }, TODAY), counts: "in-fives" };
  expect(said(drawn as PlanFigures, "da").slice(1, 3)).toEqual([
    "Skifter skole: ca. 325 elever",
    "Ret til befordring: ca. 65 elever flere",
  ]);
});

test("what is as today is said to be, and a small group is not told apart", () => {
  expect(said(figuresOf({ ...TODAY }, TODAY), "da").slice(0, 3)).toEqual([
    "Skolevej: lige så lang",
    "Skifter skole: ingen",
    "Ret til befordring: lige mange",
  ]);
  const few = { "changed-site": { kind: "few" }, "transport-right": { kind: "few" } } as const;
  const hidden = figuresOf({ ...TODAY, "changed-site": 3, "transport-right": 1343 }, TODAY, few);
  expect(said(hidden, "da").slice(1, 3)).toEqual([
    "Skifter skole: <5 elever",
    "Ret til befordring: vises ikke (få elever)",
  ]);
  const beside = figuresOf({ ...TODAY, "changed-site": 30 }, TODAY, { "changed-site": { kind: "hidden" } });
  expect(said(beside, "da")[1]).toBe("Skifter skole: vises ikke (få elever)");
});

test("what is not known yet is left out", () => expect(said(figuresOf({}, TODAY), "da")).toHaveLength(1));
