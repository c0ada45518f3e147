import { LONGER_STEP, LONGER_STEPS } from "../cost/saving.ts";
import { type Band, NO_BANDS, type Grades } from "../domain/grades.ts";
import type { District } from "../domain/municipality.ts";
import { districtOfSite, NO_SITE, teachesBand } from "../domain/plan.ts";
import { PERHAPS_BY_BUS, SURELY_BY_BUS } from "../domain/public-buses.ts";
import { hasTransportRight } from "../rules/transport-right.ts";
import type { Ground } from "./basis.ts";
import { type Distribution, DistributionBuilder } from "./distribution.ts";
import type { PlanView } from "./plan-view.ts";

/** Who goes how far to the sites of one district. Counts are pupils, `[band]` unless said otherwise. */
export interface Ways {
  readonly pupils: Uint32Array;
  /** Metres one way, summed over the pupils who have a route. */
  readonly pupilMetres: Float64Array;
  readonly noRoute: Uint32Array;
  /** Sent to a site that does not teach their band. */
  readonly notTaught: Uint32Array;
  readonly ways: readonly Distribution[];
  /** With a right to free transport, and against the baseline those who gain or lose it. */
  readonly rights: Uint32Array;
  readonly rightsGained: Uint32Array;
  readonly rightsLost: Uint32Array;
  /** Of those with a right, whose school lies across a ferry. */
  readonly rightsByFerry: Uint32Array;
  /** Of those with a right, whom a public bus of the timetable serves surely, and perhaps; none where the case has no timetable. */
  readonly rightsByBus: Uint32Array;
  readonly rightsPerhapsByBus: Uint32Array;
  readonly changedSite: Uint32Array;
  /** Those of them by the site in whose area they live, `[site]`. */
  readonly movedFrom: Uint32Array;
  /** Whose site of the baseline teaches nobody in the plan. */
  readonly siteClosed: Uint32Array;
  /** Of the others who move, those whose way grows by more than `i * LONGER_STEP` km, `[band * LONGER_STEPS + i]`. */
  readonly longerBy: Uint32Array;
  /** By the district they belong to in the baseline, `[baseline district]`; the last entry: to none. */
  readonly fromDistrict: Uint32Array;
  /** Pupils for whom no site that teaches their band is nearer than the district's nearest. */
  readonly nearestInOwn: number;
  /** Metres that opening the borders between the district's zones would change, every pupil going to its nearest site. */
  readonly openBorderMetres: number;
}

/** One pass over the district's pupils, address by address. O(pupils x sites of the district). */
export function tallyWays(ground: Ground, view: PlanView, district: District): Ways {
  const tally = new WayTally(ground, view, district);
  for (const site of district.sites)
    for (let i = view.firstPair[site]; i < view.firstPair[site + 1]; i++)
      if (ground.unitBand[view.pairs[i]] > 0) tally.addPair(view.pairs[i], site);
  return tally.finish();
}

/** Where a unit's pupils are sent, and from where. */
interface Sent {
  readonly site: number;
  readonly before: number;
  readonly taught: boolean;
  readonly byFerry: boolean;
}

/** Of each band. */
function noCounts({ bandCount }: Grades) {
  const perBand = (): Uint32Array => new Uint32Array(bandCount);
  return {
    pupils: perBand(),
    noRoute: perBand(),
    notTaught: perBand(),
    rights: perBand(),
    rightsGained: perBand(),
    rightsLost: perBand(),
    rightsByFerry: perBand(),
    rightsByBus: perBand(),
    rightsPerhapsByBus: perBand(),
    changedSite: perBand(),
    siteClosed: perBand(),
  };
}

class WayTally {
  readonly #ground: Ground;
  readonly #view: PlanView;
  /** The district's sites that teach each band. */
  readonly #teaching: readonly (readonly number[])[];
  readonly #baselineDistrict: Uint16Array;
  readonly #builders: readonly DistributionBuilder[];
  readonly #pupilMetres: Float64Array;
  readonly #counts: ReturnType<typeof noCounts>;
  readonly #fromDistrict: Uint32Array;
  readonly #movedFrom: Uint32Array;
  readonly #longerBy: Uint32Array;
  #nearestInOwn = 0;
  #openBorderMetres = 0;

  constructor(ground: Ground, view: PlanView, district: District) {
    const { baseline } = ground;
    this.#ground = ground;
    this.#view = view;
    const { grades } = ground.municipality;
    this.#builders = grades.bands.map(() => new DistributionBuilder(1024));
    this.#pupilMetres = new Float64Array(grades.bandCount);
    this.#counts = noCounts(grades);
    this.#longerBy = new Uint32Array(grades.bandCount * LONGER_STEPS);
    this.#teaching = grades.bands.map(({ band }) =>
      district.sites.filter((site) => teachesBand(view.plan, site, band)),
    );
    this.#baselineDistrict = districtOfSite(baseline);
    this.#movedFrom = new Uint32Array(ground.municipality.sites.length);
    this.#fromDistrict = new Uint32Array(baseline.districts.length + 1);
  }

  addPair(pair: number, site: number): void {
    const { baseline, homes, municipality, pointBand, unitBand } = this.#ground;
    const { firstPoint } = municipality.demand;
    const { bandCount } = municipality.grades;
    const band = pair % bandCount;
    const unit = Math.floor(pair / bandCount);
    const before = baseline.assignment[pair];
    const from = before === NO_SITE ? NO_SITE : this.#baselineDistrict[before];
    this.#fromDistrict[from === NO_SITE ? baseline.districts.length : from] += unitBand[pair];
    if (before !== site) {
      this.#counts.changedSite[band] += unitBand[pair];
      const home = homes[unit];
      if (home !== NO_SITE) this.#movedFrom[home] += unitBand[pair];
    }
    const taught = teachesBand(this.#view.plan, site, band);
    if (!taught) this.#counts.notTaught[band] += unitBand[pair];
    const sent: Sent = { site, before, taught, byFerry: this.#isAcross(unit, site) };
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
      const pupils = pointBand[point * bandCount + band];
      if (pupils > 0) this.#addPoint(point, band, pupils, sent);
    }
  }

  #isAcross(unit: number, site: number): boolean {
    const { lands } = this.#ground;
    const land = lands?.sites[site];
    return land !== undefined && lands?.units[unit] !== land;
  }

  #addPoint(point: number, band: Band, pupils: number, { site, before, taught, byFerry }: Sent): void {
    const { walk, siteCount, hazard, byBus } = this.#ground.travel;
    const counts = this.#counts;
    const row = point * siteCount;
    const way = walk[row + site];
    const hadRight =
      before !== NO_SITE &&
      hasTransportRight(this.#ground.municipality.grades, band, walk[row + before], hazard?.[row + before]);
    const hasRight = taught && hasTransportRight(this.#ground.municipality.grades, band, way, hazard?.[row + site]);
    counts.pupils[band] += pupils;
    if (before !== site && before !== NO_SITE) this.#addChange(band, before, way - walk[row + before], pupils);
    if (hasRight) counts.rights[band] += pupils;
    if (hasRight && byFerry) counts.rightsByFerry[band] += pupils;
    const surely = byBus?.[row + site];
    if (hasRight && surely === SURELY_BY_BUS) counts.rightsByBus[band] += pupils;
    if (hasRight && surely === PERHAPS_BY_BUS) counts.rightsPerhapsByBus[band] += pupils;
    // Of whom no road reaches before or after it is not known whether they gain or lose.
    const isKnown = way < Infinity && (before === NO_SITE || walk[row + before] < Infinity);
    if (isKnown && hasRight && !hadRight) counts.rightsGained[band] += pupils;
    if (isKnown && hadRight && !hasRight) counts.rightsLost[band] += pupils;
    if (way === Infinity) {
      counts.noRoute[band] += pupils;
      return;
    }
    this.#pupilMetres[band] += pupils * way;
    this.#builders[band].add(way, pupils);
    let nearest = Infinity;
    for (const other of this.#teaching[band]) if (walk[row + other] < nearest) nearest = walk[row + other];
    if (nearest <= this.#view.nearestMetres[point * this.#ground.municipality.grades.bandCount + band])
      this.#nearestInOwn += pupils;
    this.#openBorderMetres += pupils * (Math.min(nearest, way) - way);
  }

  /** `farther`: metres, negative where the way is shorter; not finite where no road leads before or after, and then no way has grown. */
  #addChange(band: Band, before: number, farther: number, pupils: number): void {
    if (this.#view.plan.teaching[before] === NO_BANDS) this.#counts.siteClosed[band] += pupils;
    else if (Number.isFinite(farther)) {
      const steps = Math.min(LONGER_STEPS, Math.ceil(farther / (1000 * LONGER_STEP)));
      for (let step = 0; step < steps; step++) this.#longerBy[band * LONGER_STEPS + step] += pupils;
    }
  }

  finish(): Ways {
    return {
      ...this.#counts,
      pupilMetres: this.#pupilMetres,
      ways: this.#builders.map((builder) => builder.finish()),
      fromDistrict: this.#fromDistrict,
      movedFrom: this.#movedFrom,
      longerBy: this.#longerBy,
      nearestInOwn: this.#nearestInOwn,
      openBorderMetres: this.#openBorderMetres,
    };
  }
}
