import { CELLS, type Factor, type Move, type Pair, type Work } from "./fit-factor.ts";

/** The least cost of every number of pupils that may pass between each two sites; `undefined` where the numbers are too large. */
export function pairFactors(
  moves: readonly Move[],
  isFree: readonly boolean[],
  budget: number,
  work: Work,
): readonly Factor[] | undefined {
  const byPair = new Map<number, Move[]>();
  for (const move of moves) {
    const [from, to] = [isFree[move.from] ? FREE : move.from, isFree[move.to] ? FREE : move.to];
    if (from === to) continue;
    const key = Math.min(from, to) * 65_536 + Math.max(from, to);
    const own = byPair.get(key);
    if (own) own.push(move);
    else byPair.set(key, [move]);
  }
  const factors: Factor[] = [];
  for (const [key, own] of byPair) {
    const [first, second] = [Math.floor(key / 65_536), key % 65_536];
    const sites = second === FREE ? [first] : [first, second];
    const sent = Int32Array.from(own, ({ from, pupils }) => (from === first ? pupils : -pupils));
    const pair: Pair = { moves: own, sent };
    const table = leastBySent(pair);
    if (!table) return undefined;
    work.left -= (table.least.length * own.length) / CELLS;
    factors.push(factorOf(sites, pair, table, budget));
  }
  return factors;
}

/** Stands for every site that has room for all who may come. */
const FREE = 65_535;
/** Entries of one pair's table. */
const LARGEST = 40_000;

/** Least cost by pupils that pass from the first site to the second, `[pupils + fewest]`. */
interface SentTable {
  readonly least: Float64Array;
  readonly fewest: number;
}

function leastBySent({ moves, sent }: Pair): SentTable | undefined {
  const { fewest, most } = reachOf(sent);
  if (fewest + most >= LARGEST) return undefined;
  const least = new Float64Array(fewest + most + 1).fill(Infinity);
  least[fewest] = 0;
  moves.forEach(({ extra }, move) => take(least, sent[move], extra));
  return { least, fewest };
}

/** Pupils that pass the one way and the other when all move. */
function reachOf(sent: Int32Array): { readonly fewest: number; readonly most: number } {
  let [fewest, most] = [0, 0];
  for (const pupils of sent) {
    if (pupils < 0) fewest -= pupils;
    else most += pupils;
  }
  return { fewest, most };
}

/** One more move that may be made or not; where it is made cheaper by it, `isTaken` says so. */
function take(least: Float64Array, pupils: number, extra: number, isTaken?: Uint8Array): void {
  const step = pupils > 0 ? -1 : 1;
  const [first, end] = pupils > 0 ? [least.length - 1, pupils - 1] : [0, least.length + pupils];
  for (let at = first; at !== end; at += step) {
    const cost = least[at - pupils] + extra;
    if (cost >= least[at]) continue;
    least[at] = cost;
    if (isTaken) isTaken[at] = 1;
  }
}

function factorOf(sites: readonly number[], pair: Pair, { least, fewest }: SentTable, budget: number): Factor {
  const numbers: number[] = [];
  least.forEach((extra, at) => {
    if (extra <= budget) numbers.push(at);
  });
  numbers.sort((a, b) => least[a] - least[b] || a - b);
  const shift = new Int32Array(numbers.length * sites.length);
  numbers.forEach((at, entry) => {
    shift[entry * sites.length] = fewest - at;
    if (sites.length > 1) shift[entry * sites.length + 1] = at - fewest;
  });
  return { sites, shift, cost: Float64Array.from(numbers, (at) => least[at]), of: { kind: "pair", pair } };
}

/** The moves by which so many pupils pass to the second site at least cost. */
export function movesSending({ moves, sent }: Pair, pupils: number): readonly Move[] {
  if (pupils === 0) return [];
  const { fewest, most } = reachOf(sent);
  const width = fewest + most + 1;
  const least = new Float64Array(width).fill(Infinity);
  least[fewest] = 0;
  // Whether the cheapest way to so many pupils has the move, once it may be made, `[move * width + pupils + fewest]`.
  const isTaken = new Uint8Array(moves.length * width);
  moves.forEach(({ extra }, move) => take(least, sent[move], extra, isTaken.subarray(move * width)));
  const taken: Move[] = [];
  let at = fewest + pupils;
  for (let move = moves.length - 1; move >= 0; move--) {
    if (isTaken[move * width + at] === 0) continue;
    taken.push(moves[move]);
    at -= sent[move];
  }
  return taken;
}
