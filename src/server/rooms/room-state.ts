import { inBoth, type Text } from "../../domain/language.ts";
import type { Draft } from "../../edit/draft.ts";
import { writeEdit } from "../../edit/edit-file.ts";
import { EDIT_ISSUES, type Refusal } from "../../edit/issue-texts.ts";
import { applyChanges, type Edit, fold } from "../../edit/log.ts";
import type { ReadEdit } from "../../edit/log-pack.ts";
import type { LogPart } from "../../edit/log-unpacker.ts";
import { type ProposalContext, readProposal } from "../../edit/proposal-file.ts";
import { received } from "../../edit/received.ts";
import { taken } from "../../edit/shared-log.ts";
import { HINDRANCES } from "../../meeting/may-text.ts";
import { type Hindrance, drawnBy, hindersAct, hindersDrawing, type Sitting } from "../../meeting/may.ts";
import { afterEntry, EMPTY_MEETING, type Meeting, roleOf } from "../../meeting/meeting.ts";
import type { ProposalFile } from "../../protocol/proposal-file.ts";
import type { Act } from "../../protocol/room-acts.ts";
import { ROOM_LIMITS } from "../../protocol/room-limits.ts";
import { mayDo } from "../../protocol/room-roles.ts";
import type { ActEntry, Entry, Sent } from "../../protocol/room.ts";
import { messageText } from "../../report/issue.ts";
import type { Kept } from "./log-rows.ts";

/** What the entries of a room's log make of it, up to one. Nothing in it is changed in place. */
export interface RoomState {
  /** Of the last entry. */
  readonly number: number;
  readonly meeting: Meeting;
  readonly drafts: ReadonlyMap<string, Draft>;
  /** By proposal, the number of the last edit of it. */
  readonly drawnAt: ReadonlyMap<string, number>;
  /** Ids of the edits that each proposal began with: no later one is called so. */
  readonly begunWith: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of all entries as they are kept. */
  readonly bytes: number;
}

export const EMPTY_ROOM: RoomState = {
  number: 0,
  meeting: EMPTY_MEETING,
  drafts: new Map(),
  drawnAt: new Map(),
  begunWith: new Map(),
  bytes: 0,
};

/** Whether a room takes nothing more of a seat; those who lead may still end it. */
export function isFull({ number, bytes, meeting }: RoomState, seat: Sitting): boolean {
  const share = mayDo(roleOf(meeting, seat), "lead") ? 1 : 0.95;
  return number >= share * ROOM_LIMITS.roomEntries || bytes >= share * ROOM_LIMITS.roomBytes;
}

/** What becomes of something sent, before it is kept. */
export type Step =
  | { readonly kind: "entry"; readonly entry: Entry; readonly state: RoomState; readonly begun?: Begun | undefined }
  | { readonly kind: "so already" }
  | { readonly kind: "refused"; readonly code: string; readonly lines: readonly Text[] };

export const hindered = (hindrance: Hindrance): Extract<Step, { readonly kind: "refused" }> => ({
  kind: "refused",
  code: hindrance,
  lines: [HINDRANCES[hindrance]],
});

/** The next entry of a room, if what a seat sent may be one. `now`: ISO 8601. */
export function nextStep(state: RoomState, seat: Sitting, sent: Sent, now: string, context: ProposalContext): Step {
  return "edit" in sent ? drawn(state, seat, sent, now) : acted(state, seat, sent, now, context);
}

function drawn(
  state: RoomState,
  seat: Sitting,
  { proposal, edit }: Extract<Sent, { readonly edit: unknown }>,
  now: string,
): Step {
  const draft = state.drafts.get(proposal);
  const hindrance = hindersDrawing(state.meeting, seat, proposal, drawnBy(edit.changes));
  if (hindrance || !draft) return hindered(hindrance ?? "proposal.unknown");
  if (state.begunWith.get(proposal)?.has(edit.id)) return hindered("id.taken");
  const read = received(draft, { ...edit, by: seat.id, at: heldTo(edit.at, beganAt(state), now) });
  if ("refusal" in read) return refused([read.refusal]);
  const next = taken(draft, read.edit);
  if (next.kind === "so already") return next;
  if (next.kind === "refused") return refused(next.refusals);
  const entry: Entry = { number: state.number + 1, proposal, edit: writeEdit(draft, next.edit) };
  const meeting = afterEntry(state.meeting, entry);
  const grown = { ...state, number: entry.number, meeting };
  return { kind: "entry", entry, state: withDraft(grown, proposal, next.draft, entry.number) };
}

/** When the room began, ISO 8601. */
const beganAt = ({ meeting }: RoomState): string => [...meeting.proposals.values()][0].at;

/** A moment that somebody's clock gave, within what this one knows: drawn without a network it may be long ago, but not yet to come. */
function heldTo(at: string, from: string, to: string): string {
  const [moment, first, last] = [at, from, to].map(Date.parse);
  if (moment > last) return to;
  return moment < first ? from : at;
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
  const begins = act.kind === "proposal" ? beginning(act.file, now, context) : undefined;
  if (act.kind === "proposal" && !begins) return hindered("proposal.unreadable");
  const { file, begun } = begins ?? {};
  const entry: ActEntry = {
    number: state.number + 1,
    id,
    by: seat.id,
    at: now,
    act: act.kind === "proposal" && file ? { ...act, file } : act,
  };
  return { kind: "entry", entry, state: afterAct(state, entry, begun), begun };
}

/** What an act begins, read once: it may be the work of an evening. */
export const begunBy = (act: Act, context: ProposalContext): Begun | undefined =>
  act.kind === "proposal" ? begunOf(act.file, context, "log") : undefined;

function afterAct(state: RoomState, entry: ActEntry, begun: Begun | undefined): RoomState {
  const { act, number } = entry;
  const next = { ...state, number, meeting: afterEntry(state.meeting, entry) };
  if (act.kind !== "proposal" || !begun) return next;
  return {
    ...next,
    drafts: new Map([...state.drafts, [act.proposal, begun.draft]]),
    begunWith: new Map([...state.begunWith, [act.proposal, begun.ids]]),
  };
}

/** After one more entry of the log. Throws where it cannot be read: it was when it was written. */
export function withEntry(state: RoomState, { entry, bytes }: Kept, context: ProposalContext): RoomState {
  const grown = { ...state, bytes: state.bytes + bytes };
  if ("act" in entry) {
    const begun = begunBy(entry.act, context);
    if (entry.act.kind === "proposal" && !begun)
      throw new Error(`the start of proposal ${entry.act.proposal} no longer fits the case`);
    return afterAct(grown, entry, begun);
  }
  const { number, proposal, edit } = entry;
  const draft = state.drafts.get(proposal);
  const read = draft && received(draft, edit);
  if (!read || "refusal" in read) throw new Error(`entry ${number} cannot be read`);
  const after = applyChanges(draft, read.edit.changes);
  return withDraft({ ...grown, number, meeting: afterEntry(state.meeting, entry) }, proposal, after, number);
}

/** With a proposal as an entry left it. */
const withDraft = (state: RoomState, proposal: string, draft: Draft, number: number): RoomState => ({
  ...state,
  drafts: new Map([...state.drafts, [proposal, draft]]),
  drawnAt: new Map([...state.drawnAt, [proposal, number]]),
});

/** After the next stretch of the log: what {@link withEntry} makes of its entries one by one. */
export function withPart(state: RoomState, { last, bytes, entries }: LogPart, context: ProposalContext): RoomState {
  let next = state;
  let strokes: ReadEdit[] = [];
  const settle = (): void => {
    for (const [proposal, own] of byProposal(strokes)) {
      const draft = next.drafts.get(proposal);
      if (!draft) throw new Error(`proposal ${proposal} of a pack is not there`);
      const edits = own.map(({ read }) => read);
      next = withDraft(next, proposal, fold(draft, edits), own[own.length - 1].number);
    }
    strokes = [];
  };
  for (const entry of entries) {
    if ("read" in entry) strokes.push(entry);
    else {
      settle();
      next = withEntry(next, { entry, bytes: 0 }, context);
    }
  }
  settle();
  return { ...next, number: last, bytes: state.bytes + bytes, meeting: { ...next.meeting, number: last } };
}

function byProposal(strokes: readonly ReadEdit[]): ReadonlyMap<string, readonly ReadEdit[]> {
  const by = new Map<string, ReadEdit[]>();
  for (const stroke of strokes) {
    const known = by.get(stroke.proposal);
    if (known) known.push(stroke);
    else by.set(stroke.proposal, [stroke]);
  }
  return by;
}

/** What a proposal of a room begins with. */
export interface Begun {
  readonly draft: Draft;
  readonly edits: readonly Edit[];
  readonly ids: ReadonlySet<string>;
}

/**
 * What a proposal's file makes of the case; `undefined` where it is none of the case's. What was kept once is read though it would not be
 * taken in any more.
 */
function begunOf(file: ProposalFile, context: ProposalContext, from: "page" | "log"): Begun | undefined {
  const { value, issues } = readProposal(JSON.stringify(file), context);
  if (from === "page" && issues.some(({ code }) => code === "proposal.site-outside")) return undefined;
  return value && { draft: value.draft, edits: value.edits, ids: new Set(value.edits.map(({ id }) => id)) };
}

/**
 * A file that a room's proposal may begin with, as it is kept: drawn on the room's own data, called what its edits call it, none of them
 * later than now. `undefined` where it is none.
 */
export function beginning(
  file: ProposalFile,
  now: string,
  context: ProposalContext,
): { readonly file: ProposalFile; readonly begun: Begun } | undefined {
  const begun = file.data === context.dataHash ? begunOf(file, context, "page") : undefined;
  if (!begun) return undefined;
  const edits = file.edits.map((edit) => ({ ...edit, at: heldTo(edit.at, edit.at, now) }));
  return { file: { ...file, title: begun.draft.plan.title, edits }, begun };
}

const refused = (refusals: readonly Refusal[]): Extract<Step, { readonly kind: "refused" }> => ({
  kind: "refused",
  code: refusals[0]?.code ?? "edit.malformed",
  lines: refusals.map(inWords),
});

const inWords = (refusal: Refusal): Text => inBoth((language) => messageText(refusal, EDIT_ISSUES, language));
