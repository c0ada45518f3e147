import type { Position } from "../../src/index.ts";
import type { AppState } from "../state/app-state.ts";
import { caseView } from "../state/selectors.ts";
import { assumedInView, knownStretch, stretchesInView } from "../state/stretches.ts";

/** What the plan in view takes for granted itself, where it is. */
export interface AssumedOnMap {
  /** Lines of dangerous roads. */
  readonly roads: readonly (readonly Position[])[];
  /** Places of what is being added. */
  readonly places: readonly Position[];
  /** Where new dwellings are, with what they are called. */
  readonly homes: readonly (Position & { readonly name: string })[];
}

export const NOTHING_ASSUMED: AssumedOnMap = { roads: [], places: [], homes: [] };

export function assumedOnMap(state: AppState): AssumedOnMap {
  const view = caseView(state);
  if (!view) return NOTHING_ASSUMED;
  const { lon, lat } = view.units;
  return {
    roads: stretchesInView(state).flatMap((along) => knownStretch(state, along)?.lines ?? []),
    places: state.drawing.marking?.at ?? [],
    homes: assumedInView(state).flatMap((each) =>
      each.kind === "housing" ? [{ name: each.name, lon: lon[each.unit], lat: lat[each.unit] }] : [],
    ),
  };
}
