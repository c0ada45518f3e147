import { type UnitLoads, type LocationProblem, type OpenSites, SITE } from "../../../src/kernels/location/problem.ts";
import { seededRandom } from "../../../src/kernels/random.ts";

/** A case small enough to try everything: of every kind of demand, number of open sites, forbidden pairs and decided sites. */
export function smallProblem(seed: number): LocationProblem {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const [units, sites, resources] = [whole(1, 6), whole(1, 4), whole(1, 3)];
  // Half of the cases have fractions, where sums round.
  const step = random() < 0.5 ? 1 : 0.1;
  const amounts = (count: number) => Float64Array.from({ length: count }, () => step * whole(0, 9));
  const demand: UnitLoads =
    random() < 0.7
      ? { by: "unit", amount: amounts(units * resources) }
      : { by: "unit-and-site", amount: amounts(units * sites * resources) };
  const kinds: readonly OpenSites[] = [
    { kind: "any" },
    { kind: "exactly", count: whole(1, sites) },
    { kind: "at-most", count: whole(1, sites) },
  ];
  return {
    units,
    sites,
    resources,
    cost: Float64Array.from({ length: units * sites }, () => (random() < 0.1 ? Infinity : step * whole(0, 30))),
    demand,
    capacity: Float64Array.from({ length: sites * resources }, () =>
      random() < 0.1 ? Infinity : step * whole(5, 9 + 3 * units),
    ),
    fixedCost: Float64Array.from({ length: sites }, () => step * whole(0, 40)),
    open: kinds[whole(0, 2)],
    state: Uint8Array.from({ length: sites }, () => (random() < 0.8 ? SITE.free : whole(SITE.open, SITE.closed))),
  };
}

/** Cost of sending everybody where they are sent, or `Infinity` where that breaks a limit; open sites apart. Written without the kernel. */
export function sendingCost(problem: LocationProblem, site: ArrayLike<number>): number {
  const { units, sites, resources, cost, demand, capacity } = problem;
  let sum = 0;
  for (let at = 0; at < sites; at++)
    for (let r = 0; r < resources; r++) {
      let load = 0;
      for (let unit = 0; unit < units; unit++)
        if (site[unit] === at) load += demand.amount[(demand.by === "unit" ? unit : unit * sites + at) * resources + r];
      if (load > capacity[at * resources + r] + 1e-7) return Infinity;
    }
  for (let unit = 0; unit < units; unit++) sum += cost[unit * sites + site[unit]];
  return sum;
}

/** Cost of a set of open sites, or `Infinity` where it may not be. `set` has bit j for site j. */
export function openCost({ sites, fixedCost, open, state }: LocationProblem, set: number): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < sites; at++) {
    const isOpen = (set >> at) % 2 === 1;
    if (state[at] === SITE.open && !isOpen) return Infinity;
    if (state[at] === SITE.closed && isOpen) return Infinity;
    if (isOpen) [sum, count] = [sum + fixedCost[at], count + 1];
  }
  if (open.kind === "exactly" && count !== open.count) return Infinity;
  return open.kind === "at-most" && count > open.count ? Infinity : sum;
}

/** Least cost by trying every assignment with every set of open sites; `Infinity` if nothing keeps the limits. */
export function leastCost(problem: LocationProblem): number {
  const { units, sites } = problem;
  const openCosts = Array.from({ length: 2 ** sites }, (_, set) => openCost(problem, set));
  let least = Infinity;
  const site = new Int32Array(units);
  for (let code = 0; code < sites ** units; code++) {
    let used = 0;
    for (let unit = 0, rest = code; unit < units; unit++, rest = Math.floor(rest / sites)) {
      site[unit] = rest % sites;
      used |= 1 << site[unit];
    }
    const sending = sendingCost(problem, site);
    if (sending === Infinity) continue;
    openCosts.forEach((fixed, set) => {
      if ((set & used) === used) least = Math.min(least, sending + fixed);
    });
  }
  return least;
}
