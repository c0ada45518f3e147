import { medianProblem } from "../../src/cli/instances/location.ts";
import { type LocationProblem, SITE } from "../../src/kernels/location/problem.ts";
import { seededRandom } from "../../src/kernels/random.ts";

/** Whole numbers drawn evenly from `low` to `high`, both included. */
function wholeNumbers(seed: number): (low: number, high: number) => number {
  const random = seededRandom(seed);
  return (low, high) => low + Math.floor(random() * (high - low + 1));
}

/**
 * Medians like those of the OR-Library (Osman and Christofides 1994): points on a square of 100, demands of 1 to 20, whole
 * distances; all medians alike, of so much room that the demand fills the share `fill` of it (theirs: 0.82 to 0.98).
 */
export function tightMedians(points: number, medians: number, fill: number, seed: number): LocationProblem {
  const between = wholeNumbers(seed);
  const drawn = Array.from({ length: points }, () => ({
    x: between(0, 100),
    y: between(0, 100),
    demand: between(1, 20),
  }));
  const capacity = Math.ceil(drawn.reduce((sum, { demand }) => sum + demand, 0) / (fill * medians));
  return medianProblem(
    drawn.map((point) => ({ ...point, capacity })),
    medians,
    Math.floor,
  );
}

/**
 * Medians like those of Lorena, Pereira and Salomão on a circuit board of TSPLIB: points in rows and blocks on 4,000 x 4,000 (a
 * pattern of holes repeated with some missing), demands of 1 to 100, room for 1.25 times all demand, distances unrounded.
 */
export function boardMedians(points: number, medians: number, seed: number): LocationProblem {
  const between = wholeNumbers(seed);
  const pitch = 20;
  const seen = new Set<string>();
  const places: { readonly x: number; readonly y: number }[] = [];
  while (places.length < points) {
    const [left, top] = [between(0, 190), between(0, 190)];
    const [columns, rows, step] = [between(1, 12), between(1, 6), between(1, 3)];
    for (let hole = 0; hole < columns * rows && places.length < points; hole++) {
      const x = pitch * (left + step * (hole % columns));
      const y = pitch * (top + step * Math.floor(hole / columns));
      const place = `${x} ${y}`;
      if (between(1, 10) === 1 || seen.has(place)) continue;
      seen.add(place);
      places.push({ x, y });
    }
  }
  const drawn = places.map((place) => ({ ...place, demand: between(1, 100) }));
  const capacity = Math.ceil((1.25 * drawn.reduce((sum, { demand }) => sum + demand, 0)) / medians);
  return medianProblem(
    drawn.map((point) => ({ ...point, capacity })),
    medians,
    (distance) => distance,
  );
}

/**
 * Generalised assignment of class D (Chu and Beasley 1997): what a job takes of an agent, 1 to 100, and its cost go against each
 * other: 111 - taken + noise of -10 to 10; agents have room for 0.8 times what jobs take on average.
 */
export function assignmentClassD(jobs: number, agents: number, seed: number): LocationProblem {
  const between = wholeNumbers(seed);
  const amount = Float64Array.from({ length: jobs * agents }, () => between(1, 100));
  const asked = new Float64Array(agents);
  amount.forEach((taken, at) => (asked[at % agents] += taken));
  return {
    units: jobs,
    sites: agents,
    resources: 1,
    cost: amount.map((taken) => 111 - taken + between(-10, 10)),
    demand: { by: "unit-and-site", amount },
    capacity: asked.map((sum) => Math.floor((0.8 * sum) / agents)),
    fixedCost: new Float64Array(agents),
    open: { kind: "any" },
    state: new Uint8Array(agents).fill(SITE.open),
  };
}

/**
 * Facilities with single sourcing like those of Yang, Chu and Chen (2012): customers and sites on a square of 300, demands of
 * 5 to 35, rooms of 30 to 470, fixed cost of 0 to 90 and 100 to 110 times the root of the room
 * (Cornuéjols, Sridharan and Thizy 1991), whole distances as cost.
 */
export function facilities(customers: number, sites: number, seed: number): LocationProblem {
  const between = wholeNumbers(seed);
  const place = () => ({ x: between(0, 300), y: between(0, 300) });
  const [homes, places] = [Array.from({ length: customers }, place), Array.from({ length: sites }, place)];
  const amount = Float64Array.from({ length: customers }, () => between(5, 35));
  const capacity = Float64Array.from({ length: sites }, () => between(30, 470));
  return {
    units: customers,
    sites,
    resources: 1,
    cost: Float64Array.from(
      homes.flatMap((home) => places.map(({ x, y }) => Math.floor(Math.hypot(home.x - x, home.y - y)))),
    ),
    demand: { by: "unit", amount },
    capacity,
    fixedCost: capacity.map((room) => Math.round(between(0, 90) + between(100, 110) * Math.sqrt(room))),
    open: { kind: "any" },
    state: new Uint8Array(sites).fill(SITE.free),
  };
}
