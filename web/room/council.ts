import {
  councilFile,
  type CouncilMap,
  councilPage,
  handedOver,
  type Language,
  type OpenCase,
  proposalHash,
} from "../../src/index.ts";
import type { CouncilFile } from "../../src/protocol/council-file.ts";
import { writtenProposal } from "../proposals/file.ts";
import { proposalContext } from "../proposals/proposal.ts";
import type { AppState } from "../state/app-state.ts";
import { caseView } from "../state/selectors.ts";
import { roomNames } from "./room-names.ts";

/** A proposal as it was passed on: its file, and the page that holds it, with a picture of its map or without. */
interface CouncilPapers {
  readonly file: CouncilFile;
  readonly page: (map: CouncilMap | undefined) => string;
}

/** What the file and the page of a locked proposal are known by again, as hex; `undefined` where it is not on this page. */
export function lockedHash(state: AppState, key: string): string | undefined {
  const found = inRoom(state, key);
  return found && proposalHash(found.written);
}

/** A proposal of the room as this page has it, and as its file; `undefined` where it has none. */
function inRoom(state: AppState, key: string) {
  const view = caseView(state);
  const shared = state.room?.proposals.find((each) => each.key === key);
  const proposal = shared && state.proposals?.get(shared.id);
  if (!view || !proposal) return undefined;
  return { shared, proposal, written: writtenProposal(proposalContext(view), proposal) };
}

/** A proposal of the room as it was passed on to the council; `undefined` where it was not. `key`: what the room knows it by. */
export function councilPapers(
  state: AppState,
  key: string,
  opened: OpenCase,
  language: Language,
): CouncilPapers | undefined {
  const { room } = state;
  const found = inRoom(state, key);
  if (!room || !found) return undefined;
  const { shared, proposal, written } = found;
  const handed = handedOver(room.meeting, { proposal: key, lastDrawn: shared.number }, roomNames(state, language));
  if (!handed) return undefined;
  const file = councilFile(opened, { proposal: written, draft: proposal.draft }, room.title, handed);
  return { file, page: (map) => councilPage(file, language, map) };
}
