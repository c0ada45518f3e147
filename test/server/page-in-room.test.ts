import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { NO_SITE } from "../../src/domain/plan.ts";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { applyChanges, type Edit } from "../../src/edit/log.ts";
import { completed, followed, waitsFor } from "../../src/edit/shared-log.ts";
import { assignPairs, closeSite } from "../../src/edit/tools.ts";
import { idOfSent } from "../../src/protocol/room.ts";
import { RoomLine } from "../../web/room/line.ts";
import { start } from "../edit/random.ts";
import { Guest, joinRoom, makeRoom, serveRooms } from "./room-world.ts";

let world: Awaited<ReturnType<typeof serveRooms>>;
beforeAll(async () => {
  world = await serveRooms({ kind: "memory" });
  // A page asks the server that it comes from.
  vi.stubGlobal("location", new URL(world.url));
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await world.server.close();
});

const nothing = (): void => undefined;

/** The line of a page that sits in a room, and what it was answered. */
async function lineOf(link: string) {
  const { id, seat } = await joinRoom(world.url, link, "Bo");
  const answers: (readonly [id: string, answer: string])[] = [];
  let isIn: () => void = nothing;
  const came = new Promise<void>((done) => (isIn = done));
  const line = new RoomLine({ id, secret: seat }, () => ({ after: 0, epoch: "" }), {
    unknown: nothing,
    held: nothing,
    entries: nothing,
    here: () => isIn(),
    deletedAt: nothing,
    ahead: nothing,
    is: nothing,
    answered: (sent, answer) => answers.push([idOfSent(sent), answer.kind === "refused" ? answer.code : answer.kind]),
    waits: nothing,
    people: nothing,
    counts: nothing,
    ballots: nothing,
    view: nothing,
    cursor: nothing,
    bye: nothing,
  });
  await came;
  return { line, answers };
}

test("an edit that is to be completed is sent with what completes it: numbered as one, or refused as one", async () => {
  const { links } = await makeRoom(world.url);
  const leader = new Guest(world.url, (await joinRoom(world.url, links.facilitator, "")).seat);
  await leader.connected();
  const { line, answers } = await lineOf(links.participant);
  const proposal = leader.first;
  /** Closes a school; gives what completes it, and what both make of the plan. */
  const closing = (id: string) => {
    const edit: Edit = { id, by: "bo", at: "2026-01-01T00:00:00Z", changes: closeSite(start, 0) };
    const log = waitsFor(followed(start, 1), edit);
    const left = [...log.draft.plan.assignment.keys()].filter((pair) => log.draft.plan.assignment[pair] === NO_SITE);
    const { waiting } = completed(log, id, assignPairs(log.draft, left, 1))!;
    line.put({ proposal, edit: writeEdit(start, edit) }, "once completed");
    return {
      finish: () => line.finish({ proposal, edit: writeEdit(start, waiting.edit) }),
      draft: applyChanges(start, waiting.edit.changes),
    };
  };

  const refused = closing("refused");
  expect([line.waiting, line.outbox.length]).toEqual([0, 1]);
  // What comes between the two halves stands in the way of both.
  await leader.act({ kind: "stage", stage: "look", minutes: null });
  refused.finish();
  await expect.poll(() => answers).toEqual([["refused", "stage"]]);
  await leader.act({ kind: "stage", stage: "draw", minutes: null });
  const kept = closing("kept");
  await leader.act({ kind: "clock", minutes: 5 });
  kept.finish();
  await expect.poll(() => answers.at(-1)).toEqual(["kept", "numbered"]);
  await leader.until(5);
  expect(leader.edits.map(({ edit }) => edit.id)).toEqual(["kept"]);
  expect(leader.draft.plan.assignment).toEqual(kept.draft.plan.assignment);
  line.close();
  leader.socket.disconnect();
});
