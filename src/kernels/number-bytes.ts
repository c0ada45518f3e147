/** Seven bits of a number a byte, the low ones first; the eighth says that more follow. */
const [MORE, PART] = [0x80, 0x7f];
const LARGEST_SMALL = 0x7f_ff_ff_ff;

/** Whole numbers from 0 on as bytes, small ones in one byte each. */
export class NumberWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  push(number: number): void {
    let rest = number;
    while (rest > LARGEST_SMALL) {
      this.#byte((rest % MORE) | MORE);
      rest = Math.floor(rest / MORE);
    }
    while (rest > PART) {
      this.#byte((rest & PART) | MORE);
      rest >>>= 7;
    }
    this.#byte(rest);
  }

  /** Below zero too. */
  pushSigned(number: number): void {
    this.push(number < 0 ? -2 * number - 1 : 2 * number);
  }

  #byte(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const more = new Uint8Array(2 * this.#length);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    this.#bytes[this.#length++] = byte;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** Reads what {@link NumberWriter} wrote. */
export class NumberReader<Buffer extends ArrayBufferLike = ArrayBufferLike> {
  readonly #bytes: Uint8Array<Buffer>;
  #at = 0;

  constructor(bytes: Uint8Array<Buffer>) {
    this.#bytes = bytes;
  }

  /** Throws past the end. */
  next(): number {
    const byte = this.#bytes[this.#at++];
    if (byte < MORE) return byte;
    if (byte === undefined) throw new Error("the numbers end too soon");
    let number = byte & PART;
    for (let place = MORE; ; place *= MORE) {
      const more = this.#bytes[this.#at++];
      if (more === undefined || place > Number.MAX_SAFE_INTEGER) throw new Error("the numbers end too soon");
      number += (more & PART) * place;
      if (more < MORE) return number;
    }
  }

  nextSigned(): number {
    const number = this.next();
    return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
  }

  /** The next so many bytes, where they lie. Throws past the end. */
  take(length: number): Uint8Array<Buffer> {
    if (this.#at + length > this.#bytes.length) throw new Error("the bytes end too soon");
    return this.#bytes.subarray(this.#at, (this.#at += length));
  }

  get isRead(): boolean {
    return this.#at === this.#bytes.length;
  }
}

/** Several runs of bytes as one, each after its length. */
export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const lengths = parts.map(({ length }) => {
    const writer = new NumberWriter();
    writer.push(length);
    return writer.bytes;
  });
  const all = new Uint8Array([...lengths, ...parts].reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [i, part] of parts.entries())
    for (const bytes of [lengths[i], part]) {
      all.set(bytes, at);
      at += bytes.length;
    }
  return all;
}

/** The runs of bytes that {@link joinedBytes} made one, where they lie. Throws where it is none. */
export function partedBytes<Buffer extends ArrayBufferLike>(bytes: Uint8Array<Buffer>): readonly Uint8Array<Buffer>[] {
  const parts: Uint8Array<Buffer>[] = [];
  const reader = new NumberReader(bytes);
  while (!reader.isRead) parts.push(reader.take(reader.next()));
  return parts;
}
