import { seededRandom } from "../../src/kernels/random.ts";
import { caseJson, degrees, outline, register, SITE_COLUMNS } from "./made-up-town.ts";

/** How large a made-up case is. */
export interface LargeCase {
  readonly pupils: number;
  /** Road lines, each from junction to junction. */
  readonly roads: number;
  readonly schools: number;
  readonly seed: number;
  /** A county unless said. */
  readonly kind?: keyof typeof KINDS;
}

/**
 * `step`: metres from one junction to the next. Schools of a county fill row after row and have ample places; those of a city stand in rows
 * alike, some half as large as others, with a tenth more places in all than there are pupils.
 */
const KINDS = {
  county: { step: 120, rows: "filled", places: "ample" },
  city: { step: 82, rows: "alike", places: "scarce" },
} as const;
const kindOf = ({ kind = "county" }: LargeCase) => KINDS[kind];

const SCHOOLS_A_DISTRICT = 5;

/**
 * A made-up case as its files would come from a map program and a pupil register: junctions in a crooked grid with a bend between any two,
 * one row a pupil. The same size and seed are the same bytes.
 */
export function* largeCase(size: LargeCase): Generator<readonly [path: string, content: Iterable<string>]> {
  const side = Math.ceil((1 + Math.sqrt(1 + 2 * size.roads)) / 2);
  const { step } = kindOf(size);
  const across = (side - 1) * step;
  yield ["case.json", [caseJson("Stor")]];
  yield ["districts.csv", districts(size)];
  yield ["sites.csv", sites(size, side)];
  yield ["outline.geojson", [outline([-step / 2, -step / 2], [across + step / 2, across + step / 2])]];
  yield ["pupils.csv", register(size, across, across)];
  yield ["roads.geojson", roads(size, side)];
}

function* districts({ schools }: LargeCase): Generator<string> {
  yield "id;name\n";
  for (let district = 0; district * SCHOOLS_A_DISTRICT < schools; district++)
    yield `D${district};Distrikt ${district}\n`;
}

function* sites(size: LargeCase, side: number): Generator<string> {
  const { schools, seed } = size;
  const random = seededRandom(seed);
  const places = seededRandom(seed + 3);
  const across = side * kindOf(size).step;
  yield `${SITE_COLUMNS}\n`;
  for (let school = 0; school < schools; school++) {
    const { along, row, inRow, rows } = standing(size, school);
    const x = ((along + 0.3 + 0.4 * random()) * across) / inRow;
    const [lon, lat] = degrees(x, ((row + 0.3 + 0.4 * random()) * across) / rows);
    const district = Math.floor(school / SCHOOLS_A_DISTRICT);
    yield `S${school};Skole ${school};By ${school};${lat};${lon};0-9;D${district};${placesAt(size, places).join(";")}\n`;
  }
}

/** Which a school is of how many in its row, and that row of how many as far apart. */
function standing(size: LargeCase, school: number) {
  const { schools } = size;
  if (kindOf(size).rows === "filled") {
    const inRow = Math.ceil(Math.sqrt(schools));
    return { along: school % inRow, row: Math.floor(school / inRow), inRow, rows: inRow };
  }
  const rows = Math.round(Math.sqrt(schools));
  const row = Math.floor((school * rows) / schools);
  const [first, next] = [row, row + 1].map((at) => Math.ceil((at * schools) / rows));
  return { along: school - first, row, inRow: next - first, rows };
}

/** By band; grades are as large as each other. */
function placesAt(size: LargeCase, random: () => number): readonly number[] {
  const { pupils, schools } = size;
  if (kindOf(size).places === "ample") return [900, 700, 700];
  const share = SCARCE.least + (SCARCE.most - SCARCE.least) * random();
  return GRADES_A_BAND.map((grades) => Math.round((share * grades * pupils) / (10 * schools)));
}

const GRADES_A_BAND = [4, 3, 3] as const;
/** Places for every pupil, at the smallest school and at the largest. */
const SCARCE = { least: 0.75, most: 1.45 } as const;

function* roads(size: LargeCase, side: number): Generator<string> {
  const { roads: count, seed } = size;
  const { step } = kindOf(size);
  const random = seededRandom(seed + 2);
  const junctions = Array.from({ length: side * side }, (_, i) => [
    ((i % side) + 0.6 * (random() - 0.5)) * step,
    (Math.floor(i / side) + 0.6 * (random() - 0.5)) * step,
  ]);
  const edges: (readonly [number, number])[] = [];
  for (let i = 0; i < junctions.length; i++) {
    if ((i + 1) % side !== 0) edges.push([i, i + 1]);
    if (i + side < junctions.length) edges.push([i, i + side]);
  }
  yield '{"type":"FeatureCollection","name":"vejmidte","features":[\n';
  for (const [number, [from, to]] of edges.slice(0, count).entries()) {
    const [a, b] = [junctions[from], junctions[to]];
    const bend = [0, 1].map((axis) => (a[axis] + b[axis]) / 2 + 20 * (random() - 0.5));
    const line = [a, bend, b].map(([x, y]) => `[${degrees(x, y).join(",")}]`).join(",");
    const speed = [30, 50, 50, 60, 80][Math.floor(5 * random())];
    const properties = `{"id_lokalId":"${1_000_000_000 + number}","vejklasse":"Lokalvej","vejnavn":"Åvej ${number % 5000}","hastighed":${speed}}`;
    yield `${number === 0 ? "" : ",\n"}{"type":"Feature","properties":${properties},"geometry":{"type":"LineString","coordinates":[${line}]}}`;
  }
  yield "\n]}\n";
}
