import { DANISH_PLANE, planePoint, toPlane } from "../../../src/geo/projection.ts";
import type { Parish, Place, Quarter } from "./tables.ts";

/** People to the square kilometre of a town; gives a town its radius. */
const TOWN_DENSITY = 1600;
/** A town is full within this share of its radius and thins out to nothing at the other. */
const FULL_WITHIN = 0.8;
const EMPTY_BEYOND = 1.3;
/** Least share of a parish's people who live outside its towns. */
const LEAST_RURAL_SHARE = 0.12;
/** Metres from a road at which the countryside is 1/e as settled as along it. */
const ROADSIDE = 250;

export interface Settled {
  /** Centres of the cells, degrees, `[cell]`. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Metres to the nearest road, `[cell]`. */
  readonly roadMetres: Float64Array;
  /** Index of the cell's parish, `[cell]`. */
  readonly parishOf: Uint8Array;
}

/**
 * Children under 15 expected in each cell, `[cell]`: the people of the towns within their radii, the rest of each parish's
 * people along its roads, and every parish scaled to its count of children.
 */
export function childrenByCell(
  { lon, lat, roadMetres, parishOf }: Settled,
  parishes: readonly Parish[],
  places: readonly Place[],
  quarters: readonly Quarter[],
): Float64Array {
  const people = townspeople(toPlane(DANISH_PLANE, lon, lat), places, quarters);
  const inTowns = sumByParish(people, parishOf, parishes.length);
  const roadside = roadMetres.map((metres) => Math.exp(-metres / ROADSIDE));
  const roadsideSum = sumByParish(roadside, parishOf, parishes.length);
  const rural = parishes.map(({ population }, parish) =>
    Math.max(LEAST_RURAL_SHARE * population, population - inTowns[parish]),
  );
  const all = people.map((town, cell) => {
    const parish = parishOf[cell];
    return town + (rural[parish] * roadside[cell]) / roadsideSum[parish];
  });
  const sum = sumByParish(all, parishOf, parishes.length);
  return all.map((count, cell) => (count * parishes[parishOf[cell]].under15) / sum[parishOf[cell]]);
}

/** People of the towns by cell, a disc for each town or quarter; what falls into the water moves onto the disc's land. */
function townspeople(xy: Float64Array, places: readonly Place[], quarters: readonly Quarter[]): Float64Array {
  const people = new Float64Array(xy.length / 2);
  for (const place of places) {
    const parts = quarters.filter((quarter) => quarter.place === place.name);
    for (const part of parts.length > 0 ? parts : [{ ...place, share: 1 }])
      addDisc(people, xy, planePoint(DANISH_PLANE, part), place.population * part.share);
  }
  return people;
}

function addDisc(people: Float64Array, xy: Float64Array, centre: { x: number; y: number }, population: number): void {
  const radius = Math.sqrt(population / Math.PI / TOWN_DENSITY) * 1000;
  const [full, empty] = [FULL_WITHIN * radius, EMPTY_BEYOND * radius];
  const weight = people.map((_, cell) => {
    const away = Math.hypot(xy[2 * cell] - centre.x, xy[2 * cell + 1] - centre.y);
    return Math.min(1, Math.max(0, (empty - away) / (empty - full)));
  });
  const sum = weight.reduce((a, b) => a + b, 0);
  if (sum === 0) return;
  for (let cell = 0; cell < people.length; cell++) people[cell] += (population * weight[cell]) / sum;
}

function sumByParish(values: Float64Array, parishOf: Uint8Array, count: number): Float64Array {
  const sum = new Float64Array(count);
  for (let cell = 0; cell < values.length; cell++) sum[parishOf[cell]] += values[cell];
  return sum;
}
