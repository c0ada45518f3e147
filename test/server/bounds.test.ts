import { describe, expect, test } from "vitest";
import { isTooLarge, ROOM_LIMITS, ROOM_RATES } from "../../src/protocol/room-limits.ts";
import type { Entry } from "../../src/protocol/room.ts";
import { NewestFew } from "../../src/server/newest-few.ts";
import { Casts, castsIn } from "../../src/server/rooms/casts.ts";
import { Desks } from "../../src/server/rooms/desks.ts";
import { portionOf } from "../../src/server/rooms/log-rows.ts";
import { Rates } from "../../src/server/rooms/rates.ts";
import { Tail } from "../../src/server/rooms/tail.ts";

/** How many of so many asked for evenly over some seconds get through. */
const through = (rates: Rates, clock: { now: number }, key: string, asked: number, seconds: number): number => {
  let got = 0;
  for (let i = 0; i < asked; i++) {
    clock.now += (1000 * seconds) / asked;
    if (rates.take(key)) got++;
  }
  return got;
};
const joining = () => {
  const clock = { now: 0 };
  return { clock, rates: new Rates(ROOM_RATES.joined, () => clock.now) };
};

describe("how often", () => {
  test("a link that makes a thousand seats in a minute is slowed; one by which a hall joins in half a minute is not", () => {
    const { clock, rates } = joining();
    // What there is at once, and three in two seconds: fewer than the seats of a room that draw.
    expect(through(rates, clock, "flood", 1000, 60)).toBe(100 + 90 - 1);
    expect(through(rates, clock, "hall", 40, 30)).toBe(40);
    expect(through(rates, clock, "hall at once", 100, 1)).toBe(100);
    expect(through(rates, clock, "big hall", 200, 70)).toBe(200);
  });

  test("whoever rested has all of it again, and is forgotten", () => {
    const { clock, rates } = joining();
    expect(through(rates, clock, "a", 300, 1)).toBeLessThan(110);
    clock.now += 130_000;
    expect(through(rates, clock, "a", 100, 0.001)).toBe(100);
  });
});

test("where two hundred point goes to other processes in lots that a notification takes, of each the newest", async () => {
  const lots: string[] = [];
  const casts = new Casts(async (told) => void lots.push(told));
  const point = (seat: number, lon: number) =>
    casts.put({ seat: `seat-${seat}`, cursor: { proposal: "p".repeat(60), at: { lon, lat: 55 }, site: "s" } });
  for (const lon of [1, 2, 3]) for (let seat = 0; seat < 200; seat++) point(seat, lon);
  await expect.poll(() => lots.flatMap((lot) => castsIn(lot)).length).toBe(200);
  expect(Math.max(...lots.map((lot) => Buffer.byteLength(lot)))).toBeLessThan(7900);
  const told = lots.flatMap((lot) => castsIn(lot)).map((cast) => "cursor" in cast && cast.cursor.at?.lon);
  expect(new Set(told)).toEqual(new Set([3]));
  expect(castsIn('[{"seat":"a","cursor":{}}]')).toEqual([]);
  casts.end();
});

test("one seat has so many unanswered and no more, however many windows it asks from; others are answered", async () => {
  const desks = new Desks();
  const answers: (() => void)[] = [];
  const held = new Promise<void>((done) => answers.push(done));
  const numbered = { kind: "numbered", number: 1 } as const;
  const ask = (seat: string) => desks.ask(seat, () => held.then(() => numbered));
  const asked = Array.from({ length: ROOM_LIMITS.unanswered + 5 }, () => ask("anna"));
  const bo = ask("bo");
  expect(await Promise.all(asked.slice(ROOM_LIMITS.unanswered))).toEqual(
    Array.from({ length: 5 }, () => ({ kind: "later", code: "slow" })),
  );
  answers[0]();
  expect(await Promise.all([...asked.slice(0, ROOM_LIMITS.unanswered), bo])).toEqual(
    Array.from({ length: ROOM_LIMITS.unanswered + 1 }, () => numbered),
  );
  expect(await ask("anna")).toEqual(numbered);
});

const kept = (number: number, bytes: number) => {
  const entry: Entry = { number, id: `e${number}`, by: "s", at: "", act: { kind: "pause", on: true } };
  return { entry, bytes };
};
const numbers = (entries: readonly Entry[] | undefined) => entries?.map(({ number }) => number);

const edit = (change: object) => ({ proposal: "p", edit: { id: "e", changes: [], ...change } });
const deep = (depth: number): unknown => (depth === 0 ? [] : [deep(depth - 1)]);

const sized = (...bytes: readonly number[]) => bytes.map((each) => ({ bytes: each }));

describe("how much", () => {
  test.each([
    ["all that fits", sized(3, 3, 4), 3],
    ["no more bytes than may be", sized(3, 3, 5), 2],
    ["no more entries than may be", sized(1, 1, 1, 1, 1), 4],
    ["one that is too large alone", sized(99, 1), 1],
    ["nothing of nothing", [], 0],
  ])("a portion is %s", (_, from, count) => {
    expect(portionOf(from, { entries: 4, bytes: 10 })).toEqual(from.slice(0, count));
  });

  test("of the newest entries no more are kept at hand than a few megabytes; what is older is asked of the database", () => {
    const tail = new Tail();
    expect(tail.add([1, 2, 3, 4].map((number) => kept(number, 1_500_000))).length).toBe(4);
    const all = { entries: 9, bytes: 9_000_000 };
    expect([0, 1, 2, 3, 4].map((after) => numbers(tail.after(after, all)))).toEqual([
      undefined,
      undefined,
      [3, 4],
      [4],
      [],
    ]);
    // What is here already is not new.
    expect(numbers(tail.add([kept(4, 1), kept(5, 1)]))).toEqual([5]);
    expect(numbers(tail.after(3, { entries: 9, bytes: 1_000_000 }))).toEqual([4]);
  });

  test.each([
    ["a long note", edit({ note: "x".repeat(ROOM_LIMITS.editText + 1) })],
    ["a long name deep within", edit({ changes: [{ kind: "new-site", is: { name: "x".repeat(5000) } }] })],
    ["more steps than any edit has", edit({ changes: Array.from({ length: 5001 }, () => 0) })],
    ["a list longer than any case has units", edit({ changes: [{ units: Array.from({ length: 60_001 }, () => 0) }] })],
    ["lists within lists", edit({ changes: [deep(5000)] })],
    ["many texts, none of them long", edit({ note: Array.from({ length: 1000 }, () => "x".repeat(3000)) })],
    ["an act of many", { act: { kind: "vote", options: Array.from({ length: 100 }, () => "x".repeat(3000)) } }],
    ["letters that take three bytes", { act: { kind: "comment", text: "漢".repeat(3500), more: "漢".repeat(3500) } }],
    ["a proposal over its size", { file: { strokes: ["x".repeat(ROOM_LIMITS.proposalBytes)] } }],
  ])("%s is too large", (_, sent) => expect(isTooLarge(sent)).toBe(true));

  test.each([
    [
      "an edit of all units of a large case",
      edit({ changes: [{ units: Array.from({ length: 16_000 }, () => "8a1f05835a9ffff") }] }),
    ],
    ["a proposal with packed strokes", { act: { kind: "proposal", file: { strokes: ["x".repeat(3_000_000)] } } }],
  ])("%s is not", (_, sent) => expect(isTooLarge(sent)).toBe(false));
});

test("of packed files the newest are kept: one that is written in many ways takes no more room than others", () => {
  const few = new NewestFew<number>(3);
  for (const [name, value] of [
    ["a", 1],
    ["b", 2],
    ["a", 3],
    ["c", 4],
    ["d", 5],
  ] as const)
    few.set(name, value);
  expect(["a", "b", "c", "d"].map((name) => few.get(name))).toEqual([3, undefined, 4, 5]);
});
