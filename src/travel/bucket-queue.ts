/** Most buckets that a queue lies in. */
const MOST_BUCKETS = 1 << 16;
const NOBODY = -1;

/**
 * Nodes that wait by what they cost, in buckets on a ring (Dial 1969): any costs from the bucket in hand to `range` beyond it. Those of
 * one bucket come in no order, and a node that waits again comes as often as it was put. Every operation is O(1), apart from buckets
 * that are empty.
 */
export class BucketQueue {
  /** The entry put last in each bucket, and before each entry the one put before it in its bucket. */
  #last = new Int32Array(0);
  #before: Int32Array;
  #node: Int32Array;
  #entries = 0;
  #waiting = 0;
  #count = 0;
  #base = 0;
  #perCost = 1;
  /** The bucket in hand, counted from the beginning, and where on the ring it is. */
  #hand = 0;
  #slot = 0;

  constructor(nodeCount: number) {
    this.#before = new Int32Array(2 * nodeCount + 1);
    this.#node = new Int32Array(2 * nodeCount + 1);
  }

  /** Empties the queue. `least`: what no node costs less than; `range`: how much more than the one in hand any will; `width`: of a bucket, about. */
  begin(least: number, range: number, width: number): void {
    const wide = Math.max(width, range / (MOST_BUCKETS - 3));
    this.#perCost = wide > 0 ? 1 / wide : 1;
    this.#count = Math.ceil(range * this.#perCost) + 3;
    if (this.#last.length < this.#count) this.#last = new Int32Array(this.#count);
    this.#last.fill(NOBODY);
    [this.#entries, this.#waiting, this.#base, this.#hand, this.#slot] = [0, 0, least, 0, 0];
  }

  put(node: number, cost: number): void {
    if (this.#entries === this.#node.length) this.#grow();
    // Rounding puts nobody behind the bucket in hand.
    const ahead = Math.max(0, (((cost - this.#base) * this.#perCost) | 0) - this.#hand);
    const beyond = this.#slot + ahead - this.#count;
    const bucket = beyond < 0 ? beyond + this.#count : beyond;
    const entry = this.#entries++;
    this.#node[entry] = node;
    this.#before[entry] = this.#last[bucket];
    this.#last[bucket] = entry;
    this.#waiting++;
  }

  #grow(): void {
    const [before, node] = [this.#before, this.#node];
    this.#before = new Int32Array(2 * before.length);
    this.#before.set(before);
    this.#node = new Int32Array(2 * node.length);
    this.#node.set(node);
  }

  /** Takes out a node of the cheapest bucket; -1 where nobody waits, or only nodes that cost more than `most`. */
  next(most: number): number {
    if (this.#waiting === 0) return NOBODY;
    while (this.#last[this.#slot] === NOBODY) {
      this.#hand++;
      if (++this.#slot === this.#count) this.#slot = 0;
    }
    if (this.#base + this.#hand / this.#perCost > most) return NOBODY;
    const entry = this.#last[this.#slot];
    this.#last[this.#slot] = this.#before[entry];
    this.#waiting--;
    return this.#node[entry];
  }

  /** Whether a node of this cost waits in a bucket before the one in hand: then it has come already, and what came now is an older entry. */
  isBehind(cost: number): boolean {
    return (((cost - this.#base) * this.#perCost) | 0) < this.#hand;
  }
}
