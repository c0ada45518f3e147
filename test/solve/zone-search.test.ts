import { expect, test } from "vitest";
import { adjacencyOfPairs } from "../../src/geo/adjacency.ts";
import { pieces } from "../../src/geo/contiguity.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { joinedZones, NO_ZONE, type ZoneProblem } from "../../src/solve/units/zone-search.ts";

const SIDE = 14;
const unitAt = (column: number, row: number): number => row * SIDE + column;

/** A square of units with a few sites in it, distances as the crow flies, and a tenth more places than pupils. */
function square(seed: number): ZoneProblem {
  const random = seededRandom(seed);
  const touching: number[] = [];
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++) {
      if (column + 1 < SIDE) touching.push(unitAt(column, row), unitAt(column + 1, row));
      if (row + 1 < SIDE) touching.push(unitAt(column, row), unitAt(column, row + 1));
    }
  const units = SIDE * SIDE;
  const sites = 5;
  const places = Array.from({ length: sites }, () => [SIDE * random(), SIDE * random()]);
  const demand = Float64Array.from({ length: units }, () => Math.floor(6 * random()));
  const all = demand.reduce((sum, pupils) => sum + pupils, 0);
  return {
    adjacency: adjacencyOfPairs(units, touching),
    landmass: new Uint32Array(units),
    sites,
    demand,
    cost: Float64Array.from({ length: units * sites }, (_, at) => {
      const [unit, [x, y]] = [Math.floor(at / sites), places[at % sites]];
      return 100 * demand[unit] * Math.hypot((unit % SIDE) - x, Math.floor(unit / SIDE) - y);
    }),
    capacity: new Float64Array(sites).fill(Math.ceil((1.1 * all) / sites)),
  };
}

function piecesOf({ adjacency, sites }: ZoneProblem, zone: Int32Array): number {
  let count = 0;
  for (let site = 0; site < sites; site++)
    count += pieces(
      adjacency,
      [...zone.keys()].filter((unit) => zone[unit] === site),
    ).count;
  return count;
}

const overfull = ({ capacity, demand, sites }: ZoneProblem, zone: Int32Array): number => {
  const load = new Float64Array(sites);
  zone.forEach((site, unit) => (load[site] += demand[unit]));
  return load.reduce((sum, pupils, site) => sum + Math.max(0, pupils - capacity[site]), 0);
};

const costOf = ({ cost, sites }: ZoneProblem, zone: Int32Array): number =>
  zone.reduce((sum, site, unit) => sum + cost[unit * sites + site], 0);

test("from any scattering of units come zones in one piece each within their places, and time makes them cheaper", () => {
  let cheaper = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const problem = square(seed);
    const random = seededRandom(seed);
    // Nearly where it is nearest, and every fifth anywhere.
    const start = Int32Array.from({ length: SIDE * SIDE }, (_, unit) => {
      const own = problem.cost.subarray(unit * problem.sites, (unit + 1) * problem.sites);
      return random() < 0.2 ? Math.floor(problem.sites * random()) : own.indexOf(Math.min(...own));
    });
    const quick = joinedZones(problem, start, () => true);
    const better = joinedZones(problem, start, () => false);
    for (const zone of [quick, better]) {
      expect(zone.includes(NO_ZONE)).toBe(false);
      expect(piecesOf(problem, zone), `seed ${seed}`).toBe(problem.sites);
      expect(overfull(problem, zone), `seed ${seed}`).toBe(0);
    }
    expect(costOf(problem, better)).toBeLessThanOrEqual(costOf(problem, quick));
    if (costOf(problem, better) < costOf(problem, quick)) cheaper++;
    expect(joinedZones(problem, start, () => false)).toEqual(better);
  }
  expect(cheaper).toBeGreaterThan(15);
});

test("a unit that may go to one site alone stays there, and nobody is sent where nobody may go", () => {
  const problem = square(3);
  const { sites } = problem;
  const pinned = unitAt(0, 0);
  problem.cost.fill(Infinity, pinned * sites, (pinned + 1) * sites);
  problem.cost[pinned * sites + 2] = 0;
  const start = Int32Array.from({ length: SIDE * SIDE }, (_, unit) => (unit === pinned ? 2 : unit % sites));
  const zone = joinedZones(problem, start, () => false);
  expect(zone[pinned]).toBe(2);
  expect(costOf(problem, zone)).toBeLessThan(Infinity);
});
