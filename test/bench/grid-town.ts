import { seededRandom } from "../../src/kernels/random.ts";
import { caseJson, degrees, outline, register, SITE_COLUMNS } from "./made-up-town.ts";

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

/** Metres from one junction to the next, and along a district's side. */
const STEP = 250;
const SIDE = 2500;

/** The town as a case folder. The same town is the same bytes. */
export function gridTown(town: GridTown): ReadonlyMap<string, Uint8Array> {
  const [width, height] = [town.columns * SIDE, town.rows * SIDE];
  const texts: Record<string, string> = {
    "case.json": caseJson("Gitter"),
    "districts.csv": table(
      "id;name",
      squares(town).map(({ id }) => [id, `Distrikt ${id}`]),
    ),
    "sites.csv": sites(town),
    "pupils.csv": [...register(town, width, height)].join(""),
    "roads.geojson": roads(town),
    "outline.geojson": outline([0, 0], [width, height]),
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
  return table(SITE_COLUMNS, rows);
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
