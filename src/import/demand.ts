import type { Grades } from "../domain/grades.ts";
import type { Demand } from "../domain/municipality.ts";
import { metres } from "../domain/quantities.ts";
import { PairNumbers } from "../kernels/pair-numbers.ts";
import type { Residents } from "./pupils.ts";
import type { Report } from "./report.ts";
import type { EmptyUnits } from "./empty-units.ts";

/** Pupils outside all polygons belong to the nearest if it is this near: coastlines are drawn coarsely. */
const NEAR = metres(500);
/** Positions that agree to this many steps in a degree (about a centimetre) are one address. */
const STEPS = 1e7;
/** The most pupils at one address, all grades together (16 bits). */
const MOST = 65_535;

/** Addresses in the order in which they first come. */
interface Addresses {
  /** Unit that each lies in or near, `[address]`. */
  readonly unit: readonly number[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  /** `[address * grades.count + grade]`. */
  readonly pupils: readonly number[];
}

/** Gathers residents by address and unit, in the order that {@link Demand} describes; counts those outside all units. */
export function gatherDemand(
  grades: Grades,
  residents: readonly Residents[],
  empty: EmptyUnits,
  file: string,
  report: Report,
): { readonly demand: Demand; readonly outside: number } {
  const { addresses, outside } = gatherAddresses(grades, residents, empty, file, report);
  const { unit, lon, lat } = addresses;
  const ordered = Array.from(unit, (_, i) => i)
    .filter((i) => unit[i] !== NOWHERE)
    .toSorted((a, b) => unit[a] - unit[b] || lon[a] - lon[b] || lat[a] - lat[b]);
  const unitCount = empty.id.length;
  const firstPoint = new Uint32Array(unitCount + 1);
  /** Address of each point; `undefined` for the middle of a unit without any. */
  const points: (number | undefined)[] = [];
  const centreOf: number[] = [];
  let next = 0;
  for (let each = 0; each < unitCount; each++) {
    firstPoint[each] = points.length;
    while (next < ordered.length && unit[ordered[next]] === each) points.push(ordered[next++]);
    if (points.length > firstPoint[each]) continue;
    centreOf[points.length] = each;
    points.push(undefined);
  }
  firstPoint[unitCount] = points.length;
  const pupils = new Uint16Array(points.length * grades.count);
  points.forEach((address, point) => {
    if (address === undefined) return;
    for (let grade = 0; grade < grades.count; grade++)
      pupils[point * grades.count + grade] = addresses.pupils[address * grades.count + grade];
  });
  const at = (own: readonly number[], centres: Float64Array): Float64Array =>
    Float64Array.from(points, (address, point) => (address === undefined ? centres[centreOf[point]] : own[address]));
  const demand = { pointCount: points.length, firstPoint, lon: at(lon, empty.lon), lat: at(lat, empty.lat), pupils };
  return { demand, outside };
}

/** Stands for the unit of an address that no unit is near. */
const NOWHERE = -1;

function gatherAddresses(
  grades: Grades,
  residents: readonly Residents[],
  empty: EmptyUnits,
  file: string,
  report: Report,
): { readonly addresses: Addresses; readonly outside: number } {
  const numbers = new PairNumbers(residents.length);
  const [unit, lon, lat, pupils]: number[][] = [[], [], [], []];
  const isNear: boolean[] = [];
  let [nearby, lost] = [0, 0];
  for (const resident of residents) {
    const address = numbers.of(Math.round(resident.lon * STEPS), Math.round(resident.lat * STEPS));
    if (address === unit.length) {
      const inside = empty.at(resident);
      unit.push(inside ?? empty.near(resident, NEAR) ?? NOWHERE);
      isNear.push(inside === undefined);
      lon.push(resident.lon);
      lat.push(resident.lat);
      for (let grade = 0; grade < grades.count; grade++) pupils.push(0);
    }
    if (unit[address] === NOWHERE) lost += resident.pupils;
    else if (isNear[address]) nearby += resident.pupils;
    pupils[address * grades.count + resident.grade] += resident.pupils;
  }
  if (nearby > 0) report("pupils.near-units", { file }, { pupils: nearby, limit: NEAR });
  if (lost > 0) report("pupils.outside-units", { file }, { pupils: lost });
  for (const [address, each] of unit.entries()) {
    let found = 0;
    for (let grade = 0; grade < grades.count; grade++) found += pupils[address * grades.count + grade];
    if (found > MOST && each !== NOWHERE)
      report("pupils.point-full", { file, group: "" }, { found, most: MOST, place: `${lon[address]} ${lat[address]}` });
  }
  return { addresses: { unit, lon, lat, pupils }, outside: lost };
}
