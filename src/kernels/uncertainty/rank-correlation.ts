/** Ranks from 1, smallest first; equal values share the mean of their ranks. */
export function meanRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).toSorted((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) last++;
    for (let place = first; place <= last; place++) ranks[order[place]] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

/**
 * Spearman's rank correlation (1904): Pearson's correlation of the ranks, ties at their mean. 1 means that both put everything
 * in the same order, -1 in opposite order. `undefined` where either has one value throughout, or fewer than two are given.
 */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number | undefined {
  return correlationOf(meanRanks(a), meanRanks(b));
}

/** Pearson's correlation; `undefined` where either does not vary. */
export function correlationOf(a: Float64Array, b: Float64Array): number | undefined {
  const count = Math.min(a.length, b.length);
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / count;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [together, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [x, y] = [a[i] - meanA, b[i] - meanB];
    together += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA > 0 && ofB > 0 ? together / Math.sqrt(ofA * ofB) : undefined;
}
