import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, nearestFive } from "../../src/kernels/disclosure/shown.ts";
import { protectSums, type Sum, totalOf } from "../../src/kernels/disclosure/sums.ts";

const words = (cells: readonly Cell[]) =>
  cells.map((cell) => (cell.kind === "count" ? cell.pupils : cell.kind === "about" ? `~${cell.pupils}` : cell.kind));

test.each([
  ["a small part of a total: the smallest other part becomes about", [100, 60, 37, 3], [100, 60, "~35", "few"]],
  ["two small parts vary by themselves", [65, 60, 2, 3], [65, 60, "few", "few"]],
  ["two fours and nothing else: the total would tell them", [8, 4, 4, 0], ["~10", "few", "few", 0]],
  ["a small total is told by nobody", [3, 3, 0, 0], ["few", "few", 0, 0]],
  ["nothing small, nothing hidden", [30, 10, 20, 0], [30, 10, 20, 0]],
])("%s", (_name, counts, expected) => {
  expect(words(protectSums(counts, [totalOf(0, [1, 2, 3])]))).toEqual(expected);
});

test("who loses a right is about a number where who gains one are few, since today and the plan are both told", () => {
  // Plan 1,163 = today 1,245 + gained 4 - lost 86.
  const change: Sum = {
    terms: [
      { at: 0, by: 1 },
      { at: 3, by: 1 },
      { at: 2, by: -1 },
      { at: 1, by: -1 },
    ],
  };
  const told: Cell = { kind: "count", pupils: 1245 };
  expect(words(protectSums([1163, 1245, 4, 86], [change], new Map([[1, told]])))).toEqual([1163, 1245, "few", "~85"]);
});

/** Where a number of a band stands: before, now, lost, gained. */
const placeOf = (band: number, of: number): number => 4 * band + of;

test("a total is told where its parts are, and no number is blurred that the others give away: Holbæk's plan 29", () => {
  // Of each band and of all: today's = the plan's + lost - gained; before, now, lost, gained.
  const bands = [
    [711, 695, 16, 0],
    [133, 71, 62, 0],
    [482, 388, 95, 1],
    [1326, 1154, 173, 1],
  ];
  const changes = bands.map((_, band): Sum => ({
    terms: [
      { at: placeOf(band, 1), by: 1 },
      { at: placeOf(band, 2), by: 1 },
      { at: placeOf(band, 0), by: -1 },
      { at: placeOf(band, 3), by: -1 },
    ],
  }));
  const totals = [0, 1, 2, 3].map((of) => totalOf(placeOf(3, of), [placeOf(0, of), placeOf(1, of), placeOf(2, of)]));
  const before = new Map(bands.map(([pupils], band) => [placeOf(band, 0), { kind: "count", pupils } as const]));
  const told = words(protectSums(bands.flat(), [...changes, ...totals], before));
  const [low, middle, high, all] = [0, 1, 2, 3].map((band) => told.slice(4 * band + 1, 4 * band + 4));
  expect([low, middle]).toEqual([
    [695, 16, 0],
    [71, 62, 0],
  ]);
  expect([high, all]).toEqual([
    [388, "~95", "few"],
    [1154, "~175", "few"],
  ]);
});

/** Whether some other numbers say the same and give the small one another value: tried one by one. */
function canBeOther(counts: readonly number[], cells: readonly Cell[], small: number): boolean {
  const range = (at: number): number[] => {
    const cell = cells[at];
    if (cell.kind === "count") return [cell.pupils];
    if (cell.kind === "few") return [1, 2, 3, 4];
    const all = Array.from({ length: 60 }, (_, i) => i + 5);
    if (cell.kind === "hidden") return all;
    return all.filter((count) => (cell.to ? 10 * Math.round(count / 10) : nearestFive(count)) === cell.pupils);
  };
  return range(1).some((a) =>
    range(2).some((b) => range(3).some((c) => range(0).includes(a + b + c) && [a, b, c][small - 1] !== counts[small])),
  );
}

test("whatever the numbers, no small one is told, no zero is hidden, and a small one is always few", () => {
  let tried = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(6), fc.nat(18)), { minLength: 3, maxLength: 3 }), (parts) => {
      const counts = [parts.reduce((sum, part) => sum + part, 0), ...parts];
      const cells = protectSums(counts, [totalOf(0, [1, 2, 3])]);
      counts.forEach((count, at) => {
        if (count === 0) expect(cells[at]).toEqual({ kind: "count", pupils: 0 });
        if (count > 0 && count < 5) expect(cells[at].kind).toBe("few");
        if (at > 0 && count > 0 && count < 5 && counts[0] > 4) expect(canBeOther(counts, cells, at)).toBe(true);
      });
      tried++;
    }),
  );
  expect(tried).toBeGreaterThan(50);
});
