import type { AssignmentPolicy } from "../../src/index.ts";
import type { FromWorker, PlanList } from "../worker/messages.ts";
import { POLICIES } from "./choice.ts";
import type { Fault } from "./fault.ts";
import type { Store } from "./store.ts";

/** A list that is being made. */
export interface Listing {
  readonly ticket: number;
  readonly policy: AssignmentPolicy;
  readonly districts: number;
}

/** What is said of a list that is being made. */
export function hearOfList(
  { dispatch, state }: Store,
  { policy, districts }: Listing,
  message: Extract<FromWorker, { kind: "progress" | "listed" | "impossible" }>,
): void {
  const list = state().lists[policy];
  if (message.kind === "impossible")
    return dispatch({ kind: "list", policy, listState: { status: "impossible", districts, rules: message.rules } });
  if (message.kind === "progress") {
    const { progress } = message;
    if (list.status === "solving")
      dispatch({ kind: "list", policy, listState: { status: "solving", districts, progress } });
    return;
  }
  if (list.status === "listed" && isSame(list.list, message.list)) return;
  performance.mark("plans-listed");
  dispatch({ kind: "list", policy, listState: { status: "listed", districts, list: message.list } });
}

export function hearPrices(
  { dispatch, state }: Store,
  repriced: Extract<FromWorker, { kind: "repriced" }>["repriced"],
): void {
  const { policy, districts } = repriced;
  const list = state().lists[policy];
  if (list.status !== "listed" || list.districts !== districts) return;
  performance.mark("repriced");
  dispatch({
    kind: "list",
    policy,
    listState: { status: "listed", districts, list: { ...list.list, ...repriced } },
  });
}

/** The page can do nothing without the workers that open and list. */
export function hearFailure({ dispatch, state }: Store, { reason, why }: Fault): void {
  const fault = { status: "failed" as const, reason, ...(why && { why }) };
  const { caseState, lists, choice } = state();
  if (caseState.status !== "open") return dispatch({ kind: "case", caseState: fault });
  const policy = POLICIES.find((each) => lists[each].status === "solving") ?? choice.policy;
  const list = lists[policy];
  const districts = list.status === "idle" ? 0 : list.districts;
  dispatch({ kind: "list", policy, listState: { ...fault, districts } });
}

export function hearRoute(
  { dispatch, state }: Store,
  { unit, site, route }: Extract<FromWorker, { kind: "route" }>,
): void {
  const asked = state().route;
  if (asked?.unit === unit && asked.site === site)
    dispatch({ kind: "route", route: { unit, site, route: route ?? "none" } });
}

/** A list that was kept, made again by its worker. */
const isSame = (shown: PlanList, made: PlanList): boolean =>
  shown.districts === made.districts && shown.costs === made.costs && shown.said === made.said;
