import { GRADES } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sum } from "../../src/kernels/sum.ts";
import { siteClasses } from "../../src/evaluate/site-classes.ts";
import { expectedClasses, togetherShare } from "../../src/rules/expected-classes.ts";

/** What cohorts drawn one by one come to: Poisson around a mean that itself varies by a tenth. */
function drawnClasses(mean: number, cap: number, runs: number): number {
  let state = 12345;
  const uniform = (): number => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  let classes = 0;
  for (let run = 0; run < runs; run++) {
    const around = Math.max(0, mean * (1 + 0.1 * normal()));
    const limit = Math.exp(-around);
    let [pupils, product] = [0, uniform()];
    while (product > limit) {
      product *= uniform();
      pupils++;
    }
    classes += Math.ceil(pupils / cap);
  }
  return classes / runs;
}

test.each([1, 4, 11, 20, 27, 28, 33, 56, 90])(
  "a cohort of %d on the mean fills as many classes as drawn ones do",
  (mean) => {
    expect(Math.abs(expectedClasses(mean, 28) - drawnClasses(mean, 28, 20_000))).toBeLessThan(0.03);
  },
);

const school = fc.array(fc.nat(120), { minLength: 10, maxLength: 10 }).map((grades) => Uint32Array.from(grades));

test("one pupil more needs no class less, and never a whole one more at once", () => {
  fc.assert(
    fc.property(school, fc.nat(9), (byGrade, grade) => {
      const more = byGrade.with(grade, byGrade[grade] + 1);
      if (byGrade[grade] === 0) return;
      const [before, after] = [siteClasses(GRADES, byGrade, 2015).apart, siteClasses(GRADES, more, 2015).apart];
      expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      expect(after).toBeLessThan(before + 0.5);
    }),
  );
});

test("how a band's pupils are spread over its grades this year makes no difference", () => {
  const even = siteClasses(GRADES, Uint32Array.of(20, 20, 20, 20, 20, 20, 20, 0, 0, 0), 2015);
  const uneven = siteClasses(GRADES, Uint32Array.of(29, 11, 29, 11, 28, 4, 28, 0, 0, 0), 2015);
  expect(uneven).toEqual(even);
});

test("only small schools teach grades together, never more classes for it, and never those of grades 7-9", () => {
  fc.assert(
    fc.property(school, (byGrade) => {
      const { apart, together } = siteClasses(GRADES, byGrade, 2015);
      expect(together).toBeLessThanOrEqual(apart + 1e-9);
      if (sum(byGrade) >= 300) expect(together).toBe(apart);
    }),
  );
  const upper = siteClasses(GRADES, Uint32Array.of(0, 0, 0, 0, 0, 0, 0, 8, 8, 8), 2015);
  expect(upper.together).toBe(upper.apart);
  expect([0, 100, 200, 300, 500].map(togetherShare)).toEqual([1, 1, 0.5, 0, 0]);
});

test("cohorts that start in 2024 or later have smaller classes in grades 0 to 2", () => {
  const young = Uint32Array.of(27, 27, 27, 27, 0, 0, 0, 0, 0, 0);
  expect(siteClasses(GRADES, young, 2026).apart).toBeGreaterThan(siteClasses(GRADES, young, 2015).apart);
});
