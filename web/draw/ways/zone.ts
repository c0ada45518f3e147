import { type Band, type Draft, NO_SITE, siteName } from "../../../src/index.ts";
import { todaysPlan } from "../../state/plans.ts";
import { groupSelector } from "./groups.ts";
import type { UnitGroups, Way } from "./way.ts";

/** All that goes to one school, today or in the proposal, in the lowest of the chosen grades. */
export const zone: Way = {
  shape: "cross",
  begin: groupSelector,
  groups: ({ view, draft, drawing: { bands, zones } }) =>
    zoneGroups(draft, zones === "today" ? todaysPlan(view).assignment : draft.plan.assignment, bands),
};

interface Kept {
  readonly key: string;
  readonly names: Draft["newSites"];
  readonly groups: UnitGroups;
}

const known = new WeakMap<Uint16Array, Kept>();

function zoneGroups(draft: Draft, assignment: Uint16Array, bands: readonly Band[]): UnitGroups {
  const kept = known.get(assignment);
  const key = bands.join();
  if (kept?.key === key && kept.names === draft.newSites) return kept.groups;
  const count = assignment.length / draft.municipality.grades.bandCount;
  const of = Int32Array.from({ length: count }, (_, unit) => {
    const band = bands.find((each) => assignment[unit * draft.municipality.grades.bandCount + each] !== NO_SITE);
    return band === undefined ? -1 : assignment[unit * draft.municipality.grades.bandCount + band];
  });
  const groups = { of, names: draft.plan.teaching.map((_, site) => siteName(draft, site)) };
  known.set(assignment, { key, names: draft.newSites, groups });
  return groups;
}
