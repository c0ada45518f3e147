/** The things of a knapsack with several kinds of room. */
export interface Things {
  readonly count: number;
  /** `[thing]` */
  readonly profit: Float64Array;
  /** `[thing * kinds + kind]` */
  readonly weight: Float64Array;
  /** `[kind]` */
  readonly limit: Float64Array;
}

/** What limits a step of the simplex: how far it goes, the row that leaves (-1: the thing itself reaches its limit), and to which limit. */
interface Ratio {
  readonly length: number;
  readonly row: number;
  readonly toUpper: 0 | 1;
}

/**
 * Prices of the kinds of room where things may be split: the linear relaxation of the knapsack by the primal simplex method with
 * bounded variables (Dantzig 1955), one basic column per kind, from all things left out. O(things * kinds) per step, about as many
 * steps as things fit. Columns are the things, then a slack per kind.
 */
export class CapacityPrices {
  readonly price: Float64Array;
  readonly #kinds: number;
  /** Inverse of the basis, `[row * kinds + kind]`; which column is basic in each row, and its value. */
  readonly #inverse: Float64Array;
  readonly #basic: Int32Array;
  readonly #value: Float64Array;
  readonly #isBasic: Uint8Array;
  /** 1 where a thing that is not basic is in whole. */
  readonly #atUpper: Uint8Array;
  /** The entering column in terms of the basis. */
  readonly #column: Float64Array;

  constructor(most: number, kinds: number) {
    this.#kinds = kinds;
    this.price = new Float64Array(kinds);
    this.#inverse = new Float64Array(kinds * kinds);
    this.#basic = new Int32Array(kinds);
    this.#value = new Float64Array(kinds);
    this.#isBasic = new Uint8Array(most + kinds);
    this.#atUpper = new Uint8Array(most + kinds);
    this.#column = new Float64Array(kinds);
  }

  /** Sets the prices. They may fall short of optimal where the steps run out; any prices at least 0 bound the profit. */
  solve(things: Things): void {
    const kinds = this.#kinds;
    this.#start(things);
    for (let step = 0; step < 20 * kinds + 2 * things.count; step++) {
      const entering = this.#entering(things);
      if (entering < 0) break;
      this.#express(entering, things);
      const sign = entering < things.count && this.#atUpper[entering] === 1 ? -1 : 1;
      const ratio = this.#ratio(entering, sign, things.count);
      if (ratio.length === Infinity) break;
      for (let row = 0; row < kinds; row++) this.#value[row] -= sign * this.#column[row] * ratio.length;
      if (ratio.row < 0) this.#atUpper[entering] ^= 1;
      else this.#pivot(entering, sign, ratio, things);
    }
    for (let r = 0; r < kinds; r++) if (!(this.price[r] > 0)) this.price[r] = 0;
  }

  #start({ count, limit }: Things): void {
    const kinds = this.#kinds;
    this.#inverse.fill(0);
    this.#atUpper.fill(0, 0, count + kinds);
    this.#isBasic.fill(0, 0, count + kinds);
    this.price.fill(0);
    for (let r = 0; r < kinds; r++) {
      this.#inverse[r * kinds + r] = 1;
      this.#basic[r] = count + r;
      this.#isBasic[count + r] = 1;
      this.#value[r] = limit[r];
    }
  }

  /** The column whose change gains most, or -1. */
  #entering({ count, profit, weight }: Things): number {
    const kinds = this.#kinds;
    const { price } = this;
    let entering = -1;
    let most = LEAST_GAIN;
    for (let k = 0; k < count; k++) {
      if (this.#isBasic[k] === 1) continue;
      let gain = profit[k];
      for (let r = 0; r < kinds; r++) gain -= price[r] * weight[k * kinds + r];
      if (this.#atUpper[k] === 1) gain = -gain;
      if (gain > most) {
        most = gain;
        entering = k;
      }
    }
    for (let r = 0; r < kinds; r++)
      if (this.#isBasic[count + r] === 0 && -price[r] > most) {
        most = -price[r];
        entering = count + r;
      }
    return entering;
  }

  #express(entering: number, { count, weight }: Things): void {
    const kinds = this.#kinds;
    for (let row = 0; row < kinds; row++) {
      let sum = 0;
      if (entering < count)
        for (let q = 0; q < kinds; q++) sum += this.#inverse[row * kinds + q] * weight[entering * kinds + q];
      else sum = this.#inverse[row * kinds + entering - count];
      this.#column[row] = sum;
    }
  }

  /** How far the entering column may change until a basic one, or it itself, reaches a limit. */
  #ratio(entering: number, sign: number, count: number): Ratio {
    let length = entering < count ? 1 : Infinity;
    let leaving = -1;
    let toUpper: 0 | 1 = 0;
    for (let row = 0; row < this.#kinds; row++) {
      const change = sign * this.#column[row];
      const value = this.#value[row];
      const isThing = this.#basic[row] < count;
      if (Math.abs(change) <= NO_CHANGE || (change < 0 && !isThing)) continue;
      const limit = change > 0 ? Math.max(0, value) / change : Math.max(0, 1 - value) / -change;
      if (limit < length) {
        length = limit;
        leaving = row;
        toUpper = change > 0 ? 0 : 1;
      }
    }
    return { length, row: leaving, toUpper };
  }

  #pivot(entering: number, sign: number, { length, row, toUpper }: Ratio, { count, profit }: Things): void {
    const kinds = this.#kinds;
    const inverse = this.#inverse;
    const column = this.#column;
    const start = entering < count && this.#atUpper[entering] === 1 ? 1 : 0;
    this.#isBasic[this.#basic[row]] = 0;
    this.#atUpper[this.#basic[row]] = toUpper;
    this.#basic[row] = entering;
    this.#isBasic[entering] = 1;
    this.#value[row] = start + sign * length;
    for (let q = 0; q < kinds; q++) inverse[row * kinds + q] /= column[row];
    for (let other = 0; other < kinds; other++) {
      if (other === row || column[other] === 0) continue;
      for (let q = 0; q < kinds; q++) inverse[other * kinds + q] -= column[other] * inverse[row * kinds + q];
    }
    for (let q = 0; q < kinds; q++) {
      let price = 0;
      for (let r = 0; r < kinds; r++)
        if (this.#basic[r] < count) price += profit[this.#basic[r]] * inverse[r * kinds + q];
      this.price[q] = price;
    }
  }
}

/** Rounding: a gain or change that counts as none. */
const LEAST_GAIN = 1e-9;
const NO_CHANGE = 1e-11;
