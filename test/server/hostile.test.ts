import { BAND_COUNT } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import { readyVote } from "../../src/meeting/meeting.ts";
import { LARGEST_MESSAGE, ROOM_LIMITS, ROOM_RATES } from "../../src/protocol/room-limits.ts";
import { start } from "../edit/random.ts";
import { newPlace } from "./place.ts";
import { context, firstFile, Guest, joinRoom, makeRoom, post, serveRooms } from "./room-world.ts";

/** What whoever means ill sends: a clear refusal, and the server and the other rooms go on. */
let world: Awaited<ReturnType<typeof serveRooms>>;
beforeAll(async () => {
  world = await serveRooms(await newPlace());
}, 60_000);
afterAll(() => world.server.close());

async function sits(link: string, before?: Guest) {
  const joined = await joinRoom(world.url, link, "");
  const guest = new Guest(world.url, joined.seat, before);
  await guest.connected();
  return { guest, ...joined };
}

const stroke = (unit: number, site = start.plan.assignment[unit * BAND_COUNT] === 0 ? 1 : 0) =>
  assignPairs(start, [unit * BAND_COUNT], site).changes;
const editOf = (id: string, more: object = {}) => ({
  ...writeEdit(start, { id, by: "x", at: "2026-01-01T00:00:00Z", changes: stroke(3) }),
  ...more,
});

/** Anything, whatever a page of ours would send. */
const put = (guest: Guest, sent: unknown) => guest.socket.timeout(5000).emitWithAck("put", sent as never);
const refused = (code: string) => ({ kind: "refused", code });

test("ids that a database would not keep, links made by hand and others' steps are refused, and the room goes on", async () => {
  const { links } = await makeRoom(world.url);
  const [anna, bo, leader] = await Promise.all(
    [links.participant, links.participant, links.facilitator].map(async (link) => (await sits(link)).guest),
  );
  const sit = { kind: "sit", table: null };
  for (const id of ["a\u0000b", "\uD800", "x".repeat(61), "", "__proto__ x"])
    expect(await put(anna, { id, act: sit })).toMatchObject(refused("unreadable"));
  expect(await put(leader, { id: "l1", act: { kind: "link", role: "viewer", isOpen: false } })).toMatchObject(
    refused("unreadable"),
  );
  // What an act names is in this room, or the act is refused; names that every object of JavaScript has are no exception.
  const elsewhere = await makeRoom(world.url);
  const { id: stranger } = await joinRoom(world.url, elsewhere.links.participant, "");
  const word = { kind: "text", text: "a" };
  const about = (on: object) => ({ kind: "comment", comment: "n", proposal: leader.first, tone: "for", text: "a", on });
  const nowhere: readonly (readonly [code: string, act: object])[] = [
    ["seat.unknown", { kind: "role", seat: "nobody", role: "viewer" }],
    ["seat.unknown", { kind: "out", seat: stranger }],
    ["seat.unknown", { kind: "pen", seat: stranger }],
    ["seat.unknown", { kind: "sit", table: null, seat: "nobody" }],
    ["entry.unknown", { kind: "hide", what: { entry: "nothing" }, reason: "" }],
    ["site.unknown", about({ kind: "site", site: "__proto__" })],
    ["measure.unknown", about({ kind: "measure", measure: "constructor" })],
    [
      "measure.unknown",
      {
        kind: "vote",
        vote: "n",
        title: "a",
        method: "dots",
        options: [word, { kind: "measure", measure: "__proto__" }],
      },
    ],
    ["vote.twice", { kind: "vote", vote: "n", title: "a", method: "ranked", options: [word, word] }],
  ];
  for (const [i, [code, act]] of nowhere.entries())
    expect(await put(leader, { id: `n${i}`, act })).toMatchObject(refused(code));
  const unseen = { kind: "version", proposal: anna.first, name: "\u200B\u202E" };
  expect(await put(anna, { id: "u", act: unseen })).toMatchObject(refused("nameless"));
  const renamed = { kind: "district", id: "A", from: "A", to: "\u200B" };
  expect(await put(anna, { proposal: anna.first, edit: editOf("u2", { changes: [renamed] }) })).toMatchObject(
    refused("nameless"),
  );
  // A refusal tells its sentence and no more of the room.
  expect(Object.keys(await anna.act({ kind: "pause", on: true })).toSorted()).toEqual(["code", "kind", "lines"]);
  // Signs that would turn what stands beside them in the minutes are left out.
  const turned = {
    kind: "comment",
    comment: "c",
    proposal: bo.first,
    tone: "for",
    text: "\u202Enej\u2066 tak ",
  } as const;
  await bo.act(turned);
  await bo.sees(() => bo.meeting.comments.has("c"));
  expect(bo.meeting.comments.get("c")?.text).toBe("nej tak");
  // Who is ready is no vote that anybody can begin and close.
  const ready = readyVote(anna.meeting);
  expect(await anna.vote(ready, [])).toMatchObject({ kind: "so already" });
  const options = ["a", "b"].map((text) => ({ kind: "text", text }) as const);
  const vote = { kind: "vote", vote: ready, title: "A", method: "dots", options } as const;
  expect(await leader.act(vote)).toMatchObject({ kind: "refused" });
  // Nobody's edit is taken for another's, nor for one that the proposal began with.
  expect((await bo.draw("b1", stroke(3))).kind).toBe("numbered");
  expect(await anna.draw("b1", stroke(5))).toMatchObject(refused("id.taken"));
  const begun = { id: "of-file", by: "x", at: "2026-01-01T00:00:00Z", changes: stroke(3) };
  const file = writeProposal({ id: "q", start: start.plan, edits: [begun] }, context);
  await anna.act({ kind: "proposal", proposal: "q", file });
  await anna.sees(() => anna.logs.has("q"));
  expect(await anna.draw("of-file", stroke(5), { on: "q" })).toMatchObject(refused("id.taken"));
  for (const guest of [anna, bo, leader]) guest.socket.disconnect();
});

test("what is larger than may be is refused by name, and nothing of it is kept", async () => {
  const { links } = await makeRoom(world.url);
  const { guest: anna } = await sits(links.participant);
  const [proposal, text] = [anna.first, "x".repeat(ROOM_LIMITS.text + 1)];
  const large = refused("too.large");
  expect(await put(anna, { proposal, edit: editOf("e1", { note: "x".repeat(3_900_000) }) })).toMatchObject(large);
  expect(await put(anna, { id: "a1", act: { kind: "version", proposal, name: text } })).toMatchObject(large);
  const comment = { kind: "comment", comment: "c", proposal, tone: "for", text };
  expect(await put(anna, { id: "a2", act: comment })).toMatchObject(large);
  const texts = Array.from({ length: 800 }, () => "x".repeat(3900));
  expect(await put(anna, { proposal, edit: editOf("e2", { changes: texts }) })).toMatchObject(large);
  const made = await post(world.url, "/rooms/make", { title: "A", proposal: { ...firstFile, from: "x".repeat(9000) } });
  expect([made.status, made.body]).toEqual([413, expect.objectContaining({ da: expect.stringContaining("fylder") })]);
  const over = await post(world.url, "/rooms/make", { title: "x".repeat(LARGEST_MESSAGE), proposal: firstFile });
  expect([over.status, over.body]).toEqual([413, made.body]);
  expect((await anna.draw("e1", stroke(3))).kind).toBe("numbered");
  await anna.until(2);
  anna.socket.disconnect();
});

test("a seat is open in four windows at most; the first of five is told, and a line that floods is cut with a word", async () => {
  const { links } = await makeRoom(world.url);
  const { guest: first, seat } = await sits(links.participant);
  const more: Guest[] = [];
  for (let i = 1; i <= ROOM_LIMITS.sockets; i++) {
    more.push(new Guest(world.url, seat));
    await more.at(-1)?.connected();
  }
  await first.sees(() => first.bye === "elsewhere");
  expect(more.map(({ bye }) => bye)).toEqual(more.map(() => undefined));
  const [flooding, other] = more;
  for (let i = 0; i < ROOM_RATES.words.burst + 100; i++) flooding.socket.emit("has", 0);
  await flooding.sees(() => flooding.bye === "later");
  expect((await other.draw("a1", stroke(3))).kind).toBe("numbered");
  for (const guest of more) guest.socket.disconnect();
});

test("where somebody points is told ten times a second at most, and not at all where it says more than that", async () => {
  const { links } = await makeRoom(world.url);
  const [anna, bo] = await Promise.all([1, 2].map(async () => (await sits(links.participant)).guest));
  const proposal = anna.first;
  bo.socket.emit("watch", proposal);
  await bo.vote(readyVote(bo.meeting), []);
  const point = (sent: unknown) => anna.socket.emit("cursor", sent as never);
  const at = { lon: 11, lat: 55 };
  for (const sent of [{ proposal, at, site: "x".repeat(200) }, { proposal, at, name: "x" }, { proposal }, null]) {
    point(sent);
    await new Promise((done) => setTimeout(done, 100));
  }
  const from = performance.now();
  for (let lon = 0; lon < 60; lon++) {
    point({ proposal, at: { lon, lat: 55 } });
    await new Promise((done) => setTimeout(done, 5));
  }
  await anna.draw("a1", stroke(3));
  await bo.until(2);
  const seconds = (performance.now() - from) / 1000;
  const { burst, perSecond } = ROOM_RATES.cursor;
  expect(bo.cursors.length).toBeGreaterThan(0);
  expect(bo.cursors.length).toBeLessThanOrEqual(burst + perSecond * seconds);
  expect(bo.cursors.every(({ cursor }) => cursor.site === undefined)).toBe(true);
  for (const guest of [anna, bo]) guest.socket.disconnect();
});

test("ballots wait in the same line as edits: what one seat asks for at once is bounded, and other rooms do not wait for it", async () => {
  const [one, other] = [await makeRoom(world.url), await makeRoom(world.url)];
  const { guest: anna } = await sits(one.links.participant);
  const { guest: bo } = await sits(other.links.participant);
  const asked = Array.from({ length: 200 }, () => anna.vote(readyVote(anna.meeting), []));
  expect((await bo.draw("b1", stroke(3))).kind).toBe("numbered");
  const kinds = (await Promise.all(asked)).map((answer) => ("code" in answer ? answer.code : answer.kind));
  expect(kinds.filter((kind) => kind === "so already").length).toBeLessThanOrEqual(ROOM_LIMITS.unanswered * 3);
  expect(new Set(kinds)).toEqual(new Set(["so already", "slow"]));
  for (const guest of [anna, bo]) guest.socket.disconnect();
});

test("of those who watch some are named and the others counted", async () => {
  const { links } = await makeRoom(world.url);
  const { guest: leader } = await sits(links.facilitator);
  const viewers = await Promise.all(Array.from({ length: 53 }, async () => (await sits(links.viewer)).guest));
  await leader.sees(() => leader.more === 53 - ROOM_LIMITS.watchingNamed);
  expect(leader.people.filter(({ role }) => role === "viewer")).toHaveLength(ROOM_LIMITS.watchingNamed);
  for (const guest of [leader, ...viewers]) guest.socket.disconnect();
});

test("one link that is tried too often waits, and others do not", async () => {
  const { links } = await makeRoom(world.url);
  const tries = Array.from({ length: ROOM_RATES.joined.burst + 20 }, () => "B".repeat(43));
  const answers = await Promise.all(tries.map((link) => post(world.url, "/rooms/join", { link, name: "" })));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(ROOM_RATES.joined.burst);
  expect(statuses).toContain(429);
  expect((await joinRoom(world.url, links.participant, "")).role).toBe("participant");
});

const wild = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom(Number.MAX_VALUE, -1, "__proto__", "x".repeat(5000), "\uD800", "\u202E<script>", null, [], {}),
);
/** A message of ours with something in it changed, left out or put in. */
const nearly = fc
  .tuple(
    fc.constantFrom<readonly object[]>(
      [{ proposal: "p", edit: editOf("f1") }],
      [{ id: "f2", act: { kind: "comment", comment: "f", proposal: "p", tone: "for", text: "A" } }],
      [{ id: "f3", act: { kind: "proposal", proposal: "g", file: firstFile } }],
      [{ vote: "v", ballot: [1, 0] }],
      [{ proposal: "p", lon: 11, lat: 55, zoom: 9 }],
    ),
    fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
    wild,
    fc.boolean(),
  )
  .map(([[message], path, value, isWhole]) => changedAt(structuredClone(message), path, value, isWhole));

function changedAt(message: object, path: readonly number[], value: unknown, isWhole: boolean): unknown {
  let at = message as Record<string, unknown>;
  for (const step of path) {
    const keys = Object.keys(at);
    if (keys.length === 0) break;
    const key = keys[step % keys.length];
    const next = at[key];
    if (typeof next !== "object" || next === null || step === path.at(-1)) {
      at[key] = value;
      break;
    }
    at = next as Record<string, unknown>;
  }
  return isWhole ? message : { ...message, more: value };
}

test("whatever is sent as whatever, it is answered or the line is cut; the server lives and another room does not notice", async () => {
  let one = await makeRoom(world.url);
  const other = await makeRoom(world.url);
  const { guest: bo } = await sits(other.links.participant);
  let unit = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("put", "vote", "view", "cursor", "watch", "has", "here", "disconnecting", "__proto__"),
      fc.array(fc.oneof(wild, nearly), { minLength: 1, maxLength: 6 }),
      fc.constantFrom("participant" as const, "facilitator" as const),
      async (event, messages, role) => {
        // One link makes so many seats and no more.
        if (unit % ROOM_RATES.joined.burst === ROOM_RATES.joined.burst - 1) one = await makeRoom(world.url);
        const { guest } = await sits(one.links[role]);
        const emit = guest.socket.emitWithAck.bind(guest.socket.timeout(2000)) as (
          ...sent: unknown[]
        ) => Promise<unknown>;
        const plain = guest.socket.emit.bind(guest.socket) as (...sent: unknown[]) => unknown;
        const isAsked = event === "put" || event === "vote";
        for (const message of messages) {
          if (!isAsked) {
            if (event !== "disconnecting") plain(event, message);
            continue;
          }
          const answer = (await emit(event, message)) as { kind: string };
          expect(["refused", "numbered", "so already"]).toContain(answer.kind);
        }
        guest.socket.disconnect();
        expect((await bo.draw(`b${++unit}`, stroke(unit % 9, unit % 2))).kind).toMatch(/numbered|so already/);
      },
    ),
    { numRuns: Number(process.env["HOSTILE_RUNS"] ?? 40) },
  );
  // What is no message at all.
  const poll = `${world.url}/rooms/live/?EIO=4&transport=polling`;
  const { sid } = JSON.parse((await (await fetch(poll)).text()).slice(1)) as { sid: string };
  for (const body of ["4", '42["put"', "451-", "9", `42["put",${"[".repeat(50_000)}`, "\u0000", "x".repeat(100_000)])
    await fetch(`${poll}&sid=${sid}`, { method: "POST", body }).catch(() => undefined);
  expect((await bo.draw("last", stroke(4, 0))).kind).toMatch(/numbered|so already/);
  bo.socket.disconnect();
}, 60_000);
