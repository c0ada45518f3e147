import type { Grades } from "../domain/grades.ts";
import type { Demand, Position } from "../domain/municipality.ts";
import { metres } from "../domain/quantities.ts";
import type { Residents } from "./pupils.ts";
import type { Report } from "./report.ts";
import type { EmptyUnits } from "./empty-units.ts";

/** Pupils outside all polygons belong to the nearest if it is this near: coastlines are drawn coarsely. */
const NEAR = metres(500);
/** Positions that agree to this many steps in a degree (about a centimetre) are one address. */
const STEPS = 1e7;
/** The most pupils at one address, all grades together (16 bits). */
const MOST = 65_535;

interface Address {
  readonly unit: number;
  readonly lon: number;
  readonly lat: number;
  readonly lies: "in the unit" | "near the unit";
  readonly pupils: number[];
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
  const ordered = addresses.toSorted((a, b) => a.unit - b.unit || a.lon - b.lon || a.lat - b.lat);
  const unitCount = empty.id.length;
  const firstPoint = new Uint32Array(unitCount + 1);
  const points: Pick<Address, "lon" | "lat" | "pupils">[] = [];
  let next = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    firstPoint[unit] = points.length;
    while (next < ordered.length && ordered[next].unit === unit) points.push(ordered[next++]);
    if (points.length === firstPoint[unit]) points.push({ lon: empty.lon[unit], lat: empty.lat[unit], pupils: [] });
  }
  firstPoint[unitCount] = points.length;
  const pupils = new Uint16Array(points.length * grades.count);
  points.forEach((point, i) => pupils.set(point.pupils, i * grades.count));
  const demand = {
    pointCount: points.length,
    firstPoint,
    lon: Float64Array.from(points, ({ lon }) => lon),
    lat: Float64Array.from(points, ({ lat }) => lat),
    pupils,
  };
  return { demand, outside };
}

function gatherAddresses(
  grades: Grades,
  residents: readonly Residents[],
  empty: EmptyUnits,
  file: string,
  report: Report,
): { readonly addresses: readonly Address[]; readonly outside: number } {
  const addresses = new Map<string, Address>();
  let [nearby, lost] = [0, 0];
  for (const { lon, lat, grade, pupils } of residents) {
    const key = `${Math.round(lon * STEPS)} ${Math.round(lat * STEPS)}`;
    const address = addresses.get(key) ?? addressAt(grades, { lon, lat }, empty);
    if (!address) {
      lost += pupils;
      continue;
    }
    if (address.lies === "near the unit") nearby += pupils;
    address.pupils[grade] += pupils;
    addresses.set(key, address);
  }
  if (nearby > 0) report("pupils.near-units", { file }, { pupils: nearby, limit: NEAR });
  if (lost > 0) report("pupils.outside-units", { file }, { pupils: lost });
  for (const { lon, lat, pupils } of addresses.values()) {
    const found = pupils.reduce((sum, each) => sum + each, 0);
    if (found > MOST) report("pupils.point-full", { file, group: "" }, { found, most: MOST, place: `${lon} ${lat}` });
  }
  return { addresses: [...addresses.values()], outside: lost };
}

function addressAt(grades: Grades, position: Position, empty: EmptyUnits): Address | undefined {
  const inside = empty.at(position);
  const unit = inside ?? empty.near(position, NEAR);
  if (unit === undefined) return undefined;
  const lies = inside === undefined ? "near the unit" : "in the unit";
  return { unit, ...position, lies, pupils: Array<number>(grades.count).fill(0) };
}
