/** A column of a file being read, one number after another. */
export class NumberColumn {
  readonly #numbers: Float64Array;
  #at = 0;

  constructor(column: string) {
    this.#numbers = numbersIn(column);
  }

  get length(): number {
    return this.#numbers.length;
  }

  /** NaN past the end. */
  next(): number {
    return this.#numbers[this.#at++] ?? Number.NaN;
  }

  get isRead(): boolean {
    return this.#at === this.#numbers.length;
  }
}

const [SPACE, MINUS, ZERO] = [0x20, 0x2d, 0x30];

/** Whole numbers with a space between, sign by sign: no word is made of each of a million. */
function numbersIn(column: string): Float64Array {
  if (column === "") return new Float64Array(0);
  const numbers = new Float64Array(column.length);
  let [count, value, sign] = [0, 0, 1];
  for (let at = 0; at <= column.length; at++) {
    const code = at === column.length ? SPACE : column.charCodeAt(at);
    if (code === SPACE) {
      numbers[count++] = sign * value;
      [value, sign] = [0, 1];
    } else if (code === MINUS) sign = -1;
    else value = 10 * value + code - ZERO;
  }
  return numbers.slice(0, count);
}
