import type { Feature, Polygon, Position } from "geojson";
import { cellAdjacency, cellAt, cellCentres, cellsOfOutline } from "../../../src/geo/cells.ts";
import { isOpen, layCohorts } from "./cohorts.ts";
import { caseFiles } from "./files.ts";
import { drawPupils, type Pupil } from "./homes.ts";
import { clipLand, landAround, outlineOf } from "./land.ts";
import { parishOfCells } from "./parishes.ts";
import { makePlans } from "./plans.ts";
import { layRoads, type Road } from "./roads.ts";
import { type Roadways, roadways } from "./roadways.ts";
import { childrenByCell } from "./settlement.ts";
import { FIRST_SEED } from "../../source/random.ts";
import { RESOLUTION } from "./case-file.ts";
import type { LonLat, School, Tables } from "./tables.ts";
import { joinScraps } from "./zones.ts";

export interface BuiltCase {
  /** Text of each file by its path inside the case folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly land: readonly Feature<Polygon>[];
  readonly outline: readonly Feature<Polygon>[];
  readonly cells: readonly string[];
  readonly pupils: readonly Pupil[];
}

/** What of the case is the same whatever the seed: land, roads, and which cells belong to whom. */
export interface Ground {
  readonly tables: Tables;
  readonly land: readonly Feature<Polygon>[];
  readonly around: readonly Feature<Polygon>[];
  readonly outline: readonly Feature<Polygon>[];
  readonly lines: readonly Road[];
  readonly roads: Roadways;
  readonly cells: readonly string[];
  /** Children by the parishes' counts, `[cell]`. */
  readonly children: ArrayLike<number>;
  /** Cells of each open school, `[zone]`. */
  readonly zoneCells: readonly (readonly number[])[];
}

export function layGround(tables: Tables, coastlines: readonly Position[][][]): Ground {
  const { schools } = tables;
  const open = schools.filter(isOpen);
  const land = clipLand(coastlines);
  const outline = outlineOf(land, tables.border, schools);
  const lines = layRoads(tables.junctions, tables.links);
  const roads = roadways(lines);
  const cells = cellsOfOutline(
    { type: "MultiPolygon", coordinates: outline.map(({ geometry }) => geometry.coordinates) },
    RESOLUTION,
  );
  const { lon, lat } = cellCentres(cells);
  const centres = cells.map((_, cell): LonLat => [lon[cell], lat[cell]]);
  const parishOf = parishOfCells(tables.parishes, lon, lat);
  const zoneOf = layZones(tables, open, cells, centres, parishOf, roads);
  const settled = { lon, lat, parishOf, roadMetres: roads.access(centres) };
  const children = childrenByCell(settled, tables.parishes, tables.places, tables.quarters);
  const zoneCells = open.map((_, zone) => [...cells.keys()].filter((cell) => zoneOf[cell] === zone));
  return { tables, land, around: landAround(coastlines), outline, lines, roads, cells, children, zoneCells };
}

/** The whole case on its ground. Another `seed` draws other grades and other homes from the same tables; the case that is checked in has the first. */
export function buildCase(ground: Ground, seed = FIRST_SEED): BuiltCase {
  const { tables, land, around, outline, lines, roads, cells, children, zoneCells } = ground;
  const { schools } = tables;
  const open = schools.filter(isOpen);
  const cohorts = layCohorts(schools, seed);
  const neighbourhoods = open.map(({ id }, zone) => ({
    zone: id,
    cells: zoneCells[zone].map((cell) => ({ id: cells[cell], children: children[cell] })),
    pupils: cohorts.atHome.get(id) ?? [],
  }));
  const pupils = drawPupils(neighbourhoods, outline, RESOLUTION, roads.access, seed);
  const plans = makePlans(
    schools,
    new Map(open.map(({ id }, zone) => [id, zoneCells[zone].map((cell) => cells[cell])])),
  );
  const files = caseFiles({ tables, cohorts, plans, roads: lines, land, outline, around, pupils });
  return { files, land, outline, cells, pupils };
}

/**
 * The zone of every cell as a position in `open`: its parish's school; where several schools share the parish, the nearest
 * of them by road. Then every zone is made to hang together around its school.
 */
function layZones(
  { parishes }: Tables,
  open: readonly School[],
  cells: readonly string[],
  centres: readonly LonLat[],
  parishOf: Uint8Array,
  roads: Roadways,
): Uint8Array {
  const number = new Map(open.map(({ id }, zone) => [id, zone]));
  const sharing = parishes.map(({ name, schools }) =>
    schools.map(({ id, handicap }) => {
      const zone = number.get(id);
      if (zone === undefined) throw new Error(`parishes.csv sends ${name} to "${id}", which is no open school.`);
      return { zone, handicap };
    }),
  );
  const metres = roads.walk(
    centres,
    open.map(({ lon, lat }): LonLat => [lon, lat]),
  );
  const zoneOf = Uint8Array.from(cells, (_, cell) => {
    const away = ({ zone, handicap }: { zone: number; handicap: number }) =>
      metres[cell * open.length + zone] + handicap;
    return sharing[parishOf[cell]].reduce((best, next) => (away(next) < away(best) ? next : best)).zone;
  });
  const cellNumber = new Map(cells.map((id, cell) => [id, cell]));
  const home = open.map((school) => {
    const cell = cellNumber.get(cellAt(school, RESOLUTION));
    if (cell === undefined) throw new Error(`${school.name} lies outside the outline.`);
    return cell;
  });
  joinScraps(zoneOf, home, cellAdjacency(cells));
  return zoneOf;
}
