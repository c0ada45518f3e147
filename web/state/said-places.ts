import type { Position } from "../../src/index.ts";
import type { AppState } from "./app-state.ts";
import { sharedProposal } from "./chosen.ts";

const NONE: readonly Position[] = [];

/** The places that something is said about of the room's proposal in view, and the one that is being written of. */
export function saidPlaces(state: AppState): readonly Position[] {
  const { room, roomLook } = state;
  const shared = sharedProposal(state);
  if (!room || !shared || state.choice.view === "today") return NONE;
  const said = [...room.meeting.comments.values()].flatMap(({ proposal, hidden, on }) =>
    proposal === shared.key && !hidden && on?.kind === "place" ? [{ lon: on.lon, lat: on.lat }] : [],
  );
  return typeof roomLook.place === "object" ? [...said, roomLook.place] : said;
}
