import type { RedrawQuestion } from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { pieces } from "../../src/geo/contiguity.ts";
import { DANISH_PLANE, planePoint } from "../../src/geo/projection.ts";

export interface LabelledMap {
  /** District of each unit, unit of each site, pupils of each unit. */
  readonly label: readonly number[];
  readonly home: readonly number[];
  readonly pupils: readonly number[];
  readonly total: number;
}

/** What of a question says which maps there are. */
interface Sought {
  readonly districts: number;
  readonly tolerance: number;
  readonly sites: RedrawQuestion["sites"];
  readonly balance?: RedrawQuestion["balance"];
  readonly seats?: readonly number[];
  readonly farthest?: number;
}

/** Every way to label the units, by the words of the question alone: least moment of inertia. */
export function leastInertia(
  { municipality, unitBand }: Basis,
  { districts, tolerance, sites: need, balance = "pupils", seats = [], farthest = Infinity }: Sought,
  keeps: (map: LabelledMap) => boolean = () => true,
): number {
  const { units, sites, grades } = municipality;
  const at = Array.from({ length: units.count }, (_, unit) =>
    planePoint(DANISH_PLANE, { lon: units.lon[unit], lat: units.lat[unit] }),
  );
  const pupils = at.map((_, unit) =>
    grades.bands.reduce(
      (total, { band }) =>
        balance === "pupils" || band === balance ? total + unitBand[grades.bandCount * unit + band] : total,
      0,
    ),
  );
  const square = (a: number, b: number) => ((at[a].x - at[b].x) ** 2 + (at[a].y - at[b].y) ** 2) / 1e6;
  const home = sites.map((site) => {
    const point = planePoint(DANISH_PLANE, site);
    const distance = (unit: number) => Math.hypot(at[unit].x - point.x, at[unit].y - point.y);
    return at.reduce((best, _, unit) => (distance(unit) < distance(best) ? unit : best), 0);
  });
  const mean = pupils.reduce((total, count) => total + count, 0) / districts;
  const momentOf = (bits: number): number => {
    const members = at.flatMap((_, unit) => ((bits >> unit) & 1 ? [unit] : []));
    const load = members.reduce((sum, unit) => sum + pupils[unit], 0);
    const held = members.filter((unit) => seats.some((seat) => home[seat] === unit));
    const isGood =
      Math.abs(load - mean) <= tolerance * mean + 1e-9 &&
      (need === "ignored" || home.some((unit) => members.includes(unit))) &&
      held.length <= 1 &&
      pieces(units.adjacency, members).count === 1;
    if (!isGood) return Infinity;
    const from = (middle: number) => members.reduce((sum, unit) => sum + pupils[unit] * square(unit, middle), 0);
    const isNear = (middle: number) =>
      members.every((unit) => pupils[unit] === 0 || 1000 * Math.sqrt(square(unit, middle)) <= farthest);
    return Math.min(...(held.length > 0 ? held : members).filter(isNear).map(from));
  };
  // A district costs the same in whichever map it is: by the bits of its units.
  const moments = Array.from({ length: 2 ** units.count }, (_, members) => momentOf(members));
  let least = Infinity;
  for (let code = 0; code < districts ** units.count; code++) {
    const members = Array.from({ length: districts }, () => 0);
    for (let unit = 0, rest = code; unit < units.count; unit++, rest = Math.floor(rest / districts))
      members[rest % districts] |= 1 << unit;
    const total = members.reduce((sum, of) => sum + moments[of], 0);
    if (!(total < least)) continue;
    const label = at.map((_, unit) => members.findIndex((of) => (of >> unit) & 1));
    if (keeps({ label, home, pupils, total })) least = total;
  }
  return least;
}
