import type { AppState } from "./app-state.ts";
import { type Choice, MOST_PINNED } from "./choice.ts";
import { joinedRef } from "./joined.ts";
import { ownId, type PlanRef, textOfRef } from "./plan-ref.ts";
import { type PagePlan, pagePlan } from "./plans.ts";

/** The name that a plan is pinned by, which holds whatever is listed. */
export const pinnedName = ({ ref, place }: Pick<PagePlan, "ref" | "place">): PlanRef =>
  place ? joinedRef(place.list, place.number) : ref;

export const isPinned = ({ tray }: Pick<Choice, "tray">, plan: Pick<PagePlan, "ref" | "place">): boolean =>
  tray.some((ref) => textOfRef(ref) === textOfRef(pinnedName(plan)));

/** The tray with a plan pinned, or without it where it was; as it was where it is full. */
export function withPinTurned({ tray }: Pick<Choice, "tray">, plan: Pick<PagePlan, "ref" | "place">): Choice["tray"] {
  const name = pinnedName(plan);
  const others = tray.filter((ref) => textOfRef(ref) !== textOfRef(name));
  if (others.length < tray.length) return others;
  return isTrayFull({ tray }) ? tray : [...tray, name];
}

export const isTrayFull = ({ tray }: Pick<Choice, "tray">): boolean => tray.length >= MOST_PINNED;

/** The choice once a proposal is gone. */
export const withoutOwn = (choice: Choice, id: string): Choice =>
  choice.tray.some((ref) => ownId(ref) === id)
    ? { ...choice, tray: choice.tray.filter((ref) => ownId(ref) !== id) }
    : choice;

/** A pinned plan, once it is known. */
interface PinnedPlan {
  readonly ref: PlanRef;
  readonly plan: PagePlan | undefined;
}

let last: readonly PinnedPlan[] = [];

/** The pinned plans in their order; the same array for as long as they are the same, so that a component may select it. */
export function pinnedPlans(state: AppState): readonly PinnedPlan[] {
  const now = state.choice.tray.map((ref) => ({ ref, plan: pagePlan(state, ref) }));
  const isSame =
    now.length === last.length && now.every(({ ref, plan }, i) => ref === last[i].ref && plan === last[i].plan);
  if (!isSame) last = now;
  return last;
}

/** The pinned plans that are known, in their order. */
export function comparedPlans(state: AppState): readonly PagePlan[] {
  const pinned = pinnedPlans(state);
  const known = compared.get(pinned) ?? pinned.flatMap(({ plan }) => plan ?? []);
  compared.set(pinned, known);
  return known;
}

const compared = new WeakMap<readonly PinnedPlan[], readonly PagePlan[]>();

/** Number among the compared of the one that the others are held against; undefined for today's. */
export function basePlan(state: AppState): number | undefined {
  const key = pagePlan(state, state.choice.against)?.key;
  const base = comparedPlans(state).findIndex((plan) => plan.key === key);
  return base < 0 ? undefined : base;
}

/** Whether the pinned plans take the place of the one in view: once there is one of them to be held against today's. */
export const isCompareShown = (state: AppState): boolean =>
  state.choice.doing === "compare" && comparedPlans(state).length > 0;
