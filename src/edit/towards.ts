import { districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import type { Change } from "./change.ts";
import { normalForm } from "./compose.ts";
import { type Draft, type SiteState, siteState } from "./draft.ts";

/** What takes a draft to another plan of the same schools: districts, what each school teaches and belongs to, who goes where. */
export function changesTo(draft: Draft, plan: Plan): readonly Change[] {
  const before = new Map(draft.plan.districts.map(({ id, name }) => [id, name]));
  const after = new Map(plan.districts.map(({ id, name }) => [id, name]));
  const named = [...after].flatMap(([id, to]): Change[] => {
    const from = before.get(id);
    return from === to ? [] : [{ kind: "district", id, ...(from !== undefined && { from }), to }];
  });
  const gone = [...before].flatMap(([id, from]): Change[] => (after.has(id) ? [] : [{ kind: "district", id, from }]));
  return normalForm([...named, ...sitesTo(draft, plan), ...assignedTo(draft.plan, plan), ...gone]);
}

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

function assignedTo({ assignment: before }: Plan, { assignment: after }: Plan): readonly Change[] {
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
