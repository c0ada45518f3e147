import { chosenProposal } from "../state/chosen.ts";
import type { AppState } from "../state/app-state.ts";
import type { Drawing, WayName } from "../state/drawing.ts";
import { caseView, sceneryOf } from "../state/selectors.ts";
import { BLOCK_SIZES } from "../worker/messages.ts";
import { blocksOf } from "./ways/block.ts";
import { WAY } from "./ways/list.ts";
import type { UnitGroups } from "./ways/way.ts";

/** The groups that a way chooses among; undefined where it draws freely or the case has none. */
export function groupsNow(state: AppState, way: WayName = state.drawing.way): UnitGroups | undefined {
  const [view, scenery, draft] = [caseView(state), sceneryOf(state), chosenProposal(state)?.draft];
  return view && scenery && draft && WAY[way].groups?.({ view, scenery, draft, drawing: state.drawing });
}

/** Whether the case has what a way needs. */
export const isOffered = (state: AppState, way: WayName): boolean =>
  WAY[way].groups === undefined || groupsNow(state, way) !== undefined;

/** The sizes that blocks between roads can have in the case. */
export function blockSizes(state: AppState): readonly Drawing["blocks"][] {
  const [view, scenery] = [caseView(state), sceneryOf(state)];
  if (!view || !scenery) return [];
  const blocks = blocksOf(view, scenery);
  return BLOCK_SIZES.filter((size) => blocks[size] !== undefined);
}
