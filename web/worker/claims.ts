import {
  type Basis,
  type Claim,
  type Consolidation,
  figuresUnder,
  type FigureUnder,
  type Plan,
  placesIfClaimed,
  pricedListed,
  pricedPlan,
  savedIfClaimed,
  turningPoint,
} from "../../src/index.ts";
import type { Steps } from "./detail.ts";
import type { ClaimEffect } from "./messages.ts";

interface Grounded {
  readonly basis: Basis;
  readonly plan: Plan;
}

export function* restsSteps({ basis, plan }: Grounded): Steps<readonly FigureUnder[]> {
  yield;
  const priced = pricedPlan(basis, plan);
  return priced ? figuresUnder(priced) : [];
}

/** `list`: as it is priced now, on the ground of the case; absent where there is none. */
export function* claimSteps(
  { basis, plan }: Grounded,
  claim: Claim,
  { own, list, against }: { readonly own: Basis; readonly list?: Consolidation; readonly against?: Grounded },
): Steps<ClaimEffect> {
  const priced = pricedPlan(basis, plan);
  if (!priced) return {};
  const saved = savedIfClaimed(priced, claim);
  yield;
  const places = list && placesIfClaimed(own, list, saved, claim);
  yield;
  const next = places?.next;
  const other = against
    ? pricedPlan(against.basis, against.plan)
    : list && next !== undefined
      ? pricedListed(own, list, next)
      : undefined;
  const point = other && turningPoint(priced, other, claim);
  return {
    saved,
    ...(places && { places }),
    ...(point && { turn: { other: against ? "against" : (next ?? 0), point } }),
  };
}
