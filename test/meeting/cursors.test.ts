import { expect, test } from "vitest";
import { showsCursors } from "../../src/meeting/cursors.ts";
import { CURSOR_RULES, type CursorRule } from "../../src/protocol/room-acts.ts";
import { after, proposalAct, seatOf } from "./world.ts";

const begun = after(["room", proposalAct("p")]);
const led = (rule: CursorRule) =>
  after(["room", proposalAct("p")], [seatOf("facilitator").id, { kind: "cursors", rule }]);

test("cursors are shown among ten people, and among more where whoever leads wants it", () => {
  const rooms = [begun, ...CURSOR_RULES.map(led)];
  expect(rooms.map((room) => showsCursors(room, 10))).toEqual([true, true, true, true, false]);
  expect(rooms.map((room) => showsCursors(room, 11))).toEqual([false, false, true, true, false]);
});
