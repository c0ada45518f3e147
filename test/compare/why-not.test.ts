import { DANISH_KRONER } from "../../src/domain/currency.ts";
import { GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { drawbacks } from "../../src/compare/why-not.ts";
import { MAIN_MEASURES, type MeasureKey } from "../../src/evaluate/measures/table.ts";
import { evaluateToday } from "../../src/evaluate/scenario.ts";
import { toldFigures } from "../../src/report/told-figures.ts";
import { savingApart } from "../../src/report/saving-apart.ts";
import { whyNotSentence } from "../../src/report/why-not-sentence.ts";
import { listedPlans } from "../cases/listed.ts";
import { openedCase } from "../cases/opened.ts";

const { basis } = openedCase("holbaek");
const { unsure = [] } = basis.municipality.info.order ?? {};
const APART = { apart: savingApart({ teaching: "untouched" }), currency: DANISH_KRONER };

test("every claim against every one of the 210 plans is true, the largest first, and last what is unsure", async () => {
  const list = await listedPlans("nearest");
  const valuesOf = (plan: number) => new Map([...list.values].map(([key, values]) => [key, values[plan]]));
  const shown = 77;
  const other = valuesOf(shown);
  let claims = 0;
  for (let plan = 0; plan < list.count; plan++) {
    const own = valuesOf(plan);
    const found = drawbacks(own, other, list, { unsure });
    claims += found.length;
    for (const { measure, value, other: against, share, is } of found) {
      const all = [...list.values.get(measure.key)!];
      expect([value, against]).toEqual([own.get(measure.key), other.get(measure.key)]);
      expect(measure.better === "lower" ? value > against : value < against).toBe(true);
      expect(share).toBeCloseTo(Math.abs(value - against) / (Math.max(...all) - Math.min(...all)), 12);
      expect(is).toBe(unsure.includes(measure.key) ? "unsure" : "sure");
      expect(measure.range).toBeUndefined();
    }
    const order = found.map(({ is, share }) => (is === "sure" ? share : share - 1));
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    const isWorse = ({ key, better }: (typeof MAIN_MEASURES)[number]): boolean =>
      better === "lower" ? own.get(key)! > other.get(key)! : better === "higher" && own.get(key)! < other.get(key)!;
    const held = MAIN_MEASURES.filter(({ range, key }) => range === undefined && key !== "transport-right");
    expect(new Set(found.map(({ measure }) => measure.key))).toEqual(
      new Set(held.filter(isWorse).map(({ key }) => key)),
    );
  }
  expect(claims).toBeGreaterThan(list.count);
  expect(drawbacks(other, other, list, { unsure })).toEqual([]);
});

test("the sentence names what is worse with both figures, in both languages, and nothing that reads alike", () => {
  const list = { values: new Map<MeasureKey, number[]>([["pupils-ratio", [1, 3]]]) };
  const todays = evaluateToday(basis).values;
  const told = (ratio: number, metres: number) =>
    toldFigures(
      GRADES,
      "exactly",
      todays,
      (key) => ({ "pupils-ratio": ratio, "site-distance-mean": metres })[key as string],
    );
  const say = (one: ReturnType<typeof told>, against: ReturnType<typeof told>) =>
    whyNotSentence([one, against], [{ da: "Den", en: "This" }, "2016"], list, { unsure }, APART).text;
  expect(say(told(2.5, 10_001), told(1.2, 10_000))).toEqual({
    da: "»Den« er dårligere end »2016« på største distrikt i forhold til det mindste (2,50 mod 1,20 gange).",
    en: "“This” is worse than “2016” in largest district compared with the smallest (2.50 against 1.20 times).",
  });
  expect(say(told(1.2, 10_000), told(1.2, 10_000)).da).toContain("er ikke dårligere end");
});

test.each([
  [
    0.97,
    "er dårligere end »2016« på besparelse pr. år, uden undervisning (1,0 mod 2,7 mio. kr., lavere i 97 af 100 beregninger).",
  ],
  [
    0.81,
    "Måske er den det på besparelse pr. år, uden undervisning (1,0 mod 2,7 mio. kr., lavere i 81 af 100 beregninger), men det er usikkert.",
  ],
])(
  "a plan that saves less in a share of %f of the draws: it is said for sure, or last as unsure",
  (savesLess, said) => {
    const todays = evaluateToday(basis).values;
    const told = (kroner: number) =>
      toldFigures(GRADES, "exactly", todays, (key) => (key === "saving" ? kroner : undefined));
    const { text } = whyNotSentence([told(1e6), told(2.7e6)], ["Den", "2016"], undefined, { savesLess }, APART);
    expect(text.da).toContain(said);
  },
);

test("each claim is a sentence, and a plan in which more pupils have a right to free transport is not called worse", () => {
  const todays = evaluateToday(basis).values;
  const told = (values: Partial<Record<MeasureKey, number>>) =>
    toldFigures(GRADES, "exactly", todays, (key) => values[key]);
  const [one, other] = [
    told({ "transport-right": 1262, "nearest-in-own": 0.954 }),
    told({ "transport-right": 1154, "nearest-in-own": 0.974 }),
  ];
  expect(whyNotSentence([one, other], ["Den", "2016"], undefined, {}, APART).text).toEqual({
    da: "»Den« er dårligere end »2016« på elever, hvis nærmeste skole ligger i eget distrikt (95,4 mod 97,4 %).",
    en: "“Den” is worse than “2016” in pupils whose nearest school is in their own district (95.4 against 97.4 %).",
  });
});

test("what is unsure is named last, and is not the reason that a plan is called worse", () => {
  const todays = evaluateToday(basis).values;
  const told = (values: Partial<Record<MeasureKey, number>>) =>
    toldFigures(GRADES, "exactly", todays, (key) => values[key]);
  const [one, other] = [
    told({ "changed-site": 300, "pupils-ratio": 2.5 }),
    told({ "changed-site": 100, "pupils-ratio": 1.2 }),
  ];
  const { text } = whyNotSentence([one, other], ["Den", "2016"], undefined, { unsure: ["changed-site"] }, APART);
  expect(text.da).toBe(
    "»Den« er dårligere end »2016« på største distrikt i forhold til det mindste (2,50 mod 1,20 gange). Måske er den det også på elever, der skifter skole (300 mod 100 elever), men det er usikkert.",
  );
});
