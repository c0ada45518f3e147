import fc from "fast-check";
import { expect, test } from "vitest";
import { roundWords } from "../../src/meeting/rounds.ts";
import { tally } from "../../src/meeting/tally.ts";

const times = (count: number, ballot: readonly number[]) => Array.from({ length: count }, () => [...ballot]);

test("support: more for than against, and no more than that", () => {
  expect(tally("support", 1, [...times(4, [1]), ...times(3, [0])])).toEqual({
    ballots: 7,
    first: [0],
    points: [4, 3],
    cast: [...times(3, [0]), ...times(4, [1])],
  });
  expect(tally("support", 1, [...times(3, [1]), ...times(3, [0])]).first).toEqual([]);
});

test("dots: the most of them; those that have as many are first together", () => {
  expect(
    tally("dots", 3, [
      [3, 0, 0],
      [0, 2, 1],
      [1, 2, 0],
      [0, 0, 0],
      [0, 0, 3],
    ]),
  ).toMatchObject({ first: [0, 1, 2], points: [4, 4, 4] });
  expect(tally("dots", 2, times(5, [0, 0])).first).toEqual([]);
});

test("ranked: worked by hand; the first in most ballots loses once the last has gone out", () => {
  // 4 put A first, 3 B before C, 2 C before B: C goes out, its two go to B, who has 5 of 9.
  const ballots = [...times(4, [0, 1, 2]), ...times(3, [1, 2, 0]), ...times(2, [2, 1, 0])];
  expect(tally("ranked", 3, ballots)).toMatchObject({
    first: [1],
    points: [4, 3, 2],
    rounds: [
      { first: [4, 3, 2], out: [2] },
      { first: [4, 5, 0], out: [] },
    ],
  });
});

test("a run-off is told count by count, without what had gone out", () => {
  const ballots = [...times(4, [0, 1, 2]), ...times(3, [1, 2, 0]), ...times(2, [2, 1, 0])];
  const names = ["Udby", "Orø", "Tuse"].map((name) => ({ da: name, en: name }));
  expect(roundWords(tally("ranked", 3, ballots).rounds ?? [], names).map(({ da }) => da)).toEqual([
    "1. optælling: Udby 4, Orø 3, Tuse 2. Udgår: Tuse",
    "2. optælling: Udby 4, Orø 5",
  ]);
});

test("ranked: whoever names only some no longer counts when they are gone", () => {
  const ballots = [...times(3, [0]), ...times(2, [1]), ...times(2, [2])];
  expect(tally("ranked", 3, ballots)).toMatchObject({
    first: [0],
    rounds: [
      { first: [3, 2, 2], out: [1, 2] },
      { first: [3, 0, 0], out: [] },
    ],
  });
});

test("below five nothing is broken down, below three nothing is told but how many", () => {
  expect(tally("dots", 2, times(4, [0, 1]))).toEqual({ ballots: 4, first: [1] });
  expect(tally("ranked", 2, times(2, [1, 0]))).toEqual({ ballots: 2, first: [] });
  expect(tally("support", 1, [])).toEqual({ ballots: 0, first: [] });
});

const ranking = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 });
const many = fc.array(ranking, { minLength: 5, maxLength: 30 });

test("ranked: what more than half put first is first; the order ballots came in tells nothing; the ballots that are shown count the same", () => {
  fc.assert(
    fc.property(many, (ballots) => {
      const counted = tally("ranked", 4, ballots);
      expect(tally("ranked", 4, ballots.toReversed())).toEqual(counted);
      expect(tally("ranked", 4, counted.cast ?? [])).toEqual(counted);
      const most = counted.points?.findIndex((points) => 2 * points > ballots.length) ?? -1;
      if (most >= 0) expect(counted.first).toEqual([most]);
      // Nobody is in and out: each goes out once at most, and whoever is first never does.
      const out = counted.rounds?.flatMap((round) => round.out) ?? [];
      expect(new Set(out).size).toBe(out.length);
      expect(counted.first.some((at) => out.includes(at))).toBe(false);
    }),
    { numRuns: 300 },
  );
});
