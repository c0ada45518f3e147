import { type BandSet, NO_BANDS } from "../domain/grades.ts";
import { type Municipality, type Position, ROAD_KINDS } from "../domain/municipality.ts";
import { toPlane } from "../geo/projection.ts";
import { BY_CAR_FASTEST, newSearchTree, ON_FOOT_OR_BICYCLE, type RoadGraph } from "./graph.ts";
import { dangersAlong } from "./hazard.ts";
import { minutesAt, type Paces } from "./pace.ts";
import { leastWay, type LeastWay } from "./route.ts";
import { snap } from "./snap.ts";
import { type Travel, wholeMetres } from "./travel.ts";

/** The way from a place to a site, as a home's there would be measured. */
export interface PlaceWay {
  /** On foot or by bicycle along the road, as § 26 measures; what follows of feet and bicycles is of this way. */
  readonly metres: number;
  /** On a ferry the crossing's time; without waiting for one. */
  readonly minutesOnFoot: number;
  /** The same, `[band]`. */
  readonly minutesByBicycle: readonly number[];
  /** The fastest way; Infinity where no car gets there. */
  readonly minutesByCar: number;
  /** Degrees WGS84, from the road at the place to the road at the site. */
  readonly line: readonly Position[];
  /** Numbers of the dangerous stretches on it, and the bands that any of them is dangerous for. */
  readonly dangers: readonly number[];
  readonly dangerousFor: BandSet;
}

/** Makes the function that tells the way from a place to a site; `undefined` where none leads there on foot or by bicycle. */
export function waysFromPlace(
  municipality: Municipality,
  travel: Travel,
  place: Position,
  paces: Paces,
): (site: number) => PlaceWay | undefined {
  const { graph, onFoot, byCar } = travel.network;
  const at = toPlane([place.lon], [place.lat]);
  const { dangerousRoads = [], info } = municipality;
  const walked = snap(graph, at, ["road", "path"], info.snapLimit);
  const driven = snap(graph, at, ["road"], info.snapLimit);
  const dangersOf = dangersAlong(municipality, travel.network);
  const tree = newSearchTree(graph);
  return (site) => {
    const way = leastWay(graph, ON_FOOT_OR_BICYCLE, walked, 0, onFoot.sites, site, tree);
    if (!way) return undefined;
    const dangers = dangersOf(way.roads);
    return {
      metres: wholeMetres(way.cost),
      minutesOnFoot: minutesOf(graph, way, paces.onFoot),
      minutesByBicycle: paces.byBicycle.map((pace) => minutesOf(graph, way, pace)),
      minutesByCar: leastWay(graph, BY_CAR_FASTEST, driven, 0, byCar.sites, site, tree)?.cost ?? Infinity,
      line: way.line,
      dangers,
      dangerousFor: dangers.reduce((bands, danger) => bands | dangerousRoads[danger].bands, NO_BANDS),
    };
  };
}

/** Roads at the pace, ferries in their own time. A way begins and ends on no ferry. */
function minutesOf({ network }: RoadGraph, { cost, roads }: LeastWay, pace: number): number {
  const ferries = roads.filter((road) => ROAD_KINDS[network.kind[road]] === "ferry");
  const sailed = ferries.reduce((sum, road) => sum + network.length[road], 0);
  return minutesAt(cost - sailed, pace) + ferries.reduce((sum, road) => sum + network.minutes[road], 0);
}
