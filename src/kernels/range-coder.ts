/**
 * Yes-or-no decisions as bytes, each as small as it was to be expected: binary arithmetic coding that adapts (Witten, Neal and Cleary
 * 1987), in whole numbers without carry as in Mahoney's lpaq. A decision is made under a context, whose odds follow what was
 * decided under it before: one that nearly always falls out the same costs a hundredth of a bit.
 *
 * Writer and reader have one method, so that one function describes what is written and how it is read: the writer takes down what is
 * `wanted` and gives it back, the reader ignores it and gives what was taken down.
 */
export interface Decisions {
  readonly decide: (context: number, wanted: boolean) => boolean;
}

/** Ranges are of 31 bits, which engines keep as small whole numbers. */
const LAST = 0x7f_ff_ff_ff;
/** Below this, two ends of a range have the same first byte. */
const FIRST_BYTE = 1 << 23;

/** How soon odds follow: the first decision moves them by a quarter of what is lacking, later ones by 1/64. */
const [SOON, SLOW] = [2, 6];
/** Never certain, in 65,536ths: what was never met must be writable. */
const RARE = 32;

/** The range that everything decided so far leaves, and the odds of a yes under each context, in 65,536ths. */
class Range {
  low = 0;
  high = LAST;
  readonly #yes: Uint16Array;
  readonly #pace: Uint8Array;

  constructor(contexts: number) {
    this.#yes = new Uint16Array(contexts).fill(0x80_00);
    this.#pace = new Uint8Array(contexts).fill(SOON);
  }

  /** The last number of the part for a yes; neither part is ever empty. */
  part(context: number): number {
    const span = this.high - this.low;
    const yes = this.#yes[context];
    return this.low + (span >>> 16) * yes + (((span & 0xff_ff) * yes) >>> 16);
  }

  narrow(context: number, part: number, isYes: boolean): void {
    const [yes, pace] = [this.#yes[context], this.#pace[context]];
    if (pace < SLOW) this.#pace[context] = pace + 1;
    if (isYes) {
      this.high = part;
      this.#yes[context] = yes + ((0x1_00_00 - RARE - yes) >> pace);
    } else {
      this.low = part + 1;
      this.#yes[context] = yes - ((yes - RARE) >> pace);
    }
  }

  /** Whether the first byte is settled. */
  get isSettled(): boolean {
    return (this.low ^ this.high) < FIRST_BYTE;
  }

  dropByte(): void {
    this.low = (this.low << 8) & LAST;
    this.high = ((this.high << 8) & LAST) | 0xff;
  }
}

export class DecisionWriter implements Decisions {
  readonly #range: Range;
  readonly #bytes: number[] = [];

  constructor(contexts: number) {
    this.#range = new Range(contexts);
  }

  decide(context: number, wanted: boolean): boolean {
    const range = this.#range;
    range.narrow(context, range.part(context), wanted);
    for (; range.isSettled; range.dropByte()) this.#bytes.push(range.high >>> 23);
    return wanted;
  }

  /** Everything decided; nothing can be added afterwards. */
  finish(): Uint8Array {
    const range = this.#range;
    for (let left = BYTES; left > 0; left--) {
      this.#bytes.push(range.low >>> 23);
      range.dropByte();
    }
    return Uint8Array.from(this.#bytes);
  }
}

/** Bytes that a number of the range fills. */
const BYTES = 4;

export class DecisionReader implements Decisions {
  readonly #range: Range;
  readonly #bytes: Uint8Array;
  #at = BYTES;
  #value: number;

  constructor(contexts: number, bytes: Uint8Array) {
    this.#range = new Range(contexts);
    this.#bytes = bytes;
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    this.#value = (a << 23) | (b << 15) | (c << 7) | (d >>> 1);
  }

  /** Whether exactly as many bytes were read as there are. */
  get isRead(): boolean {
    return this.#at === this.#bytes.length;
  }

  decide(context: number): boolean {
    const range = this.#range;
    const part = range.part(context);
    const isYes = this.#value <= part;
    range.narrow(context, part, isYes);
    for (; range.isSettled; range.dropByte()) {
      // The number's last bit lies in the byte that was read before.
      const next = ((this.#bytes[this.#at - 1] & 1) << 7) | ((this.#bytes[this.#at] ?? 0) >>> 1);
      this.#value = ((this.#value << 8) & LAST) | next;
      this.#at++;
    }
    return isYes;
  }
}
