/** Tells the latest of what comes quickly, at most once in so many milliseconds: the first at once, the last always. */
export class Pace<Value> {
  readonly #apart: number;
  readonly #tell: (value: Value) => void;
  #waits: { readonly value: Value } | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(apart: number, tell: (value: Value) => void) {
    this.#apart = apart;
    this.#tell = tell;
  }

  put(value: Value): void {
    if (this.#resting !== undefined) {
      this.#waits = { value };
      return;
    }
    this.#tell(value);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      const next = this.#waits;
      this.#waits = undefined;
      if (next) this.put(next.value);
    }, this.#apart);
  }

  /** What still waits is not told any more. */
  end(): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#waits = undefined;
  }
}
