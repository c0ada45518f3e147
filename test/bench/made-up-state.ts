import { type Random, seededRandom } from "../../src/kernels/random.ts";

/** A made-up state of towns and country, cut into census tracts or counties. */
export interface MadeUpState {
  readonly kind: "tracts" | "counties";
  readonly units: number;
  readonly districts: number;
  readonly seed: number;
  /** Kilometres. */
  readonly width: number;
  readonly height: number;
  /** Shares of the state's side that are cut out of its rectangle or stand out from it, corner by corner: `[x0, y0, x1, y1]`. */
  readonly missing?: readonly (readonly [number, number, number, number])[];
  /** Share of all people in towns, and how people are shared out among these: `[share, x, y, length along, turn]`, the rest by Zipf's law at random places. */
  readonly urban: number;
  readonly towns?: readonly (readonly [share: number, x: number, y: number, long?: number, turn?: number])[];
  readonly otherTowns: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Metres that a town of a share of all people reaches, times the root of its units. */
const TOWN_REACH = 900;
/** Neighbours that a river or a lake parts. */
const PARTED = 0.08;

/**
 * The state as a file of the Hess family. Tracts have about as many people each and are small in towns; counties are about as large
 * each and have as many people as live there. Neighbours are those of a Delaunay triangulation whose sides stay in the state, less some
 * that a river parts. The same state is the same text.
 */
export function madeUpState(state: MadeUpState): string {
  const random = seededRandom(state.seed);
  const towns = townsOf(state, random);
  const points = state.kind === "tracts" ? tracts(state, towns, random) : counties(state, random);
  const people =
    state.kind === "tracts" ? points.map(() => tractPeople(random)) : countyPeople(state, towns, points, random);
  const edges = neighbours(state, points).filter(() => random() >= PARTED);
  const mean = people.reduce((sum, value) => sum + value, 0) / state.districts;
  const nodes = points.map(({ x, y }, unit) => ({ pop: people[unit], x: Math.round(x), y: Math.round(y) }));
  return JSON.stringify({ k: state.districts, L: Math.ceil(0.995 * mean), U: Math.floor(1.005 * mean), nodes, edges });
}

interface Town extends Point {
  readonly share: number;
  readonly long: number;
  readonly turn: number;
}

function townsOf(state: MadeUpState, random: Random): readonly Town[] {
  const { width, height, urban, towns = [], otherTowns } = state;
  const given = towns.map(([share, x, y, long = 1, turn = 0]) => ({
    share,
    x: 1000 * width * x,
    y: 1000 * height * y,
    long,
    turn,
  }));
  const left = urban - given.reduce((sum, { share }) => sum + share, 0);
  const harmonic = Array.from({ length: otherTowns }, (_, rank) => 1 / (rank + 1)).reduce(
    (sum, value) => sum + value,
    0,
  );
  const others = Array.from({ length: otherTowns }, (_, rank) => ({
    ...placeIn(state, random),
    share: left / (rank + 1) / harmonic,
    long: 1,
    turn: 0,
  }));
  return [...given, ...others];
}

type Shape = Pick<MadeUpState, "width" | "height" | "missing">;

function isIn({ width, height, missing = [] }: Shape, { x, y }: Point): boolean {
  const [across, up] = [x / width / 1000, y / height / 1000];
  if (across < 0 || up < 0 || across > 1 || up > 1) return false;
  return !missing.some(([x0, y0, x1, y1]) => across > x0 && across < x1 && up > y0 && up < y1);
}

function placeIn(shape: Shape, random: Random): Point {
  for (;;) {
    const place = { x: 1000 * shape.width * random(), y: 1000 * shape.height * random() };
    if (isIn(shape, place)) return place;
  }
}

function tracts(state: MadeUpState, towns: readonly Town[], random: Random): readonly Point[] {
  const points = towns.flatMap((town) => {
    const count = Math.round(town.share * state.units);
    return Array.from({ length: count }, () => suburb(state, town, TOWN_REACH * Math.sqrt(count), random));
  });
  // The country's tracts keep apart: of a few places the one farthest from the others.
  while (points.length < state.units)
    points.push(
      farthest(
        points,
        Array.from({ length: 4 }, () => placeIn(state, random)),
      ),
    );
  return points.slice(0, state.units);
}

/** Densest in the middle, thinning out in an exponential (Clark 1951). */
function suburb(state: MadeUpState, { x, y, long, turn }: Town, reach: number, random: Random): Point {
  for (;;) {
    const away = (-reach * Math.log((1 - random()) * (1 - random()))) / 2;
    const angle = 2 * Math.PI * random();
    const [along, across] = [away * Math.cos(angle) * long, away * Math.sin(angle)];
    const place = {
      x: x + along * Math.cos(turn) - across * Math.sin(turn),
      y: y + along * Math.sin(turn) + across * Math.cos(turn),
    };
    if (isIn(state, place)) return place;
  }
}

function farthest(points: readonly Point[], places: readonly Point[]): Point {
  const room = (place: Point) => points.reduce((least, point) => Math.min(least, away(point, place)), Infinity);
  return places.reduce((best, place) => (room(place) > room(best) ? place : best));
}

const away = (one: Point, other: Point): number => (one.x - other.x) ** 2 + (one.y - other.y) ** 2;

function counties(state: MadeUpState, random: Random): readonly Point[] {
  const points: Point[] = [];
  while (points.length < state.units)
    points.push(
      farthest(
        points,
        Array.from({ length: 12 }, () => placeIn(state, random)),
      ),
    );
  return points;
}

/** A normal number by the polar way of Box and Muller. */
const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** About 4,200 people; in one of a hundred, an airport or a lake, none. */
const tractPeople = (random: Random): number =>
  random() < 0.01 ? 0 : Math.round(4200 * Math.exp(0.38 * normal(random)));

function countyPeople(
  state: MadeUpState,
  towns: readonly Town[],
  points: readonly Point[],
  random: Random,
): readonly number[] {
  const all = state.districts * 700_000;
  const people = points.map(() => ((1 - state.urban) * all * Math.exp(0.6 * normal(random))) / points.length);
  for (const town of towns) {
    const ranked = points.map((point, unit) => ({ unit, way: away(point, town) })).toSorted((a, b) => a.way - b.way);
    // A large town spills over into the counties around it.
    for (const [rank, share] of [0.7, 0.15, 0.08, 0.07].entries())
      people[ranked[rank].unit] += share * town.share * all;
  }
  return people.map(Math.round);
}

/** Sides of a Delaunay triangulation (Bowyer 1981, Watson 1981) whose middles and quarters lie in the state. */
function neighbours(shape: MadeUpState, points: readonly Point[]): readonly (readonly [number, number])[] {
  const far = 1e5 * (shape.width + shape.height);
  const corners: Point[] = [...points, { x: -far, y: -far }, { x: far, y: -far }, { x: 0, y: far }];
  let triangles = [around(corners, points.length, points.length + 1, points.length + 2)];
  for (let unit = 0; unit < points.length; unit++) {
    const hit = triangles.filter(({ x, y, square }) => away({ x, y }, points[unit]) < square);
    const sides = new Map<string, readonly [number, number]>();
    for (const {
      ends: [a, b, c],
    } of hit)
      for (const side of [
        [a, b],
        [b, c],
        [c, a],
      ] as const) {
        const key = `${Math.min(...side)} ${Math.max(...side)}`;
        if (!sides.delete(key)) sides.set(key, side);
      }
    const gone = new Set(hit);
    triangles = triangles.filter((triangle) => !gone.has(triangle));
    for (const [a, b] of sides.values()) triangles.push(around(corners, a, b, unit));
  }
  const pairs = new Map<string, readonly [number, number]>();
  for (const {
    ends: [a, b, c],
  } of triangles)
    for (const [one, other] of [
      [a, b],
      [b, c],
      [c, a],
    ]) {
      if (Math.max(one, other) >= points.length) continue;
      const at = (share: number) => ({
        x: points[one].x + share * (points[other].x - points[one].x),
        y: points[one].y + share * (points[other].y - points[one].y),
      });
      if ([0.25, 0.5, 0.75].every((share) => isIn(shape, at(share))))
        pairs.set(`${Math.min(one, other)} ${Math.max(one, other)}`, [Math.min(one, other), Math.max(one, other)]);
    }
  return [...pairs.values()];
}

interface Triangle {
  readonly ends: readonly [number, number, number];
  /** The middle of the circle through its ends, and the square of its radius. */
  readonly x: number;
  readonly y: number;
  readonly square: number;
}

function around(points: readonly Point[], a: number, b: number, c: number): Triangle {
  const [p, q, r] = [points[a], points[b], points[c]];
  const [qx, qy, rx, ry] = [q.x - p.x, q.y - p.y, r.x - p.x, r.y - p.y];
  const twice = 2 * (qx * ry - qy * rx);
  const [qq, rr] = [qx * qx + qy * qy, rx * rx + ry * ry];
  const [x, y] = [(ry * qq - qy * rr) / twice, (qx * rr - rx * qq) / twice];
  return { ends: [a, b, c], x: p.x + x, y: p.y + y, square: x * x + y * y };
}

/** What is missing of a state with two panhandles. */
const TWO_PANHANDLES: NonNullable<MadeUpState["missing"]> = [
  [0, 0.65, 0.35, 1],
  [0.45, 0.65, 1, 1],
  [0.7, 0, 1, 0.45],
];

/** States alike to those of the published family in size, shape and where people live, made up by a seed. */
export const MADE_UP_STATES: Readonly<Record<string, MadeUpState>> = {
  metropolis: {
    kind: "tracts",
    units: 780,
    districts: 4,
    seed: 1,
    width: 500,
    height: 780,
    missing: [
      [0.5, 0, 1, 0.12],
      [0, 0, 0.2, 0.35],
    ],
    urban: 0.95,
    towns: [
      [0.72, 0.75, 0.2],
      [0.16, 0.08, 0.75],
    ],
    otherTowns: 10,
  },
  front: {
    kind: "tracts",
    units: 716,
    districts: 4,
    seed: 2,
    width: 440,
    height: 560,
    missing: [[0.7, 0.8, 1, 1]],
    urban: 0.9,
    towns: [
      [0.68, 0.4, 0.68, 4, 1.4],
      [0.06, 0.15, 0.08],
    ],
    otherTowns: 14,
  },
  towns: {
    kind: "tracts",
    units: 830,
    districts: 4,
    seed: 3,
    width: 430,
    height: 380,
    missing: [[0, 0.9, 0.1, 1]],
    urban: 0.65,
    otherTowns: 40,
  },
  panhandles: {
    kind: "tracts",
    units: 546,
    districts: 2,
    seed: 4,
    width: 400,
    height: 380,
    missing: [...TWO_PANHANDLES, [0, 0, 0.15, 0.3]],
    urban: 0.45,
    otherTowns: 40,
  },
  plains: {
    kind: "tracts",
    units: 1205,
    districts: 5,
    seed: 5,
    width: 750,
    height: 350,
    missing: [[0, 0, 0.35, 0.8]],
    urban: 0.75,
    towns: [
      [0.3, 0.62, 0.55],
      [0.22, 0.82, 0.75],
    ],
    otherTowns: 30,
  },
  valley: {
    kind: "tracts",
    units: 1001,
    districts: 6,
    seed: 6,
    width: 640,
    height: 470,
    missing: [[0, 0, 0.05, 1]],
    urban: 0.85,
    towns: [
      [0.45, 0.25, 0.92],
      [0.1, 0.2, 0.72],
      [0.09, 0.18, 0.52],
    ],
    otherTowns: 20,
  },
  large: {
    kind: "tracts",
    units: 1700,
    districts: 5,
    seed: 7,
    width: 600,
    height: 620,
    missing: [[0.6, 0.7, 1, 1]],
    urban: 0.8,
    towns: [[0.5, 0.6, 0.35]],
    otherTowns: 40,
  },
  hills: {
    kind: "counties",
    units: 55,
    districts: 3,
    seed: 8,
    width: 400,
    height: 380,
    missing: TWO_PANHANDLES,
    urban: 0.45,
    otherTowns: 14,
  },
  delta: {
    kind: "counties",
    units: 64,
    districts: 6,
    seed: 9,
    width: 440,
    height: 420,
    missing: [[0.6, 0.4, 1, 1]],
    urban: 0.7,
    otherTowns: 10,
  },
  cotton: { kind: "counties", units: 82, districts: 4, seed: 10, width: 290, height: 540, urban: 0.5, otherTowns: 16 },
  ozarks: { kind: "counties", units: 75, districts: 4, seed: 11, width: 430, height: 380, urban: 0.55, otherTowns: 14 },
  mesas: {
    kind: "counties",
    units: 33,
    districts: 3,
    seed: 12,
    width: 550,
    height: 590,
    urban: 0.7,
    towns: [[0.4, 0.45, 0.6]],
    otherTowns: 8,
  },
  iron: {
    kind: "counties",
    units: 67,
    districts: 7,
    seed: 13,
    width: 290,
    height: 470,
    urban: 0.6,
    towns: [[0.16, 0.45, 0.6]],
    otherTowns: 14,
  },
};
