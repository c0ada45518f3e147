import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../src/kernels/random.ts";
import { DANISH_PLANE } from "../../src/geo/projection.ts";
import { ROAD_KINDS, type RoadKind, type RoadNetwork } from "../../src/domain/municipality.ts";
import {
  BY_CAR,
  BY_CAR_BACK,
  BY_CAR_FASTEST,
  buildGraph,
  costsFrom,
  lineCosts,
  newSearchTree,
  ON_FOOT_OR_BICYCLE,
} from "../../src/travel/graph.ts";
import { nearestAccess, snap } from "../../src/travel/snap.ts";
import { costTable } from "../../src/travel/travel.ts";

interface DrawnLine {
  readonly xy: readonly number[];
  readonly kind?: RoadKind;
  readonly length?: number;
  readonly kmPerHour?: number;
  readonly oneWay?: -1 | 0 | 1;
}

function network(lines: readonly DrawnLine[]): RoadNetwork {
  const start = new Uint32Array(lines.length + 1);
  lines.forEach(({ xy }, line) => (start[line + 1] = start[line] + xy.length / 2));
  const drawn = ({ xy }: DrawnLine) => {
    let sum = 0;
    for (let at = 2; at < xy.length; at += 2) sum += Math.hypot(xy[at] - xy[at - 2], xy[at + 1] - xy[at - 1]);
    return sum;
  };
  const length = Float64Array.from(lines, (line) => line.length ?? drawn(line));
  return {
    plane: DANISH_PLANE,
    count: lines.length,
    start,
    xy: Float64Array.from(lines.flatMap(({ xy }) => xy)),
    length,
    kind: Uint8Array.from(lines, ({ kind = "road" }) => ROAD_KINDS.indexOf(kind)),
    minutes: length.map((metres, line) => (metres * 0.06) / (lines[line].kmPerHour ?? 60)),
    ...(lines.some(({ oneWay }) => oneWay) && { oneWay: Int8Array.from(lines, ({ oneWay = 0 }) => oneWay) }),
  };
}

const square = network([
  { xy: [0, 0, 1000, 0] },
  { xy: [1000, 0, 1000, 1000] },
  { xy: [1000, 1000, 0, 1000] },
  { xy: [0, 1000, 0, 0], kind: "motorway" },
]);

test("a motorway carries cars and nobody on foot", () => {
  const graph = buildGraph(square);
  const tree = newSearchTree(graph);
  costsFrom(graph, lineCosts(square, BY_CAR), [{ node: graph.from[0], cost: 0 }], tree);
  expect(tree.cost[graph.to[2]]).toBe(1000);
  costsFrom(graph, lineCosts(square, ON_FOOT_OR_BICYCLE), [{ node: graph.from[0], cost: 0 }], tree);
  expect(tree.cost[graph.to[2]]).toBe(3000);
});

/** Most roads lead both ways. */
const aWay = fc.constantFrom<(-1 | 0 | 1)[]>(0, 0, 1, -1);

test("least costs are those of all paths tried (Floyd and Warshall), on random networks", () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
  const arrays = fc.array(fc.tuple(point, point, aWay), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(arrays, fc.constantFrom(BY_CAR, BY_CAR_BACK, ON_FOOT_OR_BICYCLE), (pairs, mode) => {
      const roads = network(pairs.map(([a, b, oneWay]) => ({ xy: [...a, ...b].map((value) => value * 100), oneWay })));
      const graph = buildGraph(roads);
      const all = Array.from({ length: graph.nodeCount }, (_, i) =>
        Array.from({ length: graph.nodeCount }, (_ignored, j) => (i === j ? 0 : Infinity)),
      );
      for (let line = 0; line < roads.count; line++)
        for (const [a, b, against] of [
          [graph.from[line], graph.to[line], -1],
          [graph.to[line], graph.from[line], 1],
        ])
          if (mode === ON_FOOT_OR_BICYCLE || pairs[line][2] !== against)
            all[a][b] = Math.min(all[a][b], roads.length[line]);
      for (let k = 0; k < graph.nodeCount; k++)
        for (let i = 0; i < graph.nodeCount; i++)
          for (let j = 0; j < graph.nodeCount; j++) all[i][j] = Math.min(all[i][j], all[i][k] + all[k][j]);
      const tree = newSearchTree(graph);
      costsFrom(graph, lineCosts(roads, mode), [{ node: 0, cost: 0 }], tree);
      for (let node = 0; node < graph.nodeCount; node++) {
        const least = mode === BY_CAR_BACK ? all[0][node] : all[node][0];
        if (least === Infinity) expect(tree.cost[node]).toBe(Infinity);
        else expect(tree.cost[node]).toBeCloseTo(least, 6);
      }
    }),
  );
});

test("a place joins a road where it is nearest, measured along the road's stated length", () => {
  const winding = network([{ xy: [0, 0, 600, 0, 1000, 0], length: 2000 }]);
  const { along, access } = snap(buildGraph(winding), Float64Array.of(250, 30, 900, -10, -40, 0), ["road"], 100);
  expect([...along]).toEqual([500, 1800, 0]);
  expect([...access]).toEqual([30, 10, 40]);
});

test("a place farther than the limit joins no road", () => {
  const snapped = snap(buildGraph(square), Float64Array.of(500, 400), ["road"], 399);
  expect(nearestAccess(snapped, 0)).toBe(Infinity);
});

test("a cut-off remnant of road nearby does not keep a place from the road behind it, and is counted", () => {
  const roads = network([{ xy: [0, 0, 5000, 0] }, { xy: [100, 640, 160, 640] }]);
  const snapped = snap(buildGraph(roads), Float64Array.of(120, 650), ["road"], 1000);
  expect([[...snapped.line], [...snapped.access], snapped.skippedPieces]).toEqual([[1, 0], [10, 650], 1]);
});

test("a place may use every road in reach, and the nearest alone where none is", () => {
  const roads = network([{ xy: [0, 0, 5000, 0] }, { xy: [0, 150, 5000, 150] }, { xy: [0, 900, 5000, 900] }]);
  const { first, line } = snap(buildGraph(roads), Float64Array.of(100, 40, 100, 4000, 100, 2500), ["road"], 3000);
  expect([...first]).toEqual([0, 3, 3, 4]);
  expect([...line]).toEqual([0, 1, 2, 2]);
});

const straightTo = ([ax, ay, bx, by]: readonly number[], x: number, y: number) => {
  const square2 = (bx - ax) ** 2 + (by - ay) ** 2;
  const share = square2 > 0 ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square2)) : 0;
  return { share, distance: Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)) };
};

test("the nearest road is the one that measuring every segment finds, on random networks", () => {
  const coordinate = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate, coordinate, coordinate), { minLength: 1, maxLength: 12 }),
      fc.tuple(coordinate, coordinate),
      (lines, [x, y]) => {
        const roads = network(lines.map((xy) => ({ xy })));
        const snapped = snap(buildGraph(roads), Float64Array.of(x, y), ["road"], 1e6);
        const nearest = Math.min(...lines.map((line) => straightTo(line, x, y).distance));
        // Out of reach of all roads, a place passes over cut-off remnants.
        if (nearest <= 1200) expect(Math.abs(nearestAccess(snapped, 0) - nearest)).toBeLessThan(1e-6);
        else expect(nearestAccess(snapped, 0)).toBeGreaterThan(nearest - 1e-6);
      },
    ),
  );
});

test("a way is the least over all roads in reach of both its ends, whatever is left out as no use: all ways tried", () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
  const lines = fc.array(
    fc.record({
      from: point,
      to: point,
      stretched: fc.constantFrom(0.5, 1, 1.3),
      kmPerHour: fc.constantFrom(6, 20, 80),
      oneWay: aWay,
    }),
    { minLength: 1, maxLength: 14 },
  );
  const place = fc.tuple(fc.integer({ min: -300, max: 2300 }), fc.integer({ min: -300, max: 2300 }));
  fc.assert(
    fc.property(lines, place, place, (drawn, [homeX, homeY], [schoolX, schoolY]) => {
      const ends = drawn.map(({ from, to }) => [...from, ...to].map((each) => each * 500));
      const roads = network(
        drawn.map(({ stretched, kmPerHour, oneWay }, line) => ({
          xy: ends[line],
          oneWay,
          length: stretched * Math.hypot(ends[line][2] - ends[line][0], ends[line][3] - ends[line][1]),
          kmPerHour,
        })),
      );
      const graph = buildGraph(roads);
      const all = Float64Array.of(homeX, homeY, schoolX, schoolY);
      const [home, school] = [all.subarray(0, 2), all.subarray(2)].map((xy) => snap(graph, xy, ["road"], 1000));
      for (const mode of [ON_FOOT_OR_BICYCLE, BY_CAR_FASTEST]) {
        const costs = lineCosts(roads, mode);
        /** From one share of a line to another. */
        const drive = (line: number, a: number, b: number): number => {
          if (Math.abs(a - b) * roads.length[line] < 0.01) return 0;
          return Math.abs(a - b) * (a < b ? costs.forth : costs.back)[line];
        };
        // Straight metres count as they are up to 200, beyond three times; by car at 20 km/h.
        const off = (metres: number) =>
          (metres <= 200 ? metres : 3 * metres - 400) * (mode.cost === "length" ? 1 : 0.003);
        const near = (x: number, y: number) =>
          ends.flatMap((line, number) => {
            const { share, distance } = straightTo(line, x, y);
            return distance <= 1000 ? [{ number, share, cost: off(distance) }] : [];
          });
        let least = Infinity;
        const tree = newSearchTree(graph);
        for (const to of near(schoolX, schoolY)) {
          const seeds = [
            { node: graph.from[to.number], cost: drive(to.number, 0, to.share) },
            { node: graph.to[to.number], cost: drive(to.number, 1, to.share) },
          ];
          costsFrom(graph, costs, seeds, tree);
          for (const from of near(homeX, homeY)) {
            const { number, share } = from;
            const byEnds = Math.min(
              drive(number, share, 0) + tree.cost[graph.from[number]],
              drive(number, share, 1) + tree.cost[graph.to[number]],
            );
            const along = number === to.number ? drive(number, share, to.share) : Infinity;
            least = Math.min(least, from.cost + to.cost + Math.min(byEnds, along));
          }
        }
        const [found] = costTable(graph, mode, home, school, tree);
        if (least === Infinity) expect(found).toBe(Infinity);
        else expect(Math.abs(found - least)).toBeLessThan(mode.cost === "length" ? 1 : 0.001);
      }
    }),
    { numRuns: 300 },
  );
});

test("ways of many places, for whom roads are laid out by where they lie, are those of each by itself", () => {
  const random = seededRandom(7);
  for (let round = 0; round < 12; round++) {
    // A crooked grid of streets of which two in five are missing, so that roads lead round and straight stretches matter.
    const junction = Array.from({ length: 144 }, (_, i) => [
      140 * ((i % 12) + 0.5 * random()),
      140 * (Math.floor(i / 12) + 0.5 * random()),
    ]);
    const pairs = junction.flatMap((_, i) => [
      ...(i % 12 < 11 ? [[i, i + 1]] : []),
      ...(i + 12 < 144 ? [[i, i + 12]] : []),
    ]);
    const streets = pairs.filter(() => random() < 0.6).map(([a, b]) => ({ xy: [...junction[a], ...junction[b]] }));
    const graph = buildGraph(network(streets));
    const homes = Float64Array.from({ length: 80 }, () => 1700 * random());
    const tree = newSearchTree(graph);
    const schools = snap(graph, Float64Array.of(300, 300, 1500, 900, 700, 1600), ["road"], 1200);
    const together = costTable(graph, ON_FOOT_OR_BICYCLE, snap(graph, homes, ["road"], 1200), schools, tree);
    const alone = Array.from({ length: homes.length / 2 }, (_, home) => {
      const own = snap(graph, homes.subarray(2 * home, 2 * home + 2), ["road"], 1200);
      return [...costTable(graph, ON_FOOT_OR_BICYCLE, own, schools, tree)];
    }).flat();
    expect([...together]).toEqual(alone);
  }
});
