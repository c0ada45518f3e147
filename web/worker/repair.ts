import {
  type Basis,
  cutOff,
  finish,
  mend,
  mendAtOnce,
  type Mended,
  type Meter,
  quickRepair,
  type SearchLimits,
  type Solver,
  type Stroke,
  type Grades,
} from "../../src/index.ts";
import { groundOf } from "./assumed-plan.ts";
import type { RepairQuestion, RepairStep } from "./messages.ts";
import { SECONDS } from "./seconds.ts";

/** A proof is looked for this long; the best found until then is told. */
const REPAIR_LIMITS: SearchLimits = { seed: 1, seconds: 60 };

const CAPACITY = { kind: "capacity" } as const;

interface Hands {
  readonly solver: Solver;
  readonly measure: Meter;
  readonly pause: () => Promise<void>;
}

/** Completes a plan around what is locked, or mends what a stroke broke; better and better where a proof is asked for. */
export async function answerRepair(
  own: Basis,
  question: Omit<RepairQuestion, "ticket" | "kind">,
  hands: Hands,
  tell: (step: RepairStep) => void,
): Promise<void> {
  const { plan: assumed, locked, until, places } = question;
  const basis = groundOf(own, assumed);
  if (question.stroke) return mendStroke(basis, question, hands, tell);
  const request = {
    painted: assumed.plan,
    locked: new Set(locked),
    rules: places === "kept" ? [CAPACITY] : [],
    limits: REPAIR_LIMITS,
  };
  if (until === "quick") {
    const { plan, proven } = quickRepair(basis, request);
    return tell({ status: "answer", assignment: plan.assignment, proven });
  }
  const { solver, measure, pause } = hands;
  for await (const step of finish(basis, request, solver, { pause, secondsLimit: SECONDS.stroke })) {
    if (step.status === "answer") {
      const { values } = measure(basis, { ...assumed.plan, assignment: step.answer.assignment });
      tell({ status: "answer", ...step.answer, kilometres: values.get("pupil-kilometres") ?? 0 });
    }
    if (step.status === "infeasible") tell({ status: "impossible", rules: step.conflict.rules });
    if (step.status === "failed") tell({ status: "failed", reason: step.reason });
    await pause();
  }
  return undefined;
}

const unitsOf = (grades: Grades, pairs: Iterable<number>): number =>
  new Set([...pairs].map((pair) => Math.floor(pair / grades.bandCount))).size;

async function mendStroke(
  basis: Basis,
  { plan: { plan }, locked, until, stroke: drawn }: Omit<RepairQuestion, "ticket" | "kind">,
  { solver, measure, pause }: Hands,
  tell: (step: RepairStep) => void,
): Promise<void> {
  if (!drawn) return;
  const { before, districtsBefore, closed } = drawn;
  const stroke: Stroke = {
    before,
    districtsBefore,
    after: plan,
    fixed: new Set(locked),
    drawn: new Set(drawn.drawn),
    closed: new Set(closed),
    places: "kept",
  };
  const tellMended = (
    { assignment, proven, joined, places, beyond, returned }: Mended,
    last: "last" | "more",
  ): void => {
    const [was, is] = [measure(basis, plan), measure(basis, { ...plan, assignment })];
    const [paid, pays] = [was, is].map(({ values }) => values.get("saving"));
    const over = [was, is].map(({ values }) => values.get("overflow") ?? 0);
    const kilometres = [was, is].map(({ values }) => values.get("pupil-kilometres") ?? 0);
    tell({
      status: "answer",
      assignment,
      proven: proven === "quick" && last === "last" ? "stopped" : proven,
      stroke: {
        apart: cutOff(basis, before, plan, districtsBefore).length,
        joined,
        places,
        beyond,
        ...(returned && {
          returned: {
            areas: unitsOf(plan.grades, returned.pairs),
            of: unitsOf(plan.grades, drawn.drawn),
            must: returned.must,
          },
        }),
        over: { before: over[0], after: over[1] },
        kilometres: kilometres[1] - kilometres[0],
        ...(paid !== undefined && pays !== undefined && { kroner: paid - pays }),
      },
    });
  };
  if (until === "quick") return tellMended(mendAtOnce(basis, stroke), "more");
  const end = performance.now() + 1000 * SECONDS.stroke;
  const options = { pause, secondsLimit: SECONDS.stroke, shouldStop: () => performance.now() > end };
  let found: Mended | undefined;
  for await (found of mend(basis, stroke, solver, options)) await pause();
  if (found) tellMended(found, "last");
}
