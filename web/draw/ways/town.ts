import { placesOf } from "../../state/places.ts";
import type { CaseView } from "../../worker/messages.ts";
import { groupSelector, nearestGroups } from "./groups.ts";
import type { UnitGroups, Way } from "./way.ts";

const known = new WeakMap<CaseView, UnitGroups | undefined>();

/** A town or village with the land that it is the nearest to. */
export const town: Way = {
  shape: "cross",
  begin: groupSelector,
  groups: ({ view, scenery }) => {
    if (!known.has(view)) known.set(view, nearestGroups(view.units, placesOf(scenery)));
    return known.get(view);
  },
};
