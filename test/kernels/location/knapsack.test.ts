import { expect, test } from "vitest";
import { Knapsack, type SiteKnapsack } from "../../../src/kernels/location/knapsack.ts";
import { MultiKnapsack } from "../../../src/kernels/location/multi-knapsack.ts";
import { seededRandom } from "../../../src/kernels/random.ts";

interface Things {
  readonly profit: readonly number[];
  readonly weight: readonly (readonly number[])[];
  readonly limit: readonly number[];
}

function randomThings(seed: number, kinds: number): Things {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const step = random() < 0.5 ? 1 : 0.1;
  const count = whole(0, 11);
  const weight = Array.from({ length: count }, () => Array.from({ length: kinds }, () => step * whole(0, 12)));
  // Profits near the weights are the hard ones: many fills are nearly as good.
  const profit = weight.map(
    (row) => row.reduce((sum, value) => sum + value, 0) + step * whole(1, random() < 0.5 ? 2 : 20),
  );
  return { profit, weight, limit: Array.from({ length: kinds }, () => step * whole(0, 4 * count)) };
}

function loaded(knapsack: SiteKnapsack, { profit, weight, limit }: Things): number {
  knapsack.profit.set(profit);
  knapsack.weight.set(weight.flat());
  knapsack.limit.set(limit);
  return knapsack.load(profit.length);
}

/** The best total profit, by trying every subset. */
function best({ profit, weight, limit }: Things): number {
  let most = 0;
  for (let set = 0; set < 2 ** profit.length; set++) {
    const isIn = (thing: number) => (set >> thing) % 2 === 1;
    const fits = limit.every(
      (each, kind) => weight.reduce((sum, row, i) => sum + (isIn(i) ? row[kind] : 0), 0) <= each + 1e-9,
    );
    if (fits)
      most = Math.max(
        most,
        profit.reduce((sum, value, i) => sum + (isIn(i) ? value : 0), 0),
      );
  }
  return most;
}

test.each([1, 2, 3])("a knapsack with %i kinds of room takes what trying every subset finds best", (kinds) => {
  const knapsack = kinds === 1 ? new Knapsack(20) : new MultiKnapsack(20, kinds);
  for (let seed = 1; seed <= 300; seed++) {
    const things = randomThings(seed, kinds);
    const split = loaded(knapsack, { ...things, limit: things.limit.map((each) => each + 1e-9) });
    const most = knapsack.solve(0, Infinity);
    expect(most, `seed ${seed}`).toBeCloseTo(best(things), 6);
    expect(split, `seed ${seed}`).toBeGreaterThanOrEqual(most - 1e-9);
    const chosen = things.profit.map((_, thing) => knapsack.chosen[thing]);
    expect(
      chosen.reduce((sum, is, thing) => sum + is * things.profit[thing], 0),
      `seed ${seed}`,
    ).toBeCloseTo(most, 6);
    things.limit.forEach((each, kind) =>
      expect(chosen.reduce((sum, is, thing) => sum + is * things.weight[thing][kind], 0)).toBeLessThanOrEqual(
        each + 1e-6,
      ),
    );
  }
});

test.each([1, 2, 3])(
  "with %i kinds of room no bound is below the best: cut short, with a thing in, or without it",
  (kinds) => {
    const knapsack = kinds === 1 ? new Knapsack(20) : new MultiKnapsack(20, kinds);
    for (let seed = 1; seed <= 200; seed++) {
      const things = randomThings(seed, kinds);
      const most = best(things);
      loaded(knapsack, { ...things, limit: things.limit.map((each) => each + 1e-9) });
      const weights = Float64Array.from(things.weight.flat());
      things.profit.forEach((profit, thing) => {
        const others = { ...things, profit: things.profit.map((each, k) => (k === thing ? 0 : each)) };
        expect(knapsack.mostWithout(profit, weights, thing * kinds), `seed ${seed}`).toBeGreaterThanOrEqual(
          best(others) - 1e-6,
        );
        const limit = things.limit.map((each, kind) => each - things.weight[thing][kind]);
        const withIt = limit.every((each) => each >= -1e-9)
          ? profit +
            best({ ...others, weight: things.weight.map((row, k) => (k === thing ? row.map(() => 0) : row)), limit })
          : -Infinity;
        expect(knapsack.mostWith(profit, weights, thing * kinds), `seed ${seed}`).toBeGreaterThanOrEqual(withIt - 1e-6);
      });
      const taken = () => things.profit.reduce((sum, profit, thing) => sum + knapsack.chosen[thing] * profit, 0);
      expect(knapsack.solve(2, Infinity), `seed ${seed}`).toBeGreaterThanOrEqual(most - 1e-6);
      expect(taken(), `seed ${seed}`).toBeGreaterThanOrEqual(most - 2 - 1e-6);
      expect(knapsack.solve(0, 1), `seed ${seed}`).toBeGreaterThanOrEqual(most - 1e-6);
      expect(taken(), `seed ${seed}`).toBeLessThanOrEqual(most + 1e-6);
    }
  },
);

test("room prices bound the profit from above for any room", () => {
  const knapsack = new MultiKnapsack(20, 2);
  for (let seed = 1; seed <= 100; seed++) {
    const things = randomThings(seed, 2);
    const split = loaded(knapsack, things);
    const [a, b] = knapsack.capacityPrice;
    const wider = { ...things, limit: things.limit.map((each) => each + 3) };
    expect(best(wider), `seed ${seed}`).toBeLessThanOrEqual(split + 3 * a + 3 * b + 1e-6);
  }
});
