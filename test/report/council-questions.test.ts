import { EXACTLY } from "../cases/told.ts";
import { BANDS, BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closingOf } from "../../src/compare/closing.ts";
import { rightsLost } from "../../src/compare/fairness/rights-lost.ts";
import { ifSavingsFail } from "../../src/compare/if-savings-fail.ts";
import { checkPromises } from "../../src/compare/promises.ts";
import { replay } from "../../src/compare/replay.ts";
import { drawnSaving } from "../../src/cost/drawn-saving.ts";
import { costDraws, pupilDraws } from "../../src/cost/uncertainty.ts";
import { LANGUAGES } from "../../src/domain/language.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { pupilNumbersOf } from "../../src/evaluate/pupil-numbers.ts";
import { nearestFive } from "../../src/kernels/disclosure/shown.ts";
import { sum } from "../../src/kernels/sum.ts";
import {
  busSentences,
  closingSentences,
  failSentences,
  lastTimeSentences,
} from "../../src/report/council-questions.ts";
import { formatNumber } from "../../src/report/format.ts";
import type { Sentence } from "../../src/report/sentence.ts";
import { hasTransportRight } from "../../src/rules/transport-right.ts";
import { schoolsOpenIn, withoutSchool } from "../../src/solve/assignment/without-school.ts";
import { randomFairCase } from "../cases/fair.ts";
import { openedCase } from "../cases/opened.ts";

const holbaek = openedCase("holbaek");
const lattice = openedCase("lattice");

/** Both languages say every figure as they write it, and leave no blank. */
function expectSaid(sentences: readonly Sentence[]): void {
  for (const { text, figures } of sentences)
    for (const language of LANGUAGES) {
      expect(text[language]).toMatch(/^[A-ZÆØÅ»“\d].*\.$/u);
      expect(text[language]).not.toMatch(/[{}]|NaN|undefined/);
      for (const { value, decimals } of Object.values(figures))
        expect(text[language]).toContain(formatNumber(value, decimals, language));
    }
}

/** Pupils who lose the right, counted one by one, by the school of today. A drawn unit is one point. */
function lostBySchool({ baseline, pointBand, travel }: Basis, plan: Plan): ReadonlyMap<number, number> {
  const lost = new Map<number, number>();
  pointBand.forEach((pupils, pair) => {
    const { band } = BANDS[pair % BAND_COUNT];
    const row = Math.floor(pair / BAND_COUNT) * travel.siteCount;
    const [before, after] = [baseline, plan].map(({ assignment }) => assignment[pair]);
    const [had, has] = [before, after].map((site) => hasTransportRight(GRADES, band, travel.walk[row + site]));
    if (had && !has) lost.set(before, (lost.get(before) ?? 0) + pupils);
  });
  return lost;
}

describe("who loses the bus", () => {
  test("each school's number is that of its pupils to the nearest five, none of one to four is told, nor left to be found by subtraction", () => {
    let [told, others] = [0, 0];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { basis, plan } = randomFairCase(seed);
        const exact = lostBySchool(basis, plan);
        const all = sum([...exact.values()]);
        expect(evaluatePlan(basis, plan).values.get("right-lost")).toBe(all);
        const { schools, towns, status } = rightsLost(basis, plan);
        for (const rows of [schools, towns]) {
          const hidden = rows.filter(({ lost }) => lost.kind !== "count");
          // Who knows the total could otherwise subtract.
          if (hidden.some(({ lost }) => lost.kind === "few")) expect(hidden.length).toBeGreaterThan(1);
          for (const { lost } of rows) if (lost.kind === "count") expect(lost.pupils).toBeGreaterThanOrEqual(5);
        }
        if (all > 0 && all < 5) expect(status).toBe("withheld");
        for (const { name, lost } of schools) {
          const site = basis.municipality.sites.findIndex((each) => each.name === name.da);
          if (name.da === "Øvrige") others++;
          if (site < 0) continue;
          const pupils = exact.get(site) ?? 0;
          if (lost.kind === "count") expect(lost.pupils).toBe(nearestFive(pupils));
          if (lost.kind === "few") expect([1, 2, 3, 4]).toContain(pupils);
          told++;
        }
        expectSaid(busSentences(basis, evaluatePlan(basis, plan), "exactly"));
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(told).toBeGreaterThan(0);
    expect(others).toBeGreaterThan(0);
  });

  test("a plan in which nobody loses it says so, and names no school", () => {
    const { basis, plans } = holbaek;
    const evaluation = evaluatePlan(
      basis,
      plans.find(({ id }) => id === "2016")!,
    );
    expect(busSentences(basis, evaluation, "exactly").map(({ text }) => text.da)).toEqual([
      "Ingen elever mister retten til gratis befordring.",
      "Ingen elever får ret til gratis befordring, som de ikke har i dag.",
    ]);
  });
});

/** Plans that save and plans that cost, with school changes and without. */
function plansOf({ basis, plans }: typeof holbaek): readonly Plan[] {
  const last = plans.at(-1) ?? basis.baseline;
  return [
    ...plans,
    ...schoolsOpenIn(last)
      .slice(0, 4)
      .map((site) => withoutSchool(basis, last, site)),
  ];
}

/** The mean of what counts, where so large a share comes; kroner a year. */
function meanAt(basis: Basis, plan: Plan, realisation: number): number {
  const { drivers, counting } = evaluatePlan(basis, plan).totals.money!;
  const { values, ...draws } = costDraws(basis.costs, basis.draws);
  const at = { ...draws, values: values.map((each) => ({ ...each, realisation })) };
  const pupils = pupilDraws(pupilNumbersOf(basis), drivers.movedFrom);
  const { total } = drawnSaving(drivers, basis.today, counting, at, pupils);
  return sum([...total]) / total.length;
}

test("if the savings fail: the share that must come is the least whole percent with which the plan costs no more than today", () => {
  let shares = 0;
  for (const opened of [lattice, holbaek])
    for (const plan of plansOf(opened)) {
      const { money } = evaluatePlan(opened.basis, plan).totals;
      if (!money) continue;
      const found = ifSavingsFail(opened.basis, money);
      const sentences = failSentences(EXACTLY, found);
      expectSaid(sentences);
      expect(found.none.mid).toBe(Math.round(meanAt(opened.basis, plan, 0)));
      expect(found.all.mid).toBe(Math.round(meanAt(opened.basis, plan, 1)));
      expect(found.none.mid).toBeLessThanOrEqual(found.all.mid);
      const even = sentences.find(({ key }) => key === "fail-even");
      if (!even) continue;
      shares++;
      const { value: share } = even.figures["share"];
      expect(meanAt(opened.basis, plan, share / 100)).toBeGreaterThanOrEqual(-1);
      expect(meanAt(opened.basis, plan, (share - 1) / 100)).toBeLessThan(0);
    }
  expect(shares).toBeGreaterThan(0);
});

test("a plan that saves nothing relies on nothing", () => {
  const { basis, plans } = holbaek;
  const { money } = evaluatePlan(
    basis,
    plans.find(({ id }) => id === "2021")!,
  ).totals;
  const told = failSentences(EXACTLY, ifSavingsFail(basis, money!)).map(({ text }) => text.da);
  expect(told).toContain("Planen bygger ikke på en besparelse, der kan udeblive.");
  expect(told).toContain("Den sparer noget i 0 af 100 beregninger, uden undervisning.");
});

describe("what if a school closes", () => {
  test.each([["lattice"], ["holbaek"]] as const)(
    "nobody else is moved, and every claim is counted anew: %s",
    (name) => {
      const { basis, plans } = openedCase(name);
      const plan = plans.at(-1) ?? basis.baseline;
      const open = evaluatePlan(basis, plan);
      const { sites } = basis.municipality;
      const some = schoolsOpenIn(plan).filter((site) => name === "lattice" || sites[site].name === "Udby Skole");
      expect(some.length).toBeGreaterThan(0);
      for (const site of some) {
        const without = withoutSchool(basis, plan, site);
        plan.assignment.forEach((to, pair) => {
          if (to !== site) expect(without.assignment[pair]).toBe(to);
        });
        expect(without.assignment).not.toContain(site);
        const closed = evaluatePlan(basis, without);
        if (closed.completeness.status === "unfinished") continue;
        const closing = closingOf(basis, open, closed, site);
        expect(closing.moved).toBe(
          basis.unitBand.reduce((all, pupils, pair) => all + (plan.assignment[pair] === site ? pupils : 0), 0),
        );
        expect(sum(closing.to.map(({ pupils }) => pupils))).toBe(closing.moved);
        const sentences = closingSentences(basis, closing, [open, closed], "exactly");
        expectSaid(sentences);
        const room = sentences.find(({ key }) => key === "closing-room");
        expect(room?.text.da.startsWith("Skolerne har plads")).toBe(closed.totals.overflow <= open.totals.overflow);
        if (!closing.saves || !open.totals.money || !closed.totals.money) continue;
        const difference = closed.totals.money.counted.mid - open.totals.money.counted.mid;
        expect(closing.saves.mean).toBeCloseTo(difference, -1);
        expect(closing.saves.p5).toBeLessThanOrEqual(closing.saves.p95);
      }
    },
  );

  test("in fives no number of pupils is told as it is", () => {
    const { basis, plans } = holbaek;
    const plan = plans.at(-1)!;
    const site = basis.municipality.sites.findIndex(({ name }) => name === "Udby Skole");
    const [open, closed] = [plan, withoutSchool(basis, plan, site)].map((each) => evaluatePlan(basis, each));
    const [moved] = closingSentences(basis, closingOf(basis, open, closed, site), [open, closed], "in-fives");
    expect(moved.text.da).toMatch(/^Lukker Udby Skole, skal ca\. \d+ elever gå på en anden skole: /);
    for (const { value } of Object.values(moved.figures)) expect(value % 5).toBe(0);
  });
});

test("what the plan cost last time: every promise is told once, as inside or outside of what the model comes to", () => {
  const { basis, ...decisions } = holbaek;
  const promises = checkPromises(basis, decisions.plans);
  const sentences = lastTimeSentences(replay(basis, decisions, promises), EXACTLY.currency);
  const told = sentences.filter(({ key }) => key === "last-promise");
  expectSaid(told);
  expect(told).toHaveLength(promises.length);
  const inside = told.filter(({ text }) => text.da.includes("Det er inden for"));
  expect(inside).toHaveLength(promises.filter(({ isInside }) => isInside).length);
  expect(told[0].text.da).toMatch(
    /^Otte distrikter til fire, 2016: Der blev lovet 10,0 .* regner sig til for ledelse og administration i 2015-priser, 1,4 til 7,9\.$/,
  );
  expect(sentences.filter(({ key }) => key === "last-why")).toHaveLength(1);
  expect(sentences[0].text.da).toBe(
    `${inside.length} af ${promises.length} løfter om penge lå inden for det spænd, som modellen regner sig til.`,
  );
});
