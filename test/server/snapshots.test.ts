import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { checkChanges } from "../../src/edit/check.ts";
import type { Draft } from "../../src/edit/draft.ts";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { packLog } from "../../src/edit/log-pack.ts";
import { LogUnpacker } from "../../src/edit/log-unpacker.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import { titlesOf } from "../../src/meeting/titles.ts";
import { type Entry, readSnapshot, type Snapshot } from "../../src/protocol/room.ts";
import { EMPTY_ROOM, withEntry, withPart } from "../../src/server/rooms/room-state.ts";
import { withNext } from "../../src/server/rooms/snapshots.ts";
import { readFile } from "../../web/proposals/file.ts";
import { wayTo } from "../../web/proposals/history.ts";
import { proposalOf, stepsOf, withOwn } from "../../web/room/drawn-together.ts";
import { type Begin, NOTHING_HEARD, withDrawn, withEntries } from "../../web/room/heard.ts";
import type { HeardEntry, PackReader } from "../../web/room/packs.ts";
import { HISTORY_COMING } from "../../web/room/room-words.ts";
import { toldBy, UnreadPast } from "../../web/room/unread-past.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { changesOf, type Deed, deed, held, lattice, start } from "../edit/random.ts";
import { context, firstFile } from "./room-world.ts";

const { municipality, baseline } = lattice.basis;
const unpacker = new LogUnpacker(municipality);
const view = caseViewOf(lattice, evaluatePlan(lattice.basis, baseline), []);
const begin: Begin = ({ act }) =>
  act.kind === "proposal" ? readFile(view, JSON.stringify(act.file), act.proposal).proposal : undefined;
const SIZE = 6;

const at = (number: number) => new Date(1_767_225_600_000 + 1000 * number).toISOString();

/** A room's log of two proposals, of which the second begins after a while, with acts between what several hands draw. */
function logOf(deeds: readonly Deed[]): readonly Entry[] {
  const drafts = new Map<string, Draft>();
  const entries: Entry[] = [];
  const begins = (proposal: string) => {
    const number = entries.length + 1;
    drafts.set(proposal, start);
    const act = { kind: "proposal", proposal, file: firstFile } as const;
    entries.push({ number, id: proposal, by: "room", at: at(number), act });
  };
  begins("p");
  for (const [i, each] of deeds.entries()) {
    if (i === 7) begins("q");
    const number = entries.length + 1;
    const proposal = drafts.has("q") && each[1] % 3 === 0 ? "q" : "p";
    const draft = drafts.get(proposal)!;
    const changes = changesOf(draft, each);
    if (changes.length === 0 || checkChanges(draft, changes).length > 0) {
      const act = { kind: "comment", comment: `c${i}`, proposal, tone: "remark", text: `Ord ${i}` } as const;
      entries.push({ number, id: `x${i}`, by: "leads", at: at(number), act });
      continue;
    }
    const edit = {
      id: `${"abc"[each[3] % 3]}-${(i + 1).toString(36)}`,
      by: `seat${each[3] % 3}`,
      at: at(number),
      changes,
    };
    entries.push({ number, proposal, edit: writeEdit(draft, edit) });
    drafts.set(proposal, applyChanges(draft, changes));
  }
  return entries;
}

/** Packs of a log's first entries, and what they come to, as whoever is told it reads it. */
function toldOf(log: readonly Entry[]) {
  const parts = Array.from({ length: Math.floor(log.length / SIZE) }, (_, i) =>
    unpacker.read(packLog(municipality, start.start, log.slice(SIZE * i, SIZE * (i + 1)), 10 + i)),
  );
  let snapshot: Snapshot | undefined;
  for (const part of parts) snapshot = readSnapshot(JSON.stringify(withNext(snapshot, [part], context)));
  return { parts, packed: parts.flatMap(({ entries }) => entries), snapshot: snapshot! };
}

/** Where a page has entries of the past from; `asked`: after which it was asked for any. */
function sourcesOf(entries: readonly HeardEntry[], asked: number[]) {
  const ask = async (after: number) => {
    asked.push(after);
    return new Uint8Array(1);
  };
  // Of a reader only what is asked of it here.
  const reader = { read: async () => entries } as unknown as PackReader;
  return { ask, reader, keep: () => undefined };
}

const logs = fc.array(deed, { minLength: SIZE, maxLength: 30, size: "max" }).map(logOf);

test("what a log comes to by its packs, one after another, is what it comes to entry by entry, for a server and for a page", () => {
  fc.assert(
    fc.property(logs, (log) => {
      const { snapshot, parts } = toldOf(log);
      const state = withPart(EMPTY_ROOM, { ...snapshot, after: 0 }, context);
      const first = log.slice(0, snapshot.last);
      const plain = first.reduce((each, entry) => withEntry(each, { entry, bytes: 0 }, context), EMPTY_ROOM);
      const inShort = ({ drafts, ...rest }: typeof plain) => ({
        ...rest,
        bytes: 0,
        drafts: [...drafts].map(([key, draft]) => [key, held(draft)]),
      });
      expect(inShort(state)).toEqual(inShort(plain));
      expect(readSnapshot(JSON.stringify(withNext(undefined, parts, context)))).toEqual(snapshot);
      expect(snapshot.titles).toEqual(titlesOf(first, () => start.plan.title));
      const [told, heard] = [toldBy(snapshot, begin), withEntries(NOTHING_HEARD, first, begin)];
      expect({ ...told, drawn: told.drawn.size }).toEqual({ ...heard, drawn: heard.drawn.size });
      for (const [key, { log: own }] of told.drawn) {
        expect(held(own.draft)).toEqual(held(heard.drawn.get(key)!.log.draft));
        expect(own.number).toBe(heard.drawn.get(key)!.log.number);
      }
    }),
    { seed: 4, numRuns: 30 },
  );
});

test("a room that a snapshot shows is drawn on at once, all before as one step that says its history is coming; read, it has every step, and what was drawn meanwhile", async () => {
  await fc.assert(
    fc.asyncProperty(logs, fc.nat(2), async (log, from) => {
      const { packed, snapshot } = toldOf(log);
      const known = withEntries(NOTHING_HEARD, log.slice(0, from * SIZE), begin);
      const past = new UnreadPast(known, snapshot.last, begin);
      let shown = toldBy(snapshot, begin);
      const { p } = Object.fromEntries(shown.drawn);
      const isDrawn = log.some((entry) => "edit" in entry && entry.proposal === "p" && entry.number <= snapshot.last);
      const notes = wayTo(proposalOf(p).history).map(({ edit }) => edit.note);
      expect(notes).toEqual(isDrawn ? [HISTORY_COMING] : []);
      // One draws, and others do.
      const own = assignPairs(p.log.draft, [0], p.log.draft.plan.assignment[0] === 0 ? 1 : 0).changes;
      const since = log.slice(snapshot.last);
      shown = withDrawn(shown, "p", withOwn(p, { id: "own-1", by: "seat1", at: "2026-02-01T00:00:00Z", changes: own }));
      shown = withEntries(shown, since, begin);
      past.hears(since);
      const asked: number[] = [];
      const became = await past.read(sourcesOf(packed, asked), () => false);
      expect([became, asked]).toEqual(["read", known.number < snapshot.last ? [known.number] : []]);
      const { room, was } = past.whole(shown);
      expect(was).toBe("right");
      const whole = withEntries(NOTHING_HEARD, log, begin);
      expect({ ...room, drawn: 0 }).toEqual({ ...whole, drawn: 0 });
      for (const [key, drawn] of room.drawn) {
        expect(drawn.log).toBe(shown.drawn.get(key)!.log);
        const ids = wayTo(proposalOf(drawn).history).map(({ edit }) => edit.id);
        const plain = wayTo(proposalOf(whole.drawn.get(key)!).history).map(({ edit }) => edit.id);
        expect(ids).toEqual([...plain, ...drawn.log.shown.map(({ id }) => id)]);
      }
      const steps = stepsOf(proposalOf(room.drawn.get("p")!), "seat1").back;
      const waits = room.drawn.get("p")!.log.shown.length;
      expect(steps.length).toBe(stepsOf(proposalOf(whole.drawn.get("p")!), "seat1").back.length + waits);
    }),
    { seed: 6, numRuns: 30 },
  );
});

test("a snapshot that says another plan than its sum is not shown; one whose log says another is found once that is read, and the log holds", async () => {
  const log = logOf(fc.sample(fc.array(deed, { minLength: 30, maxLength: 30 }), { seed: 3, numRuns: 1 })[0]);
  const { packed, snapshot } = toldOf(log);
  const right = toldBy(snapshot, begin);
  const other = toldOf(
    log.filter((entry) => "act" in entry || entry.number < 9).map((entry, i) => ({ ...entry, number: i + 1 })),
  );
  expect(() => toldBy({ ...other.snapshot, sums: snapshot.sums }, begin)).toThrow("of a snapshot is another");
  const wrong = toldBy({ ...other.snapshot, last: snapshot.last }, begin);
  const past = new UnreadPast(NOTHING_HEARD, snapshot.last, begin);
  await past.read(sourcesOf(packed, []), () => false);
  const { room, was } = past.whole(wrong);
  expect(was).toBe("wrong");
  expect(held(room.drawn.get("p")!.log.draft)).toEqual(held(right.drawn.get("p")!.log.draft));
});
