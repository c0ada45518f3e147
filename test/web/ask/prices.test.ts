import { DANISH_KRONER } from "../../../src/domain/currency.ts";
import { asOfMany } from "../../../src/report/coarse.ts";
import { GRADES } from "../../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import { evaluatePlan } from "../../../src/index.ts";
import { PIECE_LINE, withoutLine } from "../../../web/ask/form.ts";
import { askVoiceOf } from "../../../web/panels/ask/ask-voice.ts";
import { priceTexts } from "../../../web/panels/ask/Prices.tsx";
import { voiceIn } from "../voice.ts";
import { answered, basis, form } from "./asking.ts";

const districts = basis.baseline.districts.length;

const todays = evaluatePlan(basis, basis.baseline).values;

/** By a measure that tells every two ways to merge apart: less is better. */
const merging = { kind: "consolidate", districts: districts - 1, measure: "site-distance-mean" } as const;

const apart = (id: string, one: number, other: number) => ({ id, row: "apart" as const, filled: { one, other } });

async function priced(change: Parameters<typeof form>[0]) {
  const asked = form({ ...merging, prices: "asked", ...change });
  const { step } = await answered(asked);
  if (step.status !== "answered") throw new Error(JSON.stringify(step));
  return { asked, step, prices: step.prices ?? [] };
}

describe("what a requirement on merged districts costs", () => {
  test.each(["stay", "nearest"] as const)(
    "is the best with it against the best without it, each as the question finds it alone (%s)",
    async (policy) => {
      // Whom the best would merge may not be merged.
      const { step: free } = await answered(form({ ...merging, policy }));
      if (free.status !== "answered") throw new Error(free.status);
      const [joined] = free.plans[0].plan.districts.filter(({ id }) =>
        basis.baseline.districts.every((district) => district.id !== id),
      );
      const pair = basis.baseline.districts.flatMap(({ sites }, at) =>
        sites.some((site) => joined.sites.includes(site)) ? [at] : [],
      );
      const { asked, prices, step } = await priced({ policy, groupingRules: [apart("apart 1", pair[0], pair[1])] });
      expect(prices.map(({ line }) => line)).toEqual(["apart 1", PIECE_LINE]);
      for (const price of prices) {
        if (price.status !== "optimal") throw new Error(price.status);
        const { step: alone } = await answered({ ...withoutLine(asked, price.line), prices: "not-asked" });
        if (alone.status !== "answered") throw new Error(alone.status);
        expect(price.measured).toEqual({
          measure: "site-distance-mean",
          with: step.plans[0].measured?.value,
          without: alone.plans[0].measured?.value,
        });
        expect(price.measured!.with).toBeGreaterThanOrEqual(price.measured!.without);
        expect(price.values.without).toEqual(evaluatePlan(basis, alone.plans[0].plan).values);
        if (policy === "stay") expect([price.pupils, price.bearers]).toEqual([0, []]);
      }
      const [price] = prices;
      if (price.status === "unknown") throw new Error(price.status);
      expect(price.measured!.with).toBeGreaterThan(price.measured!.without);
      expect(
        priceTexts(askVoiceOf(voiceIn("da"), "in-fives"), price, {
          grades: GRADES,
          steps: asOfMany(DANISH_KRONER),
          today: { values: todays },
        })[0],
      ).toMatch(/mere end uden kravet$/);
    },
  );

  test("is not worked out unless it is asked, and is none where there is no requirement", async () => {
    expect((await priced({ contiguity: "ignored" })).prices).toEqual([]);
    expect((await priced({ prices: "not-asked" })).step.prices).toBeUndefined();
  });
});

test("what a requirement on who goes where costs is told by every measure, with who has farther for it", async () => {
  const rules = [{ id: "stay", row: "most-moved" as const, filled: { pupils: 0 } }];
  const { step } = await answered(form({ kind: "prices", goals: [{ goal: "pupil-metres" }], rules }));
  if (step.status !== "answered" || step.prices?.[0].status !== "optimal") throw new Error(JSON.stringify(step));
  const [price] = step.prices;
  const before = evaluatePlan(basis, basis.baseline).values;
  expect(price.values.with).toEqual(before);
  const [{ with: kept, without: freed }] = price.goals;
  expect(kept - freed).toBeGreaterThan(0);
  // What all have farther comes to, at least, what the whole is dearer by: some have it shorter.
  const borne = price.bearers.reduce((sum, { metres }) => sum + metres, 0);
  expect(borne).toBeGreaterThanOrEqual(kept - freed - 1e-6);
  expect(price.pupils).toBeGreaterThan(0);
  expect(price.values.without.get("changed-site")).toBe(price.pupils);
});
