import type { Position } from "../domain/municipality.ts";
import { METRES_PER_DEGREE } from "../geo/projection.ts";
import type { StoppingPlace } from "../travel/driving.ts";
import { type Junction, junctionsOf } from "../travel/junctions.ts";
import type { Basis } from "./basis.ts";

/** Where pupils of one school get on. */
export interface BusStop extends Position {
  readonly place: StoppingPlace;
  readonly pupils: number;
  /** Those of them who live at the address that it stands at; at a junction, which is nobody's address, all of them. */
  readonly livingAt: number;
}

/**
 * Most pupils first, each stop for all who are left within the radius of it: where roads meet, the junction with most of them, of several the one with
 * the shortest ways; for those whom no junction is near, the address where most live. Junctions lie on the roads that the site
 * lies on. `riders`: pupils by demand point.
 */
export function gatherStops(
  basis: Pick<Basis, "municipality" | "travel">,
  site: number,
  riders: ReadonlyMap<number, number>,
  radius: number,
): readonly BusStop[] {
  const left = new Map([...riders].toSorted(([a, pupils], [b, others]) => others - pupils || a - b));
  const atJunctions = stopsAtJunctions(basis, site, left, radius);
  return [...atJunctions, ...stopsAtHomes(basis, left, radius)];
}

/** Takes those whom it serves out of `left`. */
function stopsAtJunctions(
  { municipality: { demand }, travel }: Pick<Basis, "municipality" | "travel">,
  site: number,
  left: Map<number, number>,
  radius: number,
): readonly BusStop[] {
  const { graph, byCar } = travel.network;
  const piece = graph.pieceOfLine[byCar.sites.line[byCar.sites.first[site]] ?? 0];
  const near = nearby(
    junctionsOf(graph).filter((junction) => junction.piece === piece),
    radius,
  );
  /** By junction, who is within the radius of it and how far away. */
  const around = new Map<Junction, Map<number, number>>();
  for (const point of left.keys()) {
    const home = { lat: demand.lat[point], lon: demand.lon[point] };
    for (const [junction, metres] of near(home)) {
      const served = around.get(junction) ?? new Map<number, number>();
      around.set(junction, served.set(point, metres));
    }
  }
  const stops: BusStop[] = [];
  for (;;) {
    let best: { readonly junction: Junction; readonly pupils: number; readonly walked: number } | undefined;
    for (const [junction, served] of around) {
      let [pupils, walked] = [0, 0];
      for (const [point, metres] of served) {
        const own = left.get(point) ?? 0;
        [pupils, walked] = [pupils + own, walked + own * metres];
      }
      if (pupils === 0) around.delete(junction);
      else if (!best || pupils > best.pupils || (pupils === best.pupils && walked < best.walked))
        best = { junction, pupils, walked };
    }
    if (!best) return stops;
    const { junction, pupils } = best;
    for (const point of around.get(junction)?.keys() ?? []) left.delete(point);
    const { lat, lon, node } = junction;
    stops.push({ place: { kind: "junction", node }, lat, lon, pupils, livingAt: pupils });
  }
}

/** Finds the junctions within a radius of a place, with metres as the crow flies: from squares as wide as that. */
function nearby(
  junctions: readonly Junction[],
  radius: number,
): (place: Position) => readonly (readonly [Junction, number])[] {
  const tall = radius / METRES_PER_DEGREE;
  const squares = new Map<string, Junction[]>();
  const wide = tall / Math.max(0.01, Math.cos(((junctions[0]?.lat ?? 0) * Math.PI) / 180));
  const square = (lat: number, lon: number): readonly [number, number] => [
    Math.floor(lat / tall),
    Math.floor(lon / wide),
  ];
  for (const junction of junctions) {
    const key = square(junction.lat, junction.lon).join();
    const others = squares.get(key);
    if (others) others.push(junction);
    else squares.set(key, [junction]);
  }
  // A square may be narrower than the radius where the land lies farther from the equator than the first junction: hence two to either side.
  return (place) => {
    const [row, column] = square(place.lat, place.lon);
    return [-1, 0, 1].flatMap((up) =>
      [-2, -1, 0, 1, 2].flatMap((right) =>
        (squares.get(`${row + up},${column + right}`) ?? []).flatMap((junction) => {
          const metres = metresBetween(place, junction);
          return metres <= radius ? [[junction, metres] as const] : [];
        }),
      ),
    );
  };
}

function metresBetween(one: Position, other: Position): number {
  const scale = Math.cos((one.lat * Math.PI) / 180);
  return METRES_PER_DEGREE * Math.hypot(other.lat - one.lat, (other.lon - one.lon) * scale);
}

/** Each address that no stop is near becomes one, most pupils first, and takes all riders within the radius. */
function stopsAtHomes(
  { municipality: { demand } }: Pick<Basis, "municipality">,
  left: Map<number, number>,
  radius: number,
): readonly BusStop[] {
  const at = (point: number): Position => ({ lat: demand.lat[point], lon: demand.lon[point] });
  const stops: BusStop[] = [];
  for (const [point, livingAt] of left) {
    const place = at(point);
    let pupils = 0;
    for (const [other, count] of left) {
      if (metresBetween(place, at(other)) > radius) continue;
      pupils += count;
      left.delete(other);
    }
    stops.push({ place: { kind: "home", point }, ...place, pupils, livingAt });
  }
  return stops;
}
