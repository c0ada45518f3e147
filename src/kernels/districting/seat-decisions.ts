import { type Bond, bondsOf, leaderOf } from "./bonds.ts";
import type { SeatProblem } from "./seat-problem.ts";

/** No unit. */
export const NOTHING = -1;

/**
 * What a branch of the search over seats has decided, and what follows: a unit that no path of possible units joins to a seat cannot
 * go there; a unit without which a decided unit is cut off must go there (a cut vertex, Tarjan 1972); what would break a limit is
 * out; and units that belong together are ruled out together. Everything is kept on a trail and can be taken back. O(pairs).
 */
export class SeatDecisions {
  /** 1 where a unit may still go to a seat, `[seat * units + unit]`. */
  readonly may: Uint8Array;
  /** Seats left for each unit, `[unit]`. */
  readonly choices: Int32Array;
  /** Pairs ruled out, in order, to be put back when the search goes back. */
  readonly trail: number[] = [];
  /** Units with more than one seat left that no other leads, `free[0 … freeCount)`. */
  readonly free: Int32Array;
  freeCount = 0;
  /** Load and cost of what is decided. */
  readonly decidedLoad: Float64Array;
  decidedCost = 0;
  /** Where each decided unit goes; where the others would is for whoever bounds them to say, `[unit]`. */
  readonly pick: Int32Array;
  /** Limits of the seats as the units that have come into them narrow them, `[seat]`. */
  readonly least: Float64Array;
  readonly most: Float64Array;

  readonly #p: SeatProblem;
  readonly #seats: number;
  readonly #units: number;
  readonly #bonds: readonly (Bond | undefined)[];
  /** Units that have no seat left. */
  #lost = 0;
  /** Units that could ever go to a seat, by seat. */
  readonly #members: readonly Int32Array[];
  /** 1 where a seat's pairs have changed since it was last thinned, `[seat]`. */
  readonly #changed: Uint8Array;
  readonly #possibleLoad: Float64Array;
  /** Working space of the searches through the graph, `[unit]`. */
  readonly #seen: Int32Array;
  #stamp = 0;
  readonly #stack: Int32Array;
  readonly #low: Int32Array;
  readonly #entered: Int32Array;
  readonly #parent: Int32Array;
  readonly #edge: Int32Array;
  readonly #holdsDecided: Uint8Array;

  constructor(problem: SeatProblem) {
    const { demand, seatUnit, cost, bonds } = problem;
    const units = (this.#units = demand.length);
    const seats = (this.#seats = seatUnit.length);
    this.#p = problem;
    this.#bonds = bondsOf(bonds, units);
    this.may = Uint8Array.from(cost, (value) => (value < Infinity ? 1 : 0));
    seatUnit.forEach((unit, seat) => {
      for (let other = 0; other < seats; other++) if (other !== seat) this.may[other * units + unit] = 0;
    });
    this.choices = new Int32Array(units);
    this.#members = Array.from(seatUnit, (_, seat) => {
      const row = this.may.subarray(seat * units, (seat + 1) * units);
      row.forEach((may, unit) => (this.choices[unit] += may));
      return Int32Array.from(row.keys()).filter((unit) => row[unit] === 1);
    });
    this.#lost = this.choices.reduce((lost, count) => lost + (count === 0 ? 1 : 0), 0);
    this.#changed = new Uint8Array(seats).fill(1);
    this.free = new Int32Array(units);
    this.decidedLoad = new Float64Array(seats);
    this.pick = new Int32Array(units);
    this.least = problem.least.slice();
    this.most = problem.most.slice();
    this.#possibleLoad = new Float64Array(seats);
    this.#seen = new Int32Array(units);
    this.#stack = new Int32Array(units);
    this.#low = new Int32Array(units);
    this.#entered = new Int32Array(units);
    this.#parent = new Int32Array(units);
    this.#edge = new Int32Array(units);
    this.#holdsDecided = new Uint8Array(units);
    for (let unit = 0; unit < units; unit++) this.#bind(unit);
  }

  /** Where one of a group cannot go none of it can; where it goes no group apart from it can. */
  #bind(unit: number): void {
    const bond = this.#bonds[unit];
    if (!bond) return;
    for (let seat = 0; seat < this.#seats; seat++) {
      if (this.may[seat * this.#units + unit] === 0) this.#ruleOutAll(seat, bond.units);
      else if (this.choices[unit] === 1) this.#ruleOutAll(seat, bond.apart);
    }
  }

  #ruleOutAll(seat: number, units: readonly number[]): void {
    for (const unit of units) if (this.may[seat * this.#units + unit] === 1) this.#drop(seat, unit);
  }

  /** False when the unit has nowhere left to go. */
  ruleOut(seat: number, unit: number): boolean {
    this.#drop(seat, unit);
    const bond = this.#bonds[unit];
    if (bond) this.#ruleOutAll(seat, bond.units);
    return this.choices[unit] > 0;
  }

  #drop(seat: number, unit: number): void {
    const pair = seat * this.#units + unit;
    this.may[pair] = 0;
    this.trail.push(pair);
    this.#changed[seat] = 1;
    const left = --this.choices[unit];
    if (left === 0) this.#lost++;
    if (left !== 1) return;
    const apart = this.#bonds[unit]?.apart ?? [];
    for (let other = 0; other < this.#seats; other++) {
      if (this.may[other * this.#units + unit] === 0) continue;
      this.#changed[other] = 1;
      for (const away of apart) if (this.may[other * this.#units + away] === 1) this.ruleOut(other, away);
    }
  }

  decide(unit: number, seat: number): void {
    for (let other = 0; other < this.#seats; other++)
      if (other !== seat && this.may[other * this.#units + unit] === 1) this.ruleOut(other, unit);
  }

  takeBack(mark: number): void {
    while (this.trail.length > mark) {
      const pair = this.trail.pop() ?? 0;
      this.may[pair] = 1;
      if (this.choices[pair % this.#units]++ === 0) this.#lost--;
    }
  }

  /** False when some unit has nowhere to go or some seat cannot keep its limits. */
  thin(): boolean {
    for (;;) {
      if (this.#lost > 0) return false;
      let seat = this.#changed.indexOf(1);
      if (seat === -1) {
        if (!this.#thinByLimits()) return false;
        seat = this.#changed.indexOf(1);
        if (seat === -1) return true;
      }
      this.#changed[seat] = 0;
      if (!this.#thinByPaths(seat)) return false;
    }
  }

  /** Depth-first from the seat through its possible units: what is not reached is out, cut vertices before decided units are in. */
  #thinByPaths(seat: number): boolean {
    const { start, target } = this.#p.adjacency;
    const [stack, low, entered, parent, edge] = [this.#stack, this.#low, this.#entered, this.#parent, this.#edge];
    const may = this.may.subarray(seat * this.#units, (seat + 1) * this.#units);
    const root = this.#p.seatUnit[seat];
    if (may[root] === 0) return false;
    const stamp = ++this.#stamp;
    let clock = 0;
    let depth = 0;
    const enter = (unit: number, from: number) => {
      this.#seen[unit] = stamp;
      entered[unit] = low[unit] = clock++;
      parent[unit] = from;
      edge[unit] = start[unit];
      this.#holdsDecided[unit] = this.choices[unit] === 1 ? 1 : 0;
      stack[depth++] = unit;
    };
    enter(root, NOTHING);
    while (depth > 0) {
      const unit = stack[depth - 1];
      if (edge[unit] < start[unit + 1]) {
        const next = target[edge[unit]++];
        if (may[next] === 0) continue;
        if (this.#seen[next] !== stamp) enter(next, unit);
        else if (entered[next] < low[unit]) low[unit] = entered[next];
        continue;
      }
      depth--;
      const before = parent[unit];
      if (before === NOTHING) continue;
      if (low[unit] < low[before]) low[before] = low[unit];
      if (this.#holdsDecided[unit] === 0) continue;
      this.#holdsDecided[before] = 1;
      if (low[unit] >= entered[before] && this.choices[before] > 1) this.decide(before, seat);
    }
    for (const unit of this.#members[seat])
      if (may[unit] === 1 && this.#seen[unit] !== stamp && !this.ruleOut(seat, unit)) return false;
    return true;
  }

  /** What is too much for a seat is out, what it cannot do without is in; also adds up what is decided. */
  #thinByLimits(): boolean {
    const { demand } = this.#p;
    const { least, most } = this;
    this.#addUp();
    for (let seat = 0; seat < this.#seats; seat++)
      if (this.decidedLoad[seat] > most[seat] || this.#possibleLoad[seat] < least[seat]) return false;
    if (!this.#thinByAnchors() || !this.#canBringEnough()) return false;
    for (let k = 0; k < this.freeCount; k++) {
      const unit = this.free[k];
      for (let seat = 0; seat < this.#seats && this.choices[unit] > 1; seat++) {
        if (this.may[seat * this.#units + unit] === 0) continue;
        if (this.decidedLoad[seat] + demand[unit] > most[seat]) this.ruleOut(seat, unit);
        else if (this.#possibleLoad[seat] - demand[unit] < least[seat]) this.decide(unit, seat);
      }
    }
    return true;
  }

  /** Whether every seat could still get units that bring what the decided ones ask for: those that bring more than they ask for. */
  #canBringEnough(): boolean {
    return (this.#p.excess ?? []).every((row) =>
      this.#members.every((members, seat) => {
        let least = 0;
        for (const unit of members) {
          if (this.may[seat * this.#units + unit] === 0) continue;
          if (this.choices[unit] === 1 || row[unit] < 0) least += row[unit];
        }
        return least <= 0;
      }),
    );
  }

  /** A seat with one anchor left has it; false when one has none. */
  #thinByAnchors(): boolean {
    const { anchor } = this.#p;
    if (!anchor) return true;
    for (let seat = 0; seat < this.#seats; seat++) {
      let only: number = NOTHING;
      let count = 0;
      for (const unit of this.#members[seat]) {
        if (anchor[unit] === 0 || this.may[seat * this.#units + unit] === 0) continue;
        only = unit;
        count++;
      }
      if (count === 0) return false;
      if (count === 1 && this.choices[only] > 1) this.decide(only, seat);
    }
    return true;
  }

  #addUp(): void {
    const { demand, cost } = this.#p;
    this.decidedLoad.fill(0);
    this.#possibleLoad.fill(0);
    this.decidedCost = 0;
    this.freeCount = 0;
    this.least.set(this.#p.least);
    this.most.set(this.#p.most);
    for (let unit = 0; unit < this.#units; unit++)
      if (this.choices[unit] > 1 && leaderOf(this.#bonds, unit) === unit) this.free[this.freeCount++] = unit;
    for (let seat = 0; seat < this.#seats; seat++)
      for (const unit of this.#members[seat]) {
        const pair = seat * this.#units + unit;
        if (this.may[pair] === 0) continue;
        this.#possibleLoad[seat] += demand[unit];
        if (this.choices[unit] > 1) continue;
        this.decidedLoad[seat] += demand[unit];
        this.decidedCost += cost[pair];
        this.pick[unit] = seat;
      }
    for (const { unit, least, most } of this.#p.unitLimits ?? []) {
      if (this.choices[unit] !== 1) continue;
      const seat = this.pick[unit];
      this.least[seat] = Math.max(this.least[seat], least);
      this.most[seat] = Math.min(this.most[seat], most);
    }
  }
}
