import type { SavingCategory } from "../domain/cost-items.ts";
import { sum } from "../kernels/sum.ts";
import { type Band, pupilsInBand, type Grades } from "../domain/grades.ts";
import {
  type CostDrivers,
  expectedValues,
  leavers,
  LONGER_STEPS,
  type Saving,
  type Unsettled,
} from "../cost/saving.ts";
import { hoursADay, type Journeys, SCHOOL_DAYS, speedsAt } from "../cost/journeys.ts";
import { addJourneys, journeysOf } from "./journeys.ts";
import { savingOf } from "../cost/drawn-saving.ts";
import { costDraws, pupilDraws } from "../cost/uncertainty.ts";
import { pupilNumbersOf } from "./pupil-numbers.ts";
import type { Range } from "../cost/range.ts";
import { countingCategories } from "../cost/target.ts";
import type { Basis, Ground } from "./basis.ts";
import { countChangedDistrict } from "./changed-district.ts";
import type { Distribution } from "./distribution.ts";
import type { DistrictTally, SiteDistances } from "./district-tally.ts";

/** The tallies of a plan's districts put together: what its measures are computed from. */
export interface PlanTotals {
  readonly grades: Grades;
  /** By band, `[band]`; units as in {@link DistrictTally}. */
  readonly pupils: Float64Array;
  readonly pupilMetres: Float64Array;
  readonly noRoute: Float64Array;
  /** Pupils whom the plan sends to no site of a district that teaches their band. */
  readonly noSite: number;
  readonly rights: Float64Array;
  readonly rightsGained: Float64Array;
  readonly rightsLost: Float64Array;
  readonly changedSite: Float64Array;
  /** Distributions of the way to school, one a district, `[band][district]`. */
  readonly ways: readonly (readonly Distribution[])[];
  readonly changedDistrict: number;
  /** Pupils of each district, in the order of the plan's districts. */
  readonly pupilsPerDistrict: readonly number[];
  readonly openSites: number;
  readonly classes: number;
  readonly overflow: number;
  /** Pupils and places where the capacity is known. */
  readonly capacity: { readonly pupils: number; readonly places: number };
  readonly nearestInOwn: number;
  readonly openBorderMetres: number;
  readonly siteDistances: SiteDistances;
  readonly feeders: { readonly links: number; readonly kept: number };
  readonly pooling: { readonly classesSaved: number; readonly extraMetres: number };
  readonly extraPieces: number;
  /** All pupils' on the way to school: a school day, and a school year more than today. */
  readonly hours: { readonly day: Range; readonly more: Range };
  /** Absent where pupils have no school, in the plan or today: what they would cost is not known. */
  readonly money?: PlanMoney;
}

/** A plan's money against the baseline. */
export interface PlanMoney {
  /** What it follows from. */
  readonly drivers: CostDrivers;
  readonly saving: Saving;
  /** What of the yearly saving counts under the council's condition, and what that comes to: the plan's one figure. */
  readonly counting: readonly SavingCategory[];
  readonly counted: Range;
  /** Pupils expected to choose a private school because of the plan, at the mean of every parameter. */
  readonly leavers: number;
  /** Whether somebody has put a price on pupils' hours, so that these are in the money. */
  readonly isTimePriced: boolean;
}

/** What one tally adds that does not depend on the other districts; kept with the tally so that lists add up fast. */
interface Share {
  readonly pupils: number;
  readonly openSites: number;
  readonly classes: number;
  readonly rights: number;
  readonly overflow: number;
  readonly capacityPupils: number;
  readonly capacityPlaces: number;
  readonly journeys: Journeys;
  /** See {@link CostDrivers}. */
  readonly priced: Pick<CostDrivers, "classes" | "own" | "housed" | "housedSmall" | "area" | "overflow">;
}

/** Schools of fewer pupils have more room for each. */
const SMALL_SCHOOL = 200;

const shares = new WeakMap<DistrictTally, Share>();

function shareOf(ground: Ground, tally: DistrictTally): Share {
  const { municipality } = ground;
  const known = shares.get(tally);
  if (known) return known;
  let [openSites, classes, overflow, capacityPupils, capacityPlaces] = [0, 0, 0, 0, 0];
  for (const { site, byGrade, classes: byGradeClasses, overflow: beyond } of tally.sites) {
    const here = sum(byGradeClasses);
    classes += here;
    if (here > 0) openSites++;
    overflow += sum(beyond);
    for (const { band } of municipality.grades.bands) {
      const places = municipality.sites[site].capacity[band];
      if (places === undefined) continue;
      capacityPlaces += places;
      capacityPupils += pupilsInBand(municipality.grades, byGrade, band);
    }
  }
  const [pupils, rights] = [sum(tally.pupils), sum(tally.rights)];
  const priced = pricedAt(ground, tally);
  const journeys = journeysOf(municipality.grades, tally.ways);
  const share = { openSites, classes, overflow, capacityPupils, capacityPlaces, pupils, rights, priced, journeys };
  shares.set(tally, share);
  return share;
}

/** What the district's sites need that has a price: by their own accounts where the case has them. */
function pricedAt({ accounts, buildings, municipality }: Ground, { sites }: DistrictTally): Share["priced"] {
  const priced = { classes: { apart: 0, together: 0 }, housed: 0, housedSmall: 0, area: 0, overflow: 0 };
  const own = { apart: 0, together: 0, buildings: 0 };
  for (const { site, byGrade, expected } of sites) {
    const pupils = sum(byGrade);
    if (pupils === 0) continue;
    const account = accounts[site];
    const into = account.class === undefined ? priced.classes : own;
    into.apart += expected.apart * (account.class ?? 1);
    into.together += expected.together * (account.class ?? 1);
    // A site that is new holds as many as the plan sends there.
    const holds = buildings[site].pupils > 0 ? buildings[site].pupils : pupils;
    if (account.buildings !== undefined) own.buildings += account.buildings;
    else if (account.area !== undefined) priced.area += account.area;
    else priced[holds < SMALL_SCHOOL ? "housedSmall" : "housed"] += holds;
    for (const { band } of municipality.grades.bands)
      priced.overflow += Math.max(
        0,
        pupilsInBand(municipality.grades, byGrade, band) - (buildings[site].places[band] ?? Infinity),
      );
  }
  return { ...priced, own };
}

/** Adds up the tallies of a plan's districts. */
export function addTallies(basis: Basis, tallies: readonly DistrictTally[]): PlanTotals {
  const drivers = knownDrivers(basis, tallies);
  const journeys = addJourneys(tallies.map((tally) => shareOf(basis, tally).journeys));
  return {
    ...countTallies(basis, tallies),
    hours: hoursOf(basis, journeys),
    ...(drivers && { money: moneyOf(basis, drivers) }),
  };
}

/** What a plan's money follows from; `undefined` where pupils have no school, in the plan or today. */
export const knownDrivers = (basis: Basis, tallies: readonly DistrictTally[]): CostDrivers | undefined =>
  withoutSite(basis, tallies) === 0 && basis.completeness.status === "finished"
    ? costDrivers(basis, tallies)
    : undefined;

const withoutSite = ({ pupils }: Ground, tallies: readonly DistrictTally[]): number =>
  pupils - tallies.reduce((value, tally) => value + (sum(tally.pupils) - sum(tally.notTaught)), 0);

/** What is counted of a plan alone: not its money, which is drawn a thousand times, nor hours, which are told against today's. */
export type PlanCounts = Omit<PlanTotals, "money" | "hours">;

export function countTallies(basis: Ground, tallies: readonly DistrictTally[]): PlanCounts {
  const parts = tallies.map((tally) => shareOf(basis, tally));
  const total = (of: (share: Share) => number): number => parts.reduce((value, share) => value + of(share), 0);
  const each = (of: (tally: DistrictTally) => number): number => tallies.reduce((value, tally) => value + of(tally), 0);
  return {
    grades: basis.municipality.grades,
    pupils: byBand(basis.municipality.grades, tallies, "pupils"),
    pupilMetres: byBand(basis.municipality.grades, tallies, "pupilMetres"),
    noRoute: byBand(basis.municipality.grades, tallies, "noRoute"),
    noSite: withoutSite(basis, tallies),
    rights: byBand(basis.municipality.grades, tallies, "rights"),
    rightsGained: byBand(basis.municipality.grades, tallies, "rightsGained"),
    rightsLost: byBand(basis.municipality.grades, tallies, "rightsLost"),
    changedSite: byBand(basis.municipality.grades, tallies, "changedSite"),
    ways: basis.municipality.grades.bands.map(({ band }) => tallies.map((tally) => tally.ways[band])),
    changedDistrict: countChangedDistrict(tallies.map(({ fromDistrict }) => fromDistrict)),
    pupilsPerDistrict: parts.map((share) => share.pupils),
    openSites: total((share) => share.openSites),
    classes: total((share) => share.classes),
    overflow: total((share) => share.overflow),
    capacity: { pupils: total((share) => share.capacityPupils), places: total((share) => share.capacityPlaces) },
    nearestInOwn: each((tally) => tally.nearestInOwn),
    openBorderMetres: each((tally) => tally.openBorderMetres),
    siteDistances: {
      pairs: each((tally) => tally.siteDistances.pairs),
      apart: each((tally) => tally.siteDistances.apart),
      sum: each((tally) => tally.siteDistances.sum),
      worst: tallies.reduce((worst, tally) => Math.max(worst, tally.siteDistances.worst), 0),
    },
    feeders: { links: each((tally) => tally.feeders.links.length), kept: each((tally) => tally.feeders.kept) },
    pooling: {
      classesSaved: each((tally) => tally.pooling.classesSaved),
      extraMetres: each((tally) => tally.pooling.extraMetres),
    },
    extraPieces: each((tally) => tally.extraPieces),
  };
}

/** The slower all are, the more hours. */
function hoursOf({ costs, today }: Basis, journeys: Journeys): PlanTotals["hours"] {
  const [slow, middle, fast] = (["low", "mid", "high"] as const).map((end) => {
    const speeds = speedsAt(costs, end);
    const day = hoursADay(journeys, speeds);
    return { day, more: SCHOOL_DAYS * (day - hoursADay(today.journeys, speeds)) };
  });
  const more = [slow.more, middle.more, fast.more];
  return {
    day: { low: fast.day, mid: middle.day, high: slow.day },
    more: { low: Math.min(...more), mid: middle.more, high: Math.max(...more) },
  };
}

function moneyOf(basis: Basis, drivers: CostDrivers): PlanMoney {
  const { municipality, today, costs } = basis;
  const counting = countingCategories(municipality.info.savingsTarget);
  const pupils = pupilDraws(pupilNumbersOf(basis), drivers.movedFrom);
  const { saving, counted } = savingOf(drivers, today, counting, costDraws(costs, basis.draws), pupils);
  return {
    drivers,
    saving,
    counting,
    counted,
    leavers: leavers(drivers, expectedValues(costs)),
    isTimePriced: costs.hourValue.high > 0,
  };
}

export function costDrivers(basis: Ground, tallies: readonly DistrictTally[]): CostDrivers {
  const parts = tallies.map((tally) => shareOf(basis, tally));
  const total = (of: (share: Share) => number): number => parts.reduce((value, share) => value + of(share), 0);
  return {
    schools: parts.flatMap(({ pupils, openSites: sites }) => (sites > 0 ? [{ pupils, sites }] : [])),
    classes: {
      apart: total(({ priced }) => priced.classes.apart),
      together: total(({ priced }) => priced.classes.together),
    },
    own: {
      apart: total(({ priced }) => priced.own.apart),
      together: total(({ priced }) => priced.own.together),
      buildings: total(({ priced }) => priced.own.buildings),
    },
    housed: total(({ priced }) => priced.housed),
    housedSmall: total(({ priced }) => priced.housedSmall),
    area: total(({ priced }) => priced.area),
    overflow: total(({ priced }) => priced.overflow),
    transportRights: total(({ rights }) => rights),
    rightsByFerry: tallies.reduce((value, { rightsByFerry }) => value + sum(rightsByFerry), 0),
    ...(basis.travel.byBus && {
      rightsByBus: {
        surely: tallies.reduce((value, { rightsByBus }) => value + sum(rightsByBus), 0),
        perhaps: tallies.reduce((value, { rightsPerhapsByBus }) => value + sum(rightsPerhapsByBus), 0),
      },
    }),
    journeys: addJourneys(parts.map(({ journeys }) => journeys)),
    ...(basis.assumedCosts && { assumed: basis.assumedCosts }),
    moved: tallies.reduce((value, { changedSite }) => value + sum(changedSite), 0),
    movedFrom: movedBySite(tallies),
    ...unsettledIn(tallies, bandsOf(basis)),
    youngest: unsettledIn(tallies, [0]),
    bySite: classesBySite(basis, tallies),
  };
}

const bandsOf = ({ municipality }: Ground): readonly Band[] => municipality.grades.bands.map(({ band }) => band);

/** Those of some bands who may leave because of the plan. */
function unsettledIn(tallies: readonly DistrictTally[], bands: readonly Band[]): Unsettled {
  const longerBy = new Float64Array(LONGER_STEPS);
  let closed = 0;
  for (const tally of tallies)
    for (const band of bands) {
      closed += tally.siteClosed[band];
      for (let step = 0; step < LONGER_STEPS; step++) longerBy[step] += tally.longerBy[band * LONGER_STEPS + step];
    }
  return { siteClosed: closed, longerBy };
}

function movedBySite(tallies: readonly DistrictTally[]): ReadonlyMap<number, number> {
  const moved = new Map<number, number>();
  for (const { movedFrom } of tallies)
    movedFrom.forEach((pupils, site) => {
      if (pupils > 0) moved.set(site, (moved.get(site) ?? 0) + pupils);
    });
  return moved;
}

const classesBySite = ({ municipality }: Ground, tallies: readonly DistrictTally[]): CostDrivers["bySite"] =>
  new Map(
    tallies.flatMap(({ sites }) =>
      sites
        .filter(({ expected }) => expected.apart > 0)
        .map(({ site, expected }) => [
          municipality.sites[site].id,
          { byBand: expected.byBand, grades: expected.grades },
        ]),
    ),
  );

type Counted = "pupils" | "pupilMetres" | "noRoute" | "rights" | "rightsGained" | "rightsLost" | "changedSite";

function byBand(grades: Grades, tallies: readonly DistrictTally[], key: Counted): Float64Array {
  const values = new Float64Array(grades.bandCount);
  for (const tally of tallies) for (let band = 0; band < grades.bandCount; band++) values[band] += tally[key][band];
  return values;
}
