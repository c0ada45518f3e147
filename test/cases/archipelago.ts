import { seededRandom } from "../../src/kernels/random.ts";

/**
 * An invented town of islands, made by a seed: 500 m squares, a letter each for the site that teaches its pupils today. What
 * real ones have is here in small:
 *
 * - S, an island whose ferry line is missing: roads of its own, no school, its pupils go to M on paper;
 * - D, an island without any road, with a school of its own that no road reaches;
 * - the mainland's last square of the first row, whose road is cut off, with three pupils;
 * - addresses here and there too far from any road; an island (W) with a ferry and one (O) without a school;
 * - a site whose places nobody has told (M), one that nobody goes to (Z, a district of its own), one closed today (X).
 */
const MAP = [
  "NNNNNM..SS..",
  "NNNNMM..SS..",
  "NNMMMM......",
  "NMMMMM.TTTT.",
  "MMMMMM.TTTT.",
  "..WWW..TTTT.",
  "..WWW.......",
  ".......DD.OO",
] as const;

const STEP = 500;
const ORIGIN = { x: 600_000, y: 6_110_000 };
/** Where a letter's pupils go whom its own site does not teach. */
const UPPER: Readonly<Record<string, string>> = { W: "M", D: "T" };
/** Squares whose pupils go to another letter's site. */
const SENT: Readonly<Record<string, string>> = { S: "M", O: "T" };

interface Square {
  readonly row: number;
  readonly column: number;
  readonly letter: string;
  readonly x: number;
  readonly y: number;
}

const SQUARES: readonly Square[] = MAP.flatMap((line, row) =>
  [...line].flatMap((letter, column) =>
    letter === "." ? [] : [{ row, column, letter, x: ORIGIN.x + STEP * column, y: ORIGIN.y - STEP * row }],
  ),
);

export const unitId = (row: number, column: number): string => `u${row}-${column}`;

/** Its road ends before the next square. */
const CUT_OFF = { row: 0, column: 5 };
const isCutOff = ({ row, column }: Square): boolean => row === CUT_OFF.row && column === CUT_OFF.column;

const SITES = [
  "id;name;town;x;y;grades;district;capacity_0_3;capacity_4_6;capacity_7_9",
  site("n", "Nordby Skole", 1, 1, "0-9", "N", "40;30;40"),
  site("m", "Midtby Skole", 3, 4, "0-9", "M", ";;"),
  site("w", "Vesterø Skole", 5, 3, "0-6", "M", "20;15;"),
  site("x", "Gammelby Skole", 2, 2, "", "M", "30;30;30"),
  site("z", "Havnens Skole", 4, 0, "0-9", "Z", "60;45;60"),
  site("t", "Sundby Skole", 4, 8, "0-9", "T", "30;;30"),
  site("d", "Dybø Skole", 7, 7, "0-6", "T", "10;10;"),
];

function site(id: string, name: string, row: number, column: number, grades: string, district: string, places: string) {
  return [id, name, name.split(" ")[0], ORIGIN.x + STEP * column, ORIGIN.y - STEP * row, grades, district, places].join(
    ";",
  );
}

type Spot = readonly [x: number, y: number];

const line = (kind: string, a: Spot, b: Spot) => ({
  type: "Feature",
  properties: { kind, ...(kind === "ferry" ? { minutes: 10 } : { speed: 50 }) },
  geometry: { type: "LineString", coordinates: [a, b] },
});

const place = ({ x, y }: Square): Spot => [x, y];
const at = (row: number, column: number) => SQUARES.find((square) => square.row === row && square.column === column)!;
const hasRoads = (square: Square) => square.letter !== "D" && !isCutOff(square);

/** A road from the middle of each square to those beside it, but on D and across the cut; a bridge to T, ferries to W and O. */
function roads(): string {
  const streets = SQUARES.filter(hasRoads).flatMap((square) =>
    SQUARES.filter(
      (other) =>
        hasRoads(other) &&
        (other.row - square.row === 1 ? other.column === square.column : other.row === square.row) &&
        other.row - square.row + (other.column - square.column) === 1,
    ).map((other) => line("road", place(square), place(other))),
  );
  const cut = at(CUT_OFF.row, CUT_OFF.column);
  const features = [
    ...streets,
    line("road", [cut.x - 100, cut.y + 150], [cut.x + 100, cut.y + 150]),
    line("road", place(at(3, 5)), place(at(3, 7))),
    line("ferry", place(at(4, 2)), place(at(5, 2))),
    line("ferry", place(at(5, 10)), place(at(7, 10))),
  ];
  return JSON.stringify({ type: "FeatureCollection", features });
}

function units(): string {
  const half = STEP / 2;
  const features = SQUARES.map(({ row, column, x, y }) => ({
    type: "Feature",
    properties: { id: unitId(row, column) },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [x - half, y - half],
          [x + half, y - half],
          [x + half, y + half],
          [x - half, y + half],
          [x - half, y - half],
        ],
      ],
    },
  }));
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** Up to seven pupils a square in any grades, now and then another at an address that no road reaches; three at the cut. */
function pupils(seed: number): string {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const rows = SQUARES.flatMap((square) => {
    const { x, y } = square;
    if (isCutOff(square)) return [[x, y + 150, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0]];
    const grades = (count: number) => {
      const row = Array.from({ length: 10 }, () => 0);
      for (let pupil = 0; pupil < count; pupil++) row[whole(0, 9)]++;
      return row;
    };
    const many = grades(whole(0, 7));
    const far = random() < 0.1 ? [[x + 240, y + 240, ...grades(whole(1, 3))]] : [];
    return [[x + whole(-20, 20), y + whole(-20, 20), ...many], ...far];
  });
  return lines("x;y;0;1;2;3;4;5;6;7;8;9", ...rows.map((row) => row.join(";")));
}

/** Everybody in their letter's site, or where that does not teach them or has none, in the one above. */
function today(): string {
  const zones = ["n", "m", "w", "t", "d"].flatMap((id) =>
    (["0-3", "4-6", "7-9"] as const).map((band) => ({
      site: id,
      bands: [band],
      units: SQUARES.filter(({ letter }) => {
        const own = SENT[letter] ?? letter;
        return (band === "7-9" ? (UPPER[own] ?? own) : own).toLowerCase() === id;
      }).map(({ row, column }) => unitId(row, column)),
    })),
  );
  return planFile("today", "I dag", {
    assignment: { kind: "zones", zones: zones.filter((zone) => zone.units.length > 0) },
  });
}

const planFile = (id: string, title: string, rest: object): string =>
  JSON.stringify({ format: "skoledistrikt-plan", version: 1, id, title, ...rest });

const CASE = {
  format: "skoledistrikt-case",
  version: 1,
  name: "Øby",
  code: "0998",
  schoolYear: "2024/25",
  priceYear: 2024,
  crs: "EPSG:25832",
  units: { kind: "polygons" },
  baseline: "today",
  snapLimit: 200,
  sources: [{ what: "everything", from: "invented for tests" }],
};

const MERGED = {
  districts: [
    { id: "NZ", name: "Nord", sites: ["n", "z"] },
    { id: "MT", name: "Syd", sites: ["m", "w", "x", "t", "d"] },
  ],
  assignment: { kind: "nearest", within: "municipality" },
};
const CLOSING = { teaching: { w: "", d: "" }, assignment: { kind: "nearest", within: "municipality" } };

/** The case's files: today, a plan that merges districts and sends everybody to the nearest, one that closes W and D. */
export function archipelago(seed: number): ReadonlyMap<string, Uint8Array> {
  const texts = {
    "case.json": JSON.stringify(CASE, undefined, 1),
    "sites.csv": lines(...SITES),
    "districts.csv": lines("id;name", "N;Nordby", "M;Midtby", "Z;Havnen", "T;Sundby"),
    "pupils.csv": pupils(seed),
    "roads.geojson": roads(),
    "units.geojson": units(),
    "plans/today.json": today(),
    "plans/merged.json": planFile("merged", "To distrikter", MERGED),
    "plans/closing.json": planFile("closing", "To skoler lukker", CLOSING),
  };
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

function lines(...rows: readonly string[]): string {
  return `${rows.join("\n")}\n`;
}
