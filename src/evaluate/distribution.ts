/**
 * How far pupils travel, one entry for each group of pupils with the same distance, ascending. `upTo[i]` counts the pupils
 * of the entries 0 … i, so that a share of the pupils is found by bisection and distributions need not be merged.
 */
export interface Distribution {
  /** Whole metres, ascending. */
  readonly metres: Float64Array;
  /** Pupils, cumulated. */
  readonly upTo: Uint32Array;
}

/** Room for the pupil count beside the distance in one number: counts stay below it, metres * it below 2^53. */
const COUNT_ROOM = 2 ** 17;

/** Collects (metres, pupils) pairs and sorts them once. Metres are whole and finite. */
export class DistributionBuilder {
  #packed: Float64Array;
  #size = 0;

  /** `expected` pairs, at least one; more make room for themselves. */
  constructor(expected: number) {
    this.#packed = new Float64Array(expected);
  }

  add(metres: number, pupils: number): void {
    if (this.#size === this.#packed.length) {
      const wider = new Float64Array(2 * this.#size);
      wider.set(this.#packed);
      this.#packed = wider;
    }
    this.#packed[this.#size++] = metres * COUNT_ROOM + pupils;
  }

  finish(): Distribution {
    const packed = this.#packed.subarray(0, this.#size).toSorted();
    const metres = new Float64Array(this.#size);
    const upTo = new Uint32Array(this.#size);
    let total = 0;
    for (let i = 0; i < packed.length; i++) {
      metres[i] = Math.floor(packed[i] / COUNT_ROOM);
      total += packed[i] - metres[i] * COUNT_ROOM;
      upTo[i] = total;
    }
    return { metres, upTo };
  }
}

const totalOf = ({ upTo }: Distribution): number => upTo.at(-1) ?? 0;

/** Pupils of a distribution with at most this distance. */
export function countWithin({ metres, upTo }: Distribution, limit: number): number {
  let low = 0;
  let high = metres.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (metres[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : upTo[low - 1];
}

/**
 * The least distance that at least `share` of the pupils of all the distributions together do not exceed: 0.5 is the
 * median, 0.9 the 90th percentile, 1 the worst. `undefined` where there are no pupils.
 */
export function quantile(distributions: readonly Distribution[], share: number): number | undefined {
  const total = distributions.reduce((sum, distribution) => sum + totalOf(distribution), 0);
  if (total === 0) return undefined;
  const wanted = Math.max(1, Math.ceil(share * total - 1e-9));
  let low = 0;
  let high = distributions.reduce((most, { metres }) => Math.max(most, metres.at(-1) ?? 0), 0);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const within = distributions.reduce((sum, distribution) => sum + countWithin(distribution, middle), 0);
    if (within >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
