import { expect, test } from "vitest";
import { Knapsack, type SiteKnapsack } from "../../../src/kernels/location/knapsack.ts";
import { RoomKnapsack } from "../../../src/kernels/location/room-knapsack.ts";
import { seededRandom } from "../../../src/kernels/random.ts";

interface Things {
  readonly profit: readonly number[];
  readonly weight: readonly (readonly number[])[];
  readonly room: readonly number[];
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
  return { profit, weight, room: Array.from({ length: kinds }, () => step * whole(0, 4 * count)) };
}

function loaded(knapsack: SiteKnapsack, { profit, weight, room }: Things): number {
  knapsack.profit.set(profit);
  knapsack.weight.set(weight.flat());
  knapsack.room.set(room);
  return knapsack.load(profit.length);
}

/** The best total profit, by trying every subset. */
function best({ profit, weight, room }: Things): number {
  let most = 0;
  for (let set = 0; set < 2 ** profit.length; set++) {
    const isIn = (thing: number) => (set >> thing) % 2 === 1;
    const fits = room.every(
      (limit, kind) => weight.reduce((sum, row, i) => sum + (isIn(i) ? row[kind] : 0), 0) <= limit + 1e-9,
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
  const knapsack = kinds === 1 ? new Knapsack(20) : new RoomKnapsack(20, kinds);
  for (let seed = 1; seed <= 300; seed++) {
    const things = randomThings(seed, kinds);
    const split = loaded(knapsack, { ...things, room: things.room.map((limit) => limit + 1e-9) });
    const most = knapsack.solve("exact");
    expect(most, `seed ${seed}`).toBeCloseTo(best(things), 6);
    expect(split, `seed ${seed}`).toBeGreaterThanOrEqual(most - 1e-9);
    const chosen = things.profit.map((_, thing) => knapsack.chosen[thing]);
    expect(
      chosen.reduce((sum, is, thing) => sum + is * things.profit[thing], 0),
      `seed ${seed}`,
    ).toBeCloseTo(most, 6);
    things.room.forEach((limit, kind) =>
      expect(chosen.reduce((sum, is, thing) => sum + is * things.weight[thing][kind], 0)).toBeLessThanOrEqual(
        limit + 1e-6,
      ),
    );
  }
});

test("room prices bound the profit from above for any room", () => {
  const knapsack = new RoomKnapsack(20, 2);
  for (let seed = 1; seed <= 100; seed++) {
    const things = randomThings(seed, 2);
    const split = loaded(knapsack, things);
    const [a, b] = knapsack.roomPrice;
    const wider = { ...things, room: things.room.map((limit) => limit + 3) };
    expect(best(wider), `seed ${seed}`).toBeLessThanOrEqual(split + 3 * a + 3 * b + 1e-6);
  }
});
