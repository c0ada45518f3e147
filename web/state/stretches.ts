import type { Position, Stretch } from "../../src/index.ts";
import type { AppState } from "./app-state.ts";
import { chosenDocument } from "./chosen.ts";
import { assumptionsOf } from "./plans.ts";

/** Names a stretch among those whose roads are known. */
export const stretchKey = (along: readonly Position[]): string =>
  along.map(({ lon, lat }) => `${lon} ${lat}`).join(" ");

/** The places of every dangerous stretch of the plan in view, and of the one that is being drawn. */
export function stretchesInView(state: AppState): readonly (readonly Position[])[] {
  const plan = chosenDocument(state);
  const assumed = plan ? assumptionsOf(plan).flatMap((each) => (each.kind === "danger" ? [each.along] : [])) : [];
  const { marking } = state.drawing;
  return marking?.kind === "danger" && marking.at.length > 1 ? [...assumed, marking.at] : assumed;
}

/** The roads of a stretch; undefined until they are found. */
export const knownStretch = ({ stretches }: AppState, along: readonly Position[]): Stretch | undefined =>
  stretches.get(stretchKey(along));
