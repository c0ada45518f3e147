import { seededRandom } from "../../src/kernels/random.ts";
import { DANISH_PLANE, toDegrees } from "../../src/geo/projection.ts";

/** A made-up town whose districts are the squares of a grid. */
export interface GridTown {
  /** Districts from west to east and from south to north. */
  readonly columns: number;
  readonly rows: number;
  readonly schoolsADistrict: number;
  readonly pupils: number;
  /** Places of a school beside its even share of all pupils, least and most. */
  readonly places: readonly [least: number, most: number];
  readonly seed: number;
}

/** Metres from one junction to the next, along a district's side, and the south-western corner, EPSG:25832. */
const STEP = 250;
const SIDE = 2500;
const CORNER = { x: 560_000, y: 6_130_000 };

/** The town as a case folder. The same town is the same bytes. */
export function gridTown(town: GridTown): ReadonlyMap<string, Uint8Array> {
  const texts: Record<string, string> = {
    "case.json": JSON.stringify({
      format: "skoledistrikt-case",
      version: 1,
      name: "Gitter",
      code: "0999",
      schoolYear: "2025/26",
      priceYear: 2025,
      units: { kind: "h3", resolution: 9 },
      sources: [{ what: "everything", from: "made up for a benchmark" }],
    }),
    "districts.csv": table(
      "id;name",
      squares(town).map(({ id }) => [id, `Distrikt ${id}`]),
    ),
    "sites.csv": sites(town),
    "pupils.csv": pupils(town),
    "roads.geojson": roads(town),
    "outline.geojson": outline(town),
  };
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

const table = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.join(";"))].join("\n");

const squares = ({ columns, rows }: GridTown) =>
  Array.from({ length: columns * rows }, (_, number) => ({
    id: `D${number}`,
    column: number % columns,
    row: Math.floor(number / columns),
  }));

const degrees = (x: number, y: number): readonly [lon: string, lat: string] => {
  const { lon, lat } = toDegrees(DANISH_PLANE, [CORNER.x + x, CORNER.y + y]);
  return [lon[0].toFixed(7), lat[0].toFixed(7)];
};

function sites(town: GridTown): string {
  const random = seededRandom(town.seed);
  const { schoolsADistrict, pupils: count, places } = town;
  const share = count / (town.columns * town.rows * schoolsADistrict);
  const rows = squares(town).flatMap(({ id, column, row }) =>
    Array.from({ length: schoolsADistrict }, (_, school) => {
      const [lon, lat] = degrees((column + 0.15 + 0.7 * random()) * SIDE, (row + 0.15 + 0.7 * random()) * SIDE);
      const room = share * (places[0] + (places[1] - places[0]) * random());
      const bands = [4, 3, 3].map((grades) => Math.round((room * grades) / 10));
      return [`${id}-${school}`, `Skole ${id}-${school}`, `By ${id}`, lat, lon, "0-9", id, ...bands];
    }),
  );
  return table("id;name;town;lat;lon;grades;district;capacity_0_3;capacity_4_6;capacity_7_9", rows);
}

/** Two pupils in five live where another does. */
function pupils(town: GridTown): string {
  const random = seededRandom(town.seed + 1);
  const homes: (readonly [lon: string, lat: string])[] = [];
  const rows = Array.from({ length: town.pupils }, (_, pupil) => {
    const isNew = homes.length === 0 || random() < 0.6;
    const [lon, lat] = isNew
      ? degrees(random() * town.columns * SIDE, random() * town.rows * SIDE)
      : homes[Math.floor(random() * homes.length)];
    if (isNew) homes.push([lon, lat]);
    return [pupil + 1, lat, lon, Math.floor(10 * random())];
  });
  return table("elevnr;bredde;længde;klassetrin", rows);
}

function roads({ columns, rows }: GridTown): string {
  const [across, up] = [(columns * SIDE) / STEP, (rows * SIDE) / STEP];
  const lines: string[] = [];
  const line = (from: readonly [number, number], to: readonly [number, number]): void => {
    const coordinates = [from, to].map(([x, y]) => degrees(x * STEP, y * STEP).map(Number));
    lines.push(JSON.stringify({ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } }));
  };
  for (let y = 0; y <= up; y++)
    for (let x = 0; x <= across; x++) {
      if (x < across) line([x, y], [x + 1, y]);
      if (y < up) line([x, y], [x, y + 1]);
    }
  return `{"type":"FeatureCollection","features":[${lines.join(",\n")}]}`;
}

function outline({ columns, rows }: GridTown): string {
  const [width, height] = [columns * SIDE, rows * SIDE];
  const ring = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
    [0, 0],
  ].map(([x, y]) => degrees(x, y).map(Number));
  return JSON.stringify({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } });
}
