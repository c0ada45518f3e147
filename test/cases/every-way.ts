import type { Basis } from "../../src/evaluate/basis.ts";
import { hasTransportRight } from "../../src/rules/transport-right.ts";

/** What a site is for the pupils of a unit and band who get there. */
export interface Way {
  readonly reached: number;
  readonly metres: number;
  readonly longest: number;
  readonly rights: number;
}

/** Pupils of a unit and band, address by address. */
const addressesOf = (
  { municipality: { demand, grades } }: Basis,
  pair: number,
): readonly { point: number; pupils: number }[] => {
  const unit = Math.floor(pair / grades.bandCount);
  const { first, last } = grades.bands[pair % grades.bandCount];
  const found: { point: number; pupils: number }[] = [];
  for (let point = demand.firstPoint[unit]; point < demand.firstPoint[unit + 1]; point++) {
    let pupils = 0;
    for (let grade: number = first; grade <= last; grade++) pupils += demand.pupils[point * grades.count + grade];
    if (pupils > 0) found.push({ point, pupils });
  }
  return found;
};

/** Metres from an address to a site, `Infinity` where there is no road. */
const metresTo = ({ travel }: Basis, point: number, site: number): number =>
  travel.walk[point * travel.siteCount + site];

export function wayTo(basis: Basis, pair: number, site: number): Way {
  const there = addressesOf(basis, pair).filter(({ point }) => metresTo(basis, point, site) < Infinity);
  const metres = (point: number) => metresTo(basis, point, site);
  const { grades } = basis.municipality;
  const band = pair % grades.bandCount;
  return {
    reached: there.reduce((sum, { pupils }) => sum + pupils, 0),
    metres: there.reduce((sum, { point, pupils }) => sum + pupils * metres(point), 0),
    longest: Math.max(0, ...there.map(({ point }) => metres(point))),
    rights: there.reduce(
      (sum, { point, pupils }) => sum + (hasTransportRight(grades, band, metres(point)) ? pupils : 0),
      0,
    ),
  };
}

/** Whether one of some sites is reached by everybody who gets to any of them. */
export const isJoined = (basis: Basis, pair: number, sites: readonly number[]): boolean => {
  const somewhere = addressesOf(basis, pair).filter(({ point }) =>
    sites.some((site) => metresTo(basis, point, site) < Infinity),
  );
  return (
    somewhere.length > 0 &&
    sites.some((site) => somewhere.every(({ point }) => metresTo(basis, point, site) < Infinity))
  );
};

/**
 * The sites among some that the pupils of a unit and band may go to, by what is promised: those that all of them reach who get
 * anywhere. Where there is none they stay at their school of today, and where that is not among them go where most of them get.
 */
export function openTo(basis: Basis, pair: number, sites: readonly number[]): readonly number[] {
  const today = basis.baseline.assignment[pair];
  if (!isJoined(basis, pair, sites) && sites.includes(today)) return [today];
  const reached = sites.map((site) => wayTo(basis, pair, site).reached);
  return sites.filter((_, i) => reached[i] === Math.max(...reached));
}
