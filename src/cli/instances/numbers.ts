/** Reads a file of numbers separated by blanks, and says in which line it stops being one. */
export class NumberReader {
  readonly #words: readonly { readonly text: string; readonly line: number }[];
  #next = 0;

  constructor(text: string) {
    this.#words = text
      .split(/\r?\n/)
      .flatMap((row, index) => (row.match(/\S+/g) ?? []).map((word) => ({ text: word, line: index + 1 })));
  }

  /** The next number, of at least `least`; `what` names it in the error. */
  amount(what: string, least = 0): number {
    const word = this.#words[this.#next++];
    if (!word) throw new Error(`${this.#where()}the file ends where ${what} should be`);
    const value = Number(word.text);
    if (!Number.isFinite(value)) throw new Error(`line ${word.line}: "${word.text}" is not a number (${what})`);
    if (value < least) throw new Error(`line ${word.line}: ${word.text} is less than ${least} (${what})`);
    return value;
  }

  /** The next number, whole and at least 1. */
  count(what: string): number {
    const value = this.amount(what, 1);
    if (!Number.isSafeInteger(value)) throw new Error(`${this.#where()}${value} is not a whole number (${what})`);
    return value;
  }

  amounts(count: number, what: string, least = 0): Float64Array {
    this.need(count, what);
    return Float64Array.from({ length: count }, () => this.amount(what, least));
  }

  /** Refuses early what the file cannot hold, before memory is asked for. */
  need(count: number, what: string): void {
    const left = this.#words.length - this.#next;
    if (left < count) throw new Error(`${this.#where()}${count} numbers should follow (${what}), ${left} do`);
  }

  end(): void {
    const word = this.#words[this.#next];
    if (word) throw new Error(`line ${word.line}: "${word.text}" follows where the file should end`);
  }

  #where(): string {
    const word = this.#words[Math.min(this.#next, this.#words.length) - 1];
    return word ? `line ${word.line}: ` : "";
  }
}
