import { PERHAPS_BY_BUS, SURELY_BY_BUS } from "../domain/public-buses.ts";
import { hasTransportRight } from "../rules/transport-right.ts";
import type { Ground } from "./basis.ts";

/** What one site means for the pupils of a unit and band. Whoever no road leads there has no metres and no right. */
export interface SiteWay {
  readonly site: number;
  /** Pupils whom a road leads there. */
  readonly reached: number;
  /** Metres one way, summed over them, and the longest way among them. */
  readonly metres: number;
  readonly longest: number;
  readonly rights: number;
  /** Of these, whom a public bus of the timetable serves surely, and perhaps. */
  readonly rightsByBus: number;
  readonly rightsPerhapsByBus: number;
}

/** Of a site where nobody goes. */
export const noWay = (site: number) => ({
  site,
  reached: 0,
  metres: 0,
  longest: 0,
  rights: 0,
  rightsByBus: 0,
  rightsPerhapsByBus: 0,
});

/** Where the pupils of a unit and band can go among some sites; see {@link reachOf}. */
export interface Reach {
  /** One for each site asked about, in that order. */
  readonly ways: readonly SiteWay[];
  readonly status: "reached" | "stays";
}

/**
 * The one account of pupils whom no road reaches, for every question. A unit goes somewhere as a whole, so:
 *
 * - Where a road leads everybody who gets to any of the sites to one site, the unit may go to the sites that all of them reach
 *   ("reached"). Whoever gets nowhere goes along: they count for room and classes, and have no distance.
 * - Where nobody gets anywhere, or no site is reached by all, the unit "stays" at its site of today. When that one does not teach
 *   the band any more, it goes to any site that does, those first that most of it reaches; who has no road has no distance.
 */
export function reachOf({ municipality, travel, pointBand }: Ground, pair: number, sites: readonly number[]): Reach {
  const { firstPoint } = municipality.demand;
  const { walk, hazard, byBus, siteCount } = travel;
  const [unit, { band }] = [
    Math.floor(pair / municipality.grades.bandCount),
    municipality.grades.bands[pair % municipality.grades.bandCount],
  ];
  const ways = sites.map(noWay);
  let anywhere = 0;
  for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
    const pupils = pointBand[point * municipality.grades.bandCount + band];
    if (pupils === 0) continue;
    let isSomewhere = false;
    for (const way of ways) {
      const at = point * siteCount + way.site;
      if (walk[at] === Infinity) continue;
      isSomewhere = true;
      way.reached += pupils;
      way.metres += pupils * walk[at];
      way.longest = Math.max(way.longest, walk[at]);
      if (!hasTransportRight(municipality.grades, band, walk[at], hazard?.[at])) continue;
      way.rights += pupils;
      if (byBus?.[at] === SURELY_BY_BUS) way.rightsByBus += pupils;
      if (byBus?.[at] === PERHAPS_BY_BUS) way.rightsPerhapsByBus += pupils;
    }
    if (isSomewhere) anywhere += pupils;
  }
  const most = mostReached(ways);
  return { ways, status: most > 0 && most === anywhere ? "reached" : "stays" };
}

/** The ways that a unit may take (see {@link reachOf}), given its site of today. */
export function openWays({ ways, status }: Reach, today: number): readonly SiteWay[] {
  const kept = status === "stays" ? ways.filter(({ site }) => site === today) : [];
  const most = mostReached(ways);
  return kept.length > 0 ? kept : ways.filter(({ reached }) => reached === most);
}

const mostReached = (ways: readonly SiteWay[]): number =>
  ways.reduce((most, { reached }) => Math.max(most, reached), 0);
