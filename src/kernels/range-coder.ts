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
  /** A whole number below 2^bits, the high bits first, each under the context of those before it: 2^bits contexts in all. */
  readonly number: (contexts: number, bits: number, wanted: number) => number;
}

/** Ranges are of 31 bits, which engines keep as small whole numbers. */
const LAST = 0x7f_ff_ff_ff;
/** Below this, two ends of a range have the same first byte. */
const FIRST_BYTE = 1 << 23;

/** How soon odds follow: the first decision moves them by a quarter of what is lacking, later ones by 1/64. */
const [SOON, SLOW] = [2, 6];
/** Never certain, in 65,536ths: what was never met must be writable. */
const RARE = 32;

/** The last number of the part of a range for a yes whose odds are so many 65,536ths; neither part is ever empty. */
const partOf = (low: number, high: number, yes: number): number => {
  const span = high - low;
  return low + (span >>> 16) * yes + (((span & 0xff_ff) * yes) >>> 16);
};

const moreLikely = (yes: number, pace: number): number => yes + ((0x1_00_00 - RARE - yes) >> pace);
const lessLikely = (yes: number, pace: number): number => yes - ((yes - RARE) >> pace);

/** Of each context: the odds of a yes in 65,536ths, and how soon they follow. */
const oddsOf = (contexts: number) => ({
  yes: new Uint16Array(contexts).fill(0x80_00),
  pace: new Uint8Array(contexts).fill(SOON),
});

export class DecisionWriter implements Decisions {
  readonly #yes: Uint16Array;
  readonly #pace: Uint8Array;
  readonly #bytes: number[] = [];
  #low = 0;
  #high = LAST;

  constructor(contexts: number) {
    ({ yes: this.#yes, pace: this.#pace } = oddsOf(contexts));
  }

  decide(context: number, wanted: boolean): boolean {
    const [yes, pace] = [this.#yes[context], this.#pace[context]];
    const part = partOf(this.#low, this.#high, yes);
    if (wanted) this.#high = part;
    else this.#low = part + 1;
    this.#yes[context] = wanted ? moreLikely(yes, pace) : lessLikely(yes, pace);
    if (pace < SLOW) this.#pace[context] = pace + 1;
    while ((this.#low ^ this.#high) < FIRST_BYTE) this.#putByte();
    return wanted;
  }

  number(contexts: number, bits: number, wanted: number): number {
    const first = 1 << bits;
    for (let bit = bits - 1; bit >= 0; bit--)
      this.decide(contexts + ((first | wanted) >>> (bit + 1)), ((wanted >>> bit) & 1) === 1);
    return wanted;
  }

  /** The first byte, which is settled. */
  #putByte(): void {
    this.#bytes.push(this.#low >>> 23);
    this.#low = (this.#low << 8) & LAST;
    this.#high = ((this.#high << 8) & LAST) | 0xff;
  }

  /** Everything decided; nothing can be added afterwards. */
  finish(): Uint8Array {
    for (let left = BYTES; left > 0; left--) this.#putByte();
    return Uint8Array.from(this.#bytes);
  }
}

/** Bytes that a number of the range fills. */
const BYTES = 4;

/** One flat loop of numbers: a page reads millions of decisions of a long proposal while somebody waits. */
export class DecisionReader implements Decisions {
  readonly #yes: Uint16Array;
  readonly #pace: Uint8Array;
  readonly #bytes: Uint8Array;
  #at = BYTES;
  #low = 0;
  #high = LAST;
  #value: number;

  constructor(contexts: number, bytes: Uint8Array) {
    ({ yes: this.#yes, pace: this.#pace } = oddsOf(contexts));
    this.#bytes = bytes;
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    this.#value = (a << 23) | (b << 15) | (c << 7) | (d >>> 1);
  }

  /** Whether exactly as many bytes were read as there are. */
  get isRead(): boolean {
    return this.#at === this.#bytes.length;
  }

  decide(context: number): boolean {
    const yes = this.#yes[context];
    const pace = this.#pace[context];
    let low = this.#low;
    let high = this.#high;
    const part = partOf(low, high, yes);
    const isYes = this.#value <= part;
    if (isYes) {
      high = part;
      this.#yes[context] = moreLikely(yes, pace);
    } else {
      low = part + 1;
      this.#yes[context] = lessLikely(yes, pace);
    }
    if (pace < SLOW) this.#pace[context] = pace + 1;
    while ((low ^ high) < FIRST_BYTE) {
      low = (low << 8) & LAST;
      high = ((high << 8) & LAST) | 0xff;
      this.#takeByte();
    }
    this.#low = low;
    this.#high = high;
    return isYes;
  }

  number(contexts: number, bits: number): number {
    let node = 1;
    for (let left = bits; left > 0; left--) node = 2 * node + (this.decide(contexts + node) ? 1 : 0);
    return node - (1 << bits);
  }

  #takeByte(): void {
    // The number's last bit lies in the byte that was read before.
    const next = ((this.#bytes[this.#at - 1] & 1) << 7) | ((this.#bytes[this.#at] ?? 0) >>> 1);
    this.#value = ((this.#value << 8) & LAST) | next;
    this.#at++;
  }
}
