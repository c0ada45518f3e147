import type { Random } from "../random.ts";
import { type FlowProblem, solveFlow } from "../network-simplex.ts";
import { isFew, SMALLEST_SHOWN } from "./shown.ts";

/**
 * Controlled rounding: counts are changed until none is one to four, and sums that are asked for stay as they are (Cox 1987, as flow
 * problems). Every drawn choice comes from the given source of numbers, so that the same seed rounds alike.
 */

/** Collects the arcs of a flow problem. */
class FlowBuilder {
  readonly #arcs: { tail: number; head: number; lower: number; upper: number; cost: number }[] = [];
  readonly supply: number[];

  constructor(nodes: number) {
    this.supply = Array<number>(nodes).fill(0);
  }

  /** Its number. */
  arc(tail: number, head: number, cost: number, lower = 0, upper = Infinity): number {
    return this.#arcs.push({ tail, head, lower, upper, cost }) - 1;
  }

  /** Flow of each arc; costs are whole numbers, so that nothing is lost in them. */
  solve(): Float64Array {
    const of = (name: "lower" | "upper" | "cost") => Float64Array.from(this.#arcs, (arc) => arc[name]);
    const problem: FlowProblem = {
      nodes: this.supply.length,
      supply: Float64Array.from(this.supply),
      tail: Int32Array.from(this.#arcs, ({ tail }) => tail),
      head: Int32Array.from(this.#arcs, ({ head }) => head),
      lower: of("lower"),
      upper: of("upper"),
      cost: of("cost"),
    };
    const answer = solveFlow(problem);
    if (answer.status !== "optimal") throw new Error(`controlled rounding: ${answer.status}`);
    return answer.flow;
  }
}

/** Rows of counts that are to hold no small one. */
interface RowsToSplit {
  readonly columns: number;
  /** As they are, `[row * columns + column]`. */
  readonly counts: ArrayLike<number>;
  /** What each row is to come to: zero or five and more, `[row]`. */
  readonly sums: ArrayLike<number>;
  /** Rows of one group are summed up somewhere by themselves: the group of each, from 0, `[row]`. */
  readonly groupOf: ArrayLike<number>;
}

/** What a pupil too many in a column's sum costs, of a group and of all rows, against one in a column where the row has none. */
const OFF_BY_ONE = 1_000;
/** What it costs to put pupils into a column where the row has none. */
const ELSEWHERE = 20;
/** Draws lots between choices that are all as good. */
const LOT = 10;

/**
 * Rows that come to the given sums, every count zero or at least five, and the sums of columns, of each group and of all rows, as they are as
 * far as that can be. A corner of this flow problem has few counts that are not zero; those of one to four that are left are
 * drawn up to five or down to zero, by a chance of a fifth of the count, and the rest is solved anew.
 */
export function splitWithoutFew(rows: RowsToSplit, random: Random): Uint32Array {
  const least = new Uint8Array(rows.counts.length);
  const isOpen = new Uint8Array(rows.counts.length).fill(1);
  const lots = Uint8Array.from({ length: rows.counts.length }, () => Math.floor(random() * LOT));
  for (;;) {
    const split = solveSplit(rows, { least, isOpen }, lots);
    if (!decideFew(split, rows, { least, isOpen }, random)) return split;
  }
}

interface Decided {
  /** The least that a count may be: five where it was drawn up. */
  readonly least: Uint8Array;
  /** Zero where it was drawn down. */
  readonly isOpen: Uint8Array;
}

/** Rows send to the columns of their group, these to the columns of all, these to one sink; what is over a column's sum costs. */
function solveSplit(
  { columns, counts, sums, groupOf }: RowsToSplit,
  { least, isOpen }: Decided,
  lots: Uint8Array,
): Uint32Array {
  const rows = sums.length;
  const groups = Math.max(0, ...Array.from(groupOf)) + 1;
  const all = rows + groups * columns;
  const sink = all + columns;
  const flow = new FlowBuilder(sink + 1);
  const wanted = Array<number>((groups + 1) * columns).fill(0);
  for (let at = 0; at < counts.length; at++) {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const inGroup = groupOf[row] * columns + column;
    wanted[inGroup] += counts[at];
    wanted[groups * columns + column] += counts[at];
    const cost = lots[at] + (counts[at] > 0 ? 0 : ELSEWHERE);
    flow.arc(row, rows + inGroup, cost, least[at], isOpen[at] ? Infinity : 0);
  }
  for (let row = 0; row < rows; row++) {
    flow.supply[row] += sums[row];
    flow.supply[sink] -= sums[row];
  }
  wanted.forEach((sum, at) => {
    const next = at < groups * columns ? all + (at % columns) : sink;
    flow.arc(rows + at, next, 0, 0, sum);
    flow.arc(rows + at, next, OFF_BY_ONE);
  });
  return Uint32Array.from(flow.solve().subarray(0, counts.length));
}

/** Draws one small count of each row up or down; whether there was any. */
function decideFew(
  split: Uint32Array,
  { columns, sums }: RowsToSplit,
  { least, isOpen }: Decided,
  random: Random,
): boolean {
  let found = false;
  for (let row = 0; row < sums.length; row++) {
    const own = Array.from({ length: columns }, (_, column) => row * columns + column);
    const few = own.find((at) => isFew(split[at]));
    if (few === undefined) continue;
    found = true;
    const bound = own.reduce((sum, at) => sum + least[at], 0);
    const others = own.some((at) => at !== few && isOpen[at] === 1);
    const goesUp = random() * SMALLEST_SHOWN < split[few];
    if (!others || (goesUp && bound + SMALLEST_SHOWN <= sums[row])) least[few] = SMALLEST_SHOWN;
    else isOpen[few] = 0;
  }
  return found;
}

/** Counts that are to hold no small one, and what is kept if a pupil goes from the one to the other. */
interface CountsToBalance {
  readonly counts: ArrayLike<number>;
  /**
   * What it costs to count a pupil of one place at another: a whole number that grows with every sum that is no longer kept, and with how far
   * apart they lie.
   */
  readonly cost: (one: number, other: number) => number;
}

/**
 * The same counts with none of one to four: each such one becomes five or zero, drawn so that their sum is kept as nearly as fives can, and
 * those of five and more give and take what that makes at least cost. Only where there are too few pupils at all is any left out.
 */
export function balanceWithoutFew({ counts, cost }: CountsToBalance, random: Random): Uint32Array {
  const all = [...Array(counts.length).keys()].filter((at) => counts[at] > 0);
  const small = all.filter((at) => isFew(counts[at]));
  if (small.length === 0) return Uint32Array.from(counts);
  const up = drawnUp(small, counts, random);
  const large = all.filter((at) => !isFew(counts[at]));
  const nodeOf = new Map([...small, ...large].map((at, node) => [at, node]));
  const stock = nodeOf.size;
  const flow = new FlowBuilder(stock + 1);
  const node = (at: number): number => nodeOf.get(at) ?? stock;
  const dear = 10 * Math.max(1, ...small.flatMap((one) => all.map((other) => cost(one, other))));
  const give = new Map(large.map((at) => [at, flow.arc(stock, node(at), 0, 0, counts[at] - SMALLEST_SHOWN)]));
  const take = new Map(large.map((at) => [at, flow.arc(node(at), stock, 0)]));
  for (const at of small) {
    const lacks = up.has(at) ? SMALLEST_SHOWN - counts[at] : -counts[at];
    flow.supply[node(at)] = -lacks;
    flow.supply[stock] += lacks;
    for (const other of up.has(at) ? [...large, ...small.filter((each) => !up.has(each))] : large)
      if (up.has(at)) flow.arc(node(other), node(at), cost(at, other));
      else flow.arc(node(at), node(other), cost(at, other));
    // Pupils from nowhere, or left out: where nobody else can give or take them.
    flow.arc(...(up.has(at) ? ([stock, node(at)] as const) : ([node(at), stock] as const)), dear);
  }
  const flows = flow.solve();
  const balanced = Uint32Array.from(counts);
  for (const at of small) balanced[at] = up.has(at) ? SMALLEST_SHOWN : 0;
  for (const at of large) balanced[at] += flows[take.get(at) ?? 0] - flows[give.get(at) ?? 0];
  return balanced;
}

/** Those of some small counts that become five: each by the chance of a fifth of it, and together as many fives as they come to. */
function drawnUp(small: readonly number[], counts: ArrayLike<number>, random: Random): ReadonlySet<number> {
  const up = new Set<number>();
  let sum = random();
  for (const at of small) {
    const next = sum + counts[at] / SMALLEST_SHOWN;
    if (Math.floor(next) > Math.floor(sum)) up.add(at);
    sum = next;
  }
  return up;
}
