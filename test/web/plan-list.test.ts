import { BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { MAIN_MEASURES, measureNamed } from "../../src/evaluate/measures/table.ts";
import { beforeAll, describe, expect, test } from "vitest";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { type Consolidation, planOf } from "../../src/compare/groupings.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { openCase } from "../../src/open-case.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { borderKind, drawnPlan } from "../../web/map/drawn-plan.ts";
import { pictureOf } from "../../web/map/picture.ts";
import { listedPlan, todaysPlan } from "../../web/state/plans.ts";
import { planWalk } from "../../web/state/plan-sites.ts";
import { unitWays } from "../../web/state/unit-facts.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { effectsOf } from "../../web/worker/effects.ts";
import type { CaseView, PlanList } from "../../web/worker/messages.ts";
import { arrange } from "../../web/state/arrange.ts";
import { planListOf } from "../../web/worker/plan-list.ts";
import { counted } from "../../web/i18n/say.ts";
import { surenessOf } from "../../web/panels/sureness-text.ts";
import { consolidationFile } from "../../src/report/consolidation-file.ts";
import { consolidationText } from "../../src/report/consolidation-text.ts";
import { tableCsv } from "../../src/report/csv.ts";
import { groupingsTable } from "../../src/report/groupings-table.ts";
import { countBeatingIn, unbeatenIn } from "../../src/report/measured-list.ts";
import { solver } from "../cases/solver.ts";
import { voiceIn } from "./voice.ts";
import { caseFolder } from "../data/case-folder.ts";

let basis: Basis;
let plans: readonly Plan[];
let view: CaseView;
let answer: Consolidation;
let list: PlanList;

beforeAll(async () => {
  const { value, issues } = openCase(caseFolder("lattice"));
  ({ basis, plans } = value!);
  view = caseViewOf(value!, evaluatePlan(basis, basis.baseline), issues);
  const outcome = await consolidate(
    basis,
    { kind: "consolidate", districts: 2, policy: "nearest", contiguity: "ferry", rules: [] },
    solver,
  );
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  ({ answer } = outcome);
  list = planListOf(basis, answer, plans);
});

const arrangement = { key: "", sort: "pupil-kilometres", show: "all", plans: [], join: [] } as const;

describe("the list of Gitterby's plans, as the page gets it", () => {
  test("orders plans by a measure, best first", () => {
    const order = [...arrange(list, arrangement).order];
    const values = order.map((plan) => answer.values.get("pupil-kilometres")![plan]);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(order).toHaveLength(6);
  });

  test("lets through only plans that join what is asked for", () => {
    const { order } = arrange(list, { ...arrangement, join: [[0, 1]] });
    expect(order.length).toBeGreaterThan(0);
    for (const plan of order)
      expect(pictureOf(view, listedPlan(view, list, plan)!).districts.some(({ name }) => /A.*B|B.*A/.test(name))).toBe(
        true,
      );
  });

  test("lets through a plan that is asked for by its number", () => {
    expect([...arrange(list, { ...arrangement, plans: [2, 4] }).order].toSorted((a, b) => a - b)).toEqual([2, 4]);
    expect([...arrange(list, { ...arrangement, plans: [list.count] }).order]).toEqual([]);
  });

  test("lets through only plans that no other beats", () => {
    const { unbeaten } = list;
    const { order } = arrange(list, { ...arrangement, show: "unbeaten" });
    expect([...order].every((plan) => unbeaten[plan] === 1)).toBe(true);
    expect(order).toHaveLength(unbeaten.reduce((sum, mark) => sum + mark, 0));
  });

  test("one verdict on what beats what, in the list, the sentence, the text, the file and the table", () => {
    const marks = unbeatenIn(answer);
    const run = { programVersion: "0", dataHash: "0".repeat(64), secondsUsed: 0 };
    const file = consolidationFile(basis, answer.question, { status: "optimal", answer }, "saving", run);
    expect(file.pareto).toEqual(
      MAIN_MEASURES.filter(({ range, direction }) => !range && direction !== "disputed").map(({ key }) => key),
    );
    expect(file.groupings.flatMap(({ ranks }) => Object.keys(ranks)).filter((key) => key.startsWith("saving"))).toEqual(
      [],
    );
    const rows = tableCsv(groupingsTable(file, "en"), "en").split("\r\n").join("\n").split("\n").slice(1);
    for (let number = 0; number < answer.count; number++) {
      const beating = countBeatingIn(answer, number);
      const plan = planOf(basis, answer, number);
      const text = consolidationText(basis, answer, [plan], 0, "en");
      expect(marks[number] === 1).toBe(beating === 0);
      expect(/(\d+) other plans are at least/.exec(text)?.[1] ?? "0").toBe(String(beating));
      expect(file.groupings.find((row) => row.number === number + 1)?.pareto).toBe(beating === 0);
      expect(rows.find((row) => row.startsWith(`${number + 1},`))).toContain(beating === 0 ? ",yes," : ",no,");
      expect(planListOf(basis, answer, [plan]).decisions[0].beatenBy).toBe(beating);
    }
  });

  test("knows who goes where in every plan as the library does", () => {
    for (let number = 0; number < list.count; number++)
      expect(listedPlan(view, list, number)!.plan.assignment).toEqual(planOf(basis, answer, number).assignment);
  });

  test("measures the chosen plan as evaluate does, every pupil in one class of distance", () => {
    const plan = planOf(basis, answer, 2);
    const effects = effectsOf(basis, evaluatePlan(basis, plan));
    expect(effects.values).toEqual(evaluatePlan(basis, plan).values);
    expect(effects.ways.reduce((sum, pupils) => sum + pupils, 0)).toBe(basis.pupils);
    expect(effects.classSizes.reduce((sum, count) => sum + count, 0)).toBe(effects.values.get("classes"));
  });

  test("a border is solid between the plan's districts, dashed where only today's lie apart", () => {
    const drawn = drawnPlan(view, listedPlan(view, list, 0)!, "lowest");
    const { districtOfZone, districtBefore, zones } = drawn;
    const kinds = zones.borders.features.map(({ properties }) => {
      const { a, b } = properties;
      const kind = borderKind(drawn, properties);
      if (b !== undefined && districtOfZone[a] !== districtOfZone[b]) expect(kind).toBe("between-districts");
      else expect(kind === "once-between-districts").toBe(b !== undefined && districtBefore[a] !== districtBefore[b]);
      return kind;
    });
    expect(new Set(kinds)).toEqual(new Set(["between-districts", "once-between-districts", "within"]));
  });

  test("says of a unit which school belongs to it today and then, band by band, and not who lives there", () => {
    const unit = view.units.id.indexOf("b3");
    const after = listedPlan(view, list, 0)!.plan.assignment;
    const ways = unitWays(GRADES, view, planWalk(view, new Map(), undefined), after, unit);
    expect(ways).toHaveLength(1);
    expect(ways[0]).not.toHaveProperty("pupils");
    expect(ways[0].before).toEqual({ site: todaysPlan(view).assignment[unit * BAND_COUNT], metres: 2200 });
    expect(ways[0].after?.site).toBe(after[unit * BAND_COUNT]);
  });
});

test.each(["da", "en"] as const)(
  "a list that is not complete says by which measures it has the best of all, in %s",
  async (language) => {
    const question = { kind: "consolidate", districts: 2, policy: "stay", contiguity: "ferry", rules: [] } as const;
    const outcome = await consolidate(basis, question, solver, { mostListed: 0 });
    if (outcome.status !== "optimal") throw new Error(outcome.status);
    const { best = [] } = planListOf(basis, outcome.answer, plans);
    const named = (part: typeof best) => part.map(({ measure }) => measureNamed(measure)!.title[language]);
    const main = best.filter(({ measure }) => measureNamed(measure)!.verdict !== undefined);
    expect(main).toHaveLength(7);
    const voice = voiceIn(language);
    const others = best.filter((each) => !main.includes(each));
    const sure = surenessOf(voice, best);
    expect(sure.proven).toEqual([...named(main), ...named(others)]);
    expect(sure.near).toEqual([]);
    const [proven, rest] = [
      voice.say("summary.sure.proven", counted(voice, best.length)),
      voice.say("summary.sure.others"),
    ];
    expect(sure.told).toBe(`${proven} ${rest}`);
    // One that is not proven is told with how far off it may be, and never as proven.
    const unsure = surenessOf(
      voice,
      best.map((each) => (each === main[0] ? { ...each, gap: 0.0123 } : each)),
    );
    expect(unsure.near).toEqual([`${named(main)[0]}: ${voice.number(1.23, 1)} %`]);
    expect(unsure.proven).toEqual(sure.proven.filter((each) => each !== named(main)[0]));
    expect(unsure.told).toContain(voice.say("summary.sure.near", counted(voice, 1)));
    expect(list.best).toBeUndefined();
  },
);
