import { districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import type { Change } from "./change.ts";
import { normalForm } from "./compose.ts";
import { type Draft, type SiteState, siteState } from "./draft.ts";

/** What takes a draft to another plan of the same schools: districts, what each school teaches and belongs to, who goes where. */
export function changesTo(draft: Draft, plan: Plan): readonly Change[] {
  return normalForm([
    ...districtsTo(districtNames(draft.plan), districtNames(plan)),
    ...sitesTo(draft, plan),
    ...assignedTo(draft.plan, plan),
  ]);
}

/** Names of a plan's districts, by id. */
export const districtNames = ({ districts }: Pick<Plan, "districts">): ReadonlyMap<string, string> =>
  new Map(districts.map(({ id, name }) => [id, name]));

/** What takes districts from some names, by id, to others. */
export const districtsTo = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Change[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((id): Change[] => {
    const [from, to] = [before.get(id), after.get(id)];
    if (from === to) return [];
    return [{ kind: "district", id, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });

function sitesTo(draft: Draft, plan: Plan): readonly Change[] {
  const district = districtOfSite(plan);
  return plan.teaching.map((teaches, site): Change => {
    const from = siteState(draft, site);
    const { capacity } = from;
    const state: SiteState = { teaches, capacity };
    const to = district[site] === NO_SITE ? state : { ...state, district: plan.districts[district[site]].id };
    return { kind: "site", site, from, to };
  });
}

/** What sends everybody where another assignment has them. */
export function assignedTo(
  { assignment: before }: Pick<Plan, "assignment">,
  { assignment: after }: Pick<Plan, "assignment">,
): readonly Change[] {
  const pairs = Uint32Array.from(after.keys()).filter((pair) => after[pair] !== before[pair]);
  if (pairs.length === 0) return [];
  return [
    {
      kind: "assign",
      pairs,
      from: Uint16Array.from(pairs, (pair) => before[pair]),
      to: Uint16Array.from(pairs, (pair) => after[pair]),
    },
  ];
}
