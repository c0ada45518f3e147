import { SMALLEST_SHOWN } from "../../kernels/disclosure/shown.ts";

/** The hundredth of the pupils with the largest values, whole pupils, at least five. Metres. */
export interface WorstOff {
  readonly pupils: number;
  readonly mean: number;
  /** The least value among them. */
  readonly threshold: number;
}

const SHARE = 0.01;

/** `metres[entry]` for `pupils[entry]` pupils each; `undefined` where there are fewer than five pupils in all. */
export function worstOff(metres: ArrayLike<number>, pupils: ArrayLike<number>): WorstOff | undefined {
  const order = Array.from(metres, (_, i) => i).toSorted((a, b) => metres[b] - metres[a]);
  const total = order.reduce((sum, i) => sum + pupils[i], 0);
  if (total < SMALLEST_SHOWN) return undefined;
  const wanted = Math.max(SMALLEST_SHOWN, Math.ceil(SHARE * total - 1e-9));
  let [left, sum, threshold] = [wanted, 0, 0];
  for (const i of order) {
    const taken = Math.min(left, pupils[i]);
    sum += taken * metres[i];
    left -= taken;
    threshold = metres[i];
    if (left === 0) break;
  }
  return { pupils: wanted, mean: sum / wanted, threshold };
}
