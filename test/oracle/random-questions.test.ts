import { expect, test } from "vitest";
import { ruleInWords } from "../../src/protocol/question-rules.ts";
import type { AssignmentRule, Stage } from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import { redraw } from "../../src/solve/districting/redraw.ts";
import { findNetworks } from "../../src/solve/network/network.ts";
import { gradesFor } from "../cases/cut-grades.ts";
import { EveryAssignment } from "../cases/every-assignment.ts";
import { randomBasis, randomNetwork, randomReassign, randomRedraw } from "../cases/random-question.ts";
import { solver, tellingBest } from "../cases/solver.ts";

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
/** 473 weighs a stage in millionths; 127 weighs kroner 2,000 times what metres do: a hundred metres more would pass for rounding. */
const SEEDS = { whole: [...upTo(60), 473], islands: [...upTo(40), 127] };
/** Relative; solvers hold an earlier stage to about as much. */
const CLOSE = 1e-6;

function expectClose(values: readonly number[], wanted: readonly number[], about: string): void {
  const off = values.map((value, stage) => Math.abs(value - wanted[stage]) / Math.max(1e-9, Math.abs(wanted[stage])));
  expect(
    Math.max(0, ...off.map((share) => (share > CLOSE ? share : 0))),
    `${about}: ${values.join()}, not ${wanted.join()}`,
  ).toBe(0);
}

test.each(["whole", "islands"] as const)(
  "random questions of random small cases (%s) are answered as trying everything answers them, with every rule there is",
  async (roads) => {
    let [solved, impossible] = [0, 0];
    for (const seed of SEEDS[roads]) {
      const basis = randomBasis(seed, roads, "small", gradesFor(seed));
      const every = new EveryAssignment(basis);
      const question = randomReassign(basis, seed);
      const { stages, rules } = question;
      const about = `seed ${seed}`;
      const wanted = every.best(stages, rules);
      const told: { readonly bound: number; readonly stage?: Stage }[] = [];
      const outcome = await reassign(basis, basis.baseline, question, tellingBest, {
        onProgress: (each) => told.push(each),
      });
      if (outcome.status === "optimal") {
        if (!wanted) throw new Error(`${about}: answered what cannot be`);
        solved++;
        expectClose(
          outcome.answer.stages.map(({ value }) => value),
          wanted,
          about,
        );
        for (const [number, { value, bound }] of outcome.answer.stages.entries()) {
          const toldOfIt = told.flatMap((each) => (each.stage === stages[number] ? [each.bound] : []));
          for (const each of [bound, ...toldOfIt]) expect(each, about).toBeLessThanOrEqual(value * (1 + CLOSE));
        }
        expect(evaluatePlan(basis, outcome.answer.plan).values, about).toEqual(outcome.answer.evaluation.values);
      } else if (outcome.status === "infeasible") {
        expect(wanted, about).toBeUndefined();
        impossible++;
        expectTrueConflict(basis, every, stages, rules, outcome.conflict, about);
      } else throw new Error(`${about}: ${JSON.stringify(outcome).slice(0, 300)}`);
    }
    expect(Math.min(solved, impossible)).toBeGreaterThan(10);
  },
);

/** The rules named collide, leaving out any one lets the rest hold, and each relaxation is what trying everything gives. */
function expectTrueConflict(
  basis: Basis,
  every: EveryAssignment,
  stages: readonly Stage[],
  rules: readonly AssignmentRule[],
  {
    rules: texts,
    relaxing = [],
  }: {
    readonly rules: readonly { readonly en: string }[];
    readonly relaxing?: readonly {
      readonly rule: { readonly en: string };
      readonly outcome: string;
      readonly values: readonly number[];
    }[];
  },
  about: string,
): void {
  const inWords = (rule: AssignmentRule) => ruleInWords(rule, basis.municipality).en;
  const named = rules.filter((rule) => texts.some(({ en }) => en === inWords(rule)));
  expect(named.length, about).toBe(texts.length);
  expect(every.canHold(named), `${about} collide`).toBe(false);
  for (const rule of named) {
    expect(every.canHold(named.filter((other) => other !== rule)), `${about} without ${inWords(rule)}`).toBe(true);
    const entry = relaxing.find((relaxed) => relaxed.rule.en === inWords(rule));
    const value = every.best(
      stages,
      rules.filter((other) => other !== rule),
    );
    expect(entry?.outcome, about).toBe(value ? "optimal" : "infeasible");
    if (entry && value) expectClose(entry.values, value, `${about} without ${inWords(rule)}`);
  }
}

test.each(["whole", "islands"] as const)(
  "random networks and maps (%s) never end in an error, and a bound is never above its value",
  async (roads) => {
    for (const seed of SEEDS[roads]) {
      const basis = randomBasis(seed, roads, "small", gradesFor(seed));
      const told: { readonly bound: number; readonly incumbent?: number }[] = [];
      const network = await findNetworks(basis, randomNetwork(basis, seed), solver, {
        onProgress: (each) => told.push(each),
      });
      for (const { bound, incumbent = Infinity } of told) expect(bound, `seed ${seed}`).toBeLessThanOrEqual(incumbent);
      expect(network.status, `network, seed ${seed}: ${JSON.stringify(network).slice(0, 300)}`).not.toBe("failed");
      if (network.status === "optimal")
        for (const { cost, bound } of network.answer) expect(bound, `seed ${seed}`).toBeLessThanOrEqual(cost);
      if (network.status === "optimal") {
        const dearest = Math.max(...network.answer.map(({ cost }) => cost));
        for (const { bound } of told) expect(bound, `seed ${seed}`).toBeLessThanOrEqual(dearest * (1 + CLOSE));
      }
      const toldOfMap: { readonly bound: number }[] = [];
      const map = await redraw(basis, randomRedraw(basis, seed), { onProgress: (each) => toldOfMap.push(each) });
      expect(map.status, `map, seed ${seed}: ${JSON.stringify(map).slice(0, 300)}`).not.toBe("failed");
      if (map.status !== "optimal") continue;
      for (const { bound } of [map.answer, ...toldOfMap])
        expect(bound, `seed ${seed}`).toBeLessThanOrEqual(map.answer.value * (1 + CLOSE));
    }
  },
);
