import { BAND_COUNT } from "../cases/folkeskole.ts";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assignPairs } from "../../src/edit/tools.ts";
import { auditLog } from "../../src/server/storage/audit.ts";
import { backupLines } from "../../src/server/storage/backup.ts";
import { openStorage } from "../../src/server/storage/storage.ts";
import { Guest, joinRoom, post, serveRooms, firstFile, THREAD } from "./room-world.ts";

const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-operations-"));
const place = { kind: "folder", folder } as const;
const TOKEN = "a-token-for-metrics";
const lines: string[] = [];

let world: Awaited<ReturnType<typeof serveRooms>>;
beforeAll(async () => {
  const stream = { write: (line: string) => void lines.push(line) };
  world = await serveRooms(place, { metricsToken: TOKEN, log: { level: "debug", stream } });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const metrics = (headers: Record<string, string> = {}) => fetch(`${world.url}/metrics`, { headers });

test("an evening leaves lines of its running and nothing of anybody in the log; what was led is in the audit log; a server that stops loses nothing", async () => {
  const made = await post(world.url, "/rooms/make", { title: "Borgermøde Æblehøj", proposal: firstFile });
  const { room, links } = made.body as { room: string; links: Record<"facilitator" | "participant", string> };
  const sits = async (link: string, name: string) => {
    const joined = await joinRoom(world.url, link, name);
    const guest = new Guest(world.url, joined.seat);
    await guest.connected();
    return { guest, ...joined };
  };
  const leader = await sits(links.facilitator, "Lederen Lise");
  const anna = await sits(links.participant, "Anna Ager");
  await anna.guest.act({
    kind: "comment",
    comment: "c",
    proposal: anna.guest.first,
    tone: "for",
    text: "Ring til mig",
  });
  await leader.guest.act({ kind: "hide", what: { comment: "c" }, reason: "Et nummer" });
  await leader.guest.act({ kind: "role", seat: anna.id, role: "co-facilitator" });
  await anna.guest.act({ kind: "pause", on: true });
  await anna.guest.act({ kind: "pause", on: false });
  await anna.guest.act({ kind: "council", proposal: anna.guest.first, state: "received", text: "Hemmeligt" });
  await post(world.url, "/rooms/join", { link: "B".repeat(43), name: "Vrede Verner" });
  await post(world.url, "/rooms/links", { seat: "Anna Ager" });
  await fetch(`${world.url}/rooms/make`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"Anna Ager',
  });
  const renewed = await post(world.url, "/rooms/links", { seat: leader.seat, role: "viewer", isOpen: true });
  const { secret } = renewed.body as { secret: string };
  await fetch(`${world.url}/nowhere/Anna%20Ager?seat=${anna.seat}`);

  // Numbers for whoever watches the server: from this machine, or with the token; for all others nothing is there.
  const [here, token, stranger] = await Promise.all([
    metrics(),
    metrics({ "x-forwarded-for": "192.0.2.1", authorization: `Bearer ${TOKEN}` }),
    metrics({ "x-forwarded-for": "192.0.2.1", authorization: "Bearer another" }),
  ]);
  expect([here.status, token.status, stranger.status]).toEqual([200, 200, 404]);
  const text = await here.text();
  expect(text).toContain("skoledistrikt_rooms_open 1\n");
  expect(text).toContain("skoledistrikt_pages 2\n");
  expect(text).toContain('skoledistrikt_answers_total{kind="numbered"} 5\n');
  expect(text).toContain('skoledistrikt_answers_total{kind="refused"} 1\n');
  expect(text).toMatch(/skoledistrikt_requests_total\{status="4xx"\} [34]\n/);
  // Each line is a comment or a name, labels and one number.
  for (const line of text.trimEnd().split("\n"))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"\})? -?\d+(\.\d+)?(e-?\d+)?)$/);

  // The server stops in the middle of a stroke after stroke.
  const answered: number[] = [];
  let byes = 0;
  anna.guest.socket.on("bye", () => byes++);
  const drawing = (async () => {
    for (let i = 0; i < 500; i++) {
      const { draft } = anna.guest;
      const changes = assignPairs(draft, [(i % 20) * BAND_COUNT], i % 2).changes;
      const answer = await anna.guest.draw(`a${i}`, changes);
      if (answer.kind === "numbered") answered.push(answer.number);
      if (answer.kind === "later") return;
    }
  })().catch(() => undefined);
  await expect.poll(() => answered.length, { interval: 5 }).toBeGreaterThan(3);
  await world.server.close();
  await drawing;
  expect(byes).toBe(1);

  const { database, close } = await openStorage(place, THREAD);
  const rows = await database.selectFrom("entries").select("number").where("room", "=", room).execute();
  const numbers = new Set(rows.map(({ number }) => number));
  expect(answered.filter((number) => !numbers.has(number))).toEqual([]);

  const told = await auditLog(database);
  const by: Record<string, string> = { organiser: "organiser", [leader.id]: "leader", [anna.id]: "anna" };
  expect(told.map(({ who, act, about }) => `${by[who]}: ${act} ${about}`.trim())).toEqual([
    "organiser: room made",
    "leader: hide c",
    `leader: role ${anna.id} co-facilitator`,
    "anna: pause on",
    "anna: pause off",
    "leader: link viewer new",
  ]);
  const backup: string[] = [];
  for await (const line of backupLines(database, "2026-01-01T00:00:00Z")) backup.push(line);
  for (const change of [database.deleteFrom("audit"), database.updateTable("audit").set({ who: "nobody" })])
    await expect(change.execute()).rejects.toThrow("only added to");
  await database.deleteFrom("rooms").where("id", "=", room).execute();
  expect(await auditLog(database)).toEqual([]);
  await close();

  const log = lines.join("");
  const events = lines.map((line) => (JSON.parse(line) as { event?: string }).event);
  expect(events.filter((event) => event === "request").length).toBeGreaterThan(8);
  const holding = [...Object.values(links), secret, leader.seat, anna.seat];
  const secrets = [room, ...holding, leader.id, anna.id, TOKEN];
  const words = [
    "Anna",
    "Lise",
    "Verner",
    "Æblehøj",
    "Ring til",
    "nummer",
    "Hemmeligt",
    "127.0.0.1",
    "192.0.2.1",
    "::1",
  ];
  for (const word of [...secrets, ...words]) expect(log, word).not.toContain(word);
  // Nor does anything that is kept hold a secret: of each there is its sum, in the folder and in a backup of it.
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  const kept = Buffer.concat([...files, Buffer.from(backup.join(""))]);
  expect(holding.filter((each) => kept.includes(each))).toEqual([]);
  for (const each of holding) {
    const sum = createHash("sha256").update(each).digest("hex");
    expect([files.some((file) => file.includes(sum)), backup.some((line) => line.includes(sum))]).toEqual([true, true]);
  }
}, 120_000);

test("what goes wrong is told by its kind and place, not by its words", async () => {
  const faults: string[] = [];
  const stream = { write: (line: string) => void faults.push(line) };
  const broken = await serveRooms({ kind: "memory" }, { log: { level: "info", stream } }, async () => {
    throw new TypeError("Anna Ager bor Vej 7");
  });
  expect((await post(broken.url, "/rooms/join", { link: "B".repeat(43), name: "Anna Ager" })).status).toBe(503);
  await broken.server.close();
  const fault = faults.map((line) => JSON.parse(line) as { event?: string }).find(({ event }) => event === "fault");
  expect(fault).toMatchObject({
    route: "/rooms/join",
    err: { type: "TypeError", stack: expect.stringContaining("at ") },
  });
  expect(faults.join("")).not.toContain("Anna");
}, 60_000);
