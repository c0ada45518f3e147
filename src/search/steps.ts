/** How a typed text lies along a name. Steps: a letter put in, left out, changed, or two neighbours swapped. */
interface Alignment {
  /** Steps from the text to the whole name. */
  readonly whole: number;
  /** Steps from the text to the beginning of the name that it is nearest to: somebody is still typing. */
  readonly begun: number;
  /** Steps from the first `i` letters of the text to the whole name, `[i]`: more words follow the name. */
  readonly led: readonly number[];
}

/** Longest text and name that are compared. */
const LONGEST = 60;

const WIDTH = LONGEST + 1;
const table = new Uint8Array(WIDTH * WIDTH);

/** O(letters of both); `undefined` as soon as nothing within the limit is left. */
export function aligned(text: string, name: string, limit: number): Alignment | undefined {
  const [n, m] = [Math.min(text.length, LONGEST), Math.min(name.length, LONGEST)];
  for (let j = 0; j <= m; j++) table[j] = j;
  const led = [m];
  // Once the name is through within the limit, the text may go on as it likes.
  let isThrough = m <= limit;
  for (let i = 1; i <= n; i++) {
    const row = i * WIDTH;
    table[row] = i;
    let least = i;
    for (let j = 1; j <= m; j++) {
      const isSame = text.charCodeAt(i - 1) === name.charCodeAt(j - 1);
      let steps = table[row - WIDTH + j - 1] + (isSame ? 0 : 1);
      steps = Math.min(steps, table[row - WIDTH + j] + 1, table[row + j - 1] + 1);
      if (
        i > 1 &&
        j > 1 &&
        text.charCodeAt(i - 1) === name.charCodeAt(j - 2) &&
        text.charCodeAt(i - 2) === name.charCodeAt(j - 1)
      )
        steps = Math.min(steps, table[row - 2 * WIDTH + j - 2] + 1);
      table[row + j] = steps;
      if (steps < least) least = steps;
    }
    led.push(table[row + m]);
    isThrough ||= table[row + m] <= limit;
    if (least > limit) {
      if (!isThrough) return undefined;
      return { whole: Infinity, begun: Infinity, led };
    }
  }
  const last = table.subarray(n * WIDTH, n * WIDTH + m + 1);
  return { whole: last[m], begun: last.reduce((fewest, steps) => Math.min(fewest, steps), Infinity), led };
}

/** Which letters and digits a text has, as bits. */
export function lettersOf(text: string): number {
  let set = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Digits share what is left of the 32 bits.
    set |= 1 << (code >= 97 ? code - 97 : 26 + (code % 6));
  }
  return set;
}

/** How many letters one set has that the other lacks: each takes a step at least. */
export function lackedBy(set: number, other: number): number {
  let left = set & ~other;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count++;
  }
  return count;
}

/** Steps that a text of so many letters may be off: short names are too near each other for more. */
export const stepsAllowed = (letters: number): number => (letters < 4 ? 0 : letters < 6 ? 1 : 2);
