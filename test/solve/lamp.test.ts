import { describe, expect, test } from "vitest";
import { NO_SITE } from "../../src/domain/plan.ts";
import { objectiveValue } from "../../src/evaluate/objective-values.ts";
import { lamp, type LampAnswer } from "../../src/solve/assignment/lamp.ts";
import { priceOfWish } from "../../src/solve/assignment/wish-price.ts";
import { beforeFinishing, EveryFinish, lampOf, type LockSet, lockSet } from "../cases/lock-sets.ts";
import { solver } from "../cases/solver.ts";

/** `LAMP_SEEDS=500 npx vitest run test/solve/lamp.test.ts` tries as many as are promised. */
const SEEDS = Array.from({ length: Number(process.env["LAMP_SEEDS"] ?? 100) }, (_, seed) => seed + 1);

describe("whether a plan being drawn can still be finished", () => {
  test("is what trying every way shows, for every seeded set of locks; a conflict is smallest", async () => {
    const seen = new Map<string, number>();
    for (const seed of SEEDS) {
      const set = lockSet(seed);
      const every = new EveryFinish(set, beforeFinishing(set));
      const answer = await lampOf(set);
      const best = every.best(set.wishes);
      expect(answer.status, `seed ${seed}`).toBe(best ? "yes" : "no");
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      if (answer.status === "yes") {
        const drawn = { key: "drawn", kind: "hold" as const, sites: [], pairs: painted(set) };
        const kept = every.canHold([...set.wishes, drawn]) ? "kept" : "moved";
        const { moved, least, proven, drawn: own } = answer;
        expect([moved, least, proven, own], `seed ${seed}`).toEqual([best?.moved, best?.moved, "optimal", kept]);
      }
      if (answer.status === "no") {
        const named = set.wishes.filter(({ key }) => answer.conflict.includes(key));
        expect(every.canHold(named), `seed ${seed}`).toBe(false);
        for (const wish of named)
          expect(every.canHold(named.filter((other) => other !== wish)), `seed ${seed} ${wish.key}`).toBe(true);
        expect([named.length, answer.smallest]).toEqual([answer.conflict.length, "proven"]);
      }
    }
    expect(Math.min(...["yes", "no"].map((status) => seen.get(status) ?? 0))).toBeGreaterThan(SEEDS.length / 5);
  });

  test("is told at once where the quick way finds a plan, and is then right", async () => {
    for (const seed of SEEDS.slice(0, 30)) {
      const set = lockSet(seed);
      const answers: LampAnswer[] = [];
      for await (const answer of lamp(set.basis, set, solver)) answers.push(answer);
      const [quick, last] = [answers[0], answers.at(-1)];
      if (answers.length < 2 || quick.status !== "yes" || last?.status !== "yes") {
        expect(answers).toHaveLength(1);
        continue;
      }
      expect(quick.proven).toBe("quick");
      expect(quick.moved).toBeGreaterThanOrEqual(last.moved);
      expect(quick.least).toBeLessThanOrEqual(last.moved);
    }
  });

  test("is not known once it is stopped", async () => {
    const set = SEEDS.map((seed) => lockSet(seed)).find(
      (each) => !new EveryFinish(each, beforeFinishing(each)).best(each.wishes),
    )!;
    for await (const answer of lamp(set.basis, set, solver, { shouldStop: () => true }))
      expect(answer).toEqual({ status: "unknown" });
  });
});

/** What was drawn and has a school. */
const painted = ({ painted: { assignment }, drawn }: LockSet): Uint32Array =>
  drawn.filter((pair) => assignment[pair] !== NO_SITE);

test("a yes stays a yes where there is no time for more", async () => {
  let kept = 0;
  for (const seed of SEEDS.slice(0, 30)) {
    const set = lockSet(seed);
    const answers: LampAnswer[] = [];
    for await (const answer of lamp(set.basis, set, solver, { shouldStop: () => true })) answers.push(answer);
    if (answers[0].status !== "yes" || answers.length < 2) continue;
    expect(answers.at(-1), `seed ${seed}`).toEqual({ ...answers[0], proven: "stopped" });
    kept++;
  }
  expect(kept).toBeGreaterThan(0);
});

describe("what a lock costs", () => {
  test("is the difference of two best plans, as trying every way shows; never less than nobody's change of school", async () => {
    let [priced, free] = [0, 0];
    for (const seed of SEEDS.slice(0, 60)) {
      const set = lockSet(seed);
      const every = new EveryFinish({ ...set, drawn: new Uint32Array() }, set.basis.baseline.assignment);
      for (const { key } of set.wishes.filter(({ kind }) => kind === "hold")) {
        const without = set.wishes.filter((wish) => wish.key !== key);
        const price = await priceOfWish(set.basis, set.painted, set.wishes, key, solver);
        const [best, other] = [every.best(set.wishes), every.best(without)];
        if (!best) {
          if (price.status !== "impossible") throw new Error(`seed ${seed}: ${price.status}`);
          expect(price.without, `seed ${seed}`).toBe(other ? "possible" : "impossible");
          const named = set.wishes.filter((wish) => price.collision?.conflict.includes(wish.key));
          expect(every.canHold(named), `seed ${seed}`).toBe(false);
          // Where the plan can be finished without the wish, the wish is among those that collide.
          expect(named.some((wish) => wish.key === key)).toBe(other !== undefined);
          for (const wish of named) expect(every.canHold(named.filter((each) => each !== wish))).toBe(true);
          continue;
        }
        if (price.status !== "priced") throw new Error(`seed ${seed}: ${JSON.stringify(price)}`);
        const value = ({ evaluation }: typeof price.with) => ({
          moved: objectiveValue(set.basis, evaluation, "changed-site"),
          metres: objectiveValue(set.basis, evaluation, "pupil-metres"),
        });
        expect([value(price.with), value(price.without)], `seed ${seed} ${key}`).toEqual([best, other]);
        expect(value(price.with).moved).toBeGreaterThanOrEqual(value(price.without).moved);
        priced++;
        if (best.moved === other?.moved && best.metres === other.metres) free++;
      }
    }
    expect([priced > 20, free > 5, free < priced]).toEqual([true, true, true]);
  });

  test("is nothing where the lock holds what is best anyway", async () => {
    for (const seed of SEEDS.slice(0, 40)) {
      const set = lockSet(seed);
      const hold = set.wishes.find(({ kind }) => kind === "hold");
      if (!hold) continue;
      const price = await priceOfWish(set.basis, set.painted, set.wishes, hold.key, solver);
      if (price.status !== "priced") continue;
      const { plan, evaluation } = price.without;
      const best = { key: "best", kind: "hold" as const, pairs: Uint32Array.from(plan.assignment.keys()), sites: [] };
      const wishes = [...set.wishes.filter((wish) => wish !== hold), best];
      const again = await priceOfWish(set.basis, plan, wishes, "best", solver);
      if (again.status !== "priced") throw new Error(`seed ${seed}: ${again.status}`);
      expect(again.with.evaluation.values).toEqual(evaluation.values);
    }
  });
});
