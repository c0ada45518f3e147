/**
 * A queue of numbers by whole keys from 0 up to `most`; of equal keys the last that came goes first. For shortest ways of a bounded
 * length: keys must not fall below the last that was taken, and larger ones than `most` are dropped (Dial 1969). O(1) each, and a step
 * for each key between.
 */
export class BucketQueue {
  /** First entry of each key, -1 for none, `[key]`. */
  readonly #first: Int32Array;
  #ids: Int32Array;
  /** The entry after one of the same key, `[entry]`. */
  #next: Int32Array;
  #used = 0;
  #left = 0;
  /** Key of the last that was taken. */
  key = 0;

  constructor(most: number) {
    this.#first = new Int32Array(most + 1).fill(-1);
    this.#ids = new Int32Array(1024);
    this.#next = new Int32Array(1024);
  }

  clear(): void {
    if (this.#left > 0) this.#first.fill(-1);
    this.#left = 0;
    this.#used = 0;
    this.key = 0;
  }

  push(id: number, key: number): void {
    if (key >= this.#first.length) return;
    if (this.#used === this.#ids.length) this.#grow();
    const entry = this.#used++;
    this.#ids[entry] = id;
    this.#next[entry] = this.#first[key];
    this.#first[key] = entry;
    this.#left++;
  }

  /** -1 where none is left. */
  pop(): number {
    if (this.#left === 0) return -1;
    while (this.#first[this.key] < 0) this.key++;
    const entry = this.#first[this.key];
    this.#first[this.key] = this.#next[entry];
    this.#left--;
    return this.#ids[entry];
  }

  #grow(): void {
    const [ids, next] = [this.#ids, this.#next];
    this.#ids = new Int32Array(2 * ids.length);
    this.#next = new Int32Array(2 * next.length);
    this.#ids.set(ids);
    this.#next.set(next);
  }
}
