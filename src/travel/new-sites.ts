import type { Municipality, Position } from "../domain/municipality.ts";
import { toPlane } from "../geo/projection.ts";
import { BY_CAR, BY_CAR_BACK, newSearchTree, ON_FOOT_OR_BICYCLE, type RoadGraph, type SearchTree } from "./graph.ts";
import { hazardOfWays } from "./hazard.ts";
import { busesOfWays } from "./public-buses.ts";
import { snap, type Snapped, type SnappedNetwork, together } from "./snap.ts";
import { costTable, type Travel, unitMeans } from "./travel.ts";

/** How far it is to one place that is no site of the case: one column of each table of {@link Travel}, and where it meets the roads. */
interface Column extends Pick<Travel, "walk" | "unitWalk" | "hazard" | "byBus"> {
  readonly onFoot: Snapped;
  readonly byCar: Snapped;
}

/** Columns by place, the latest last; a school that is dragged over the map leaves only so many behind. */
const KEPT_COLUMNS = 32;
const columns = new WeakMap<RoadGraph, Map<string, Column>>();

/**
 * The distances with more sites, numbered from the case's site count on, each as if the case had it. One search a table and new place
 * (O(lines log lines)), remembered by place, and a copy of the tables.
 */
export function addSites(municipality: Municipality, travel: Travel, places: readonly Position[]): Travel {
  if (places.length === 0) return travel;
  const { graph, onFoot, byCar } = travel.network;
  const tree = newSearchTree(graph);
  const added = places.map((place) => columnOf(municipality, travel, place, tree));
  const feet = { points: onFoot.points, sites: together([onFoot.sites, ...added.map((column) => column.onFoot)]) };
  const network: SnappedNetwork = {
    graph,
    onFoot: feet,
    byCar:
      byCar === onFoot
        ? feet
        : { points: byCar.points, sites: together([byCar.sites, ...added.map((column) => column.byCar)]) },
  };
  const { siteCount } = travel;
  const table = (key: "walk" | "unitWalk"): Float32Array => {
    const rows = travel[key].length / siteCount;
    const wide = new Float32Array(rows * (siteCount + added.length));
    return widen(
      travel[key],
      siteCount,
      added.map((column) => column[key]),
      wide,
    );
  };
  /** What is known of every way, where anything is. */
  const ofWays = <Table extends Uint8Array | Uint16Array>(
    known: Table | undefined,
    column: (of: (typeof added)[number]) => Table | undefined,
    empty: (length: number) => Table,
  ): Table | undefined => {
    if (!known) return undefined;
    const wide = empty((known.length / siteCount) * (siteCount + added.length));
    const behind = added.map((each) => column(each) ?? empty(municipality.demand.pointCount));
    return widen(known, siteCount, behind, wide);
  };
  const hazard = ofWays(
    travel.hazard,
    (column) => column.hazard,
    (length) => new Uint16Array(length),
  );
  const byBus = ofWays(
    travel.byBus,
    (column) => column.byBus,
    (length) => new Uint8Array(length),
  );
  return {
    siteCount: siteCount + added.length,
    walk: table("walk"),
    unitWalk: table("unitWalk"),
    siteCar: betweenSites(travel, network.byCar.sites, graph, tree),
    network,
    ...(hazard && { hazard }),
    ...(byBus && { byBus }),
  };
}

/** Metres on foot or by bicycle from each unit to a place that is no site of the case, `[unit]`; of real pupils over homes (see `report/told-ways.ts`). */
export function unitWaysTo(
  municipality: Municipality,
  travel: Travel,
  place: Position,
  weigh: Parameters<typeof unitMeans>[3] = "by pupils",
): Float32Array {
  const { walk, unitWalk } = columnOf(municipality, travel, place, newSearchTree(travel.network.graph));
  return weigh === "by pupils" ? unitWalk : unitMeans(municipality, walk, 1, weigh);
}

/** Copies a table into a wider one, `[row * siteCount + site]`, with the columns behind. */
function widen<Table extends Float32Array | Uint8Array | Uint16Array>(
  table: Table,
  siteCount: number,
  added: readonly Table[],
  wide: Table,
): Table {
  const width = siteCount + added.length;
  for (let row = 0; row * siteCount < table.length; row++) {
    wide.set(table.subarray(row * siteCount, (row + 1) * siteCount), row * width);
    added.forEach((column, i) => (wide[row * width + siteCount + i] = column[row]));
  }
  return wide;
}

/** Site to site: a search towards each new site gives its column, and one outward its row, where a one-way road may make that another. */
function betweenSites(
  { siteCar, siteCount }: Travel,
  sites: Snapped,
  graph: RoadGraph,
  tree: SearchTree,
): Float32Array {
  const width = sites.first.length - 1;
  const wide = new Float32Array(width * width);
  for (let row = 0; row < siteCount; row++)
    wide.set(siteCar.subarray(row * siteCount, (row + 1) * siteCount), row * width);
  for (let site = siteCount; site < width; site++) {
    const towards = costTable(graph, BY_CAR, sites, only(sites, site), tree);
    const outward = graph.network.oneWay ? costTable(graph, BY_CAR_BACK, sites, only(sites, site), tree) : towards;
    for (let other = 0; other < width; other++) {
      wide[site * width + other] = outward[other];
      wide[other * width + site] = towards[other];
    }
  }
  return wide;
}

function columnOf(municipality: Municipality, travel: Travel, place: Position, tree: SearchTree): Column {
  const { graph } = travel.network;
  const known = columns.get(graph) ?? new Map<string, Column>();
  columns.set(graph, known);
  // Ways are the same whatever is dangerous on them, but who has a right to transport is not.
  const key = JSON.stringify([place.lon, place.lat, municipality.dangerousRoads ?? []]);
  const column = known.get(key) ?? searchColumn(municipality, travel, place, tree);
  known.delete(key);
  known.set(key, column);
  for (const oldest of known.keys()) if (known.size > KEPT_COLUMNS) known.delete(oldest);
  return column;
}

function searchColumn(municipality: Municipality, travel: Travel, place: Position, tree: SearchTree): Column {
  const { graph, onFoot, byCar } = travel.network;
  const xy = toPlane(graph.network.plane, [place.lon], [place.lat]);
  const { snapLimit } = municipality.info;
  const feet = snap(graph, xy, ["road", "path"], snapLimit);
  const wheels = byCar === onFoot ? feet : snap(graph, xy, ["road"], snapLimit);
  const walk = costTable(graph, ON_FOOT_OR_BICYCLE, onFoot.points, feet, tree);
  const toPlace = { graph, onFoot: { points: onFoot.points, sites: feet }, byCar };
  const hazard = travel.hazard && hazardOfWays(municipality, toPlace);
  const byBus = busesOfWays({ ...municipality, sites: [{ ...municipality.sites[0], ...place }] }, toPlace);
  return {
    onFoot: feet,
    byCar: wheels,
    walk,
    unitWalk: unitMeans(municipality, walk, 1),
    ...(hazard && { hazard }),
    ...(byBus && { byBus }),
  };
}

const only = (places: Snapped, place: number): Snapped => {
  const [from, to] = [places.first[place], places.first[place + 1]];
  return {
    first: Uint32Array.of(0, to - from),
    line: places.line.subarray(from, to),
    along: places.along.subarray(from, to),
    access: places.access.subarray(from, to),
    skippedPieces: 0,
  };
};
