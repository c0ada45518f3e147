/**
 * Numbers pairs of numbers from 0 on, in the order in which they first come: a table with open addressing over their bits, which holds a
 * million places in the time and room of some ten thousand texts as keys. 0 and -0 are one number, as everywhere else.
 */
export class PairNumbers {
  private slots: Int32Array;
  private readonly xs: number[] = [];
  private readonly ys: number[] = [];
  private readonly value = new Float64Array(2);
  private readonly bits = new Int32Array(this.value.buffer);

  constructor(expected = 16) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, 2 * expected)))).fill(-1);
  }

  get size(): number {
    return this.xs.length;
  }

  /** The pair's number, a new one if it has none yet. */
  of(x: number, y: number): number {
    const slot = this.slotOf(x, y);
    const known = this.slots[slot];
    if (known >= 0) return known;
    const number = this.xs.push(x) - 1;
    this.ys.push(y);
    this.slots[slot] = number;
    if (2 * number > this.slots.length) this.grow();
    return number;
  }

  /** The pair's number; `undefined` where it has none. */
  known(x: number, y: number): number | undefined {
    const number = this.slots[this.slotOf(x, y)];
    return number >= 0 ? number : undefined;
  }

  /** Where the pair stands or is to stand. */
  private slotOf(x: number, y: number): number {
    const { slots, value, bits } = this;
    // Adding nought makes -0 the 0 it equals.
    value[0] = x + 0;
    value[1] = y + 0;
    let hash = Math.imul(bits[0] ^ Math.imul(bits[1], 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ bits[2], 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 13) ^ bits[3], 0x27d4eb2f);
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    for (let number = slots[slot]; number >= 0; number = slots[slot]) {
      if (this.xs[number] === x && this.ys[number] === y) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    this.slots = new Int32Array(2 * this.slots.length).fill(-1);
    for (let number = 0; number < this.xs.length; number++)
      this.slots[this.slotOf(this.xs[number], this.ys[number])] = number;
  }
}
