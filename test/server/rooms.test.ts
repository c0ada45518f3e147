import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BAND_COUNT } from "../../src/domain/grades.ts";
import { assignPairs, setLock } from "../../src/edit/tools.ts";
import { held, start } from "../edit/random.ts";
import { type Postgres, postgresPrograms, startPostgres } from "./postgres.ts";
import { Guest, joinRoom, makeRoom, post, proposal, serveRooms } from "./room-world.ts";

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

  async function roomWith(...names: readonly string[]) {
    const { links } = await makeRoom(world.url);
    const guests = await Promise.all(
      names.map(async (name) => {
        const { seat } = await joinRoom(world.url, links.participant, name);
        const guest = new Guest(world.url, seat);
        await guest.connected();
        return guest;
      }),
    );
    return { links, guests };
  }

  test("what one draws, the other sees; both see what a plain fold of the log gives", async () => {
    const { guests } = await roomWith("Anna", "Bo");
    const [anna, bo] = guests;
    expect(await anna.draw("a1", stroke(anna.draft, 3))).toEqual({ kind: "numbered", number: 1 });
    await bo.until(1);
    expect(await bo.draw("b1", stroke(bo.draft, 5))).toEqual({ kind: "numbered", number: 2 });
    await Promise.all(guests.map((guest) => guest.until(2)));
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
    await anna.until(anna.edits.length);
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
    await anna.until(1);
    expect(anna.edits).toHaveLength(1);
    anna.socket.disconnect();
  });

  test("who comes late gets all of it in order, and whoever comes back the rest", async () => {
    const { guests, links } = await roomWith("Anna");
    const [anna] = guests;
    for (let i = 0; i < 30; i++) {
      expect(await anna.draw(`a${i}`, stroke(anna.draft, 3, i % 2))).toEqual({ kind: "numbered", number: i + 1 });
      await anna.until(i + 1);
    }
    const { seat } = await joinRoom(world.url, links.viewer, "");
    const late = new Guest(world.url, seat);
    await late.until(30);
    expect(held(late.draft)).toEqual(held(anna.draft));
    late.socket.disconnect();
    await anna.draw("last", stroke(anna.draft, 3, 0));
    const back = new Guest(world.url, seat, 30);
    back.log = late.log;
    await back.until(31);
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

  test("another site's page makes no room and opens no socket", async () => {
    const evil = { origin: "https://evil.example" };
    expect((await fetch(`${world.url}/rooms/make`, { method: "POST", headers: evil })).status).toBe(403);
    expect(
      (await fetch(`${world.url}/rooms/live/?EIO=4&transport=polling`, { headers: evil })).status,
    ).toBeGreaterThanOrEqual(400);
  });

  test("a proposal on other data begins no room", async () => {
    const strange = { ...proposal, start: { kind: "same-as", plan: "nowhere" } };
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
      await anna.until(i + 1);
    }
    const second = await serveRooms({ kind: "folder", folder });
    expect((await post(second.url, "/rooms/join", { seat })).status).toBe(500);
    anna.socket.disconnect();
    await first.server.close();
    expect((await post(second.url, "/rooms/join", { seat })).status).toBe(200);
    const again = new Guest(second.url, seat);
    await again.until(10);
    expect(held(again.draft)).toEqual(held(anna.draft));
    again.socket.disconnect();
    await second.server.close();
  }, 60_000);
});
