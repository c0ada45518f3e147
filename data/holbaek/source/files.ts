import { ALL_GRADES } from "./folkeskole.ts";
import type { Feature, Polygon } from "geojson";
import type { PlanFile } from "../../../src/protocol/plan-file.ts";
import { layHouses } from "./addresses.ts";
import { CASE_FILE } from "./case-file.ts";
import { type Cohorts, estimateCapacity } from "./cohorts.ts";
import type { Pupil } from "./homes.ts";
import { LAND_ATTRIBUTION } from "./land.ts";
import { type Road, roadFeatures } from "./roads.ts";
import { COUNT_COLUMNS, type Tables } from "./tables.ts";
import { csvText, jsonText } from "../../source/text.ts";

/** What the files of the case say. */
export interface Contents {
  readonly tables: Tables;
  readonly cohorts: Cohorts;
  readonly plans: readonly PlanFile[];
  readonly roads: readonly Road[];
  readonly land: readonly Feature<Polygon>[];
  readonly outline: readonly Feature<Polygon>[];
  readonly around: readonly Feature<Polygon>[];
  readonly pupils: readonly Pupil[];
}

/** Text of each file by its path inside the case folder. */
export const caseFiles = (contents: Contents): ReadonlyMap<string, string> =>
  new Map([
    ["addresses.csv", addressesText(contents)],
    ["case.json", jsonText(CASE_FILE, 3)],
    ["counts.csv", csvText(COUNT_COLUMNS, contents.tables.counts)],
    ["districts.csv", districtsText(contents)],
    ["land.geojson", areasText(contents.land)],
    ["neighbours.csv", neighboursText(contents)],
    ["outline.geojson", areasText(contents.outline)],
    ["parishes.csv", parishesText(contents)],
    ["places.csv", placesText(contents)],
    ["pupils.csv", pupilsText(contents)],
    ["roads.geojson", featuresText(roadFeatures(contents.roads))],
    ["sites.csv", sitesText(contents)],
    ["surroundings.geojson", areasText(contents.around)],
    ...contents.plans.map((plan): [string, string] => [
      `plans/${plan.id}.json`,
      jsonText(plan, plan.districts ? 3 : 4),
    ]),
  ]);

const featuresText = (features: readonly unknown[]): string => jsonText({ type: "FeatureCollection", features }, 2);

const areasText = (areas: readonly Feature<Polygon>[]): string =>
  featuresText(areas.map((area) => ({ ...area, properties: { attribution: LAND_ATTRIBUTION } })));

const districtsText = ({ tables }: Contents): string => {
  const rows = tables.districts.map(({ id, name }) => [id, name]);
  return csvText(["id", "name"], rows);
};

const addressesText = ({ tables, roads, outline }: Contents): string =>
  csvText(
    ["street", "number", "postcode", "town", "lat", "lon"],
    layHouses(roads, tables, outline).map(({ street, number, postcode, town, lat, lon }) => [
      street,
      number,
      postcode,
      town,
      lat.toFixed(5),
      lon.toFixed(5),
    ]),
  );

/** A row a centre: a parish that is far from round has several. */
const parishesText = ({ tables }: Contents): string =>
  csvText(
    ["name", "lat", "lon"],
    tables.parishes.flatMap(({ name, lat, lon, also }) =>
      [[lon, lat] as const, ...also].map(([east, north]) => [name, north.toFixed(4), east.toFixed(4)]),
    ),
  );

const placesText = ({ tables }: Contents): string =>
  csvText(
    ["name", "population", "lat", "lon"],
    tables.places.map(({ name, population, lat, lon }) => [name, population, lat.toFixed(4), lon.toFixed(4)]),
  );

const neighboursText = ({ tables }: Contents): string =>
  csvText(
    ["name", "lat", "lon"],
    tables.neighbours.map(({ name, lat, lon }) => [name, lat.toFixed(3), lon.toFixed(3)]),
  );

function pupilsText({ pupils }: Contents): string {
  const rows = pupils.map(({ home: [lon, lat], grade }, i) => {
    const id = `e${String(i + 1).padStart(4, "0")}`;
    return [id, lat.toFixed(5), lon.toFixed(5), grade];
  });
  return csvText(["id", "lat", "lon", "grade"], rows);
}

function sitesText({ tables, cohorts }: Contents): string {
  const header = ["id", "name", "town", "lat", "lon", "grades", "district"];
  const capacities = ["capacity_0_3", "capacity_4_6", "capacity_7_9"];
  const rows = tables.schools.map((school) => {
    const { id, name, town, lat, lon, grades, district } = school;
    const counts = cohorts.atSchool.get(id);
    const places = counts ? estimateCapacity(school, counts) : capacities.map(() => undefined);
    const pupils = ALL_GRADES.map((grade) => counts?.[grade]);
    return [id, name, town, lat.toFixed(5), lon.toFixed(5), grades, district, ...places, ...pupils];
  });
  return csvText([...header, ...capacities, ...ALL_GRADES.map((grade) => `pupils_${grade}`)], rows);
}
