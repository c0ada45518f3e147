import { setImmediate } from "node:timers/promises";
import type { SweepAnswer } from "../../protocol/sweep-answer.ts";
import { answerScenario } from "../../sweep/answer.ts";
import type { CaseAsItIs } from "../../sweep/case-under.ts";
import type { Scenario } from "../../sweep/scenarios.ts";
import { nodeSolver } from "../solver.ts";
import { timeLimit } from "../time-limit.ts";
import type { Answerer } from "./answerer.ts";

/** A scenario computed in this thread; between steps messages and signals come through. */
export const answerHere = (asItIs: CaseAsItIs, scenario: Scenario): Promise<SweepAnswer> =>
  answerScenario(asItIs, scenario, nodeSolver(), {
    pause: () => setImmediate(),
    shouldStop: timeLimit(scenario.question.limits.seconds),
  });

/** In this thread, one at a time. */
export const answererHere = (asItIs: CaseAsItIs): Answerer => ({
  room: 1,
  answer: (scenario) => answerHere(asItIs, scenario),
  close: async () => undefined,
});
