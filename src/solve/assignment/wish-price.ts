import { type Borne, borneBy } from "../../compare/bearers.ts";
import { type Failed, nothingFound } from "../../domain/outcome.ts";
import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type Evaluation, evaluatePlan } from "../../evaluate/evaluate.ts";
import { objectiveValue } from "../../evaluate/objective-values.ts";
import type { Solver } from "../solver.ts";
import { collisionOfWishes, type LampOptions, type WishCollision } from "./lamp.ts";
import { type Wish, WishedGround } from "./wishes.ts";

/** Everybody at a school within wishes: the fewest who change school from today, then the least way. */
export interface WishedPlan {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
}

/** A plan with a wish and one without it, both answers to the same question. */
export type WishPrice =
  | ({
      readonly status: "priced";
      readonly with: WishedPlan;
      readonly without: WishedPlan;
      readonly proven: "optimal" | "stopped";
    } & Borne)
  /** The plan cannot be finished with the wish, or without it either; and which wishes collide, as far as that is found. */
  | {
      readonly status: "impossible";
      readonly without: "possible" | "impossible";
      readonly collision?: WishCollision;
    }
  | Failed;

/**
 * What one wish costs while all others stay: fewest pupils who change school from today and then least way, with it and without.
 * Its first figure is never negative.
 */
export async function priceOfWish(
  basis: Basis,
  painted: Plan,
  wishes: readonly Wish[],
  key: string,
  solver: Solver,
  options: LampOptions = {},
): Promise<WishPrice> {
  const ground = new WishedGround(basis, painted, basis.baseline, wishes, solver);
  const best = (kept: readonly Wish[]) => bestWithin(basis, ground, kept, options);
  const impossible = async (without: "possible" | "impossible", among: readonly Wish[]): Promise<WishPrice> => {
    // A price is one of places and locks alone, whether areas hang together or not.
    const asked = among.filter(({ kind }) => kind !== "together");
    const held = Uint32Array.from(wishes.flatMap((wish) => (wish.kind === "hold" ? [...wish.pairs] : [])));
    const collision = await collisionOfWishes(basis, painted, { wishes: asked, held }, solver, options);
    return { status: "impossible", without, ...(collision && { collision }) };
  };
  const others = wishes.filter((wish) => wish.key !== key);
  const without = await best(others);
  if (without === "infeasible") return impossible("impossible", others);
  if ("status" in without) return without;
  const kept = await best(wishes);
  if (kept === "infeasible") return impossible("possible", wishes);
  if ("status" in kept) return kept;
  const proven = kept.proven === "optimal" ? without.proven : kept.proven;
  return {
    status: "priced",
    with: kept.found,
    without: without.found,
    proven,
    ...borneBy(basis, kept.found.plan.assignment, without.found.plan.assignment),
  };
}

async function bestWithin(
  basis: Basis,
  ground: WishedGround,
  wishes: readonly Wish[],
  options: LampOptions,
): Promise<{ found: WishedPlan; proven: "optimal" | "stopped" } | "infeasible" | Failed> {
  const sites: Uint16Array[] = [];
  let [moved, proven]: [number, "optimal" | "stopped"] = [0, "optimal"];
  for (const { band } of basis.municipality.grades.bands) {
    await options.pause?.();
    if (options.shouldStop?.() === true) return nothingFound("cancelled");
    const answer = await ground.best(band, wishes, options);
    if (answer === "infeasible") return answer;
    if (answer === "unknown") return nothingFound("time");
    sites.push(answer.sites);
    moved += answer.moved;
    if (answer.proven === "stopped") proven = "stopped";
  }
  const plan = ground.planOf(sites);
  const evaluation = evaluatePlan(basis, plan);
  const measured = objectiveValue(basis, evaluation, "changed-site") - placedAnew(basis, plan);
  if (measured !== moved) return { status: "failed", reason: `evaluate finds ${measured} who change, not ${moved}` };
  return { found: { plan, evaluation }, proven };
}

/** Pupils who have no school today and get one: evaluate counts them as changing school, the question does not. */
const placedAnew = ({ baseline, unitBand }: Basis, { assignment }: Plan): number =>
  unitBand.reduce(
    (sum, pupils, pair) => (baseline.assignment[pair] === NO_SITE && assignment[pair] !== NO_SITE ? sum + pupils : sum),
    0,
  );
