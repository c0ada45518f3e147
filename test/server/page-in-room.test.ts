import { Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { NO_SITE } from "../../src/domain/plan.ts";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { completed } from "../../src/edit/completed.ts";
import { applyChanges, type Edit } from "../../src/edit/log.ts";
import { received } from "../../src/edit/received.ts";
import { followed, waitsFor } from "../../src/edit/shared-log.ts";
import { assignPairs, closeSite, setCapacity } from "../../src/edit/tools.ts";
import { readyVote } from "../../src/meeting/meeting.ts";
import { groundOfPacks } from "../../src/edit/log-pack.ts";
import { HEARTBEAT } from "../../src/protocol/room-limits.ts";
import { idOfSent, type Joined } from "../../src/protocol/room.ts";
import { RoomLine } from "../../web/room/line.ts";
import { wayTo } from "../../web/proposals/history.ts";
import type { Heard } from "../../web/room/kept-log.ts";
import { HISTORY_COMING, RESTORED } from "../../web/room/room-words.ts";
import { held, start } from "../edit/random.ts";
import { pageAt, pagesFrom } from "./room-page.ts";
import { HINDRANCES } from "../../src/meeting/may-text.ts";
import { newPlace } from "./place.ts";
import { Guest, joinRoom, makeRoom, pastOf, post, serveRooms } from "./room-world.ts";

let world: Awaited<ReturnType<typeof serveRooms>>;
/** What the browser keeps for its pages. */
let keeps: ReadonlyMap<string, string>;
beforeAll(async () => {
  world = await serveRooms(await newPlace());
  keeps = pagesFrom(world.url);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await world.server.close();
});

const nothing = (): void => undefined;
const GROUND = groundOfPacks(start.municipality);

type Hears = ConstructorParameters<typeof RoomLine>[3];

/** The line of a page that sits in a room, and what it was answered; `hears`: what somebody listens to. */
const lineOf = async (link: string, hears: Partial<Hears> = {}) => lineAt(await joinRoom(world.url, link, "Bo"), hears);

async function lineAt({ id, seat }: Pick<Joined, "id" | "seat">, hears: Partial<Hears> = {}) {
  const answers: (readonly [id: string, answer: string])[] = [];
  let isIn: () => void = nothing;
  const came = new Promise<void>((done) => (isIn = done));
  const line = new RoomLine({ id, secret: seat }, () => ({ after: 0, epoch: "" }), GROUND, {
    unknown: nothing,
    held: nothing,
    entries: nothing,
    snapshot: nothing,
    deletedAt: nothing,
    ahead: nothing,
    is: nothing,
    answered: (sent, answer) => answers.push([idOfSent(sent), answer.kind === "refused" ? answer.code : answer.kind]),
    waits: nothing,
    people: nothing,
    links: nothing,
    counts: nothing,
    ballots: nothing,
    view: nothing,
    cursor: nothing,
    bye: nothing,
    ...hears,
    here: (...told) => {
      hears.here?.(...told);
      isIn();
    },
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
    const { changes } = assignPairs(log.draft, left, 1);
    const [whole] = completed(log, new Map([[id, undefined]]), changes)!.waiting;
    line.put({ proposal, edit: writeEdit(start, edit) }, { when: "completed", says: undefined });
    return {
      finish: () => line.finish([{ proposal, edit: writeEdit(start, whole.edit) }]),
      draft: applyChanges(start, whole.edit.changes),
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

test("a line that this page ends is not tried again", async () => {
  const room = await makeRoom(world.url);
  const { line } = await lineOf(room.links.participant);
  vi.useFakeTimers();
  try {
    line.close();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test("a line that this page ends to come again is tried once, however long it takes to be there", async () => {
  const { links } = await makeRoom(world.url);
  const { line } = await lineOf(links.participant);
  const connects = vi.spyOn(Socket.prototype, "connect");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    line.comeAgain();
    vi.advanceTimersByTime(60_000);
    expect(connects).toHaveBeenCalledTimes(1);
  } finally {
    vi.useRealTimers();
    connects.mockRestore();
    line.close();
  }
});

test("a line on which nothing is heard is away before it is cut, and here again with the next word; the network's return has it tried at once", async () => {
  const { links } = await makeRoom(world.url);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const said: string[] = [];
    const { line } = await lineOf(links.participant, { is: (now) => said.push(now) });
    // Nothing that comes is heard before time has gone by: as where a network is gone without a word.
    vi.advanceTimersByTime(2 * HEARTBEAT);
    expect(said).toEqual(["here"]);
    vi.advanceTimersByTime(1000);
    expect(said).toEqual(["here", "away"]);
    // What was on its way comes.
    await expect.poll(() => said).toEqual(["here", "away", "here"]);
    window.dispatchEvent(new Event("online"));
    expect(said).toHaveLength(3);
    vi.advanceTimersByTime(2 * HEARTBEAT + 1000);
    window.dispatchEvent(new Event("online"));
    expect(said.slice(3)).toEqual(["away", "away"]);
    await expect.poll(() => said.slice(5)).toEqual(["here"]);
    line.close();
  } finally {
    vi.useRealTimers();
  }
});

test("of edits that are to be completed each goes with its own, in order; a page that is closed before keeps them for the next, which sends them", async () => {
  const { links } = await makeRoom(world.url);
  const { guest: leader } = await sits(links.facilitator, "Leder");
  const bo = await joinRoom(world.url, links.participant, "Bo");
  const [page, next] = [await lineAt(bo), () => lineAt(bo)];
  const proposal = leader.first;
  const edits = [0, 1].map((site): Edit => {
    const changes = closeSite(start, site);
    return { id: `closes-${site}`, by: bo.id, at: "2026-01-01T00:00:00Z", changes };
  });
  const log = edits.reduce(waitsFor, followed(start, 1));
  const when = { when: "completed", says: undefined } as const;
  for (const edit of edits) page.line.put({ proposal, edit: writeEdit(start, edit) }, when);
  const { assignment } = log.draft.plan;
  const left = [...assignment.keys()].filter((pair) => assignment[pair] === NO_SITE);
  const { waiting } = completed(log, page.line.unfinished, assignPairs(log.draft, left, 2).changes)!;
  page.line.finish(waiting.map(({ edit, madeOf }) => ({ proposal, edit: writeEdit(madeOf, edit) })));
  await expect.poll(() => page.answers.map(([id]) => id)).toEqual(["closes-0", "closes-1"]);
  await leader.until(3);
  for (const { edit, madeOf } of leader.edits.map(({ edit: each }, i) => ({ edit: each, madeOf: waiting[i].madeOf }))) {
    const read = received(madeOf, edit);
    expect("edit" in read && applyChanges(madeOf, read.edit.changes).plan.assignment.includes(NO_SITE)).toBe(false);
  }
  const last: Edit = { ...edits[0], id: "opens", changes: setCapacity(leader.draft, 2, [9, 9, 9]) };
  page.line.put({ proposal, edit: writeEdit(leader.draft, last) }, when);
  page.line.close();
  const { line, answers } = await next();
  expect(line.putKept().map(idOfSent)).toEqual(["opens"]);
  await expect.poll(() => answers).toEqual([["opens", "numbered"]]);
  expect(keeps.size).toBe(0);
  line.close();
  leader.socket.disconnect();
});

const pageOf = (joined: Joined, known?: Partial<Heard>, mayAsk?: Promise<void>) =>
  pageAt(world.url, joined, known, mayAsk);

test("whoever comes late to a room sees it as it is before its history is read, may draw meanwhile, and then has every step; words that were deleted come to nobody", async () => {
  const { links } = await makeRoom(world.url);
  const { guest: anna, seat } = await sits(links.participant, "Anna");
  for (let i = 1; i <= 10; i++)
    await anna.draw(`a-${i}`, assignPairs(anna.draft, [3 * i, 3 * i + 4], i % 2).changes, { note: "Hemmeligt" });
  /** What a page is shown at first, and then; `late`: once it has the room. */
  const comesLate = async (late: (page: ReturnType<typeof pageOf>) => void = nothing) => {
    let ask = nothing;
    const mayAsk = new Promise<void>((done) => (ask = done));
    const page = pageOf(await joinRoom(world.url, links.participant, "Bo"), {}, mayAsk);
    const { store, session } = page;
    const stepsNow = () => {
      const [proposal] = store.state().proposals?.values() ?? [];
      return proposal && { plan: held(proposal.draft), notes: wayTo(proposal.history).map(({ edit }) => edit.note) };
    };
    await expect.poll(() => store.state().room?.number).toBe(anna.number);
    const [is, first] = [store.state().room?.history, stepsNow()];
    late(page);
    ask();
    await expect.poll(() => store.state().room?.history).toBe("here");
    await expect.poll(() => store.state().room?.waiting).toBe(0);
    const whole = stepsNow();
    session.leave("of oneself", RESTORED);
    return { is, first, whole };
  };
  // Once it is packed: a moment after it was drawn.
  await expect
    .poll(async () => (await pastOf(world.url, seat, 0)).bytes.length, { timeout: 10_000 })
    .toBeGreaterThan(0);
  const note = { da: "Hemmeligt", en: "Hemmeligt" };
  let came = await comesLate();
  for (const end = Date.now() + 10_000; came.is === "here" && Date.now() < end;) came = await comesLate();
  expect(came.is).toBe("coming");
  expect(came.first?.plan).toEqual(held(anna.draft));
  expect(came.first?.notes[0]).toEqual(HISTORY_COMING);
  expect(came.first.notes.length).toBeLessThan(10);
  expect(came.whole).toEqual({ plan: held(anna.draft), notes: Array.from({ length: 10 }, () => note) });
  const drew = await comesLate(({ session, store }) => {
    const [proposal] = store.state().proposals!.values();
    session.drawing.draw(proposal.id, { changes: setCapacity(proposal.draft, 2, [9, 9, 9]) });
  });
  expect(drew.is).toBe("coming");
  await anna.until(12);
  expect(drew.whole?.notes).toEqual([...Array.from({ length: 10 }, () => note), undefined]);
  expect(drew.whole?.plan).toEqual(held(anna.draft));
  await post(world.url, "/rooms/own/forget", { seat });
  await anna.until(13);
  let after = await comesLate();
  for (const end = Date.now() + 10_000; after.is === "here" && Date.now() < end;) after = await comesLate();
  expect(after.is).toBe("coming");
  expect(JSON.stringify(after)).not.toContain("Hemmeligt");
  expect((await pastOf(world.url, seat, 0)).status).toBe(200);
  expect((await pastOf(world.url, "x".repeat(43), 0)).status).toBe(404);
  anna.socket.disconnect();
});

test("a page that knows a room from before a restore says so over all it shows, once, and has the room as it is; another says nothing", async () => {
  const { links } = await makeRoom(world.url);
  const { guest } = await sits(links.facilitator, "Leder");
  await guest.act({ kind: "stage", stage: "look", minutes: null });
  await guest.until(2);
  const { entries, epoch } = guest;
  const joined = await joinRoom(world.url, links.participant, "Bo");
  const [lost] = entries.slice(-1).map((entry) => ({ ...entry, number: entry.number + 1 }));
  const pages = [
    pageOf(joined, { entries: [...entries, lost], epoch: "before" }),
    pageOf(joined, { entries, epoch }),
    pageOf(joined),
  ];
  for (const { store } of pages) await expect.poll(() => store.state().room?.number).toBe(entries.length);
  expect(pages.map(({ notices }) => notices)).toEqual([[RESTORED], [], []]);
  for (const { session } of pages) session.leave("of oneself", RESTORED);
  guest.socket.disconnect();
});

test("of what waited while the line was gone, each that the room does not take is told by its name and why, until it is read", async () => {
  const { links } = await makeRoom(world.url);
  const { guest: leader } = await sits(links.facilitator, "Leder");
  const bo = await joinRoom(world.url, links.participant, "Bo");
  const { line } = await lineAt(bo);
  const names = ["Luk Adby", "Mal til Bolby", "Mal til Bolby"];
  for (const [i, name] of names.entries()) {
    const { changes } = assignPairs(start, [3 * i], start.plan.assignment[3 * i] === 0 ? 1 : 0);
    const note = { da: name, en: name };
    const edit: Edit = { id: `o${i}`, by: bo.id, at: "2026-01-01T00:00:00Z", changes, note };
    // It is kept, and not sent yet.
    line.put({ proposal: leader.first, edit: writeEdit(start, edit) }, { when: "completed", says: undefined });
  }
  line.close();
  await leader.act({ kind: "stage", stage: "look", minutes: null });
  const { store, session } = pageOf(bo);
  const refused = () => store.state().roomLook.refused.map(({ what, why }) => [what?.da, ...why.map(({ da }) => da)]);
  const why = HINDRANCES.stage.da;
  await expect.poll(refused).toEqual(names.map((name) => [name, why]));
  // What is done beside drawing says what it was, too.
  session.act({ kind: "comment", comment: "c", proposal: "nowhere", tone: "for", text: "Kortere vej" });
  await expect.poll(() => refused().slice(3)).toEqual([["Kortere vej", HINDRANCES["proposal.unknown"].da]]);
  const [{ draft }] = store.state().proposals!.values();
  expect(draft.plan.assignment).toEqual(start.plan.assignment);
  session.leave("of oneself", RESTORED);
  leader.socket.disconnect();
});

async function sits(link: string, name: string) {
  const joined = await joinRoom(world.url, link, name);
  const guest = new Guest(world.url, joined.seat);
  await guest.connected();
  return { guest, ...joined };
}

test("whoever leaves, is sent out, watches from then on or has their words deleted takes along what they voted in open votes, whatever way; what is counted stays", async () => {
  const { links } = await makeRoom(world.url);
  const [stays, leaves, out, watches, forgets] = await Promise.all(
    ["A", "B", "C", "D", "E"].map((name) => sits(links.participant, name)),
  );
  const { guest: leader } = await sits(links.facilitator, "Leder");
  const all = [stays, leaves, out, watches, forgets];
  const [first, second] = ["a", "b"].map((text) => ({ kind: "text", text }) as const);
  const ways = [
    { method: "ranked", options: [first, second], ballot: [0] },
    { method: "dots", options: [first, second], ballot: [1, 0] },
    { method: "support", options: [first], ballot: [1] },
  ] as const;
  for (const { method, options } of ways)
    for (const vote of [method, `${method}-closed`])
      await leader.act({ kind: "vote", vote, title: "Hvad?", method, options: [...options] });
  await Promise.all(
    all.map(async ({ guest }) => {
      await guest.vote(readyVote(leader.meeting), []);
      for (const { method, ballot } of ways)
        for (const vote of [method, `${method}-closed`]) await guest.vote(vote, [...ballot]);
    }),
  );
  for (const { method } of ways) await leader.act({ kind: "close", vote: `${method}-closed` });
  // Of the votes that are open, and of who is ready.
  const has = (counted: number) => () =>
    leader.counts.length === 4 && leader.counts.every(({ ballots }) => ballots === counted);
  await leader.sees(has(5));
  expect(await post(world.url, "/rooms/leave", { seat: leaves.seat })).toEqual({ status: 200, body: {} });
  await leader.sees(has(4));
  await leader.act({ kind: "out", seat: out.id });
  await leader.sees(has(3));
  await leader.act({ kind: "role", seat: watches.id, role: "viewer" });
  await leader.sees(has(2));
  await post(world.url, "/rooms/own/forget", { seat: forgets.seat });
  await leader.sees(has(1));
  for (const { method } of ways) await leader.act({ kind: "close", vote: method });
  await leader.sees(() => leader.meeting.votes.get("support")?.result !== undefined);
  expect([...leader.meeting.votes].map(([vote, { result }]) => [vote, result?.ballots])).toEqual(
    ways.flatMap(({ method }) => [
      [method, 1],
      [`${method}-closed`, 5],
    ]),
  );
  for (const { guest } of [...all, { guest: leader }]) guest.socket.disconnect();
});
