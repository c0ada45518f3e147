/** Steps (a letter put in, left out, changed, or two swapped) from one word to another. */
function stepsBetween(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** Longest word that is compared letter by letter. */
const LONGEST = 80;

/** The known names that somebody who wrote `word` may have meant, the nearest first; none where all are far from it. */
export function nearNames(word: string, known: Iterable<string>, most = 3): readonly string[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === "" || wanted.length > LONGEST) return [];
  const far = Math.max(1, Math.floor(wanted.length / 3));
  const rated = [...new Set(known)].flatMap((name) => {
    const other = name.toLowerCase();
    if (other === "" || other.length > LONGEST) return [];
    const begins = wanted.length >= 3 && (other.startsWith(wanted) || wanted.startsWith(other));
    const steps = begins ? 1 : stepsBetween(wanted, other);
    return steps <= far ? [{ name, steps }] : [];
  });
  return rated
    .toSorted((a, b) => a.steps - b.steps)
    .slice(0, most)
    .map(({ name }) => name);
}
