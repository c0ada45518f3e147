const BITS = 15;
const CHUNK = 2 ** BITS;

/** A list of numbers that grows without being copied: of millions, an array that grows leaves twice itself behind for the collector. */
export class NumberList {
  private readonly chunks: Float64Array[] = [];
  length = 0;

  push(value: number): void {
    const { chunks, length } = this;
    const within = length & (CHUNK - 1);
    if (within === 0 && length >> BITS === chunks.length) chunks.push(new Float64Array(CHUNK));
    chunks[length >> BITS][within] = value;
    this.length = length + 1;
  }

  at(index: number): number {
    return this.chunks[index >> BITS][index & (CHUNK - 1)];
  }

  /** Takes away what comes after the first so many. */
  cut(length: number): void {
    this.length = Math.min(this.length, length);
  }

  /** Copies all into an array that is long enough. */
  into<Target extends Float64Array | Uint32Array | Uint8Array | Int8Array>(target: Target): Target {
    this.chunks.forEach((chunk, i) => {
      const left = this.length - i * CHUNK;
      if (left > 0) target.set(left < CHUNK ? chunk.subarray(0, left) : chunk, i * CHUNK);
    });
    return target;
  }

  toFloats(): Float64Array {
    return this.into(new Float64Array(this.length));
  }

  toWholes(): Uint32Array {
    return this.into(new Uint32Array(this.length));
  }
}
