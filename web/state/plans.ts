import {
  assumptionKey,
  catalogue,
  type Draft,
  filledText,
  isSamePlan,
  type JoinedDistricts,
  joinedPlan as planOfJoined,
  type MeasuredAssumption,
  measuredWith,
  namedAsIn,
  type Plan,
  type Said,
  type SiteChanges,
  type Text,
  unreachable,
} from "../../src/index.ts";
import type { Proposal } from "../proposals/proposal.ts";
import type { AssumedPlan, CaseView, PlanList } from "../worker/messages.ts";
import type { AppState } from "./app-state.ts";
import { figuresKey } from "./drawn-key.ts";
import { joinedKey, joinsOfText, numberOfJoined } from "./joined.ts";
import type { PlanRef } from "./plan-ref.ts";
import { caseView, planList } from "./selectors.ts";

/** A plan of the page as a whole document, whichever way it came. */
export interface PagePlan {
  readonly ref: PlanRef;
  /** Names it among all plans of the case that the page may show, as far as they are measured: two of one key have the same figures. */
  readonly key: string;
  readonly plan: Plan;
  /** Where it stands among the listed. */
  readonly place?: { readonly list: PlanList; readonly number: number };
  /** What else is drawn with it, where it is drawn here. */
  readonly draft?: Draft;
  /** What it assumes of schools and else, where that is not what the case says. */
  readonly sites?: SiteChanges;
  /** How many pupils have no school, where it leaves any without. */
  readonly unfinished?: Text;
}

/** The plan in force, which others are held against. */
export const todaysPlan = ({ plans }: Pick<CaseView, "plans">): Plan => plans[0];

/** The one place that knows where plans come from; undefined where there is no such plan. */
export function pagePlan(state: AppState, ref: PlanRef | undefined): PagePlan | undefined {
  const view = caseView(state);
  if (!view || !ref) return undefined;
  switch (ref.from) {
    case "file":
      return filePlan(view, ref);
    case "list": {
      const list = planList(state);
      return list && listedPlan(view, list, ref.number);
    }
    case "own":
      return ownPlan(state, ref);
    case "joined":
      return joinedPlan(state, ref);
    default:
      return unreachable(ref);
  }
}

const files = new WeakMap<Plan, PagePlan>();

function filePlan({ plans }: CaseView, ref: Extract<PlanRef, { from: "file" }>): PagePlan | undefined {
  const plan = plans.find(({ id }) => id === ref.id);
  if (!plan) return undefined;
  const { unfinished } = plan;
  return kept(files, plan, () => ({ ref, key: `file ${ref.id}`, plan, ...(unfinished && { unfinished }) }));
}

/** A drawn plan with what it assumes of schools and else, where that is not what the case says. */
export function draftedPlan(draft: Draft): AssumedPlan {
  const { municipality, plan, capacity, newSites, assumptions } = draft;
  const isAssumed =
    newSites.length > 0 ||
    measuredWith(assumptions).size > 0 ||
    capacity.some((places, site) => places !== municipality.sites[site].capacity);
  return { plan, ...(isAssumed && { sites: siteChanges(draft) }) };
}

/** All that a draft changes of the case itself. */
export const siteChanges = ({ capacity, newSites, assumptions }: Draft): SiteChanges => ({
  capacity,
  newSites,
  assumptions: measuredWith(assumptions),
});

/** What a plan takes for granted itself. */
export const assumptionsOf = ({ sites }: Pick<PagePlan, "sites">): readonly MeasuredAssumption[] => [
  ...measuredWith(sites?.assumptions ?? NO_ASSUMPTIONS).values(),
];

const NO_ASSUMPTIONS: ReadonlyMap<string, MeasuredAssumption> = new Map();

const joinedPlans = new WeakMap<JoinedDistricts, PagePlan>();

/** The plan of the list in view that joins so, else as a worker made it. */
function joinedPlan(state: AppState, ref: Extract<PlanRef, { from: "joined" }>): PagePlan | undefined {
  const view = caseView(state);
  const joins = view && joinsOfText(ref.id, view.districts.length);
  if (!joins) return undefined;
  const list = planList(state);
  const listedAs = list && numberOfJoined(list, ref.id);
  if (list && listedAs !== undefined) return listedPlan(view, list, listedAs);
  const made = state.joined.get(joinedKey(state, ref.id));
  if (!made) return undefined;
  return kept(joinedPlans, made, () => ({
    ref,
    key: `joined ${ref.id}`,
    plan: planOfJoined(ref.id, joins.policy, made, [todaysPlan(view), ...decidedPlans(view)]),
  }));
}

const LISTED: Text = catalogue("web.plans.listed", { da: "Plan {number}", en: "Plan {number}" });

const drafts = new WeakMap<Draft, PagePlan>();

function ownPlan({ proposals }: AppState, ref: Extract<PlanRef, { from: "own" }>): PagePlan | undefined {
  const proposal = proposals?.get(ref.id);
  return proposal && proposalPlan(proposal);
}

/** A proposal where it stands, or as it was at another of its steps. */
export const proposalPlan = ({ id, draft }: Pick<Proposal, "id" | "draft">): PagePlan =>
  kept(drafts, draft, () => {
    const { plan, sites } = draftedPlan(draft);
    const key = `own ${id} ${figuresKey(draft)}`;
    return { ref: { from: "own", id }, key, plan, draft, ...(sites && { sites }) };
  });

const begun = new WeakMap<Draft["assumptions"], WeakMap<Plan, { readonly plan: PagePlan | undefined }>>();

/**
 * The plan that a drawn one was begun from, to be measured beside it: on the same ground, with what the drawn plan assumes of roads and
 * dwellings, but without the costs that it adds. Undefined where that is today's plan, which all is measured against anyway.
 */
export function begunFrom(view: CaseView, { draft, ref }: Pick<PagePlan, "draft" | "ref">): PagePlan | undefined {
  if (!draft) return undefined;
  const { start, municipality, assumptions } = draft;
  const made = kept(begun, assumptions, () => new WeakMap<Plan, { readonly plan: PagePlan | undefined }>());
  return kept(made, start, () => {
    if (isSamePlan(start, todaysPlan(view))) return { plan: undefined };
    const same = new Map([...measuredWith(assumptions)].filter(([, { kind }]) => kind !== "cost"));
    const capacity = municipality.sites.map((site) => site.capacity);
    const plan: PagePlan = {
      ref,
      key: `begun ${start.id} ${ref.from === "own" ? ref.id : ""} ${[...same.values()].map(assumptionKey).join(" ")}`,
      plan: start,
      ...(same.size > 0 && { sites: { capacity, newSites: [], assumptions: same } }),
    };
    return { plan };
  }).plan;
}

const listed = new WeakMap<PlanList["groupings"], Map<number, PagePlan>>();
/** Documents kept of one list; walking back through plans makes none anew. */
const KEPT = 400;

/** A plan of the list as a document: today's with its groups as districts and its changes of school. */
export function listedPlan(view: CaseView, list: PlanList, number: number): PagePlan | undefined {
  if (number >= list.count) return undefined;
  const made = kept(listed, list.groupings, () => new Map<number, PagePlan>());
  const known = made.get(number);
  // Prices make a new list of the same groupings.
  if (known) return known.place?.list === list ? known : remembered(made, { ...known, place: { list, number } });
  const { policy, districts, said } = list;
  const key = [policy, districts, ...(said === "" ? [] : [said]), number].join(" ");
  const today = todaysPlan(view);
  const plan: Plan = {
    id: key,
    title: filledText(LISTED, { number: String(number + 1) }),
    districts: districtsOf(view, list, number),
    grades: today.grades,
    teaching: today.teaching,
    assignment: assignmentOf(today, list, number),
  };
  return remembered(made, { ref: { from: "list", number }, key, plan, place: { list, number } });
}

function remembered(made: Map<number, PagePlan>, plan: PagePlan): PagePlan {
  const [oldest] = made.keys();
  if (made.size >= KEPT && oldest !== undefined) made.delete(oldest);
  if (plan.place) made.set(plan.place.number, plan);
  return plan;
}

const districtsOf = (view: CaseView, list: PlanList, number: number): Plan["districts"] =>
  namedAsIn(
    decidedPlans(view),
    mergedOf(list, number).map(({ name, sites, joins }) => ({
      id: joins.map((joined) => view.districts[joined].id).join("+"),
      name,
      sites,
    })),
  );

/** Files that say where everybody goes: their names for districts are used for others that join the same schools. */
const decidedPlans = ({ plans }: CaseView): readonly Plan[] =>
  plans.slice(1).filter(({ unfinished }) => unfinished === undefined);

function assignmentOf({ assignment }: Plan, list: PlanList, number: number): Uint16Array {
  const merged = mergedOf(list, number);
  if (merged.every(({ pairs }) => pairs.length === 0)) return assignment;
  const sites = assignment.slice();
  for (const { pairs, to } of merged) pairs.forEach((pair, i) => (sites[pair] = to[i]));
  return sites;
}

const mergedOf = (list: PlanList, number: number) =>
  Array.from(
    list.groupings.subarray(number * list.districts, (number + 1) * list.districts),
    (merged) => list.merged[merged],
  );

function kept<Key extends object, Value>(all: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const known = all.get(key);
  if (known) return known;
  const made = make();
  all.set(key, made);
  return made;
}

/** A plan as a worker is asked about it. */
export const assumed = ({ plan, sites }: Pick<PagePlan, "plan" | "sites">): AssumedPlan => ({
  plan,
  ...(sites && { sites }),
});

/** The decision of a file that a listed plan is, if it is one. */
export const decisionOf = ({ place }: PagePlan): { readonly id: string; readonly title: Said } | undefined =>
  place?.list.decisions.find(({ plan }) => plan === place.number);
