/** Sorts the first few numbers of a list by a key, lowest first, keeping ties in their order (by insertion: few are sorted, and often). */
export function reorder(numbers: Int32Array, count: number, key: Float64Array): void {
  for (let i = 1; i < count; i++) {
    const number = numbers[i];
    const own = key[number];
    let at = i;
    for (; at > 0 && key[numbers[at - 1]] > own; at--) numbers[at] = numbers[at - 1];
    numbers[at] = number;
  }
}
