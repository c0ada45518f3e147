import { hasBand, type Grades } from "../../domain/grades.ts";
import type { NetworkQuestion, NetworkRule } from "../../domain/question.ts";
import type { Text } from "../../domain/language.ts";
import { NO_SITE } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { openWays, reachOf } from "../../evaluate/reach.ts";
import { perDay } from "../../evaluate/measures/measure.ts";
import { gradesWithoutSite } from "../../evaluate/completeness.ts";
import type { NetworkProblem } from "../../kernels/network-bound.ts";

/** A network question as arrays, with what could not be put into them. */
export interface NetworkArrays {
  readonly problem: NetworkProblem;
  /** `unit * BAND_COUNT + band` of each customer. */
  readonly pair: Uint32Array;
  /** Metres one way of all pupils of a customer to a site, `[customer * sites + site]`. */
  readonly metres: Float64Array;
  /**
   * The site of today that a customer keeps while it is open, or {@link NO_SITE}: a unit that no road brings to one of the sites
   * that may teach it (see `reachOf`). When that site closes it goes to any open one, at no distance.
   */
  readonly keeps: Uint16Array;
  /** Pairs that reach such a site, but farther off than a rule allows, or that are locked to one they cannot go to. */
  readonly blocked: readonly number[];
  readonly fewestPupils: number;
  readonly mostPupils: number;
}

export function networkArrays(basis: Basis, question: NetworkQuestion): NetworkArrays {
  const { municipality, unitBand } = basis;
  const sites = municipality.sites.length;
  const held = lockedTo(municipality.grades, question.rules);
  const offers = offersOf(basis, question).map((sets, site) => leftOpen(municipality.grades, sets, site, held));
  const pairs: number[] = [];
  const keeps: number[] = [];
  const blocked: number[] = [];
  const metres: number[] = [];
  const cost: number[] = [];
  unitBand.forEach((pupils, pair) => {
    // Where nobody lives nothing is decided but what a lock says.
    if (pupils === 0) {
      const { band } = municipality.grades.bands[pair % municipality.grades.bandCount];
      const [to, ...others] = held.get(pair) ?? [];
      if (others.length > 0 || (to !== undefined && !offers[to].some((set) => hasBand(set, band)))) blocked.push(pair);
      return;
    }
    const to = held.get(pair);
    // As where pupils are given to schools, who gets where is asked among what a lock leaves: it holds where no road leads as well.
    const named = to ? offers.map((sets, site) => (to.every((only) => only === site) ? sets : [])) : offers;
    const { sums, longest, status } = waysOf(basis, pair, named);
    const most = longestAllowed(question.rules, pair % municipality.grades.bandCount);
    const ways = sums.map((way, site) => (longest[site] > most ? Infinity : way));
    if (ways.every((way) => way === Infinity)) blocked.push(pair);
    const today = basis.baseline.assignment[pair];
    keeps.push(!to && status === "stays" && today !== NO_SITE && ways[today] < Infinity ? today : NO_SITE);
    pairs.push(pair);
    metres.push(...ways);
    cost.push(
      ...ways.map((way, site) =>
        way === Infinity ? Infinity : pupils * pupilCost(question, site) + question.costs.pupilKilometre * perDay(way),
      ),
    );
  });
  const limited = question.rules.some(({ kind }) => kind === "capacity");
  const strictest = (kind: "most-pupils" | "fewest-pupils" | "most-closures") =>
    question.rules.flatMap((rule) =>
      rule.kind !== kind ? [] : rule.kind === "most-closures" ? rule.sites : rule.pupils,
    );
  const problem: NetworkProblem = {
    customers: pairs.length,
    sites,
    groups: municipality.grades.bandCount,
    group: Uint8Array.from(pairs, (pair) => pair % municipality.grades.bandCount),
    demand: Float64Array.from(pairs, (pair) => unitBand[pair]),
    cost: Float64Array.from(cost),
    capacity: Float64Array.from({ length: sites * municipality.grades.bandCount }, (_, at) =>
      limited
        ? (municipality.sites[Math.floor(at / municipality.grades.bandCount)].capacity[
            at % municipality.grades.bandCount
          ] ?? Infinity)
        : Infinity,
    ),
    options: offers.map((sets) =>
      sets.map((serves) => ({ serves, fixedCost: fixedCost(municipality.grades, question, serves) })),
    ),
    isOpenToday: basis.baseline.teaching.map((serves) => serves !== 0),
    mostClosed: Math.min(sites, ...strictest("most-closures")),
  };
  return {
    problem,
    pair: Uint32Array.from(pairs),
    metres: Float64Array.from(metres),
    keeps: Uint16Array.from(keeps),
    blocked,
    fewestPupils: Math.max(0, ...strictest("fewest-pupils")),
    mostPupils: Math.min(Infinity, ...strictest("most-pupils")),
  };
}

/** Grades with pupils that no site is offered for, in words. */
export function gradesNobodyMayTeach(basis: Basis, question: NetworkQuestion): readonly Text[] {
  const offers = offersOf(basis, question);
  return gradesWithoutSite(basis, (site, band) => offers[site].some((set) => hasBand(set, band)));
}

/** What each site may teach; a site that the question does not name stays as it is today. */
const offersOf = ({ baseline, municipality }: Basis, { sites }: NetworkQuestion): readonly (readonly number[])[] =>
  municipality.sites.map(
    (_, site) => sites.find((option) => option.site === site)?.teaches ?? [baseline.teaching[site]],
  );

function fixedCost(grades: Grades, { costs }: NetworkQuestion, serves: number): number {
  const bands = grades.bands.filter(({ band }) => hasBand(serves, band)).length;
  return bands === 0 ? 0 : costs.site + bands * costs.band;
}

export const pupilCost = ({ costs }: NetworkQuestion, site: number): number =>
  costs.pupil.length === 1 ? costs.pupil[0] : (costs.pupil[site] ?? 0);

/**
 * Metres of a pair's pupils to every site, summed, and the longest of their ways; `Infinity` where it cannot go: where the band is
 * never taught, and where not all get who get anywhere. Whoever gets nowhere has no metres.
 */
export function waysOf(basis: Basis, pair: number, offers: readonly (readonly number[])[]) {
  const { band } = basis.municipality.grades.bands[pair % basis.municipality.grades.bandCount];
  const offering = offers.flatMap((sets, site) => (sets.some((set) => hasBand(set, band)) ? [site] : []));
  const reach = reachOf(basis, pair, offering);
  const today = basis.baseline.assignment[pair];
  const sums = offers.map(() => Infinity);
  const longest = offers.map(() => 0);
  // A unit that stays may keep its site of today, or go where most of it get.
  for (const way of [...openWays(reach, NO_SITE), ...(reach.status === "stays" ? openWays(reach, today) : [])]) {
    sums[way.site] = way.metres;
    longest[way.site] = way.longest;
  }
  return { sums, longest, status: reach.status };
}

/** The sets of bands that a site may teach without those that whoever is locked to it would have to leave; all where none is left. */
function leftOpen(
  grades: Grades,
  sets: readonly number[],
  site: number,
  held: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  let needed = 0;
  for (const [pair, to] of held) if (to.includes(site)) needed |= 1 << (pair % grades.bandCount);
  const left = sets.filter((set) => (set & needed) === needed);
  return left.length > 0 ? left : sets;
}

/** Where pairs are locked to, by `unit * BAND_COUNT + band`, each site once; to two sites none can go. */
export function lockedTo(grades: Grades, rules: readonly NetworkRule[]): ReadonlyMap<number, readonly number[]> {
  const held = new Map<number, number[]>();
  for (const rule of rules) {
    if (rule.kind !== "lock") continue;
    const pair = rule.unit * grades.bandCount + rule.band;
    const sites = held.get(pair) ?? [];
    if (!sites.includes(rule.site)) held.set(pair, [...sites, rule.site]);
  }
  return held;
}

/** Metres that pupils of a band may have at most by the rules. */
const longestAllowed = (rules: readonly NetworkRule[], band: number): number =>
  rules.reduce(
    (limit, rule) => (rule.kind === "longest-way" && rule.band === band ? Math.min(limit, rule.metres) : limit),
    Infinity,
  );
