import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROAD_KINDS, type RoadKind, type RoadNetwork } from "../../src/domain/municipality.ts";
import { metres, minutes } from "../../src/domain/quantities.ts";
import { DANISH_PLANE } from "../../src/geo/projection.ts";
import { type NodedRoads, nodeRoads } from "../../src/import/noding.ts";
import type { RawLine } from "../../src/import/noding-lines.ts";

type Point = readonly [x: number, y: number];

const line = (kind: RoadKind, ...points: readonly Point[]): RawLine => ({
  xy: Float64Array.from(points.flat()),
  kind,
  time: { kmPerHour: 60 },
});
const joined = (raw: readonly RawLine[]): NodedRoads => nodeRoads(raw, DANISH_PLANE);
const road = (...points: readonly Point[]): RawLine => line("road", ...points);

/** Every piece as its corners, such as "0,0 10,0". */
function drawn({ count, start, xy }: RoadNetwork): string[] {
  const corner = (v: number): string => `${Number(xy[2 * v].toFixed(3))},${Number(xy[2 * v + 1].toFixed(3))}`;
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: start[i + 1] - start[i] }, (__, k) => corner(start[i] + k)).join(" "),
  );
}

/** A quarter turn and a shift, and the way back. */
const turn = (xy: Float64Array): Float64Array => xy.map((_, i) => (i % 2 === 0 ? 30 - xy[i + 1] : 700 + xy[i - 1]));
const turnBack = (xy: Float64Array): Float64Array => xy.map((_, i) => (i % 2 === 0 ? xy[i + 1] - 700 : 30 - xy[i - 1]));

const sum = (values: Iterable<number>): number => [...values].reduce((all, each) => all + each, 0);

describe("roads meet", () => {
  test.each([
    {
      name: "where an end lies on another road",
      lines: [road([0, 0], [100, 0]), road([40, 50], [40, 0])],
      pieces: ["0,0 40,0", "40,0 100,0", "40,50 40,0"],
    },
    {
      name: "where an end stops short of another road by less than two metres",
      lines: [road([0, 0], [100, 0]), road([40, 50], [40, 1.5])],
      pieces: ["0,0 40,0", "40,0 100,0", "40,50 40,0"],
    },
    {
      name: "where an end crosses another road by less than two metres",
      lines: [road([0, 0], [100, 0]), road([40, 50], [40, -1.5])],
      pieces: ["0,0 40,0", "40,0 100,0", "40,50 40,0"],
    },
    {
      name: "at the other road's corner, if that is near enough",
      lines: [road([0, 0], [41, 0], [100, 0]), road([40, 50], [40, 1])],
      pieces: ["0,0 41,0", "41,0 100,0", "40,50 41,0"],
    },
    {
      name: "at the other road's second corner, if that is near enough",
      lines: [road([0, 0], [20, 0], [41, 0], [100, 0]), road([40, 50], [40, 1])],
      pieces: ["0,0 20,0 41,0", "41,0 100,0", "40,50 41,0"],
    },
    {
      name: "at a corner that both have",
      lines: [road([0, 0], [40, 0], [100, 0]), road([40, 50], [40, 0], [40, -50])],
      pieces: ["0,0 40,0", "40,0 100,0", "40,50 40,0", "40,0 40,-50"],
    },
    {
      name: "where two ends lie within two metres",
      lines: [road([0, 0], [50, 0]), road([51, 1], [100, 0])],
      pieces: ["0,0 50,0", "50,0 100,0"],
    },
    {
      name: "where two ends that meet each other lie on a third road without a corner",
      lines: [road([0, 0], [100, 0]), road([40, 50], [40, 0.5]), road([40, 0.5], [40, -50])],
      pieces: ["0,0 40,0", "40,0 100,0", "40,50 40,0", "40,0 40,-50"],
    },
    {
      name: "once where two ends that are one lie along a third road",
      lines: [road([0, 0], [100, 0]), road([40, 50], [40, 1]), road([60, 50], [41.5, 1])],
      pieces: ["0,0 40,0", "40,0 100,0", "40,50 40,0", "60,50 40,0"],
    },
    {
      name: "where two ends face each other across a third road",
      lines: [road([0, 0], [100, 0]), road([40, 50], [40, 1.9]), road([40, -1.9], [40, -50])],
      pieces: ["0,0 40,0", "40,0 100,0", "40,50 40,0", "40,0 40,-50"],
    },
    {
      name: "where a road comes back to itself",
      lines: [road([0, 0], [50, 0], [100, 50], [50, 100], [50, 1])],
      pieces: ["0,0 50,0", "50,0 100,50 50,100 50,0"],
    },
    {
      name: "where two others end, the farther one first",
      lines: [road([0, 0], [100, 0]), road([60, 50], [60, 0]), road([40, 50], [40, 0])],
      pieces: ["0,0 40,0", "40,0 60,0", "60,0 100,0", "60,50 60,0", "40,50 40,0"],
    },
    {
      name: "where an end lies on two that cross without a corner",
      lines: [road([0, 0], [100, 0]), road([40, -50], [40, 50]), road([90, 50], [40, 0])],
      pieces: ["0,0 40,0", "40,0 100,0", "40,-50 40,0", "40,0 40,50", "90,50 40,0"],
    },
    {
      name: "two metres off and no more, at the start as at the end",
      lines: [road([0, 0], [100, 0]), road([40, 2], [40, 50])],
      pieces: ["0,0 40,0", "40,0 100,0", "40,0 40,50"],
    },
    {
      name: "at an end that another comes within a centimetre of",
      lines: [road([0, 0], [100, 0]), road([50, 50], [99.995, 0.005])],
      pieces: ["0,0 100,0", "50,50 100,0"],
    },
    {
      name: "once where two ends come to a third road within a centimetre of each other",
      lines: [road([0, 0], [100, 0]), road([40, 50], [40, 1.9]), road([40.004, -1.9], [40.004, -50])],
      pieces: ["0,0 40,0", "40,0 100,0", "40,50 40,0", "40,0 40.004,-50"],
    },
    {
      name: "with corners drawn twice, which are one",
      lines: [road([0, 0], [0, 0], [50, 0], [50, 0], [50, 0], [100, 0], [100, 0]), road([50, 0], [50, 9], [50, 9])],
      pieces: ["0,0 50,0", "50,0 100,0", "50,0 50,9"],
    },
    {
      name: "in a ring whose ends are one",
      lines: [road([0, 0], [50, 0], [50, 50], [0, 0])],
      pieces: ["0,0 50,0 50,50 0,0"],
    },
  ])("$name, wherever they lie and whichever way the map is turned", ({ lines, pieces }) => {
    const noded = joined(lines);
    expect(drawn(noded.network)).toEqual(pieces);
    expect([noded.components, noded.dropped]).toEqual([1, 0]);
    const turned = joined(lines.map((each) => ({ ...each, xy: turn(each.xy) })));
    expect(drawn({ ...turned.network, xy: turnBack(turned.network.xy) })).toEqual(pieces);
  });
});

describe("roads do not meet", () => {
  test.each([
    { name: "where they only cross (a bridge)", lines: [road([0, 0], [100, 0]), road([50, -50], [50, 50])] },
    {
      name: "where an end stops two and a half metres short",
      lines: [road([0, 0], [100, 0]), road([40, 50], [40, 2.5])],
    },
    {
      name: "where an end is two and a half metres off another's corner, on its outer side",
      lines: [road([0, 0], [50, 0], [50, 50]), road([51.8, -1.8], [90, -40])],
    },
    {
      name: "where it is so seen from the other end",
      lines: [road([50, 50], [50, 0], [0, 0]), road([51.8, -1.8], [90, -40])],
    },
    {
      name: "where a road ends at a motorway",
      lines: [line("motorway", [0, 0], [100, 0]), road([40, 50], [40, 1])],
    },
    {
      name: "where a motorway ends on a road without a corner",
      lines: [road([0, 0], [100, 0]), line("motorway", [40, 50], [40, 1])],
    },
    {
      name: "where a road and a motorway share a corner on their way (a bridge)",
      lines: [line("motorway", [0, 0], [50, 0], [100, 0]), road([50, -50], [50, 0], [50, 50])],
    },
    {
      name: "where a jetty touches a ferry on its way",
      lines: [line("ferry", [0, 0], [50, 0], [100, 0]), road([50, 50], [50, 0])],
    },
  ])("$name", ({ lines }) => {
    const noded = joined(lines);
    expect(noded.network.count).toBe(2);
    expect(noded.components).toBe(2);
  });
});

test.each([
  { across: 2, pieces: 1 },
  { across: 2.5, pieces: 1 },
  { across: 3, pieces: 2 },
])(
  "a road that passes its own end again after twice $across m and one is a loop, or only leaving: $pieces",
  ({ across, pieces }) => {
    const loop: readonly Point[] = [
      [0, 0],
      [across, 0],
      [across, 1],
      [0, 1],
      [-50, 1],
    ];
    expect(joined([road(...loop)]).network.count).toBe(pieces);
    expect(joined([road(...loop.toReversed())]).network.count).toBe(pieces);
  },
);

test("an end between two roads meets the nearer, and not the other", () => {
  const noded = joined([road([0, 0], [100, 0]), road([0, 2.5], [100, 2.5]), road([40, 1], [40, -50])]);
  expect(drawn(noded.network)).toEqual(["0,0 40,0", "40,0 100,0", "0,2.5 100,2.5", "40,0 40,-50"]);
  expect(noded.components).toBe(2);
});

test("a line of no length among others leaves them as they are", () => {
  const noded = joined([road([0, 0], [9, 0]), road([5, 5], [5, 5]), road([0, 50], [9, 50])]);
  expect(drawn(noded.network)).toEqual(["0,0 9,0", "0,50 9,50"]);
  expect(noded.dropped).toBe(1);
});

describe("motorways and ferries join at their ends", () => {
  test.each([
    { name: "a motorway and a road", lines: [line("motorway", [0, 0], [50, 0]), road([51, 0], [100, 0])], pieces: 2 },
    {
      name: "a slip road that is a motorway, and the motorway's corner",
      lines: [line("motorway", [0, 0], [50, 0], [100, 0]), line("motorway", [50, 0], [60, 40])],
      pieces: 3,
    },
    {
      name: "a slip road that is a motorway, and a road's corner",
      lines: [road([0, 0], [50, 0], [100, 0]), line("motorway", [50, 0], [60, 40])],
      pieces: 3,
    },
    { name: "a ferry and a quay", lines: [line("ferry", [0, 0], [50, 1]), road([50, -50], [50, 50])], pieces: 3 },
  ])("$name", ({ lines, pieces }) => {
    const noded = joined(lines);
    expect([noded.network.count, noded.components]).toEqual([pieces, 1]);
  });
});

describe("what a line is worth is kept", () => {
  test("a stated length and time are shared out over the pieces as they are drawn", () => {
    const ferry = { ...line("ferry", [0, 0], [0, -10]), time: { minutes: minutes(30) }, length: metres(7000) };
    const { network } = joined([{ ...road([0, 0], [100, 0]), length: metres(150) }, road([40, 50], [40, 0]), ferry]);
    expect([...network.length]).toEqual([60, 90, 50, 7000]);
    expect([...network.minutes]).toEqual([0.06, 0.09, 0.05, 30]);
    expect([...network.kind].map((kind) => ROAD_KINDS[kind])).toEqual(["road", "road", "road", "ferry"]);
  });

  test("the pieces of a one-way road lead the way that it does", () => {
    const { network } = joined([
      { ...road([0, 0], [100, 0]), oneWay: -1 },
      road([40, 50], [40, 0]),
      { ...road([70, 0], [70, 50]), oneWay: 1 },
    ]);
    expect(drawn(network)).toEqual(["0,0 40,0", "40,0 70,0", "70,0 100,0", "40,50 40,0", "70,0 70,50"]);
    expect([...network.oneWay!]).toEqual([-1, -1, -1, 0, 1]);
  });

  test("lines of no length are dropped and counted, and so is a line that shrinks to a point", () => {
    const noded = joined([road([5, 5], [5, 5], [5, 5]), road([0, 0], [1, 0]), road([0, 0], [100, 0])]);
    expect([noded.network.count, noded.dropped]).toEqual([1, 2]);
  });

  test("parts that do not connect are counted, with the length outside the longest", () => {
    const noded = joined([road([0, 0], [100, 0]), road([0, 50], [30, 50]), road([30.5, 50], [40, 50])]);
    expect([noded.componentsAsDrawn, noded.components, Math.round(noded.outside)]).toEqual([3, 2, 40]);
  });

  test("no roads are no network", () => {
    expect(joined([])).toMatchObject({ components: 0, outside: 0, network: { count: 0 } });
  });
});

/** Lines on a grid of 5 m, far enough apart that nothing shrinks, near enough that much meets. */
const gridPoint = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));
const someLines = fc.array(
  fc.record({
    points: fc.array(gridPoint, { minLength: 2, maxLength: 5 }),
    kind: fc.constantFrom(...ROAD_KINDS),
    shift: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  }),
  { maxLength: 12 },
);
const raw = someLines.map((lines) =>
  lines.map(({ points, kind, shift }) =>
    line(kind, ...points.map(([x, y]): Point => [5 * x + shift[0], 5 * y + shift[1]])),
  ),
);
const drawnLength = ({ xy }: RawLine): number =>
  sum(
    Array.from({ length: xy.length / 2 - 1 }, (_, i) =>
      Math.hypot(xy[2 * i + 2] - xy[2 * i], xy[2 * i + 3] - xy[2 * i + 1]),
    ),
  );

describe("whatever is noded", () => {
  test("the length and time of all pieces are those of all lines, but for pieces shrunk to a point", () => {
    fc.assert(
      fc.property(raw, (lines) => {
        const { network, dropped } = joined(lines);
        const lost = sum(lines.map(drawnLength)) - sum(network.length);
        expect(lost).toBeGreaterThan(-1e-6);
        expect(lost).toBeLessThanOrEqual(8 * dropped + 1e-6);
        network.length.forEach((length, i) => expect(network.minutes[i]).toBeCloseTo(length / 1000, 9));
      }),
    );
  });

  test("noding again takes nothing apart", () => {
    fc.assert(
      fc.property(raw, (lines) => {
        const { network, components } = joined(lines);
        const again = Array.from({ length: network.count }, (_, i) => ({
          xy: network.xy.slice(2 * network.start[i], 2 * network.start[i + 1]),
          kind: ROAD_KINDS[network.kind[i]],
          time: { kmPerHour: 60 },
        }));
        expect(joined(again).components).toBeLessThanOrEqual(components);
      }),
    );
  });

  test("the order of the lines does not change how many parts connect", () => {
    fc.assert(
      fc.property(raw, (lines) => {
        expect(joined(lines.toReversed()).components).toBe(joined(lines).components);
      }),
    );
  });

  test("ends within a centimetre of each other are one place to the bit, and connect", () => {
    fc.assert(
      fc.property(raw, (lines) => {
        const { start, xy, count, kind } = joined(lines).network;
        const ends = Array.from({ length: count }, (_, i) => i)
          .filter((i) => kind[i] === 0)
          .flatMap((i) => [start[i], start[i + 1] - 1]);
        for (const v of ends)
          for (const w of ends) {
            const apart = Math.hypot(xy[2 * v] - xy[2 * w], xy[2 * v + 1] - xy[2 * w + 1]);
            expect(apart === 0 || apart > 0.01).toBe(true);
          }
      }),
    );
  });
});
