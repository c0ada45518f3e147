import { BAND_COUNT } from "../cases/folkeskole.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { assignPairs, setLock, setTitle } from "../../src/edit/tools.ts";
import { held, start } from "../edit/random.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { type Postgres, postgresPrograms, startPostgres } from "./postgres.ts";
import { context, firstFile, Guest, joinRoom, makeRoom, MOST_DRAWING, post, serveRooms } from "./room-world.ts";

const pair = (unit: number): number => unit * BAND_COUNT;
const other = (unit: number): number => (start.plan.assignment[pair(unit)] === 0 ? 1 : 0);
const stroke = (draft: typeof start, unit: number, site = other(unit)) =>
  assignPairs(draft, [pair(unit)], site).changes;

describe("rooms kept in memory", () => {
  keepsRooms("memory");
});
describe.skipIf(postgresPrograms === undefined)("rooms kept in PostgreSQL, where the machine has one", () => {
  keepsRooms("postgres");
});

function keepsRooms(where: "memory" | "postgres"): void {
  let world: Awaited<ReturnType<typeof serveRooms>>;
  let postgres: Postgres | undefined;
  beforeAll(async () => {
    if (where === "postgres") postgres = await startPostgres(postgresPrograms!);
    world = await serveRooms(postgres ? { kind: "postgres", url: postgres.url } : { kind: "memory" });
  }, 60_000);
  afterAll(async () => {
    await world.server.close();
    await postgres?.stop();
  });

  async function sits(link: string, name: string) {
    const joined = await joinRoom(world.url, link, name);
    const guest = new Guest(world.url, joined.seat);
    await guest.connected();
    return { guest, ...joined };
  }

  async function roomWith(...names: readonly string[]) {
    const { links } = await makeRoom(world.url);
    const seats = await Promise.all(names.map((name) => sits(links.participant, name)));
    return { links, guests: seats.map(({ guest }) => guest) };
  }

  test("what one draws, the other sees; both see what a plain fold of the log gives", async () => {
    const { guests } = await roomWith("Anna", "Bo");
    const [anna, bo] = guests;
    expect(await anna.draw("a1", stroke(anna.draft, 3))).toEqual({ kind: "numbered", number: 2 });
    await bo.until(2);
    expect(await bo.draw("b1", stroke(bo.draft, 5))).toEqual({ kind: "numbered", number: 3 });
    await Promise.all(guests.map((guest) => guest.until(3)));
    expect(held(anna.draft)).toEqual(held(bo.draft));
    expect([3, 5].map((unit) => anna.draft.plan.assignment[pair(unit)])).toEqual([other(3), other(5)]);
    expect(anna.edits.map(({ edit }) => edit.by)).toHaveLength(2);
    expect(new Set(anna.edits.map(({ edit }) => edit.by)).size).toBe(2);
    for (const guest of guests) guest.socket.disconnect();
  });

  test("an edit made of what is no longer there is made of what is; one against a lock is refused with its reason", async () => {
    const { guests } = await roomWith("Anna", "Bo");
    const [anna, bo] = guests;
    const [first, second] = await Promise.all([
      anna.draw("a1", stroke(start, 3, 0)),
      bo.draw("b1", stroke(start, 3, 1)),
    ]);
    expect([first, second].some(({ kind }) => kind === "numbered")).toBe(true);
    await anna.until(anna.number);
    await anna.draw("a2", setLock(anna.draft, { site: 0 }, true));
    const refused = await bo.draw("b2", stroke(start, 7, 0));
    expect(refused.kind).toBe("refused");
    expect(refused.kind === "refused" && refused.lines[0].da).toContain("låst");
    for (const guest of guests) guest.socket.disconnect();
  });

  test("sent again because its answer was lost, an edit keeps its number and is there once", async () => {
    const { guests } = await roomWith("Anna");
    const [anna] = guests;
    const changes = stroke(start, 3);
    expect(await anna.draw("a1", changes)).toEqual(await anna.draw("a1", changes));
    await anna.until(2);
    expect(anna.edits).toHaveLength(1);
    anna.socket.disconnect();
  });

  test("who comes late gets all of it in order, and whoever comes back the rest", async () => {
    const { guests, links } = await roomWith("Anna");
    const [anna] = guests;
    for (let i = 0; i < 30; i++) {
      expect(await anna.draw(`a${i}`, stroke(anna.draft, 3, i % 2))).toEqual({ kind: "numbered", number: i + 2 });
      await anna.until(i + 2);
    }
    const { seat } = await joinRoom(world.url, links.viewer, "");
    const late = new Guest(world.url, seat);
    await late.until(31);
    expect(held(late.draft)).toEqual(held(anna.draft));
    late.socket.disconnect();
    await anna.draw("last", stroke(anna.draft, 3, 0));
    const back = new Guest(world.url, seat, late);
    await Promise.all([back.until(32), anna.until(32)]);
    expect(back.edits).toHaveLength(1);
    expect(held(back.draft)).toEqual(held(anna.draft));
    for (const guest of [anna, back]) guest.socket.disconnect();
  });

  test("a viewer's edits are refused, a stranger's socket is not let in, and a wrong link tells nothing", async () => {
    const { links, guests } = await roomWith("Anna");
    const { seat } = await joinRoom(world.url, links.viewer, "Viggo");
    const viewer = new Guest(world.url, seat);
    await viewer.connected();
    expect((await viewer.draw("v1", stroke(start, 3))).kind).toBe("refused");
    const stranger = new Guest(world.url, "A".repeat(43));
    await expect(stranger.connected()).rejects.toThrow("no-seat");
    const [wrong, malformed] = [
      await post(world.url, "/rooms/join", { link: "B".repeat(43), name: "" }),
      await post(world.url, "/rooms/join", { link: links.viewer, name: "x".repeat(41) }),
    ];
    expect([wrong.status, malformed.status]).toEqual([404, 400]);
    for (const guest of [...guests, viewer]) guest.socket.disconnect();
  });

  test("stages, pause and roles hold at once for everybody, and for whoever comes later", async () => {
    const { links, guests } = await roomWith("Anna");
    const [anna] = guests;
    const { guest: leader } = await sits(links.facilitator, "Leder");
    await leader.act({ kind: "stage", stage: "look", minutes: 10 });
    expect(await anna.draw("a1", stroke(anna.draft, 3))).toMatchObject({ kind: "refused" });
    expect(await anna.act({ kind: "stage", stage: "draw", minutes: null })).toMatchObject({ kind: "refused" });
    await leader.act({ kind: "stage", stage: "draw", minutes: null });
    expect((await anna.draw("a2", stroke(anna.draft, 3))).kind).toBe("numbered");
    const { guest: viewer, id } = await sits(links.viewer, "Viggo");
    expect((await viewer.draw("v1", stroke(viewer.draft, 5))).kind).toBe("refused");
    await leader.act({ kind: "role", seat: id, role: "participant" });
    expect((await viewer.draw("v2", stroke(viewer.draft, 5))).kind).toBe("numbered");
    await anna.sees(() => anna.people.some((person) => person.id === id && person.role === "participant"));
    await leader.act({ kind: "pause", on: true });
    expect((await viewer.draw("v3", stroke(viewer.draft, 7))).kind).toBe("refused");
    const { guest: late } = await sits(links.participant, "Sen");
    expect([late.meeting.stage, late.meeting.isPaused]).toEqual(["draw", true]);
    for (const guest of [anna, leader, viewer, late]) guest.socket.disconnect();
  });

  test("the big screen is shown where whoever leads looks; others only once all maps follow", async () => {
    const { links, guests } = await roomWith("Anna");
    const [anna] = guests;
    const { guest: leader } = await sits(links.facilitator, "Leder");
    const { guest: screen } = await sits(links.projector, "");
    const seen: string[] = [];
    for (const [name, guest] of Object.entries({ anna, screen }))
      guest.socket.on("view", ({ zoom }) => seen.push(`${name} ${zoom}`));
    const view = { proposal: leader.first, lon: 12, lat: 55 };
    anna.socket.emit("view", { ...view, zoom: 9 });
    leader.socket.emit("view", { ...view, zoom: 10 });
    await expect.poll(() => seen).toEqual(["screen 10"]);
    await leader.act({ kind: "follow", on: true });
    leader.socket.emit("view", { ...view, zoom: 11 });
    await expect.poll(() => seen.toSorted()).toEqual(["anna 11", "screen 10", "screen 11"]);
    // Whoever is new begins there; whoever has the room told anew, such as after words were deleted, stays where they look.
    await leader.act({ kind: "follow", on: false });
    leader.socket.emit("view", { ...view, zoom: 12 });
    await expect.poll(() => seen.at(-1)).toBe("screen 12");
    const { seat } = await joinRoom(world.url, links.participant, "Carl");
    const shown: number[] = [];
    const comes = async (before?: ConstructorParameters<typeof Guest>[2]): Promise<Guest> => {
      const carl = new Guest(world.url, seat, before);
      carl.socket.on("view", ({ zoom }) => shown.push(zoom));
      await carl.connected();
      return carl;
    };
    const carl = await comes();
    await expect.poll(() => shown).toEqual([12]);
    carl.socket.disconnect();
    const again = await comes({ epoch: carl.epoch, number: 0, meeting: leader.meeting, logs: new Map() });
    expect(shown).toEqual([12]);
    for (const guest of [anna, leader, screen, again]) guest.socket.disconnect();
  });

  test("many proposals: each has its own log, a copy begins with all that was drawn, and who copied is told", async () => {
    const { guests } = await roomWith("Anna", "Bo");
    const [anna, bo] = guests;
    await anna.draw("a1", stroke(anna.draft, 3));
    await anna.until(2);
    const copied = writeProposal({ id: "k", start: anna.draft.plan, edits: [] }, context);
    const from = { proposal: anna.first, number: 2 };
    expect(await anna.act({ kind: "proposal", proposal: "copy", file: copied, from })).toEqual({
      kind: "numbered",
      number: 3,
    });
    await bo.until(3);
    await bo.draw("b1", stroke(bo.draft, 5), { on: "copy" });
    await anna.until(4);
    expect(anna.log("copy").draft.plan.assignment[pair(5)]).toBe(other(5));
    expect(anna.log("copy").draft.plan.assignment[pair(3)]).toBe(other(3));
    expect(anna.draft.plan.assignment[pair(5)]).toBe(start.plan.assignment[pair(5)]);
    expect(anna.meeting.proposals.get("copy")?.from).toEqual(from);
    const strange = { ...copied, start: { kind: "same-as", plan: "nowhere" } } as typeof copied;
    expect((await bo.act({ kind: "proposal", proposal: "other", file: strange })).kind).toBe("refused");
    for (const guest of guests) guest.socket.disconnect();
  });

  test("what is told of a proposal is so: whose copy it is, whose data, what it is called, and when it was drawn", async () => {
    const { guests } = await roomWith("Anna");
    const [anna] = guests;
    const file = (title: string, draft = anna.draft) =>
      writeProposal({ id: "k", start: { ...draft.plan, title }, edits: [] }, context);
    await anna.draw("a1", stroke(anna.draft, 3));
    await anna.until(2);
    const asItWas = file("Kopi");
    await anna.draw("a2", stroke(anna.draft, 5));
    await anna.until(3);
    const later = anna.draft;
    const own = { id: "own", by: "x", at: "9999-12-31T23:59:59Z", changes: stroke(later, 7) };
    const goesOn = writeProposal({ id: "k", start: later.plan, edits: [own] }, context);
    const told = async (proposal: string, copied: typeof asItWas, number: number) => {
      await anna.act({ kind: "proposal", proposal, file: copied, from: { proposal: anna.first, number } });
      await anna.sees(() => anna.meeting.proposals.has(proposal));
      return anna.meeting.proposals.get(proposal)?.from?.number;
    };
    expect(await told("true", asItWas, 2)).toBe(2);
    expect(await told("newer", file("Ny", later), 2)).toBeUndefined();
    expect(await told("older", asItWas, 3)).toBeUndefined();
    expect(await told("on", goesOn, anna.number)).toBe(6);
    const before = anna.number;
    const act = { kind: "proposal", proposal: "data", file: { ...firstFile, data: "0".repeat(64) } } as const;
    expect(await anna.act(act)).toMatchObject({ kind: "refused", code: "proposal.unreadable" });
    expect(await told("named", { ...asItWas, title: "Et andet navn" }, 2)).toBe(2);
    const begun = anna.entries.flatMap((entry) =>
      "act" in entry && entry.act.kind === "proposal" ? [{ at: entry.at, ...entry.act }] : [],
    );
    expect(begun.at(-1)!).toMatchObject({ proposal: "named", file: { title: "Kopi" } });
    const [{ at: began }] = begun;
    const onNow = begun.find(({ proposal }) => proposal === "on")!;
    expect(onNow.file.edits[0].at).toBe(onNow.at);
    expect(anna.number).toBe(before + 1);
    // The clock of whoever draws may be wrong; a stroke without a network is earlier than now.
    const within = new Date(Date.parse(began) + 1).toISOString();
    for (const [i, at] of ["9999-12-31T23:59:59Z", "2001-01-01T00:00:00Z", within].entries()) {
      const edit = writeEdit(anna.draft, { id: `m${i}`, by: "x", at, changes: stroke(anna.draft, 9 + i) });
      const sent = { proposal: anna.first, edit };
      expect(await anna.socket.timeout(5000).emitWithAck("put", sent)).toMatchObject({ kind: "numbered" });
      await anna.sees(() => anna.edits.some((entry) => entry.edit.id === `m${i}`));
    }
    const [future, past, kept] = anna.edits.slice(-3).map(({ edit }) => edit.at);
    expect([past, kept]).toEqual([began, within]);
    expect(Date.parse(future)).toBeGreaterThanOrEqual(Date.parse(onNow.at));
    expect(Date.parse(future)).toBeLessThan(Date.parse(onNow.at) + 60_000);
    anna.socket.disconnect();
  });

  test("a vote: only how many is told while it is open, a ballot is changed and taken back, and closing counts it and forgets whose it was", async () => {
    const { links, guests } = await roomWith("A", "B", "C", "D", "E", "F");
    const { guest: leader } = await sits(links.facilitator, "Leder");
    const options = ["a", "b"].map((text) => ({ kind: "text", text }) as const);
    await leader.act({ kind: "vote", vote: "v", title: "Hvad?", method: "ranked", options });
    await guests[5].sees(() => guests[5].meeting.votes.has("v"));
    await Promise.all(guests.map((guest, i) => guest.vote("v", i < 2 ? [0] : [1])));
    await guests[0].vote("v", [1, 0]);
    await guests[5].vote("v", null);
    await leader.sees(() => leader.counts.some(({ vote, ballots }) => vote === "v" && ballots === 5));
    expect(guests[1].ballots).toEqual([{ vote: "v", ballot: [0] }]);
    // Whoever may not close it does not count it away either.
    expect((await guests[2].act({ kind: "close", vote: "v" })).kind).toBe("refused");
    await leader.act({ kind: "close", vote: "v", result: { ballots: 99, first: [0] } });
    await guests[0].sees(() => guests[0].meeting.votes.get("v")?.result !== undefined);
    expect(guests[0].meeting.votes.get("v")?.result).toMatchObject({ ballots: 5, first: [1], points: [1, 4] });
    expect((await guests[3].vote("v", [0])).kind).toBe("refused");
    await leader.sees(() => leader.counts.length === 0);
    for (const guest of [...guests, leader]) guest.socket.disconnect();
  });

  test("what is hidden is deleted for whoever comes later, and whoever is sent out is out", async () => {
    const { links, guests } = await roomWith("Anna");
    const [anna] = guests;
    const { guest: leader } = await sits(links.facilitator, "Leder");
    const { guest: bo, id, seat } = await sits(links.participant, "Bo");
    const said = { kind: "comment", comment: "c", proposal: bo.first, tone: "remark", text: "Hun bor Vej 7" } as const;
    await bo.act(said);
    await leader.act({ kind: "hide", what: { comment: "c" }, reason: "en adresse" });
    const { guest: late } = await sits(links.viewer, "");
    expect(JSON.stringify(late.entries)).not.toContain("Vej 7");
    expect(late.meeting.comments.get("c")).toMatchObject({ text: "", hidden: { reason: "en adresse" } });
    await anna.sees(() => anna.meeting.comments.get("c")?.hidden !== undefined);
    const gone = new Promise((done) => bo.socket.once("disconnect", done));
    await leader.act({ kind: "out", seat: id });
    await gone;
    // Their name stands at what they did, and the seat can be given back.
    await anna.sees(() => anna.people.some((person) => person.id === id && person.isOut && person.name === "Bo"));
    expect((await post(world.url, "/rooms/join", { seat })).status).toBe(404);
    await leader.act({ kind: "back", seat: id });
    expect((await post(world.url, "/rooms/join", { seat })).status).toBe(200);
    for (const guest of [anna, leader, late]) guest.socket.disconnect();
  });

  test("one gets all that one contributed, and has it deleted, from what others have too; drawing goes on without it", async () => {
    const { links, guests } = await roomWith("Anna Ager", "Bo");
    const [anna, bo] = guests;
    const { seat, id, guest: clara } = await sits(links.participant, "Clara Clausen");
    const titled = (title: string) => setTitle(clara.draft, title);
    await clara.draw("c1", titled("Claras gård"));
    await bo.until(2);
    await clara.draw("c2", stroke(clara.draft, 3));
    await clara.act({ kind: "comment", comment: "c", proposal: clara.first, tone: "for", text: "Claras ord" });
    const options = ["a", "b"].map((text) => ({ kind: "text", text }) as const);
    const { guest: leader } = await sits(links.facilitator, "Leder");
    await leader.act({ kind: "vote", vote: "v", title: "Hvad?", method: "ranked", options });
    await clara.sees(() => clara.meeting.votes.has("v"));
    await clara.vote("v", [1]);
    const own = await post(world.url, "/rooms/own", { seat });
    expect(own.body).toMatchObject({ seat: { id, name: "Clara Clausen" }, ballots: [{ vote: "v", ballot: [1] }] });
    expect((own.body as { entries: unknown[] }).entries).toHaveLength(3);
    expect(JSON.stringify(own.body)).not.toContain("Anna Ager");

    await leader.act({ kind: "out", seat: id });
    expect((await post(world.url, "/rooms/own/forget", { seat })).status).toBe(200);
    expect((await post(world.url, "/rooms/own/forget", { seat: "A".repeat(43) })).status).toBe(404);
    await leader.sees(() => leader.entries.some((entry) => "act" in entry && entry.act.kind === "forget"));
    const { guest: late } = await sits(links.viewer, "");
    const left = JSON.stringify([late.entries, late.people, (await post(world.url, "/rooms/own", { seat })).body]);
    expect(left).not.toMatch(/Clara|\[1\]/);
    expect(late.draft.plan.assignment[pair(3)]).toBe(other(3));
    // What is drawn next is made of what there is now, and brings nothing back.
    const again = new Guest(world.url, (await joinRoom(world.url, links.participant, "Dan")).seat);
    await again.connected();
    const drawn = await again.draw("d1", setTitle(again.draft, "Et andet navn"));
    await late.until(drawn.kind === "numbered" ? drawn.number : Infinity);
    expect(JSON.stringify(late.entries)).not.toContain("Clara");

    // Whoever leads deletes the words of one step.
    await leader.act({ kind: "hide", what: { entry: "d1" }, reason: "et navn" });
    const { guest: last } = await sits(links.viewer, "");
    expect(JSON.stringify(last.entries)).not.toContain("Et andet navn");
    for (const guest of [anna, bo, leader, late, again, last]) guest.socket.disconnect();
  });

  test("whoever leads one room has no say over seats of another, not even over one of their own there", async () => {
    const { links } = await makeRoom(world.url);
    const { guest, id, seat } = await sits(links.viewer, "Viggo");
    const { guest: leader } = await sits((await makeRoom(world.url)).links.facilitator, "Leder");
    await leader.act({ kind: "role", seat: id, role: "facilitator" });
    await leader.act({ kind: "out", seat: id });
    const back = new Guest(world.url, seat);
    await back.connected();
    expect((await back.act({ kind: "pause", on: true })).kind).toBe("refused");
    await back.sees(() => back.people.some((person) => person.id === id && person.role === "viewer"));
    for (const each of [guest, leader, back]) each.socket.disconnect();
  });

  test("a full room lets whoever comes watch, and says so", async () => {
    const { links } = await makeRoom(world.url);
    await Promise.all(Array.from({ length: MOST_DRAWING }, () => joinRoom(world.url, links.participant, "")));
    expect(await joinRoom(world.url, links.participant, "Sen")).toMatchObject({ role: "viewer", isFull: true });
    const { guest: leader } = await sits(links.facilitator, "");
    await leader.sees(() => leader.people.length > MOST_DRAWING);
    const drawing = leader.people.find(({ role }) => role === "participant")?.id;
    await leader.act({ kind: "out", seat: drawing ?? "" });
    expect((await joinRoom(world.url, links.participant, "Senere")).role).toBe("participant");
    leader.socket.disconnect();
    expect((await joinRoom(world.url, links.facilitator, "Leder")).role).toBe("facilitator");
  });

  test("a link that is withdrawn leads nowhere, and a new one is told to whoever asked alone", async () => {
    const { links, guests } = await roomWith("Anna");
    const [anna] = guests;
    const { guest: leader, seat } = await sits(links.facilitator, "Leder");
    const asked = await post(world.url, "/rooms/links", { seat, role: "participant", isOpen: true });
    const { secret } = asked.body as { secret: string };
    expect((await post(world.url, "/rooms/join", { link: links.participant, name: "" })).status).toBe(404);
    expect((await post(world.url, "/rooms/join", { link: secret, name: "" })).status).toBe(200);
    await anna.sees(() => anna.entries.some((entry) => "act" in entry && entry.act.kind === "link"));
    expect(JSON.stringify(anna.entries)).not.toContain(secret);
    await post(world.url, "/rooms/links", { seat, role: "participant", isOpen: false });
    expect((await post(world.url, "/rooms/join", { link: secret, name: "" })).status).toBe(404);
    const { seat: viewer } = await joinRoom(world.url, links.viewer, "");
    expect((await post(world.url, "/rooms/links", { seat: viewer, role: "facilitator", isOpen: true })).status).toBe(
      403,
    );
    expect((await post(world.url, "/rooms/links", { seat: "A".repeat(43), role: "viewer", isOpen: true })).status).toBe(
      404,
    );
    for (const guest of [anna, leader]) guest.socket.disconnect();
  });

  test("a request that a program on this machine passes on for somebody else makes no room", async () => {
    for (const name of ["x-forwarded-for", "forwarded", "via"]) {
      const answer = await post(world.url, "/rooms/make", { title: "A", proposal: firstFile }, { [name]: "192.0.2.1" });
      expect(answer.status, name).toBe(403);
    }
  });

  test("another site's page makes no room and opens no socket", async () => {
    const evil = { origin: "https://evil.example" };
    expect((await fetch(`${world.url}/rooms/make`, { method: "POST", headers: evil })).status).toBe(403);
    expect(
      (await fetch(`${world.url}/rooms/live/?EIO=4&transport=polling`, { headers: evil })).status,
    ).toBeGreaterThanOrEqual(400);
  });

  test("a proposal on other data begins no room", async () => {
    const strange = { ...firstFile, start: { kind: "same-as", plan: "nowhere" } };
    expect((await post(world.url, "/rooms/make", { title: "A", proposal: strange })).status).toBe(409);
  });
}

describe("kept in a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-room-folder-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("a server started anew has every edit that was answered, and no two have the folder open", async () => {
    const first = await serveRooms({ kind: "folder", folder });
    const { links } = await makeRoom(first.url);
    const { seat } = await joinRoom(first.url, links.participant, "Anna");
    const anna = new Guest(first.url, seat);
    await anna.connected();
    for (let i = 0; i < 10; i++) {
      await anna.draw(`a${i}`, stroke(anna.draft, 3, i % 2));
      await anna.until(i + 2);
    }
    const second = await serveRooms({ kind: "folder", folder });
    expect((await post(second.url, "/rooms/join", { seat })).status).toBe(503);
    anna.socket.disconnect();
    await first.server.close();
    expect((await post(second.url, "/rooms/join", { seat })).status).toBe(200);
    const again = new Guest(second.url, seat);
    await again.until(11);
    expect(held(again.draft)).toEqual(held(anna.draft));
    again.socket.disconnect();
    await second.server.close();
  }, 60_000);
});
