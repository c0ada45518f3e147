import { SMALLEST_SHOWN } from "./shown.ts";
import { COMPLEMENTARY, FEW, SHOWN } from "./linked-tables.ts";

/**
 * Hides small groups in one list of counts that is printed with its total: those of one to four, and the smallest others beside them
 * until nobody can tell any of the small ones by subtraction, knowing that a small one is 1 … 4 and one hidden beside it at least 5.
 * Returns SHOWN, FEW or COMPLEMENTARY for each. Where even hiding all leaves a small one told, its total must be hidden too.
 */
export function hideInList(counts: readonly number[]): Uint8Array {
  const marks = Uint8Array.from(counts, (count) => (count > 0 && count < SMALLEST_SHOWN ? FEW : SHOWN));
  const few = counts.filter((_, i) => marks[i] === FEW).length;
  if (few === 0) return marks;
  let hidden = counts.reduce((sum, count, i) => (marks[i] === FEW ? sum + count : sum), 0);
  let beside = 0;
  const others = [...counts.keys()]
    .filter((i) => counts[i] >= SMALLEST_SHOWN)
    .toSorted((a, b) => counts[a] - counts[b] || a - b);
  for (const other of others) {
    if (canVary(hidden, few, beside)) break;
    marks[other] = COMPLEMENTARY;
    hidden += counts[other];
    beside++;
  }
  return marks;
}

/** Whether a small one may be any of two numbers, when `few` small and `beside` larger ones come to `total`. */
function canVary(total: number, few: number, beside: number): boolean {
  const most = Math.min(SMALLEST_SHOWN - 1, total - (few - 1) - SMALLEST_SHOWN * beside);
  const least = beside > 0 ? 1 : Math.max(1, total - (SMALLEST_SHOWN - 1) * (few - 1));
  return most > least;
}
