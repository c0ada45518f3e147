import fc from "fast-check";
import { expect, test } from "vitest";
import {
  choleskyRoot,
  drawParameters,
  quantileOf,
  type UncertainParameter,
} from "../../src/kernels/uncertainty/draws.ts";
import { normalCdf, normalDraws, seededDraws } from "../../src/kernels/uncertainty/generator.ts";
import { correlationOf, meanRanks, rankCorrelation } from "../../src/kernels/uncertainty/rank-correlation.ts";
import { differenceOf, spreadOf, winShares } from "../../src/kernels/uncertainty/spread.ts";
import { sobolIndices } from "../../src/kernels/uncertainty/sobol.ts";
import { oneAtATime, rootBetween } from "../../src/kernels/uncertainty/turning.ts";

const parameter = (low: number, mid: number, high: number, key = "p"): UncertainParameter => ({ key, low, mid, high });
const uniform = (low: number, high: number): UncertainParameter => ({
  ...parameter(low, (low + high) / 2, high),
  shape: "uniform",
});
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
const mean = (values: Float64Array) => sum(values) / values.length;
const ishigami = ([x, y, z]: Float64Array) => Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);

test("the normal distribution agrees with published values", () => {
  // Abramowitz and Stegun 1964, table 26.1, and the far tail.
  expect(normalCdf(0)).toBeCloseTo(0.5, 14);
  expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 14);
  expect(normalCdf(-1.96)).toBeCloseTo(0.02499789514822, 14);
  expect(normalCdf(3)).toBeCloseTo(0.99865010196837, 14);
  expect(normalCdf(-8) / 6.22096057427178e-16).toBeCloseTo(1, 5);
  expect([normalCdf(-40), normalCdf(40)]).toEqual([0, 1]);
});

test("uniform and normal draws have the moments of their distributions, and a seed repeats them", () => {
  const uniforms = Float64Array.from({ length: 50_000 }, seededDraws(1));
  expect(mean(uniforms)).toBeCloseTo(0.5, 2);
  expect(mean(uniforms.map((value) => value ** 2))).toBeCloseTo(1 / 3, 2);
  const normals = Float64Array.from({ length: 50_000 }, normalDraws(seededDraws(2)));
  expect(mean(normals)).toBeCloseTo(0, 1);
  expect(mean(normals.map((value) => value ** 2))).toBeCloseTo(1, 1);
  expect(mean(normals.map((value) => value ** 4))).toBeCloseTo(3, 0);
  const again = seededDraws(1);
  expect(Array.from({ length: 5 }, again)).toEqual(Array.from(uniforms.subarray(0, 5)));
  expect(seededDraws(3)()).not.toBe(seededDraws(4)());
});

test("a triangular figure's quantiles invert its distribution", () => {
  expect(quantileOf(parameter(0, 1, 4), 0)).toBe(0);
  expect(quantileOf(parameter(0, 1, 4), 0.25)).toBe(1);
  expect(quantileOf(parameter(0, 1, 4), 1)).toBe(4);
  // 1.25, 2.5, 2.5: the top stands at the upper end.
  expect(quantileOf(parameter(1.25, 2.5, 2.5), 0.25)).toBeCloseTo(1.25 + 0.5 * 1.25, 12);
  expect(quantileOf(parameter(3, 3, 3), 0.7)).toBe(3);
  fc.assert(
    fc.property(
      fc.tuple(fc.integer(), fc.nat(1000), fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true })),
      (drawn) => {
        const [low, more, evenMore, u] = drawn;
        const value = quantileOf(parameter(low, low + more, low + more + evenMore), u);
        expect(value).toBeGreaterThanOrEqual(low - 1e-6);
        expect(value).toBeLessThanOrEqual(low + more + evenMore + 1e-6);
      },
    ),
  );
});

test("parameters of a group move together as stated and keep their own ranges; others do not", () => {
  const parameters = [parameter(0, 1, 4, "a"), parameter(10, 20, 20, "b"), parameter(0, 5, 9, "c")];
  const groups = [{ keys: ["a", "b", "no such"], r: 0.8 }];
  const { values } = drawParameters(parameters, groups, { draws: 20_000, seed: 7 });
  // The rank correlation of a Gaussian copula is 6/pi asin(r/2).
  expect(rankCorrelation(values[0], values[1])).toBeCloseTo((6 / Math.PI) * Math.asin(0.4), 1);
  expect(Math.abs(rankCorrelation(values[0], values[2])!)).toBeLessThan(0.02);
  expect(mean(values[0])).toBeCloseTo(5 / 3, 1);
  expect(mean(values[1])).toBeCloseTo(50 / 3, 1);
  const shift = values[0].map((value, draw) => value + values[1][draw]);
  expect(correlationOf(values[0], shift)).toBeGreaterThan(0.5);
  expect(() => choleskyRoot(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError);
});

test("a spread of 1 … 100 has the percentiles that counting gives", () => {
  const numbers = Float64Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(spreadOf(numbers)).toEqual({ mean: 50.5, p5: 5, p50: 50, p95: 95 });
  expect(spreadOf(Float64Array.of(7))).toEqual({ mean: 7, p5: 7, p50: 7, p95: 7 });
  expect(() => spreadOf(new Float64Array())).toThrow(RangeError);
});

test("win shares of A over B and of B over A mirror each other and add up to one", () => {
  const draws = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(draws, (difference) => {
      const there = winShares(Float64Array.from(difference), 1);
      const back = winShares(
        Float64Array.from(difference, (value) => -value),
        1,
      );
      expect(there.wins).toBe(back.losses);
      expect(there.wins + there.ties + there.losses).toBeCloseTo(1, 12);
    }),
  );
});

test("common draws cancel what two plans share: x + 1 beats x in every draw though their spreads overlap", () => {
  const [b] = drawParameters([parameter(-100, 0, 100)], [], { draws: 1000, seed: 1 }).values;
  const a = b.map((x) => x + 1);
  expect(spreadOf(a).p5).toBeLessThan(spreadOf(b).p95);
  expect(winShares(differenceOf(a, b), 100).wins).toBe(1);
});

test("Sobol indices of the Ishigami function are the known ones", () => {
  // Ishigami and Homma 1990, a = 7, b = 0.1: S = 0.3139, 0.4424, 0; ST = 0.5576, 0.4424, 0.2437.
  const parameters = [0, 1, 2].map(() => uniform(-Math.PI, Math.PI));
  const { first, total, variance } = sobolIndices(parameters, ishigami, { samples: 2 ** 15, seed: 1 });
  expect(variance).toBeCloseTo(13.8446, 0);
  [0.3139, 0.4424, 0].forEach((known, i) => expect(Math.abs(first[i] - known)).toBeLessThan(0.02));
  [0.5576, 0.4424, 0.2437].forEach((known, i) => expect(Math.abs(total[i] - known)).toBeLessThan(0.02));
});

test("for a sum of independent figures first and total indices are each one's share of the variance", () => {
  const parameters = [uniform(0, 1), uniform(0, 2), uniform(0, 3), parameter(5, 5, 5)];
  const { first, total } = sobolIndices(parameters, sum, { samples: 4096, seed: 2 });
  [1 / 14, 4 / 14, 9 / 14, 0].forEach((known, i) => {
    expect(Math.abs(first[i] - known)).toBeLessThan(0.02);
    expect(Math.abs(total[i] - known)).toBeLessThan(0.02);
  });
});

test("Sobol indices of the g-function are the known ones", () => {
  // Saltelli and Sobol 1995: V_i = 1 / (3 (1 + a_i)^2), V = prod(1 + V_i) - 1.
  const a = [0, 1, 4.5, 9];
  const parts = a.map((value) => 1 / (3 * (1 + value) ** 2));
  const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
  const g = (x: Float64Array) =>
    a.reduce((product, value, i) => (product * (Math.abs(4 * x[i] - 2) + value)) / (1 + value), 1);
  const { first } = sobolIndices(
    a.map(() => uniform(0, 1)),
    g,
    { samples: 2 ** 14, seed: 3 },
  );
  parts.forEach((part, i) => expect(Math.abs(first[i] - part / variance)).toBeLessThan(0.02));
});

test("what does not vary has no indices", () => {
  const { first, variance } = sobolIndices([uniform(0, 1)], () => 12, { samples: 64, seed: 1 });
  expect(variance).toBe(0);
  expect(first[0]).toBeNaN();
});

test("a linear difference breaks even where algebra says, inside the range or beyond it", () => {
  const parameters = [parameter(0, 4, 10, "x"), parameter(1, 2, 3, "y"), parameter(0, 0.5, 1, "z")];
  // 2x - 6y + 1: at the middle -3. Changes sign at x = 5.5 and at y = 1.5; z does nothing.
  const rows = oneAtATime(parameters, ([x, y]) => 2 * x - 6 * y + 1);
  expect(rows.map((row) => row.parameter)).toEqual([0, 1, 2]);
  expect(rows[0]).toMatchObject({ atLow: -11, atHigh: 9, within: "range" });
  expect(rows[0].breakEven).toBeCloseTo(5.5, 12);
  expect(rows[1].breakEven).toBeCloseTo(1.5, 12);
  expect(rows[2]).toEqual({ parameter: 2, atLow: -3, atHigh: -3, within: "nowhere" });
  const [beyond] = oneAtATime([parameter(1, 2, 3)], ([x]) => 10 - 2 * x);
  expect(beyond).toMatchObject({ within: "beyond" });
  expect(beyond.breakEven).toBeCloseTo(5, 12);
  // A price is never followed below zero.
  expect(oneAtATime([parameter(1, 2, 3)], ([x]) => x + 0.5)[0].within).toBe("nowhere");
});

test("roots of curved functions are found to the last digits", () => {
  expect(rootBetween((x) => x ** 3 - 2, [0, -2], [2, 6])).toBeCloseTo(2 ** (1 / 3), 12);
  expect(rootBetween((x) => Math.exp(x) - 5, [0, -4], [3, Math.exp(3) - 5])).toBeCloseTo(Math.log(5), 12);
});

test("ranks share their mean on ties, and rank correlation is 1 for any rising function and -1 for any falling one", () => {
  expect([...meanRanks([30, 10, 30, 20])]).toEqual([3.5, 1, 3.5, 2]);
  const numbers = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(numbers, (values) => {
      expect(
        rankCorrelation(
          values,
          values.map((value) => value ** 3 + 2),
        ),
      ).toBeCloseTo(1, 12);
      expect(
        rankCorrelation(
          values,
          values.map((value) => Math.exp(-value)),
        ),
      ).toBeCloseTo(-1, 12);
    }),
  );
  // Worked by hand: ranks 1 2 3 4 5 against 2 1 4 3 5, 1 - 6 * 4 / 120.
  expect(rankCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])).toBeCloseTo(0.8, 12);
  expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeUndefined();
});
