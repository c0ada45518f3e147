import type { Assumption, Position, Stretch } from "../../src/index.ts";
import type { AppState } from "./app-state.ts";
import { chosenDocument } from "./chosen.ts";
import { assumptionsOf } from "./plans.ts";

/** Names a stretch among those whose roads are known. */
export const stretchKey = (along: readonly Position[]): string =>
  along.map(({ lon, lat }) => `${lon} ${lat}`).join(" ");

/** What the plan in view assumes, without the one that is being changed, whose places are shown as they come. */
export function assumedInView(state: AppState): readonly Assumption[] {
  const plan = chosenDocument(state);
  const changed = state.drawing.marking?.of;
  const now = changed === undefined ? undefined : plan?.draft?.assumptions.get(changed);
  return plan ? assumptionsOf(plan).filter((each) => each !== now) : [];
}

/** The places of every dangerous stretch of the plan in view, and of the one that is being drawn. */
export function stretchesInView(state: AppState): readonly (readonly Position[])[] {
  const assumed = assumedInView(state).flatMap((each) => (each.kind === "danger" ? [each.along] : []));
  const { marking } = state.drawing;
  return marking?.kind === "danger" && marking.at.length > 1 ? [...assumed, marking.at] : assumed;
}

/** The roads of a stretch; undefined until they are found. */
export const knownStretch = ({ stretches }: AppState, along: readonly Position[]): Stretch | undefined =>
  stretches.get(stretchKey(along));
