import { blurred, type Cell, isFew, spanOf } from "./shown.ts";

/** Printed numbers that add up to nothing: a total less its parts, a plan's number less today's less what came and plus what went. */
export interface Sum {
  readonly terms: readonly { readonly at: number; readonly by: 1 | -1 }[];
}

/** A total and its parts, by the numbers' places. */
export const totalOf = (total: number, parts: readonly number[]): Sum => ({
  terms: [{ at: total, by: 1 }, ...parts.map((at) => ({ at, by: -1 as const }))],
});

interface Span {
  readonly low: number;
  readonly high: number;
}

/**
 * How each of some numbers of pupils may be told, when a reader knows all sums between them. Those of one to four are few; of the others the
 * smallest beside a small one are told as their nearest five, then ten, then not at all, until no small one can have but one value. A reader is
 * taken to narrow every number down by every sum, over and over (bounds propagation), and to know what few, about and hidden
 * stand for. What turns out not to have been needed for that is told again. `fixed` numbers are told elsewhere as they are given there. Zeros are
 * never hidden.
 */
export function protectSums(
  counts: readonly number[],
  sums: readonly Sum[],
  fixed: ReadonlyMap<number, Cell> = new Map(),
): readonly Cell[] {
  const cells = counts.map(
    (count, at): Cell => fixed.get(at) ?? (isFew(count) ? { kind: "few" } : { kind: "count", pupils: count }),
  );
  const small = [...counts.keys()].filter((at) => cells[at].kind === "few");
  if (small.length === 0) return cells;
  for (;;) {
    const spans = narrowed(cells, sums);
    const told = small.filter((at) => spans[at].low === spans[at].high);
    const next = told.map((at) => nextToBlur(at, counts, cells, sums, fixed)).find((found) => found !== undefined);
    if (next === undefined) return toldAgain(cells, counts, sums, fixed);
    cells[next] = blurred(counts[next], cells[next]);
  }
}

const isTold = (spans: readonly Span[], at: number): boolean => spans[at].low === spans[at].high;

/**
 * The same with every number told again that need not have been blurred: what others beside it give away, a total whose parts are told,
 * protects nobody. The largest first, which are asked for most.
 */
function toldAgain(
  protectedCells: readonly Cell[],
  counts: readonly number[],
  sums: readonly Sum[],
  fixed: ReadonlyMap<number, Cell>,
): readonly Cell[] {
  const spans = narrowed(protectedCells, sums);
  const kept = [...protectedCells.keys()].filter((at) => protectedCells[at].kind === "few" && !isTold(spans, at));
  const candidates = [...protectedCells.keys()]
    .filter((at) => !fixed.has(at) && (protectedCells[at].kind === "about" || protectedCells[at].kind === "hidden"))
    .toSorted((a, b) => counts[b] - counts[a] || a - b);
  let cells = protectedCells;
  for (const at of candidates) {
    const exact: Cell = { kind: "count", pupils: counts[at] };
    const inFives = blurred(counts[at], exact);
    const better = [exact, inFives, blurred(counts[at], inFives)];
    const told = better
      .map((cell) => cells.with(at, cell))
      .find((next) => {
        const known = narrowed(next, sums);
        return kept.every((small) => !isTold(known, small));
      });
    cells = told ?? cells;
  }
  return cells;
}

/** The number to blur so that a small one is told no longer: the smallest beside it in a sum that tells it, else in any. */
function nextToBlur(
  small: number,
  counts: readonly number[],
  cells: readonly Cell[],
  sums: readonly Sum[],
  fixed: ReadonlyMap<number, Cell>,
): number | undefined {
  const beside = sums.filter(({ terms }) => terms.some(({ at }) => at === small));
  const telling = beside.filter((sum) => {
    const spans = narrowed(cells, [sum]);
    return spans[small].low === spans[small].high;
  });
  const blurrable = (from: readonly Sum[]): number[] =>
    [...new Set(from.flatMap(({ terms }) => terms.map(({ at }) => at)))]
      .filter((at) => !fixed.has(at) && (cells[at].kind === "about" || (cells[at].kind === "count" && counts[at] > 0)))
      .toSorted((a, b) => rank(cells[a]) - rank(cells[b]) || counts[a] - counts[b] || a - b);
  return blurrable(telling)[0] ?? blurrable(beside)[0] ?? blurrable(sums)[0];
}

const rank = (cell: Cell): number => (cell.kind === "count" ? 0 : cell.kind === "about" && !cell.to ? 1 : 2);

/** What a reader knows of each number: what its cell says, narrowed by the sums until nothing more follows. */
function narrowed(cells: readonly Cell[], sums: readonly Sum[]): readonly Span[] {
  const spans = cells.map(spanOf);
  for (let changed = true; changed;) {
    changed = false;
    for (const { terms } of sums)
      for (const { at, by } of terms) {
        let [low, high] = [0, 0];
        for (const other of terms) {
          if (other.at === at) continue;
          // by * x = -(the others), so each other counts against the sign of x.
          const sign = -other.by * by;
          low += sign > 0 ? spans[other.at].low : -spans[other.at].high;
          high += sign > 0 ? spans[other.at].high : -spans[other.at].low;
        }
        const span = { low: Math.max(spans[at].low, low), high: Math.min(spans[at].high, high) };
        if (span.low === spans[at].low && span.high === spans[at].high) continue;
        spans[at] = span;
        changed = true;
      }
  }
  return spans;
}
