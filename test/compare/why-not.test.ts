import { expect, test } from "vitest";
import { drawbacks } from "../../src/compare/why-not.ts";
import { MAIN_MEASURES, type MeasureKey } from "../../src/evaluate/measures/table.ts";
import { evaluateToday } from "../../src/evaluate/scenario.ts";
import { toldFigures } from "../../src/report/told-figures.ts";
import { whyNotSentence } from "../../src/report/why-not-sentence.ts";
import { listedPlans } from "../cases/listed.ts";
import { openedCase } from "../cases/opened.ts";

const { basis } = openedCase("holbaek");
const { unsure = [] } = basis.municipality.info.order ?? {};

test("every claim against every one of the 210 plans is true, the largest first, and none is missing but what is unsure", async () => {
  const list = await listedPlans("nearest");
  const valuesOf = (plan: number) => new Map([...list.values].map(([key, values]) => [key, values[plan]]));
  const shown = 77;
  const other = valuesOf(shown);
  let claims = 0;
  for (let plan = 0; plan < list.count; plan++) {
    const own = valuesOf(plan);
    const found = drawbacks(own, other, list, { unsure });
    claims += found.length;
    for (const { measure, value, other: against, share } of found) {
      const all = [...list.values.get(measure.key)!];
      expect([value, against]).toEqual([own.get(measure.key), other.get(measure.key)]);
      expect(measure.better === "lower" ? value > against : value < against).toBe(true);
      expect(share).toBeCloseTo(Math.abs(value - against) / (Math.max(...all) - Math.min(...all)), 12);
      expect(unsure).not.toContain(measure.key);
      expect(measure.range).toBeUndefined();
    }
    expect(found.map(({ share }) => share)).toEqual(found.map(({ share }) => share).toSorted((a, b) => b - a));
    const isWorse = ({ key, better }: (typeof MAIN_MEASURES)[number]): boolean =>
      better === "lower" ? own.get(key)! > other.get(key)! : better === "higher" && own.get(key)! < other.get(key)!;
    const sure = MAIN_MEASURES.filter(({ key, range }) => range === undefined && !unsure.includes(key));
    expect(new Set(found.map(({ measure }) => measure.key))).toEqual(
      new Set(sure.filter(isWorse).map(({ key }) => key)),
    );
  }
  expect(claims).toBeGreaterThan(list.count);
  expect(drawbacks(other, other, list, { unsure })).toEqual([]);
});

test("the sentence names what is worse with both figures, in both languages, and nothing that reads alike", () => {
  const list = { values: new Map<MeasureKey, number[]>([["pupils-ratio", [1, 3]]]) };
  const todays = evaluateToday(basis).values;
  const told = (ratio: number, metres: number) =>
    toldFigures("exactly", todays, (key) => ({ "pupils-ratio": ratio, "site-distance-mean": metres })[key as string]);
  const say = (one: ReturnType<typeof told>, against: ReturnType<typeof told>) =>
    whyNotSentence([one, against], [{ da: "Den", en: "This" }, "2016"], list, { unsure }).text;
  expect(say(told(2.5, 10_001), told(1.2, 10_000))).toEqual({
    da: "»Den« er dårligere end »2016« på største distrikt i forhold til det mindste (2,50 mod 1,20 gange).",
    en: "“This” is worse than “2016” in largest district compared with the smallest (2.50 against 1.20 times).",
  });
  expect(say(told(1.2, 10_000), told(1.2, 10_000)).da).toContain("er ikke dårligere end");
});
