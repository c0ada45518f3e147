import { DANISH_KRONER } from "../../src/domain/currency.ts";
import { BANDS, BAND_COUNT } from "../cases/folkeskole.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { comparePlans } from "../../src/compare/comparison.ts";
import { gaugeOf } from "../../src/cost/target.ts";
import type { SavingsTarget } from "../../src/domain/cost-items.ts";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { planSentences } from "../../src/report/comparison-file.ts";
import { differenceAsWritten } from "../../src/report/format.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { finished, meaningSteps, pairingSteps } from "../../web/worker/detail.ts";
import { openedCase } from "../cases/opened.ts";

let bases: Record<SavingsTarget["teaching"], Basis>;
/** Gitterby as one district, all pupils of a band at one school: classes go, and with them teaching money. */
let plan: Plan;

beforeAll(() => {
  const { basis } = openedCase("lattice");
  const { municipality, baseline } = basis;
  const { info } = municipality;
  const withTarget = (teaching: SavingsTarget["teaching"]): Basis => {
    const savingsTarget = { amount: 5_000_000, priceYear: info.priceYear, source: "drawn", teaching };
    return { ...basis, municipality: { ...municipality, info: { ...info, savingsTarget } } };
  };
  bases = { untouched: withTarget("untouched"), counts: withTarget("counts") };
  const [first] = baseline.districts;
  const gathered = BANDS.map(({ band }) => baseline.teaching.findIndex((taught) => (taught & (1 << band)) !== 0));
  plan = {
    ...baseline,
    id: "one",
    title: "One district",
    districts: [{ ...first, sites: baseline.districts.flatMap(({ sites }) => sites) }],
    assignment: baseline.assignment.map((site, pair) => (site === NO_SITE ? site : gathered[pair % BAND_COUNT])),
  };
});

describe.each(["untouched", "counts"] as const)("where teaching is %s, a plan's saving", (teaching) => {
  test("is one figure: measured, gauged, written to files and said in sentences", () => {
    const basis = bases[teaching];
    const evaluation = evaluatePlan(basis, plan);
    const { values, totals } = evaluation;
    const money = totals.money!;
    const { info } = basis.municipality;
    const figure = values.get("saving")!;
    expect(figure).toBe(gaugeOf(info.savingsTarget!, money, info.priceYear).total.mid);
    const file = evaluationFile(basis, evaluation, { tool: "test" } as never);
    expect(file.measures.find(({ key }) => key === "saving")?.value).toBe(figure);
    const comparison = comparePlans(basis, [plan, basis.baseline]);
    for (const sentences of [
      planSentences(basis, comparison, 0),
      finished(meaningSteps(basis, plan, "exactly")).sentences,
    ]) {
      const said = sentences.find(({ key }) => key === "saving")!;
      expect(said.figures["mid"].value).toBeCloseTo(figure / 1e6, 1);
      const ends = [said.figures["spent"] ?? said.figures["least"], said.figures["saved"] ?? said.figures["most"]];
      const { low, high } = money.counted;
      expect(ends.map(({ value }) => Math.abs(value)).toSorted((a, b) => a - b)).toEqual(
        [low, high].map((end) => Math.abs(Math.round(end / 1e5) / 10)).toSorted((a, b) => a - b),
      );
    }
    const pair = finished(pairingSteps(basis, plan, basis, basis.baseline));
    // As far apart as they are read.
    const [one, other] = pair.values.map((each) => each.get("saving")!);
    expect(pair.difference.mid).toBe(differenceAsWritten(one, other, DANISH_KRONER));
    expect(pair.values[0].get("saving")).toBe(figure);
    const { mean, p5, p95 } = comparison.savings.plans[0].total;
    expect({ low: p5, mid: mean, high: p95 }).toMatchObject({
      low: expect.closeTo(money.counted.low, -1) as number,
      mid: expect.closeTo(money.counted.mid, -1) as number,
      high: expect.closeTo(money.counted.high, -1) as number,
    });
  });
});

const totalOf = (basis: Basis) => comparePlans(basis, [plan], { draws: 500, seed: 1 }).savings.plans[0];

test("teaching that is to be spared is in no part of the figure, nor in what it is drawn from", () => {
  const [spared, counted] = [bases.untouched, bases.counts].map((basis) => evaluatePlan(basis, plan));
  const classes = counted.values.get("saving-classes")!;
  expect(classes).not.toBe(0);
  expect(spared.values.get("saving-classes")).toBe(classes);
  expect(Math.abs(counted.values.get("saving")! - spared.values.get("saving")! - classes)).toBeLessThanOrEqual(2);
  const { total, leadership, buildings, transport, private: leaving } = totalOf(bases.untouched);
  expect(total.mean).toBeCloseTo(leadership.mean + buildings.mean + transport.mean + leaving.mean, 3);
  expect(totalOf(bases.counts).total.mean - total.mean).toBeCloseTo(totalOf(bases.counts).classes.mean, 3);
});
