import { readCaseFolder } from "../../src/cli/files.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { lamp, type LampAnswer, type LampQuestion } from "../../src/solve/assignment/lamp.ts";
import { priceOfWish } from "../../src/solve/assignment/wish-price.ts";
import { solver } from "../cases/solver.ts";
import { spread } from "./drawn-strokes.ts";
import { lockQuestion } from "./lock-questions.ts";
import { type Group, inMs, processorClock, type Result } from "./measure.ts";

const SETS = 40;
/** Sets of others that are asked first, as an open page has asked before. */
const WARMING = 3;
const PRICES = 5;

/** Whether a drawn plan of Holbæk can be finished around locks, and what a lock costs. */
export const lampGroup: Group = {
  name: "lamp",
  run: async () => {
    const { value } = openCase(await readCaseFolder("data/holbaek"));
    if (!value) throw new Error("data/holbaek does not open");
    const first = await asked(value, lockQuestion(value, 0));
    for (let seed = 1; seed <= WARMING; seed++) await asked(value, lockQuestion(value, SETS + seed));
    const [places, together, yes, no, prices]: number[][] = [[], [], [], [], []];
    const gaps: number[] = [];
    let [unknown, open, torn, smallest, fewest] = [0, 0, 0, 0, 0];
    for (let seed = 1; seed <= SETS; seed++) {
      const set = lockQuestion(value, seed);
      const steps = await asked(value, set);
      const { answer, ms } = steps[steps.length - 1];
      const at = steps.find(hangsTogether)?.ms;
      if (steps[0].answer.status === "yes") places.push(steps[0].ms);
      if (at !== undefined) together.push(at);
      if (answer.status === "unknown") unknown++;
      else (answer.status === "yes" ? yes : no).push(ms);
      if (answer.status === "yes" && answer.together === "unknown") open++;
      if (answer.status === "yes" && answer.proven === "optimal") fewest++;
      else if (answer.status === "yes") gaps.push(answer.moved - answer.least);
      if (answer.status === "no" && answer.conflict.includes("together")) torn++;
      if (answer.status === "no" && answer.smallest === "proven") smallest++;
      const lock = set.wishes.find(({ kind }) => kind === "hold");
      if (seed > PRICES || !lock) continue;
      const worked = clock();
      await priceOfWish(value.basis, set.painted, set.wishes, lock.key, solver);
      prices.push(worked());
    }
    const on = `Holbæk: ${SETS} seeded lock sets, a fifth unpainted or painted elsewhere`;
    const firstAt = first.find(hangsTogether)?.ms;
    return [
      {
        what: "lamp: a yes in which areas hang together, the first question of a process",
        on: "Holbæk: lock set 0",
        value: firstAt === undefined ? "none" : inMs(firstAt),
        target: "",
      },
      result("lamp: a quick yes, places alone; 95 of 100", places, on, "0.5 s"),
      result("lamp: a yes in which areas hang together; 95 of 100", together, on, "0.5 s"),
      result("lamp: a yes until no fewer moved are found or time is up; 95 of 100", yes, on, "5 s"),
      {
        what: "lamp: of those, proven that none moves fewer; of the others the page says at least how many, and at most",
        on,
        value: `${fewest} of ${yes.length}`,
        target: "",
      },
      {
        what: "lamp: pupils between those who are moved at most and at least, where that is not proven",
        on,
        value: between(gaps),
        target: "",
      },
      result(`lamp: no, ${torn} as areas cannot hang together, ${smallest} proven smallest; 95 of 100`, no, on, "5 s"),
      {
        what: "lamp: not settled; not settled whether areas can hang together",
        on,
        value: `${unknown}; ${open}`,
        target: "0; 0",
      },
      result("price of a lock; 95 of 100", prices, `Holbæk: ${prices.length} locks`, ""),
    ];
  },
};

function between(gaps: readonly number[]): string {
  const sorted = gaps.toSorted((a, b) => a - b);
  return sorted.length === 0 ? "none" : `median ${sorted[sorted.length >> 1]}, most ${sorted[sorted.length - 1]}`;
}

const result = (what: string, times: readonly number[], on: string, target: string): Result => ({
  what: `${what} (${times.length})`,
  on,
  value: times.length === 0 ? "none" : spread(times),
  target,
});

/**
 * Milliseconds since, less what the machine gave to others meanwhile: time, or the work of this process where that is less, of which some is
 * done at the same moment by threads of its own.
 */
function clock(): () => number {
  const worked = processorClock();
  const began = performance.now();
  return () => Math.min(worked(), performance.now() - began);
}

interface Step {
  readonly answer: LampAnswer;
  /** Since it was asked. */
  readonly ms: number;
}

const hangsTogether = ({ answer }: Step): boolean => answer.status === "yes" && answer.together === "kept";

/** All that the lamp says to a question, better and better. */
async function asked({ basis }: OpenCase, set: LampQuestion): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const worked = clock();
  const end = performance.now() + 4500;
  const options = { secondsLimit: 4.5, shouldStop: () => performance.now() > end };
  for await (const answer of lamp(basis, set, solver, options)) steps.push({ answer, ms: worked() });
  return steps;
}
