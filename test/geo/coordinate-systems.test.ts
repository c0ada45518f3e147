import { describe, expect, test } from "vitest";
import { crsOfCode, crsOfName, DEGREES, definitionOf, utmZoneAt } from "../../src/geo/coordinate-systems.ts";
import {
  DANISH_PLANE,
  METRES_PER_DEGREE,
  planeAround,
  planePoint,
  toDegrees,
  toPlane,
} from "../../src/geo/projection.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { geodesic } from "./geodesic.ts";

/** Code, degrees, and the same place in the system's own metres as PROJ 9.5 tells it. */
const BY_PROJ = [
  [3006, 18.07, 59.33, 674648, 6580825],
  [3011, 18.07, 59.33, 153985, 6579433],
  [5110, 10.75, 59.91, 113988, 1212790],
  [3067, 24.94, 60.17, 385700, 6672127],
  [3879, 24.94, 60.17, 25496669, 6673015],
  [3057, -21.9, 64.13, 358803, 406251],
  [8088, -21.9, 64.13, 2558803, 206251],
  [5316, -6.77, 62.01, 212048, 878046],
  [3182, -51.7, 64.18, 465982, 7117259],
  [3301, 24.75, 59.44, 542555, 6589368],
  [3059, 24.1, 56.95, 506083, 311825],
  [3346, 25.28, 54.69, 582524, 6062261],
  [2180, 21.01, 52.23, 637231, 486786],
  [31468, 11.58, 48.14, 4468850, 5333638],
  [4647, 9.99, 53.55, 32565591, 5933912],
  [28992, 5.3872, 52.1552, 155000, 463003],
  [31370, 4.35, 50.85, 148679, 171067],
  [3812, 4.35, 50.85, 648679, 671067],
  [2154, 2.35, 48.85, 652302, 6861303],
  [27700, -1.55, 53.8, 429737, 433838],
  [2157, -6.26, 53.35, 715846, 734720],
  [2056, 7.45, 46.95, 2600865, 1199880],
  [31287, 16.37, 48.21, 625633, 483376],
  [23700, 19.04, 47.5, 649439, 239563],
  [3794, 14.51, 46.05, 462081, 101250],
  [3765, 15.98, 45.81, 459585, 5074592],
  [3763, -9.14, 38.71, -87579, -105904],
  [2100, 23.73, 37.98, 476139, 4203342],
  [3034, 11.7, 55.7, 4103590, 3199487],
  [3035, 11.7, 55.7, 4427940, 3622995],
  [4094, 10.2, 56.16, 412427, 1226271],
  [4096, 14.9, 55.1, 793617, 1108367],
  [25833, 13.4, 52.52, 391440, 5820080],
  [32737, 36.8, -1.3, 255197, 9856204],
  [26918, -74.0, 40.7, 584482, 4505936],
  [28354, 138.6, -34.9, 280708, 6135418],
  [7854, 138.6, -34.9, 280708, 6135418],
  [2193, 174.78, -41.29, 1749046, 5427521],
  [3857, 11.7, 55.7, 1302438, 7498924],
] as const;

describe("a coordinate system", () => {
  test.each(BY_PROJ)(
    "EPSG:%d has %d, %d at %d, %d, as PROJ says, to a few metres, and back",
    (code, lon, lat, x, y) => {
      const crs = crsOfCode(code)!;
      const definition = definitionOf(crs)!;
      const [east, north] = toPlane(definition, [lon], [lat]);
      expect(Math.hypot(east - x, north - y)).toBeLessThan(2);
      const back = toDegrees(definition, [x, y]);
      expect(Math.abs(back.lon[0] - lon)).toBeLessThan(0.00005);
      expect(Math.abs(back.lat[0] - lat)).toBeLessThan(0.00005);
    },
  );

  test("is known by its name as by its code, what is degrees is one system, and what is not known is none", () => {
    expect(crsOfName("EPSG:3006")).toBe("EPSG:3006");
    expect([4258, 4326, 4979, 4269].map(crsOfCode)).toEqual([DEGREES, DEGREES, DEGREES, DEGREES]);
    expect(definitionOf(DEGREES)).toBeUndefined();
    expect(["EPSG:1", "EPSG:99999", "25832", "epsg:25832"].map(crsOfName)).toEqual(Array(4).fill(undefined));
  });

  test("of a place where nothing is said is its UTM zone, in Europe by Europe's datum, south of the equator by the south's", () =>
    expect([utmZoneAt(11.7, 55.7), utmZoneAt(-68.3, -54.8), utmZoneAt(-74, 40.7), utmZoneAt(180, 1)]).toEqual([
      "EPSG:25832",
      "EPSG:32719",
      "EPSG:32618",
      "EPSG:32660",
    ]));
});

/** A longitude from 180° west to 180° east. */
const eastOf = (lon: number): number => ((lon + 540) % 360) - 180;

/** A middle, and the places 100 km from it on the ellipsoid north, north-east, east … of it, by GeographicLib. */
const CIRCLES: readonly (readonly [string, number, number, readonly (readonly [number, number])[]])[] = [
  [
    "Holbæk",
    11.7,
    55.7,
    [
      [11.7, 56.5981133],
      [12.8430985, 56.3298292],
      [13.290173, 55.6897033],
      [12.8066259, 55.0598037],
      [11.7, 54.8017545],
      [10.5933741, 55.0598037],
      [10.109827, 55.6897033],
      [10.5569015, 56.3298292],
    ],
  ],
  [
    "Bornholm",
    14.9,
    55.1,
    [
      [14.9, 55.9982014],
      [16.0255081, 55.7300087],
      [16.4662794, 55.0899301],
      [15.9903784, 54.4598506],
      [14.9, 54.2016652],
      [13.8096216, 54.4598506],
      [13.3337206, 55.0899301],
      [13.7744919, 55.7300087],
    ],
  ],
  [
    "Tromsø",
    18.95,
    69.65,
    [
      [18.95, 70.5463525],
      [20.8266397, 70.2740805],
      [21.5240566, 69.6311186],
      [20.7180832, 69.0069693],
      [18.95, 68.7535551],
      [17.1819168, 69.0069693],
      [16.3759434, 69.6311186],
      [17.0733603, 70.2740805],
    ],
  ],
  [
    "Reykjavík",
    -21.9,
    64.1,
    [
      [-21.9, 64.9969756],
      [-20.416143, 64.7268674],
      [-19.8497122, 64.0855613],
      [-20.4821901, 63.4586275],
      [-21.9, 63.202913],
      [-23.3178099, 63.4586275],
      [-23.9502878, 64.0855613],
      [-23.383857, 64.7268674],
    ],
  ],
  [
    "Quito",
    -78.5,
    -0.2,
    [
      [-78.5, 0.7043691],
      [-77.8647897, 0.4394849],
      [-77.6016793, -0.1999753],
      [-77.8647405, -0.8394596],
      [-78.5, -1.1043681],
      [-79.1352595, -0.8394596],
      [-79.3983207, -0.1999753],
      [-79.1352103, 0.4394849],
    ],
  ],
  [
    "Adelaide",
    138.6,
    -34.9,
    [
      [138.6, -33.998535],
      [139.367733, -34.2601512],
      [139.6940593, -34.8950761],
      [139.3796871, -35.5348571],
      [138.6, -35.8013311],
      [137.8203129, -35.5348571],
      [137.5059407, -34.8950761],
      [137.832267, -34.2601512],
    ],
  ],
  [
    "Ushuaia",
    -68.3,
    -54.8,
    [
      [-68.3, -53.9016204],
      [-67.2175231, -54.1598727],
      [-66.7453363, -54.7900409],
      [-67.1830398, -55.4300974],
      [-68.3, -55.6982458],
      [-69.4169602, -55.4300974],
      [-69.8546637, -54.7900409],
      [-69.3824769, -54.1598727],
    ],
  ],
  [
    "Nairobi",
    36.8,
    -1.3,
    [
      [36.8, -0.3956327],
      [37.4352336, -0.6604489],
      [37.698545, -1.2998391],
      [37.4355534, -1.9393869],
      [36.8, -2.2043608],
      [36.1644466, -1.9393869],
      [35.901455, -1.2998391],
      [36.1647664, -0.6604489],
    ],
  ],
];

describe("the plane of a case", () => {
  test.each(CIRCLES)("around %s shows 100 and 200 km with less than 0.1 %% of error", (_, lon, lat, ring) => {
    const plane = planeAround({ lon, lat });
    const middle = planePoint(plane, { lon, lat });
    const around = ring.map(([east, north]) => planePoint(plane, { lon: east, lat: north }));
    for (const { x, y } of around)
      expect(Math.abs(Math.hypot(x - middle.x, y - middle.y) / 100_000 - 1)).toBeLessThan(0.001);
    // Opposite places are 200 km apart, through the middle.
    for (let i = 0; i < 4; i++) {
      const [one, other] = [around[i], around[i + 4]];
      expect(Math.abs(Math.hypot(one.x - other.x, one.y - other.y) / 200_000 - 1)).toBeLessThan(0.001);
    }
  });

  test("anywhere from 84° south to 84° north shows what lies up to 200 km apart with less than 0.1 % of error", () => {
    // The oracle itself, against GeographicLib.
    for (const [, lon, lat, ring] of CIRCLES)
      for (const [east, north] of ring)
        expect(geodesic({ lon, lat }, { lon: east, lat: north })).toBeCloseTo(100_000, -1);
    const random = seededRandom(84);
    const within = (low: number, high: number): number => low + (high - low) * random();
    const lons: readonly (readonly [number, number])[] = [
      [-180, 180],
      [179, 181],
      [5.9, 6.1],
      [4, 14],
    ];
    for (let i = 0; i < 800; i++) {
      // Anywhere; across the 180th meridian; across a border of UTM zones; where Danish planning's own plane may be taken.
      const kind = i % lons.length;
      const middle = { lon: eastOf(within(...lons[kind])), lat: kind === 3 ? within(53.5, 59) : within(-84, 84) };
      const plane = planeAround(middle);
      const [one, other] = [0, 1].map(() => {
        const [way, metres] = [within(0, 2 * Math.PI), 100_000 * Math.sqrt(random())];
        const lat = middle.lat + (metres * Math.cos(way)) / METRES_PER_DEGREE;
        const east = (metres * Math.sin(way)) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
        return { lon: eastOf(middle.lon + east), lat };
      });
      const [a, b] = [planePoint(plane, one), planePoint(plane, other)];
      const off = Math.abs(Math.hypot(a.x - b.x, a.y - b.y) / geodesic(one, other) - 1);
      expect(off, JSON.stringify({ middle, one, other })).toBeLessThan(0.001);
    }
  });

  test("is Danish planning's own where that is true to 0.1 %, so not on Bornholm", () => {
    expect([8.1, 9, 11.7, 12.6].map((lon) => planeAround({ lon, lat: 55.7 }))).toEqual(Array(4).fill(DANISH_PLANE));
    expect(planeAround({ lon: 14.9, lat: 55.1 })).not.toBe(DANISH_PLANE);
  });
});
