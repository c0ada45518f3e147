import type { Feature, Polygon } from "geojson";
import { FIRST_SEED } from "../../source/random.ts";
import { layHouses } from "./addresses.ts";
import { layFarShores, layIslets, layShores, type Shore } from "./coast.ts";
import { SCHOOLS } from "./facts.ts";
import { caseFiles } from "./files.ts";
import { drawPupils, type Pupil } from "./homes.ts";
import { makePlans } from "./plans.ts";
import type { Point } from "./plane.ts";
import { layLinks, layRoads, type Road } from "./roads.ts";
import { type Unit, unitsOf } from "./units.ts";
import { zonesOf } from "./zones.ts";

export interface BuiltCase {
  /** Text of each file by its path inside the case folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly shores: readonly Shore[];
  readonly islets: readonly Feature<Polygon>[];
  readonly units: readonly Unit[];
  /** Number of each unit's school, `[unit]`. */
  readonly zoneOf: readonly number[];
  readonly roads: readonly Road[];
  readonly pupils: readonly Pupil[];
}

/** The whole case. Another `seed` draws other grades and homes on the same ground; the case that is checked in has the first. */
export function buildCase(seed = FIRST_SEED): BuiltCase {
  const shores = layShores();
  const islets = layIslets();
  const units = shores.flatMap(unitsOf);
  const links = layLinks(shores, units);
  const zoneOf = zonesOf(units, links);
  const roads = layRoads(shores, units, links);
  const pupils = drawPupils(units, zoneOf, roads, seed);
  const land = shores.map((shore) => shore.land);
  const idsOf = SCHOOLS.map((_, school) => units.filter((_unit, i) => zoneOf[i] === school).map(({ id }) => id));
  const far = layFarShores();
  const files = caseFiles({
    units,
    zoneOf,
    land: [...land, ...islets],
    farLand: far.map((shore) => shore.land),
    farNames: far.map(({ name, coast }) => ({ name, at: middle(coast) })),
    roads,
    pupils,
    houses: layHouses(roads, land),
    plans: makePlans(idsOf),
  });
  return { files, shores, islets, units, zoneOf, roads, pupils };
}

const middle = (coast: readonly Point[]): Point => [
  Math.round(coast.reduce((sum, [x]) => sum + x, 0) / coast.length),
  Math.round(coast.reduce((sum, [, y]) => sum + y, 0) / coast.length),
];
