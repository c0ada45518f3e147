import type { Scenario } from "./scenarios.ts";

/** By how much a number must at least differ from scenario to scenario, as a share of the smaller, where what comes of it is told to anybody. */
export const APART = 0.05;

/** Numbers of a question that no pupil's way or presence hangs on. */
const OF_NO_PUPIL = /^question\.(version|districts|list|limits)\b/;

/** Two values of one number that lie too close. */
interface TooClose {
  /** Where the number stands: `prices.class`, `question.rules.0.limit`. */
  readonly path: string;
  readonly values: readonly [number, number];
}

/**
 * Numbers that scenarios differ by less than {@link APART} in. How an answer changes from one to the next would tell where exactly it turns, and by that
 * the sums that it hangs on, though each is told in steps. Seeds are no such numbers: answers to them are told together.
 */
export function tooClose(scenarios: readonly Scenario[]): readonly TooClose[] {
  const values = new Map<string, Set<number>>();
  for (const { circumstances, question } of scenarios) {
    const { growth = 0, prices = {}, seed: _seed, question: _question, ...others } = circumstances;
    for (const [path, value] of numbersIn({ growth: 1 + growth, prices, ...others, question }, ""))
      if (!OF_NO_PUPIL.test(path) && !path.startsWith("forecast.years"))
        values.set(path, (values.get(path) ?? new Set()).add(value));
  }
  return [...values].flatMap(([path, found]) => {
    // A price that a scenario does not name is as it is.
    const all = [...(path.startsWith("prices.") ? found.add(1) : found)].toSorted((a, b) => a - b);
    return all.flatMap((value, i): TooClose[] => {
      const next = all[i + 1];
      return next !== undefined && next - value < APART * Math.min(Math.abs(value), Math.abs(next)) * (1 - 1e-9)
        ? [{ path, values: [value, next] }]
        : [];
    });
  });
}

function numbersIn(value: unknown, path: string): readonly (readonly [string, number])[] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => numbersIn(each, path === "" ? name : `${path}.${name}`));
}
