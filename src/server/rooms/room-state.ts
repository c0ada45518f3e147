import type { Text } from "../../domain/language.ts";
import type { Draft } from "../../edit/draft.ts";
import { writeEdit } from "../../edit/edit-file.ts";
import { EDIT_ISSUES, type Refusal } from "../../edit/issue-texts.ts";
import { applyChanges } from "../../edit/log.ts";
import { type ProposalContext, readProposal } from "../../edit/proposal-file.ts";
import { received } from "../../edit/received.ts";
import { taken } from "../../edit/shared-log.ts";
import { HINDRANCES, type Hindrance, hindersAct, hindersDrawing, type Sitting } from "../../meeting/may.ts";
import { afterEntry, EMPTY_MEETING, type Meeting } from "../../meeting/meeting.ts";
import type { ProposalFile } from "../../protocol/proposal-file.ts";
import type { Act } from "../../protocol/room-acts.ts";
import type { ActEntry, Entry, Sent } from "../../protocol/room.ts";
import { messageText } from "../../report/issue.ts";

/** What the entries of a room's log make of it, up to one. Nothing in it is changed in place. */
export interface RoomState {
  /** Of the last entry. */
  readonly number: number;
  readonly meeting: Meeting;
  readonly drafts: ReadonlyMap<string, Draft>;
}

export const EMPTY_ROOM: RoomState = { number: 0, meeting: EMPTY_MEETING, drafts: new Map() };

/** What becomes of something sent, before it is kept. */
export type Step =
  | { readonly kind: "entry"; readonly entry: Entry; readonly state: RoomState }
  | { readonly kind: "so already" }
  | { readonly kind: "refused"; readonly lines: readonly Text[] };

export const hindered = (hindrance: Hindrance): Extract<Step, { readonly kind: "refused" }> => ({
  kind: "refused",
  lines: [HINDRANCES[hindrance]],
});

/** The next entry of a room, if what a seat sent may be one. `now`: ISO 8601. */
export function nextStep(state: RoomState, seat: Sitting, sent: Sent, now: string, context: ProposalContext): Step {
  return "edit" in sent ? drawn(state, seat, sent) : acted(state, seat, sent, now, context);
}

function drawn(state: RoomState, seat: Sitting, { proposal, edit }: Extract<Sent, { readonly edit: unknown }>): Step {
  const draft = state.drafts.get(proposal);
  const hindrance = hindersDrawing(state.meeting, seat, proposal);
  if (hindrance || !draft) return hindered(hindrance ?? "proposal.unknown");
  const read = received(draft, { ...edit, by: seat.id });
  if ("refusal" in read) return { kind: "refused", lines: [inWords(read.refusal)] };
  const next = taken(draft, read.edit);
  if (next.kind === "so already") return next;
  if (next.kind === "refused") return { kind: "refused", lines: next.refusals.map(inWords) };
  const entry: Entry = { number: state.number + 1, proposal, edit: writeEdit(draft, next.edit) };
  const drafts = new Map([...state.drafts, [proposal, next.draft]]);
  return { kind: "entry", entry, state: { ...state, number: entry.number, drafts } };
}

function acted(
  state: RoomState,
  seat: Sitting,
  { id, act }: Extract<Sent, { readonly act: unknown }>,
  now: string,
  context: ProposalContext,
): Step {
  const hindrance = hindersAct(state.meeting, seat, act);
  if (hindrance) return hindered(hindrance);
  const begun = begunBy(act, context);
  if (act.kind === "proposal" && !begun) return hindered("proposal.unreadable");
  const entry: ActEntry = { number: state.number + 1, id, by: seat.id, at: now, act };
  return { kind: "entry", entry, state: afterAct(state, entry, begun) };
}

/** The draft that an act begins, read once: it may be the work of an evening. */
const begunBy = (act: Act, context: ProposalContext): Draft | undefined =>
  act.kind === "proposal" ? draftOf(act.file, context) : undefined;

function afterAct(state: RoomState, entry: ActEntry, begun: Draft | undefined): RoomState {
  const { act, number } = entry;
  const drafts = act.kind === "proposal" && begun ? new Map([...state.drafts, [act.proposal, begun]]) : state.drafts;
  return { number, meeting: afterEntry(state.meeting, entry), drafts };
}

/** After one more entry of the log. Throws where it cannot be read: it was when it was written. */
export function withEntry(state: RoomState, entry: Entry, context: ProposalContext): RoomState {
  if ("act" in entry) {
    const begun = begunBy(entry.act, context);
    if (entry.act.kind === "proposal" && !begun)
      throw new Error(`the start of proposal ${entry.act.proposal} no longer fits the case`);
    return afterAct(state, entry, begun);
  }
  const { number, proposal, edit } = entry;
  const draft = state.drafts.get(proposal);
  const read = draft && received(draft, edit);
  if (!read || "refusal" in read) throw new Error(`entry ${number} cannot be read`);
  return { ...state, number, drafts: new Map([...state.drafts, [proposal, applyChanges(draft, read.edit.changes)]]) };
}

/** What a proposal's file makes of the case; `undefined` where it is none of the case's. */
export const draftOf = (file: ProposalFile, context: ProposalContext): Draft | undefined =>
  readProposal(JSON.stringify(file), context).value?.draft;

const inWords = (refusal: Refusal): Text => ({
  da: messageText(refusal, EDIT_ISSUES, "da"),
  en: messageText(refusal, EDIT_ISSUES, "en"),
});
