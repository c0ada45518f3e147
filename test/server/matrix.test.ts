import { BAND_COUNT } from "../cases/folkeskole.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import { readyVote } from "../../src/meeting/meeting.ts";
import { type Act, actSchema } from "../../src/protocol/room-acts.ts";
import { start } from "../edit/random.ts";
import { type FromPage, relinkedSchema } from "../../src/protocol/room.ts";
import { ROOM_LIMITS } from "../../src/protocol/room-limits.ts";
import { ROLES } from "../../src/protocol/room-roles.ts";
import { newPlace } from "./place.ts";
import { firstFile, Guest, joinRoom, makeRoom, pastOf, post, serveRooms } from "./room-world.ts";

/**
 * Who may do what, asked of a server: written out by hand, each message and route with each who there is. F leads, C helps to lead, P takes
 * part, V watches, J is the big screen; X leads another room; O was sent out of this one and still has the line open; N has no seat.
 */
const WHO = ["F", "C", "P", "V", "J", "X", "O", "N"] as const;
type Who = (typeof WHO)[number];
const ROLE = { F: "facilitator", C: "co-facilitator", P: "participant", V: "viewer", J: "projector" } as const;

/** Acts in an order in which none stands in the way of a later one; each names what is in the room. */
const ACTS: readonly (readonly [name: string, may: string, act: (there: There) => Act])[] = [
  ["proposal", "FCP", () => ({ kind: "proposal", proposal: "q", file: firstFile })],
  ["version", "FCP", ({ first }) => ({ kind: "version", proposal: first, name: "A" })],
  ["sit", "FCP", () => ({ kind: "sit", table: "t" })],
  ["comment", "FCP", ({ first }) => ({ kind: "comment", comment: "d", proposal: first, tone: "for", text: "A" })],
  ["hide, one's own", "FCP", () => ({ kind: "hide", what: { comment: "d" }, reason: "" })],
  ["hide, another's", "FC", () => ({ kind: "hide", what: { comment: "c" }, reason: "" })],
  ["hide, a note", "FC", () => ({ kind: "hide", what: { entry: "noted" }, reason: "" })],
  ["sit, another", "FC", ({ other }) => ({ kind: "sit", table: "t", seat: other })],
  ["clock", "FC", () => ({ kind: "clock", minutes: 5 })],
  ["pen", "FC", () => ({ kind: "pen", seat: null })],
  ["bring", "FC", ({ first }) => ({ kind: "bring", proposal: first, lon: 11, lat: 55, zoom: 9 })],
  ["follow", "FC", () => ({ kind: "follow", on: true })],
  ["cursors", "FC", () => ({ kind: "cursors", rule: "all" })],
  ["table", "FC", ({ first }) => ({ kind: "table", table: "u", name: "B", proposal: first })],
  ["vote", "FC", () => ({ kind: "vote", vote: "w", title: "A", method: "dots", options: [word("a"), word("b")] })],
  ["close", "FC", () => ({ kind: "close", vote: "v" })],
  ["role", "F", ({ other }) => ({ kind: "role", seat: other, role: "viewer" })],
  ["out", "F", ({ other }) => ({ kind: "out", seat: other })],
  ["back", "F", ({ gone }) => ({ kind: "back", seat: gone })],
  ["freeze", "F", ({ first }) => ({ kind: "freeze", proposal: first, dissent: "" })],
  ["council", "F", () => ({ kind: "council", proposal: "passed", state: "received", text: "" })],
  ["pause", "FC", () => ({ kind: "pause", on: true })],
  ["stage", "FC", () => ({ kind: "stage", stage: "look", minutes: 10 })],
  // One's own words are one's own to have deleted, also for whoever was sent out; who watches asks at an address of its own.
  ["forget, oneself", "FCPXO", ({ own }) => ({ kind: "forget", seat: own })],
  ["forget, another", "", ({ other }) => ({ kind: "forget", seat: other })],
  // The secret of a link is made at an address of its own: as an act it is nobody's.
  ["link", "", () => ({ kind: "link", role: "viewer", isOpen: false })],
];

const stroke = (unit: number) =>
  assignPairs(start, [unit * BAND_COUNT], start.plan.assignment[unit * BAND_COUNT] === 0 ? 1 : 0).changes;

function word(text: string) {
  return { kind: "text", text } as const;
}

/** What is in the room that is asked of. */
interface There {
  readonly first: string;
  /** A seat that may be led, and one that was sent out. */
  readonly other: string;
  readonly gone: string;
  /** The seat of whoever asks. */
  readonly own: string;
}

let url: string;
let server: Awaited<ReturnType<typeof serveRooms>>["server"];
beforeAll(async () => {
  ({ url, server } = await serveRooms(await newPlace()));
}, 60_000);
afterAll(() => server.close());

async function sits(link: string) {
  const joined = await joinRoom(url, link, "");
  const guest = new Guest(url, joined.seat);
  await guest.connected();
  return { ...joined, guest };
}

/** A room with all that the acts name, and whoever asks. */
async function roomFor(who: Who) {
  const { links } = await makeRoom(url);
  const leader = await sits(links.facilitator);
  const [other, gone] = [await joinRoom(url, links.participant, ""), await joinRoom(url, links.participant, "")];
  const { guest } = leader;
  const options = [word("a"), word("b")];
  const begun: readonly Act[] = [
    { kind: "proposal", proposal: "passed", file: firstFile },
    { kind: "freeze", proposal: "passed", dissent: "" },
    { kind: "table", table: "t", name: "A", proposal: "passed" },
    { kind: "comment", comment: "c", proposal: guest.first, tone: "for", text: "A" },
    { kind: "vote", vote: "v", title: "A", method: "ranked", options },
    { kind: "vote", vote: "open", title: "A", method: "ranked", options },
    { kind: "out", seat: gone.id },
  ];
  for (const act of begun) expect(await guest.act(act)).toMatchObject({ kind: "numbered" });
  // A stroke with a note, whose words may be hidden.
  expect(await guest.draw("noted", stroke(5))).toMatchObject({ kind: "numbered" });
  const asks = who === "N" ? undefined : await asking(who, links, leader);
  const there: There = { first: guest.first, other: other.id, gone: gone.id, own: asks?.id ?? "" };
  return { links, leader, there, asks };
}

async function asking(
  who: Exclude<Who, "N">,
  links: Awaited<ReturnType<typeof makeRoom>>["links"],
  leader: Awaited<ReturnType<typeof sits>>,
) {
  if (who === "X") return sits((await makeRoom(url)).links.facilitator);
  const asks = await sits(links[who === "O" ? "participant" : ROLE[who]]);
  if (who === "O") await leader.guest.act({ kind: "out", seat: asks.id });
  return asks;
}

/** How many entries a room has, as somebody hears who comes now. */
async function numberOf(link: string): Promise<number> {
  const { guest } = await sits(link);
  guest.socket.disconnect();
  return guest.number;
}

const LINE: readonly (readonly [string, string])[] = [
  ["draw", "FCP"],
  ["ready", "FCPX"],
  ["ballot", "FCP"],
  ...ACTS.map(([name, may]) => [name, may] as const),
];
/** What of it whoever leads another room does there, where it touches nothing of this one: what it names there is not there. */
const IN_ONES_OWN = new Set(["proposal", "clock", "pen", "follow", "cursors", "vote", "pause", "stage"]);

test.each(WHO.filter((who) => who !== "N"))("%s does on the line what it may, and nothing else", async (who) => {
  const { links, leader, there, asks } = await roomFor(who);
  if (!asks) throw new Error("nobody asks");
  const { guest } = asks;
  const before = await numberOf(links.viewer);
  const line = guest.socket.timeout(5000);
  const found: [string, boolean][] = [];
  const ask = async (name: string, answer: Promise<{ readonly kind: string }>): Promise<void> => {
    // Whoever was sent out is cut off after a while.
    const kind = await answer.then((answered) => answered.kind, String);
    found.push([name, kind === "numbered" || kind === "so already"]);
  };
  const edit = writeEdit(leader.guest.draft, { id: "drawn", by: "x", at: "2026-01-01T00:00:00Z", changes: stroke(3) });
  await ask("draw", line.emitWithAck("put", { proposal: there.first, edit }));
  await ask("ready", guest.vote(readyVote(leader.guest.meeting), []));
  await ask("ballot", guest.vote("open", [0]));
  for (const [name, , act] of ACTS) await ask(name, guest.act(act(there)));
  expect(found).toEqual(LINE.map(([name, may]) => [name, may.includes(who) || (who === "X" && IN_ONES_OWN.has(name))]));
  const isOfTheRoom = who !== "X" && LINE.some(([name, may]) => may.includes(who) && name !== "ready");
  expect((await numberOf(links.viewer)) > before).toBe(isOfTheRoom);
  for (const each of [leader.guest, guest]) each.socket.disconnect();
});

/** Whose cursors are passed on, and who is told of those of others, by what whoever leads wants of it. */
const CURSORS = [
  ["few", "FCP", "FCPV"],
  ["all", "FCP", "FCPV"],
  ["screen", "FCP", "FCPVJ"],
  ["none", "", ""],
] as const;

test("where somebody points is told to those who look at the same proposal and may be shown it", async () => {
  const { links } = await makeRoom(url);
  const other = await sits((await makeRoom(url)).links.facilitator);
  const sat = await Promise.all(
    (["F", "C", "P", "V", "J"] as const).map(async (who) => ({ who, ...(await sits(links[ROLE[who]])) })),
  );
  const [leader] = sat;
  const { first } = leader.guest;
  const out = await sits(links.participant);
  const away = await sits(links.participant);
  await leader.guest.act({ kind: "out", seat: out.id });
  for (const { guest } of [...sat, other, out]) guest.socket.emit("watch", first);
  away.guest.socket.emit("watch", "another");
  const whoOf = new Map(sat.map(({ id, who }) => [id, who]));
  let lon = 0;
  for (const [rule, shown, told] of CURSORS) {
    if (rule !== "few") await leader.guest.act({ kind: "cursors", rule });
    for (const { who, guest } of sat) {
      lon += 1;
      const sees = sat.filter((each) => each.who !== who && shown.includes(who) && told.includes(each.who));
      const has = (each: Guest) => each.cursors.some(({ cursor }) => cursor.at?.lon === lon);
      const point = () => guest.socket.emit("cursor", { proposal: first, at: { lon, lat: 55 }, site: "s" });
      // One that cannot be sent at once is dropped: it is told again, as by a hand that goes on moving.
      const telling = setInterval(point, 120);
      point();
      await Promise.all(sees.map((each) => each.guest.sees(() => has(each.guest))));
      clearInterval(telling);
      // Whatever was told of it is here by the time of what was done after it.
      await guest.vote(readyVote(leader.guest.meeting), []);
      await leader.guest.act({ kind: "clock", minutes: 5 });
      await Promise.all(sat.map((each) => each.guest.until(leader.guest.number)));
      expect([rule, who, sat.filter((each) => has(each.guest)).map((each) => each.who)]).toEqual([
        rule,
        who,
        sees.map((each) => each.who),
      ]);
    }
  }
  for (const { guest } of sat)
    for (const { seat, cursor } of guest.cursors)
      expect([whoOf.has(seat), cursor.proposal, cursor.site]).toEqual([true, first, "s"]);
  expect([other, out, away].map(({ guest }) => guest.cursors)).toEqual([[], [], []]);
  // Nothing of it is in the log.
  expect(leader.guest.entries.some((entry) => JSON.stringify(entry).includes('"at":{'))).toBe(false);
  for (const { guest } of [...sat, other, out, away]) guest.socket.disconnect();
});

/** Whose view is passed on, by whom all maps follow, and who is told of it: each but whoever shows it. */
const VIEWS = [
  ["nobody", "F", "J"],
  ["F", "F", "FCPVJ"],
  ["C", "C", "FCPVJ"],
] as const;

test("where somebody looks is told to the big screen, and to all once they follow; only whoever they follow, or leads, is shown", async () => {
  const { links } = await makeRoom(url);
  const other = await sits((await makeRoom(url)).links.facilitator);
  const sat = await Promise.all(
    (["F", "C", "P", "V", "J"] as const).map(async (who) => ({ who, ...(await sits(links[ROLE[who]])) })),
  );
  const [leader] = sat;
  // Whoever was sent out still has the line for a moment, and would be shown.
  const out = await sits(links.facilitator);
  await leader.guest.act({ kind: "out", seat: out.id });
  const seen: (readonly [who: Who, zoom: number])[] = [];
  const all = [{ who: "O" as const, ...out }, ...sat, { who: "X" as const, ...other }];
  for (const { who, guest } of all) guest.socket.on("view", ({ zoom }) => seen.push([who, zoom]));
  const at = { proposal: leader.guest.first, lon: 11, lat: 55 };
  let zoom = 0;
  for (const [followed, shown, told] of VIEWS) {
    if (followed !== "nobody") await sat.find(({ who }) => who === followed)!.guest.act({ kind: "follow", on: true });
    for (const { who, guest } of all) {
      zoom += 1;
      const sees = shown === who ? sat.filter((each) => each.who !== who && told.includes(each.who)) : [];
      const heard = () => seen.filter(([, of]) => of === zoom).map(([to]) => to);
      const show = () => guest.socket.emit("view", { ...at, zoom });
      // One that cannot be sent at once is dropped: it is told again, as by a hand that goes on moving the map.
      const telling = setInterval(show, 120);
      show();
      await expect.poll(() => new Set(heard())).toEqual(new Set(sees.map((each) => each.who)));
      clearInterval(telling);
      // Whatever was told of it is here by the time of what was done after it.
      if (guest.socket.connected) await guest.vote(readyVote(leader.guest.meeting), []).catch(() => undefined);
      await leader.guest.act({ kind: "clock", minutes: 5 });
      await Promise.all(sat.map((each) => each.guest.until(leader.guest.number)));
      expect([followed, who, new Set(heard())]).toEqual([followed, who, new Set(sees.map((each) => each.who))]);
    }
  }
  for (const { guest } of all) guest.socket.disconnect();
});

/** What each message is asked by; one that is left out does not compile. "has" says how far oneself has heard, whoever one is. */
const ASKED_BY: Readonly<Record<Exclude<keyof FromPage, "has">, readonly unknown[]>> = {
  put: ACTS,
  vote: LINE,
  view: VIEWS,
  cursor: CURSORS,
  watch: CURSORS,
};

/** What each is answered at each address; where a seat is asked for it is that of whoever asks. */
const ROUTES: Readonly<
  Record<string, Readonly<Partial<Record<Who | "here" | "elsewhere" | "withdrawn" | "expired", number>>>>
> = {
  "GET /rooms/offered": { here: 200, elsewhere: 200 },
  "POST /rooms/prepare": { here: 202, elsewhere: 403 },
  "POST /rooms/make": { here: 200, elsewhere: 403 },
  "POST /rooms/join": { F: 200, C: 200, P: 200, V: 200, J: 200, X: 200, O: 404, N: 404, withdrawn: 404, expired: 410 },
  "POST /rooms/door": { withdrawn: 404, expired: 410, here: 200 },
  "POST /rooms/links": { F: 200, C: 403, P: 403, V: 403, J: 403, X: 200, O: 404, N: 404 },
  "POST /rooms/past": { F: 200, C: 200, P: 200, V: 200, J: 200, X: 200, O: 404, N: 404 },
  // Whoever was sent out has their own words all the same.
  "POST /rooms/own": { F: 200, C: 200, P: 200, V: 200, J: 200, X: 200, O: 200, N: 404 },
  "POST /rooms/leave": { F: 200, C: 200, P: 200, V: 200, J: 200, X: 200, O: 200, N: 404 },
  "POST /rooms/own/forget": { F: 200, C: 200, P: 200, V: 200, J: 200, X: 200, O: 200, N: 404 },
};

/** The addresses of the rooms as the server lists them: each line adds to the one it stands under. */
function addresses(): readonly string[] {
  const above: string[] = [];
  return server
    .printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const [, indent, part, methods] = /^(.*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
      if (part === undefined) return [];
      above.splice(indent.length / 4, Infinity, part);
      const path = above.join("");
      const isOurs = path.startsWith("/rooms/") && methods !== undefined;
      return isOurs ? methods.split(", ").map((method) => `${method} ${path}`) : [];
    })
    .filter((each) => !each.startsWith("HEAD "));
}

test("no address of the rooms, no message and no kind of act is left out of the tables", () => {
  expect(Object.values(ASKED_BY).filter((table) => table.length === 0)).toEqual([]);
  expect(addresses().toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  const there: There = { first: "p", other: "s", gone: "g", own: "o" };
  const asked = new Set(ACTS.map(([, , act]) => act(there).kind));
  expect(actSchema.options.map((option) => option.shape.kind.value).filter((kind) => !asked.has(kind))).toEqual([]);
});

const offered = async (headers: Record<string, string>) => {
  const response = await fetch(`${url}/rooms/offered`, { headers });
  return { status: response.status, body: await response.json() };
};

test("each address answers who it should, and a link until it expires", async () => {
  const elsewhere = { "x-forwarded-for": "192.0.2.1" };
  expect((await offered({})).body).toMatchObject({ mayMake: true });
  expect((await offered(elsewhere)).body).toMatchObject({ mayMake: false });
  const found: Record<string, Record<string, number>> = {
    "GET /rooms/offered": { here: (await offered({})).status, elsewhere: (await offered(elsewhere)).status },
    "POST /rooms/join": {},
    "POST /rooms/door": {},
    "POST /rooms/links": {},
    "POST /rooms/past": {},
    "POST /rooms/own": {},
    "POST /rooms/leave": {},
    "POST /rooms/own/forget": {},
  };
  for (const [route, body] of [
    ["prepare", {}],
    ["make", { title: "A", proposal: firstFile }],
  ] as const)
    found[`POST /rooms/${route}`] = {
      here: (await post(url, `/rooms/${route}`, body)).status,
      elsewhere: (await post(url, `/rooms/${route}`, body, elsewhere)).status,
    };
  const atDoor = (link: string) => post(url, "/rooms/door", { link });
  for (const who of WHO) {
    const { links, leader, asks } = await roomFor(who);
    const seat = asks?.seat ?? "N".repeat(43);
    const join = (body: object) => post(url, "/rooms/join", body);
    found["POST /rooms/join"][who] = (await join({ seat })).status;
    found["POST /rooms/links"][who] = (
      await post(url, "/rooms/links", { seat, role: "participant", isOpen: false })
    ).status;
    // Only whoever leads this very room has closed its door.
    const { status } = await join({ link: links.participant, name: "" });
    expect([who, status]).toEqual([who, who === "F" ? 404 : 200]);
    if (who === "F") found["POST /rooms/join"]["withdrawn"] = status;
    if (who === "F") found["POST /rooms/door"]["withdrawn"] = (await atDoor(links.participant)).status;
    // A line is opened to whoever has a seat that holds.
    const line = new Guest(url, seat);
    const isIn = await line.connected().then(
      () => true,
      () => false,
    );
    expect([who, isIn]).toEqual([who, who !== "O" && who !== "N"]);
    found["POST /rooms/past"][who] = (await pastOf(url, seat, 0)).status;
    for (const route of ["own", "leave", "own/forget"])
      found[`POST /rooms/${route}`][who] = (await post(url, `/rooms/${route}`, { seat })).status;
    for (const each of [leader.guest, line, asks?.guest]) each?.socket.disconnect();
  }
  const { links } = await makeRoom(url);
  const { guest, seat } = await sits(links.facilitator);
  await guest.sees(() => Object.keys(guest.linksUntil).length === ROLES.length);
  const day = 86_400_000;
  const until = Date.parse(guest.linksUntil.participant!);
  expect(Math.abs(until - Date.now() - ROOM_LIMITS.usualLinkDays * day)).toBeLessThan(60_000);
  const joins = async (link: string) => (await post(url, "/rooms/join", { link, name: "" })).status;
  const { status, body: door } = await atDoor(links.viewer);
  expect(door).toEqual({ title: "Borgermøde" });
  found["POST /rooms/door"]["here"] = status;
  vi.useFakeTimers({ toFake: ["Date"], shouldAdvanceTime: true, now: until - 5000 });
  expect(await joins(links.participant)).toBe(200);
  vi.setSystemTime(until + 5000);
  found["POST /rooms/join"]["expired"] = await joins(links.participant);
  found["POST /rooms/door"]["expired"] = (await atDoor(links.participant)).status;
  // Whoever is in stays, and makes a new one; the old one does not hold again.
  const { body } = await post(url, "/rooms/links", { seat, role: "participant", isOpen: true });
  const { secret } = relinkedSchema.parse(body);
  expect([await joins(secret!), await joins(links.participant)]).toEqual([200, 404]);
  const back = new Guest(url, seat);
  await back.sees(() => Date.parse(back.linksUntil.participant ?? "") > until + 13 * day);
  vi.useRealTimers();
  for (const each of [guest, back]) each.socket.disconnect();
  expect(found).toEqual(ROUTES);
});
