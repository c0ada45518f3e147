import type { CaseView } from "../../worker/messages.ts";
import { groupSelector, nearestGroups } from "./groups.ts";
import type { UnitGroups, Way } from "./way.ts";

const known = new WeakMap<CaseView, UnitGroups | undefined>();

/** A whole parish. A case knows their centres and not their borders: each unit is counted to the nearest. */
export const parish: Way = {
  shape: "cross",
  begin: groupSelector,
  groups: ({ view }) => {
    if (!known.has(view)) known.set(view, nearestGroups(view.units, view.parishes));
    return known.get(view);
  },
};
