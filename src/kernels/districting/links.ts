import type { Adjacency } from "../../domain/municipality.ts";
import { adjacencyOf } from "./problem.ts";

interface Linked {
  readonly adjacency: Adjacency;
  /** The links that were added, as pairs of units. */
  readonly links: readonly (readonly [number, number])[];
}

/**
 * Joins what hangs together to what does not: while the graph is in pieces, the two closest units of different pieces are
 * linked, as a planner counts an island to the coast nearest to it. `x` and `y` are plane coordinates, `[unit]`.
 * A shortest tree over the pieces (Kruskal 1956), O(pieces * units^2) at worst and nothing for a graph that is whole.
 */
export function linkPieces(adjacency: Adjacency, x: Float64Array, y: Float64Array): Linked {
  const piece = piecesOf(adjacency);
  const count = piece.reduce((most, number) => Math.max(most, number + 1), 0);
  const links: (readonly [number, number])[] = [];
  while (links.length < count - 1) {
    const link = closestPair(piece, x, y);
    links.push(link);
    const [kept, joined] = [piece[link[0]], piece[link[1]]];
    for (let unit = 0; unit < piece.length; unit++) if (piece[unit] === joined) piece[unit] = kept;
  }
  if (links.length === 0) return { adjacency, links };
  const { start, target } = adjacency;
  const pairs = Array.from(piece.keys()).flatMap((unit) =>
    Array.from(target.subarray(start[unit], start[unit + 1]), (next) => [unit, next] as const),
  );
  return { adjacency: adjacencyOf(piece.length, [...pairs, ...links]), links };
}

/** The number of the connected piece each unit lies in, `[unit]`. */
export function piecesOf({ start, target }: Adjacency): Int32Array {
  const piece = new Int32Array(start.length - 1).fill(-1);
  let count = 0;
  for (let first = 0; first < piece.length; first++) {
    if (piece[first] !== -1) continue;
    piece[first] = count;
    const queue = [first];
    for (const unit of queue)
      for (let edge = start[unit]; edge < start[unit + 1]; edge++)
        if (piece[target[edge]] === -1) {
          piece[target[edge]] = count;
          queue.push(target[edge]);
        }
    count++;
  }
  return piece;
}

/** The closest two units of different pieces; of each pair of pieces only the smaller side is walked through. */
function closestPair(piece: Int32Array, x: Float64Array, y: Float64Array): readonly [number, number] {
  const size = new Map<number, number>();
  for (const number of piece) size.set(number, (size.get(number) ?? 0) + 1);
  const [largest] = [...size].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
  let best: readonly [number, number] = [0, 0];
  let least = Infinity;
  for (let a = 0; a < piece.length; a++) {
    if (piece[a] === largest) continue;
    for (let b = 0; b < piece.length; b++) {
      if (piece[b] === piece[a]) continue;
      const distance = Math.hypot(x[a] - x[b], y[a] - y[b]);
      if (distance < least) [least, best] = [distance, [a, b]];
    }
  }
  return best;
}
