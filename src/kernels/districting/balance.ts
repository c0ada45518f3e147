import { sum } from "../sum.ts";
import { solveTransportation } from "../transportation.ts";

/** Fixed seats and who may be sent to them. */
interface Seats {
  readonly demand: Float64Array;
  /** Costs of every whole unit at a seat, `[seat][unit]`. */
  readonly column: readonly Float64Array[];
  /** Least and most demand, `[seat]`. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

interface Balanced {
  /** Least cost with units that may be split and districts that need not hang together: no plan with these seats costs less. */
  readonly cost: number;
  /** The seat that most of each unit goes to, `[unit]`; -1 for one without demand. */
  readonly pick: Int32Array;
  /** What a unit of demand costs besides the way to a seat, because that is full (above 0) or has to be filled (below), `[seat]`. */
  readonly price: Float64Array;
}

/** Demand is counted in so fine grains that all of it is about two to this power. */
const GRAINS = 40;

/**
 * Demand sent to fixed seats within their limits at least cost, as a transportation problem: for costs of squared distance the units of
 * a seat are a cell of a power diagram (Aurenhammer, Hoffmann and Aronov 1998), so that districts seldom fall to pieces. What a seat
 * must have and what it may have beyond are two places, the first made cheaper than anything, so that it is filled.
 */
export function balance({ demand, column, least, most }: Seats): Balanced {
  const seats = column.length;
  const sites = 2 * seats;
  const cost = new Float64Array(demand.length * sites);
  let dearest = 0;
  for (let unit = 0; unit < demand.length; unit++)
    for (let seat = 0; seat < seats; seat++) {
      const each = demand[unit] > 0 ? column[seat][unit] / demand[unit] : 0;
      cost[unit * sites + seat] = cost[unit * sites + seats + seat] = each;
      if (each < Infinity) dearest = Math.max(dearest, each);
    }
  const prize = (seats + 1) * dearest;
  for (let unit = 0; unit < demand.length; unit++)
    for (let seat = 0; seat < seats; seat++) cost[unit * sites + seat] -= prize;
  // Whole numbers, so that sums are exact and no crumb of demand is sent round and round.
  const grain = 2 ** (GRAINS - Math.ceil(Math.log2(Math.max(1, sum(demand)))));
  const grains = demand.map((amount) => Math.round(grain * amount));
  const capacity = Float64Array.from({ length: sites }, (_, at) =>
    at < seats
      ? Math.round(grain * least[at])
      : Math.round(grain * most[at - seats]) - Math.round(grain * least[at - seats]),
  );
  const { flow, price } = solveTransportation({ customers: demand.length, sites, cost, demand: grains, capacity });
  const pick = new Int32Array(demand.length).fill(-1);
  let total = 0;
  for (let unit = 0; unit < demand.length; unit++) {
    let largest = 0;
    for (let seat = 0; seat < seats; seat++) {
      const amount = flow[unit * sites + seat] + flow[unit * sites + seats + seat];
      if (amount === 0) continue;
      total += (amount / grains[unit]) * column[seat][unit];
      if (amount > largest) [largest, pick[unit]] = [amount, seat];
    }
  }
  const own = Float64Array.from(column, (_, seat) => Math.min(price[seat] - prize, price[seats + seat]));
  return { cost: total, pick, price: own };
}
