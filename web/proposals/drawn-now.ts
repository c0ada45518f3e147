import type { Draft } from "../../src/index.ts";
import type { AppState } from "../state/app-state.ts";
import { chosenProposal } from "../state/chosen.ts";

/** The plan looked at while it is drawn on; undefined while plans are only read. */
export const drawnNow = (state: AppState): Draft | undefined =>
  state.choice.doing === "draw" ? chosenProposal(state)?.draft : undefined;
