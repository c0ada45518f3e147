import {
  lamp,
  type LampOptions,
  type OpenCase,
  priceOfWish,
  type Solver,
  type WishedPlan,
  type WishPrice,
} from "../../src/index.ts";
import { groundOf } from "./assumed-plan.ts";
import { SECONDS } from "./seconds.ts";
import type { PriceView, WishQuestion, WishStep } from "./wish-messages.ts";

/** How a question is watched while it is worked on. */
interface Watch {
  readonly pause: () => Promise<void>;
  /** Whether a later question of the same kind waits. */
  readonly isSuperseded: () => boolean;
  /** What takes longer than the first answer is begun when the hand has rested so long, milliseconds: a quick hand's next step would end it. */
  readonly rest: number;
}

const LOOK_EVERY = 100;

async function atRest({ isSuperseded, rest }: Watch): Promise<void> {
  for (let rested = 0; rested < rest && !isSuperseded(); rested += LOOK_EVERY)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
}

/** Answers about wishes, better and better. Throws nothing: what goes wrong is not known, or has no price. */
export async function answerWish(
  { basis: own }: Pick<OpenCase, "basis">,
  question: WishQuestion,
  solver: Solver,
  watch: Watch,
  tell: (step: WishStep) => void,
): Promise<void> {
  const { pause, isSuperseded } = watch;
  const basis = groundOf(own, question.plan);
  const { plan } = question.plan;
  const secondsLimit = SECONDS[question.about];
  const end = performance.now() + 1000 * secondsLimit;
  const shouldStop = (): boolean => isSuperseded() || performance.now() > end;
  const options: LampOptions = { pause, secondsLimit, shouldStop };
  try {
    if (question.about === "price") {
      const price = await priceOfWish(basis, plan, question.wishes, question.wish, solver, options);
      tell(priceView(price));
      return;
    }
    const asked = { painted: plan, wishes: question.wishes, drawn: question.drawn };
    for await (const answer of lamp(basis, asked, solver, options)) {
      tell(answer);
      await atRest(watch);
      if (isSuperseded()) return;
    }
  } catch {
    tell(question.about === "price" ? { status: "unpriced" } : { status: "unknown" });
  }
}

function priceView(price: WishPrice): PriceView {
  if (price.status === "impossible") return price;
  if (price.status === "failed") return { status: "unpriced" };
  const { proven, pupils, bearers } = price;
  const kept = figures(price.with);
  const free = figures(price.without);
  const changes = kept.changes - free.changes;
  const kilometres = kept.kilometres - free.kilometres;
  const values = { with: price.with.evaluation.values, without: price.without.evaluation.values };
  return { status: "priced", proven, changes, kilometres, values, pupils, bearers };
}

const figures = ({ evaluation: { values } }: WishedPlan) => ({
  changes: values.get("changed-site") ?? 0,
  kilometres: values.get("pupil-kilometres") ?? 0,
});
