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
  /** What of it is sailed; absent where it takes no ferry. */
  readonly ferry?: Sailed;
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

/** What of a way goes by ferry. */
interface Sailed {
  readonly metres: number;
  /** The crossing alone. */
  readonly minutes: number;
}

/** Makes the function that tells the way from a place to a site; `undefined` where none leads there on foot or by bicycle. */
export function waysFromPlace(
  municipality: Municipality,
  travel: Travel,
  place: Position,
  paces: Paces,
): (site: number) => PlaceWay | undefined {
  const { graph, onFoot, byCar } = travel.network;
  const at = toPlane(graph.network.plane, [place.lon], [place.lat]);
  const { dangerousRoads = [], info } = municipality;
  const walked = snap(graph, at, ["road", "path"], info.snapLimit);
  const driven = snap(graph, at, ["road"], info.snapLimit);
  const dangersOf = dangersAlong(municipality, travel.network);
  const tree = newSearchTree(graph);
  return (site) => {
    const way = leastWay(graph, ON_FOOT_OR_BICYCLE, walked, 0, onFoot.sites, site, tree);
    if (!way) return undefined;
    const dangers = dangersOf(way.roads);
    const ferry = sailedOf(graph, way);
    const minutesOf = (pace: number): number => minutesAt(way.cost - ferry.metres, pace) + ferry.minutes;
    return {
      metres: wholeMetres(way.cost),
      minutesOnFoot: minutesOf(paces.onFoot),
      ...(ferry.metres > 0 && { ferry: { ...ferry, metres: wholeMetres(ferry.metres) } }),
      minutesByBicycle: paces.byBicycle.map(minutesOf),
      minutesByCar: leastWay(graph, BY_CAR_FASTEST, driven, 0, byCar.sites, site, tree)?.cost ?? Infinity,
      line: way.line,
      dangers,
      dangerousFor: dangers.reduce((bands, danger) => bands | dangerousRoads[danger].bands, NO_BANDS),
    };
  };
}

/** Ferries take their own time, whatever the pace on the road. A way begins and ends on no ferry. */
function sailedOf({ network }: RoadGraph, { roads }: LeastWay): Sailed {
  const ferries = roads.filter((road) => ROAD_KINDS[network.kind[road]] === "ferry");
  return {
    metres: ferries.reduce((sum, road) => sum + network.length[road], 0),
    minutes: ferries.reduce((sum, road) => sum + network.minutes[road], 0),
  };
}
