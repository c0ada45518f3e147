import type { Feature, Geometry, Polygon } from "geojson";
import { definitionOf } from "../../../src/geo/coordinate-systems.ts";
import { degreesPoint } from "../../../src/geo/projection.ts";
import type { PlanFile } from "../../../src/protocol/plan-file.ts";
import { csvText, jsonText } from "../../source/text.ts";
import type { House } from "./addresses.ts";
import { CASE_FILE } from "./case-file.ts";
import { GRID, PLACES, SCHOOLS } from "./facts.ts";
import type { Pupil } from "./homes.ts";
import {
  ASSUMPTION_COLUMNS,
  assumptionRows,
  COST_COLUMNS,
  costRows,
  HOUSING_COLUMNS,
  HOUSING_ROWS,
  INDEX_COLUMNS,
  indexRows,
} from "./own-figures.ts";
import { gridPoint, type Point } from "./plane.ts";
import { schoolFor } from "./plans.ts";
import { QUESTIONS } from "./questions.ts";
import type { Road } from "./roads.ts";
import type { Unit } from "./units.ts";

/** What the files of the case say. */
export interface Contents {
  readonly units: readonly Unit[];
  readonly zoneOf: readonly number[];
  readonly land: readonly Feature<Polygon>[];
  readonly farLand: readonly Feature<Polygon>[];
  readonly farNames: readonly { readonly name: string; readonly at: Point }[];
  readonly roads: readonly Road[];
  readonly pupils: readonly Pupil[];
  readonly houses: readonly House[];
  readonly plans: readonly PlanFile[];
}

/**
 * Text of each file by its path inside the case folder. Coordinates are as one gets them: schools, places and roads in degrees, pupils and
 * addresses in metres of the zone of UTM without a word of it, areas in the national grid, which their files name.
 */
export const caseFiles = (contents: Contents): ReadonlyMap<string, string> =>
  new Map([
    ["addresses.csv", addressesText(contents)],
    ["assumptions.csv", csvText(ASSUMPTION_COLUMNS, assumptionRows())],
    ["case.json", jsonText(CASE_FILE, 3)],
    ["costs.csv", csvText(COST_COLUMNS, costRows())],
    [
      "districts.csv",
      csvText(
        ["id", "name"],
        SCHOOLS.map(({ id, district }) => [id, district]),
      ),
    ],
    ["housing.csv", csvText(HOUSING_COLUMNS, HOUSING_ROWS)],
    ["land.geojson", areasText(contents.land.map(({ geometry }) => ({ geometry })))],
    [
      "neighbours.csv",
      placesText(
        contents.farNames.map(({ name, at }) => [name, at]),
        ["name", "lat", "lon"],
      ),
    ],
    [
      "places.csv",
      placesText(
        PLACES.map(({ name, people, at }) => [name, people, gridPoint(at)]),
        ["name", "population", "lat", "lon"],
      ),
    ],
    ["price-index.csv", csvText(INDEX_COLUMNS, indexRows())],
    ["pupils.csv", pupilsText(contents)],
    ["roads.geojson", roadsText(contents)],
    ["sites.csv", sitesText(contents)],
    ["surroundings.geojson", areasText(contents.farLand.map(({ geometry }) => ({ geometry })))],
    ["units.geojson", areasText(contents.units.map(({ id, land }) => ({ id, geometry: land })))],
    ...Object.entries(QUESTIONS).map(([name, question]) => [`questions/${name}.json`, jsonText(question, 2)] as const),
    ...contents.plans.map((plan): [string, string] => [
      `plans/${plan.id}.json`,
      jsonText(plan, plan.teaching ? 4 : plan.districts ? 3 : 4),
    ]),
  ]);

/** Degrees of a point of the grid. */
export function degrees([x, y]: Point): { readonly lon: number; readonly lat: number } {
  const definition = definitionOf(GRID);
  if (definition === undefined) throw new Error(`${GRID} is not known.`);
  return degreesPoint(definition, { x, y });
}

const written = (at: Point): readonly [lat: string, lon: string] => {
  const { lon, lat } = degrees(at);
  return [lat.toFixed(5), lon.toFixed(5)];
};

const placesText = (rows: readonly (readonly (string | number | Point)[])[], header: readonly string[]): string =>
  csvText(
    header,
    rows.map((row) => row.flatMap((cell) => (typeof cell === "object" ? [...written(cell)] : [cell]))),
  );

const areasText = (areas: readonly { readonly id?: string; readonly geometry: Geometry }[]): string => {
  const features = areas.map(({ id, geometry }) => ({
    type: "Feature",
    properties: id === undefined ? {} : { id },
    geometry,
  }));
  const crs = { type: "name", properties: { name: `urn:ogc:def:crs:EPSG::${GRID.slice("EPSG:".length)}` } };
  return jsonText({ type: "FeatureCollection", crs, features }, 2);
};

const roadsText = ({ roads }: Contents): string => {
  const features = roads.map(({ kind, line, speed, minutes, name }) => ({
    type: "Feature",
    properties: { kind, ...(name && { name }), ...(speed && { speed }), ...(minutes && { minutes }) },
    geometry: {
      type: "LineString",
      coordinates: line.map((at) => {
        const { lon, lat } = degrees(at);
        return [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
      }),
    },
  }));
  return jsonText({ type: "FeatureCollection", features }, 2);
};

const pupilsText = ({ pupils }: Contents): string =>
  csvText(
    ["id", "x", "y", "grade"],
    pupils.map(({ written: [x, y], grade }, i) => [`p${String(i + 1).padStart(4, "0")}`, x, y, grade]),
  );

const addressesText = ({ houses }: Contents): string =>
  csvText(
    ["street", "number", "postcode", "town", "x", "y"],
    houses.map(({ street, number, postcode, town, at: [x, y] }) => [street, number, postcode, town, x, y]),
  );

const BANDS = [
  { key: "0-3", first: 0, last: 3 },
  { key: "4-6", first: 4, last: 6 },
  { key: "7-9", first: 7, last: 9 },
] as const;
/** Places in a room: small schools teach several grades in one. */
const CLASS_SIZE = 28;

function sitesText({ pupils, zoneOf }: Contents): string {
  const grades = Array.from({ length: 10 }, (_, grade) => grade);
  const atSchool = new Map(SCHOOLS.map(({ id }) => [id, grades.map(() => 0)]));
  for (const { unit, grade } of pupils) {
    const band = BANDS.find(({ last }) => grade <= last);
    const counts = atSchool.get(schoolFor(SCHOOLS[zoneOf[unit]], band?.key ?? "").id);
    if (counts) counts[grade]++;
  }
  const rows = SCHOOLS.map(({ id, name, town, at, grades: teaches, spare }) => {
    const counts = atSchool.get(id) ?? [];
    const places = BANDS.map(({ first, last }) => {
      const load = counts.slice(first, last + 1).reduce((sum, count) => sum + count, 0);
      return load > 0 ? (Math.ceil(load / CLASS_SIZE) + spare) * CLASS_SIZE : undefined;
    });
    // The school stands beside the cross-roads that its unit is drawn around.
    const [x, y] = gridPoint(at);
    return [id, name, town, ...written([x + 60, y + 40]), teaches, id, ...places, ...counts];
  });
  const header = ["id", "name", "town", "lat", "lon", "grades", "district"];
  const capacities = BANDS.map(({ key }) => `capacity_${key.replace("-", "_")}`);
  return csvText([...header, ...capacities, ...grades.map((grade) => `pupils_${grade}`)], rows);
}
