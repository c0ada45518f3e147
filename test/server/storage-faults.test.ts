import { BAND_COUNT } from "../cases/folkeskole.ts";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Draft } from "../../src/edit/draft.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import type { Joined, MadeRoom } from "../../src/protocol/room.ts";
import { backupLines, restore } from "../../src/server/storage/backup.ts";
import { openStorage } from "../../src/server/storage/storage.ts";
import { RESTORED } from "../../web/room/room-words.ts";
import { held } from "../edit/random.ts";
import { pageAt, pagesFrom } from "./room-page.ts";
import { context, Guest, joinRoom, makeRoom, serveRooms } from "./room-world.ts";

const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-faults-"));
const FAULTY = new URL("faulty-thread.mjs", import.meta.url);
const says = (what: string): string => join(folder, `database-${what}`);
const stroke = (draft: Draft, unit: number) =>
  assignPairs(draft, [unit * BAND_COUNT], draft.plan.assignment[unit * BAND_COUNT] === 0 ? 1 : 0).changes;

let world: Awaited<ReturnType<typeof serveRooms>>;
let anna: Guest;
let bo: Guest;
let annas: Joined;
let links: MadeRoom["links"];
beforeAll(async () => {
  world = await serveRooms({ kind: "folder", folder }, {}, async () => context, FAULTY);
  ({ links } = await makeRoom(world.url));
  [anna, bo] = await Promise.all(
    ["Anna", "Bo"].map(async (name) => {
      const joined = await joinRoom(world.url, links.participant, name);
      const guest = new Guest(world.url, joined.seat);
      await guest.connected();
      if (name === "Anna") annas = joined;
      return guest;
    }),
  );
  const leads = new Guest(world.url, (await joinRoom(world.url, links.facilitator, "Leder")).seat);
  await leads.connected();
  await meet(leads);
  await Promise.all([anna.until(leads.number), bo.until(leads.number)]);
  leads.socket.disconnect();
}, 60_000);

/** Something is said, and asked in a vote, in which somebody has voted. */
async function meet(leads: Guest): Promise<void> {
  const proposal = anna.first;
  const said = { kind: "comment", comment: "said", proposal, tone: "for", text: "Kortere vej" } as const;
  const options = [{ kind: "version" as const, proposal, number: 1 }];
  const asked = { kind: "vote", vote: "asked", title: "Dette?", method: "support", options } as const;
  const answers = [await anna.act(said), await leads.act(asked), await anna.vote("asked", [1])];
  expect(answers.map(({ kind }) => kind)).toEqual(["numbered", "numbered", "so already"]);
}
afterAll(async () => {
  vi.unstubAllGlobals();
  for (const guest of [anna, bo]) guest.socket.disconnect();
  await world.server.close();
  rmSync(folder, { recursive: true, force: true });
});

const health = async (): Promise<number> => (await fetch(`${world.url}/healthz`)).status;

test.each([
  ["ends", "storage.away"],
  ["full", "storage.full"],
])(
  "a database that %s is said so with a code; it comes back with all that was answered, and what was not is sent again",
  async (what, code) => {
    writeFileSync(says(what), "");
    const number = anna.number;
    // Notes that no database makes smaller: the first that finds no place is not kept.
    const sent: { readonly id: string; readonly note: string }[] = [];
    let kind = "";
    for (let i = 0; i < 20 && kind !== "later"; i++) {
      sent.push({ id: `${what}-${i}`, note: randomBytes(2900).toString("base64") });
      const answer = await anna.draw(sent[i].id, stroke(anna.draft, 3 + (i % 9)), { note: sent[i].note });
      ({ kind } = answer);
      if (kind === "later") expect(answer).toEqual({ kind, code });
      else await anna.until(number + i + 1);
    }
    expect(kind).toBe("later");
    const { id, note } = sent[sent.length - 1];
    const again = () => anna.draw(id, stroke(anna.draft, 3 + ((sent.length - 1) % 9)), { note });
    expect(await health()).toBe(503);
    expect(await again()).toEqual({ kind: "later", code });
    rmSync(says(what));
    const kindOf = () => again().then((answer) => answer.kind, String);
    await expect.poll(kindOf, { timeout: 30_000 }).toBe("numbered");
    expect(await health()).toBe(200);
    await Promise.all([anna.until(number + sent.length), bo.until(number + sent.length)]);
    expect(bo.edits.map(({ edit }) => edit.id).slice(-sent.length)).toEqual(sent.map((each) => each.id));
    expect(held(bo.draft)).toEqual(held(anna.draft));
  },
  60_000,
);

test("a row that the database refuses fails its author alone", async () => {
  await world.server.close();
  const storage = await openStorage({ kind: "folder", folder }, FAULTY);
  await sql`create function refuses() returns trigger language plpgsql as $$ begin
    if new.id = 'bad' then raise exception 'not this one'; end if; return new; end $$`.execute(storage.database);
  await sql`create trigger refuses before insert on entries for each row execute function refuses()`.execute(
    storage.database,
  );
  await storage.close();
  const again = await serveRooms({ kind: "folder", folder }, {}, async () => context, FAULTY);
  try {
    const { links: others } = await makeRoom(again.url);
    const guests = await Promise.all(
      [0, 1, 2].map(async () => {
        const guest = new Guest(again.url, (await joinRoom(again.url, others.participant, "")).seat);
        await guest.connected();
        return guest;
      }),
    );
    const ids = ["good", "bad", "fine"];
    const drawn = guests.map((guest, i) => guest.draw(ids[i], stroke(guest.draft, 3 + i)));
    const [good, bad, fine] = await Promise.all(drawn);
    expect(bad).toMatchObject({ kind: "refused", code: "not.kept" });
    expect([good.kind, fine.kind]).toEqual(["numbered", "numbered"]);
    for (const guest of guests) guest.socket.disconnect();
  } finally {
    await again.server.close();
  }
}, 60_000);

test("a room restored into another folder is the same to its pages, by the same seats and links; one that heard more than was kept is told all anew", async () => {
  const lines: string[] = [];
  const before = await openStorage({ kind: "folder", folder }, FAULTY);
  for await (const line of backupLines(before.database, "2026-01-01T00:00:00Z")) lines.push(line.trimEnd());
  await before.close();
  const first = await serveRooms({ kind: "folder", folder }, {}, async () => context, FAULTY);
  const away = new Guest(first.url, annas.seat, anna);
  await away.connected();
  const { number: kept, draft, meeting } = away;
  await away.draw("never-was", stroke(away.draft, 2));
  await away.until(kept + 1);
  away.socket.disconnect();
  await first.server.close();

  const place = { kind: "folder", folder: join(folder, "restored") } as const;
  const between = await openStorage(place, FAULTY);
  expect(await restore(between.database, Readable.from(lines), "nothing")).toMatchObject({ kind: "restored" });
  await between.close();
  const second = await serveRooms(place, {}, async () => context, FAULTY);
  pagesFrom(second.url);
  // By a seat that was there before, and by a link that had been given out.
  for (const joined of [annas, await joinRoom(second.url, links.participant, "Carl")]) {
    const { session, store } = pageAt(second.url, joined);
    await expect.poll(() => store.state().room?.number).toBe(kept);
    const { room, proposals } = store.state();
    const [shown] = proposals!.values();
    expect(held(shown.draft)).toEqual(held(draft));
    expect([room!.meeting.comments, room!.meeting.votes]).toEqual([meeting.comments, meeting.votes]);
    await expect
      .poll(() => store.state().room?.counts.map(({ vote, ballots }) => [vote, ballots]))
      .toEqual([["asked", 1]]);
    session.leave("of oneself", RESTORED);
  }
  const other = new Guest(second.url, annas.seat);
  await other.connected();
  for (const [id, unit] of [
    ["other", 4],
    ["another", 5],
  ] as const)
    await other.draw(id, stroke(other.draft, unit));
  await other.until(kept + 2);
  const back = new Guest(second.url, annas.seat, away);
  await back.until(kept + 2);
  expect(back.epoch).not.toBe(away.epoch);
  expect(back.entries[0].number).toBe(1);
  expect(back.edits.map(({ edit }) => edit.id).slice(-2)).toEqual(["other", "another"]);
  expect(held(back.draft)).toEqual(held(other.draft));
  for (const guest of [other, back]) guest.socket.disconnect();
  await second.server.close();
}, 60_000);
