/**
 * For each of some places in a row the others of them, nearest first by the way there and back, `[place * (count - 1)]`; ties by number.
 * `width`: places in a row of `length`. O(n^2 log n).
 */
export function nearestFirst(length: Float64Array, width: number, first: number, count: number): Int32Array {
  const others = Math.max(0, count - 1);
  const nearest = new Int32Array((first + count) * others);
  const away = new Float64Array(width);
  const row: number[] = [];
  for (let place = first; place < first + count; place++) {
    row.length = 0;
    for (let other = first; other < first + count; other++) {
      if (other === place) continue;
      away[other] = length[place * width + other] + length[other * width + place];
      row.push(other);
    }
    row.sort((a, b) => away[a] - away[b] || a - b);
    nearest.set(row, place * others);
  }
  return nearest;
}
