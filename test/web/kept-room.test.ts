import { expect, test } from "vitest";
import { afterEntry, EMPTY_MEETING } from "../../src/meeting/meeting.ts";
import { titlesOf } from "../../src/meeting/titles.ts";
import type { Act } from "../../src/protocol/room-acts.ts";
import type { ActEntry } from "../../src/protocol/room.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import { GrowingMap } from "../../web/proposals/growing-map.ts";
import { writtenProposal } from "../../web/proposals/file.ts";
import { proposalContext } from "../../web/proposals/proposal.ts";
import { closeKeptRoom, showKeptRoom } from "../../web/room/kept-room.ts";
import { minutesFile } from "../../web/room/minutes-file.ts";
import { roomTextIn } from "../../web/room/room-file.ts";
import { hindranceHere } from "../../web/state/chosen.ts";
import { openPage } from "./proposals/page.ts";
import { roomOf } from "./room-state.ts";

const AT = "2026-01-01T19:00:00.000Z";
const NOTE = { da: "tegnet", en: "drawn" };

/** A page in a room with one proposal of two steps, something said of it, a vote, and where somebody looked. */
async function inRoom() {
  const page = await openPage();
  const { studio, view, all, store } = page;
  studio.begin(view.plans[0], "Vores forslag");
  for (const pair of [0, 3]) studio.edit(assignPairs(all()[0].draft, [pair], 1).changes, NOTE);
  const [proposal] = all();
  const file = writtenProposal(proposalContext(view), proposal);
  const acts: readonly Act[] = [
    { kind: "proposal", proposal: "p", file: { ...file, edits: [] } },
    { kind: "comment", comment: "c", proposal: "p", tone: "for", text: "Kort <b>skolevej</b>" },
    { kind: "bring", proposal: "p", lon: 11, lat: 55, zoom: 9 },
    {
      kind: "vote",
      vote: "v",
      title: "Ja?",
      method: "support",
      options: [{ kind: "version", proposal: "p", number: 1 }],
    },
    { kind: "close", vote: "v", result: { ballots: 6, first: [0], points: [5, 1] } },
  ];
  const entries = acts.map((act, i): ActEntry => ({ number: i + 1, id: `e${i}`, by: "anna", at: AT, act }));
  const meeting = entries.reduce(afterEntry, EMPTY_MEETING);
  store.dispatch({
    kind: "room",
    room: {
      ...roomOf(),
      title: "Borgermøde",
      seat: "anna",
      role: "facilitator",
      people: [{ id: "anna", name: "Anna", role: "facilitator", isHere: true }],
      proposals: [{ id: proposal.id, key: "p", mayUndo: true, mayRedo: false, number: 7 }],
      meeting: { ...meeting, number: 7 },
      number: 7,
      acts: entries,
      titles: titlesOf(entries, () => "Første navn"),
    },
  });
  return { ...page, proposal };
}

const saved = async () => {
  const { store, proposal } = await inRoom();
  return { proposal, text: minutesFile(store.state(), "da", undefined, AT)!.text, before: store.state().room! };
};

test("the minutes tell what was drawn in the room by whom, once, and not what was drawn before it was a room's", async () => {
  const { store, proposal } = await inRoom();
  const { room } = store.state();
  const steps = [...proposal.history.steps].map(
    ([id, { edit, parent }], i) => [id, { edit: i === 0 ? edit : { ...edit, by: "anna" }, parent }] as const,
  );
  const history = { ...proposal.history, steps: new GrowingMap(new Map(steps)) };
  for (const id of [proposal.id, "copy"]) store.dispatch({ kind: "proposal", proposal: { ...proposal, id, history } });
  const [shared] = room!.proposals;
  store.dispatch({ kind: "room", room: { ...room!, proposals: [shared, { ...shared, id: "copy", key: "q" }] } });
  const { text } = minutesFile(store.state(), "da", undefined, AT)!;
  expect(text.match(/[^>]* tegnede på [^<]*/g)).toEqual([" Anna tegnede på »Første navn«: tegnet."]);
});

test("the minutes of a room, dropped on a page without a server, are the room again to look at: proposals with their steps, what was said and voted; not where people looked", async () => {
  const { text, proposal, before } = await saved();
  expect(text).not.toContain("<b>skolevej");
  const { store, all } = await openPage();
  expect(showKeptRoom(store, text)).toBe("opened");
  const { room, choice } = store.state();
  expect([room?.line, room?.role, room?.savedAt, room?.title, choice.doing]).toEqual([
    "kept",
    "viewer",
    AT,
    "Borgermøde",
    "meet",
  ]);
  expect(all()[0].draft.plan.assignment).toEqual(proposal.draft.plan.assignment);
  expect(all()[0].history.steps.size).toBe(2);
  expect(room?.titles).toEqual(before.titles);
  expect([...room!.meeting.comments.values()].map((each) => each.text)).toEqual(["Kort <b>skolevej</b>"]);
  expect(room?.meeting.votes).toEqual(before.meeting.votes);
  expect([room?.meeting.shown, text.includes("bring")]).toEqual([undefined, false]);
  // Nothing can be drawn on it, and closed it is gone from the page.
  expect(hindranceHere(store.state())).toBe("kept");
  closeKeptRoom(store);
  expect([store.state().room, all(), store.state().choice.doing]).toEqual([undefined, [], "find"]);
});

test("what is no saved room, is cut, is of other data, or comes while one is in a room is refused, and all is as it was", async () => {
  const { text } = await saved();
  const { store, view } = await openPage();
  expect(showKeptRoom(store, "<html>skoledistrikt-room</html>")).toBeUndefined();
  const held = roomTextIn(text)!;
  for (const broken of [held.replace('"title"', '"titel"'), held.replaceAll(view.dataHash, "0".repeat(64))]) {
    expect(showKeptRoom(store, broken)).toBe("refused");
    expect([store.state().room, store.state().proposals?.size]).toEqual([undefined, 0]);
  }
  const other = await inRoom();
  const { room } = other.store.state();
  expect([showKeptRoom(other.store, text), other.store.state().room]).toEqual(["refused", room]);
});
