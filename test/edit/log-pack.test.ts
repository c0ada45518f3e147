import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChanges } from "../../src/edit/log.ts";
import { checkChanges } from "../../src/edit/check.ts";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { groundOfPacks, packLog } from "../../src/edit/log-pack.ts";
import { LogUnpacker } from "../../src/edit/log-unpacker.ts";
import { NumberReader, NumberWriter } from "../../src/kernels/number-bytes.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import type { Entry } from "../../src/protocol/room.ts";
import { changesOf, type Deed, deed, lattice, start } from "./random.ts";

const { municipality } = lattice.basis;
/** Mostly strokes. */
const step = fc.oneof(deed, { arbitrary: fc.tuple(fc.nat(2), fc.nat(999), fc.nat(999), fc.nat(999)), weight: 4 });
const NOTES = [undefined, "Nyt", { da: "Tegnet", en: "Drawn" }];

/** What several hands do on two proposals, with acts between, as it stands in a room's log. */
function logOf(deeds: readonly Deed[], after: number): readonly Entry[] {
  const drafts = [start, start];
  return deeds.map((each, i): Entry => {
    const number = after + i + 1;
    const [, a, b, c] = each;
    const changes = changesOf(drafts[a % 2], each);
    const at = new Date(1_767_225_600_000 + 1000 * ((i * b) % 9999) - (c % 3)).toISOString();
    if (changes.length === 0 || checkChanges(drafts[a % 2], changes).length > 0)
      return { number, id: `x${i}`, by: "leads", at, act: { kind: "pause", on: true } };
    const note = NOTES[b % 3];
    const edit = {
      // Some ids are no numbers after a stem, and some times no page's.
      id: c % 11 === 0 ? `id${i}` : `${"abc"[c % 3]}-${(i + 1 + (b % 50)).toString(36)}`,
      by: `seat${c % 4}`,
      at: c % 13 === 0 ? "2026-01-01T00:00:00Z" : at,
      changes,
      ...(note !== undefined && { note }),
      ...(b % 5 === 0 && { takesBack: `b-${1 + (a % 9)}` }),
      ...(b % 7 === 0 && { belongsTo: `a-${1 + (c % 9)}` }),
    };
    const entry = { number, proposal: `p${a % 2}`, edit: writeEdit(drafts[a % 2], edit) };
    drafts[a % 2] = applyChanges(drafts[a % 2], changes);
    return entry;
  });
}

test("a stretch of a log comes out of its pack as it went in, strokes read and all else as it stood", () => {
  let strokes = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60, size: "max" }), fc.nat(5000), (deeds, after) => {
      const entries = logOf(deeds, after);
      const part = new LogUnpacker(municipality).read(packLog(municipality, start.start, entries, 77));
      expect([part.after, part.last, part.bytes]).toEqual([after, after + entries.length, 77]);
      expect(
        part.entries.map((each) => {
          if (!("read" in each)) return each;
          strokes++;
          return { number: each.number, proposal: each.proposal, edit: writeEdit(start, each.read) };
        }),
      ).toEqual(entries);
    }),
    { seed: 5, numRuns: 100 },
  );
  expect(strokes).toBeGreaterThan(1000);
});

test("a pack that was damaged is refused, or is a log of the case's units and schools: none is read on without end", () => {
  const random = seededRandom(7);
  const [deeds] = fc.sample(fc.array(step, { minLength: 60, maxLength: 60 }), { seed: 9, numRuns: 1 });
  const pack = packLog(municipality, start.start, logOf(deeds, 0), 1);
  let refused = 0;
  for (let tries = 0; tries < 400; tries++) {
    const bytes = pack.slice(0, tries % 4 === 0 ? Math.floor(random() * pack.length) : pack.length);
    for (let flips = 1 + (tries % 3); flips > 0; flips--)
      bytes[Math.floor(random() * bytes.length)] ^= 1 << Math.floor(random() * 8);
    try {
      for (const each of new LogUnpacker(municipality).read(bytes).entries)
        if ("read" in each) expect(() => applyChanges(start, each.read.changes)).not.toThrow();
    } catch {
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(200);
});

test("whoever names a unit or a school otherwise reads no pack of it", () => {
  const own = groundOfPacks(municipality);
  const { units, sites } = municipality;
  const other = { ...municipality, units: { ...units, id: units.id.toReversed() } };
  const fewer = { ...municipality, sites: sites.slice(1) };
  expect([groundOfPacks(other), groundOfPacks(fewer)]).not.toContain(own);
  expect(groundOfPacks({ ...municipality })).toBe(own);
});

test("whole numbers of every size are read as they were written", () => {
  const whole = fc.oneof(fc.nat(300), fc.nat(), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.array(whole), fc.array(fc.integer({ min: -(2 ** 50), max: 2 ** 50 })), (numbers, signed) => {
      const writer = new NumberWriter();
      for (const number of numbers) writer.push(number);
      for (const number of signed) writer.pushSigned(number);
      const reader = new NumberReader(writer.bytes);
      expect(numbers.map(() => reader.next())).toEqual(numbers);
      expect(signed.map(() => reader.nextSigned())).toEqual(signed);
      expect(reader.isRead).toBe(true);
      expect(() => reader.next()).toThrow("end too soon");
    }),
    { seed: 2 },
  );
});
