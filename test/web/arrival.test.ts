import { expect, test } from "vitest";
import { afterEntry, EMPTY_MEETING } from "../../src/meeting/meeting.ts";
import type { Act } from "../../src/protocol/room-acts.ts";
import { arrive } from "../../web/room/arrival.ts";
import { type Choice, FIRST_CHOICE } from "../../web/state/choice.ts";
import { startingState } from "../../web/state/state.ts";
import { createStore } from "../../web/state/store.ts";
import { AT, proposalAct } from "../meeting/world.ts";
import { roomOf } from "./room-state.ts";

/** Which of the room's proposals somebody who comes sees, and in which part of the page. */
const seenBy = (looks: string | undefined, ...acts: readonly Act[]) => seenAfter("find", looks, ...acts);

/** The same for whoever went to something else while the room was on its way. */
function seenAfter(wished: Choice["doing"], looks: string | undefined, ...acts: readonly Act[]) {
  const begun = ["p", "q", "r"].map(proposalAct);
  const meeting = [...begun, ...acts].reduce(
    (before, act, i) => afterEntry(before, { number: i + 1, id: `e${i}`, by: "anna", at: AT, act }),
    EMPTY_MEETING,
  );
  const store = createStore(startingState(FIRST_CHOICE));
  const before = store.state().choice.doing;
  store.dispatch({ kind: "choose", change: { doing: wished } });
  arrive(store, { ...roomOf("p", "q", "r"), meeting }, looks, before);
  const { plan, doing } = store.state().choice;
  return [plan?.from === "own" && plan.id.replace("room-r-", ""), doing];
}

const bring: Act = { kind: "bring", proposal: "q", lon: 11, lat: 55, zoom: 9 };
const vote: Act = {
  kind: "vote",
  vote: "v",
  title: "Ja?",
  method: "support",
  options: [{ kind: "version", proposal: "r", number: 3 }],
};
const table: readonly Act[] = [
  { kind: "table", table: "t", name: "Bord 1", proposal: "r" },
  { kind: "sit", table: "t", seat: "bo" },
];

test("whoever comes late stands at what the room looks at: one's table, where whoever leads looks, what was shown, what is voted on", () => {
  expect(seenBy(undefined)).toEqual(["p", "draw"]);
  expect(seenBy(undefined, vote)).toEqual(["r", "draw"]);
  expect(seenBy(undefined, vote, bring)).toEqual(["q", "draw"]);
  expect(seenBy("r", bring, { kind: "stage", stage: "look", minutes: null })).toEqual(["r", "meet"]);
  expect(seenBy("q", ...table)).toEqual(["r", "draw"]);
  // One that this page does not have yet is passed over.
  expect(seenBy("x", bring)).toEqual(["q", "draw"]);
});

test("whoever goes to the meeting before all of the room is there stays at the meeting", () => {
  expect(seenAfter("meet", undefined)).toEqual(["p", "meet"]);
  expect(seenAfter("ask", "r", bring)).toEqual(["r", "ask"]);
});
