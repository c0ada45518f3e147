import { BAND_COUNT, BANDS, hasBand } from "../../domain/grades.ts";
import type { NetworkQuestion, NetworkRule } from "../../domain/question.ts";
import type { Text } from "../../domain/language.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { gradesWithoutSite } from "../../evaluate/completeness.ts";
import type { NetworkProblem } from "../../kernels/network-bound.ts";

/** A network question as arrays, with what could not be put into them. */
export interface FramedNetwork {
  readonly problem: NetworkProblem;
  /** `unit * BAND_COUNT + band` of each customer. */
  readonly pair: Uint32Array;
  /** Metres one way of all pupils of a customer to a site, `[customer * sites + site]`. */
  readonly metres: Float64Array;
  /** Pairs from which no site can be reached that could teach them. */
  readonly stranded: readonly number[];
  /** Pairs that reach such a site, but farther off than a rule allows. */
  readonly blocked: readonly number[];
  readonly fewestPupils: number;
  readonly mostPupils: number;
}

/** There and back, kilometres. */
export const perDay = (metres: number): number => (2 * metres) / 1000;

export function frameNetwork(basis: Basis, question: NetworkQuestion): FramedNetwork {
  const { municipality, unitBand } = basis;
  const sites = municipality.sites.length;
  const offers = offersOf(basis, question);
  const pairs: number[] = [];
  const stranded: number[] = [];
  const blocked: number[] = [];
  const metres: number[] = [];
  const cost: number[] = [];
  unitBand.forEach((pupils, pair) => {
    if (pupils === 0) return;
    const mayTeach = (site: number) => offers[site].some((set) => hasBand(set, BANDS[pair % BAND_COUNT].band));
    const { sums, longest } = waysOf(basis, pair);
    const offered = sums.map((way, site) => (mayTeach(site) ? way : Infinity));
    if (offered.every((way) => way === Infinity)) {
      stranded.push(pair);
      return;
    }
    const most = longestAllowed(question.rules, pair % BAND_COUNT);
    const ways = offered.map((way, site) => (longest[site] > most ? Infinity : way));
    if (ways.every((way) => way === Infinity)) blocked.push(pair);
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
    groups: BAND_COUNT,
    group: Uint8Array.from(pairs, (pair) => pair % BAND_COUNT),
    demand: Float64Array.from(pairs, (pair) => unitBand[pair]),
    cost: Float64Array.from(cost),
    capacity: Float64Array.from({ length: sites * BAND_COUNT }, (_, at) =>
      limited ? (municipality.sites[Math.floor(at / BAND_COUNT)].capacity[at % BAND_COUNT] ?? Infinity) : Infinity,
    ),
    options: offers.map((sets) => sets.map((serves) => ({ serves, fixedCost: fixedCost(question, serves) }))),
    mostClosed: Math.min(sites, ...strictest("most-closures").map((most) => most + closedAlways(offers))),
  };
  return {
    problem,
    pair: Uint32Array.from(pairs),
    metres: Float64Array.from(metres),
    stranded,
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
export const offersOf = (
  { baseline, municipality }: Basis,
  { sites }: NetworkQuestion,
): readonly (readonly number[])[] =>
  municipality.sites.map(
    (_, site) => sites.find((option) => option.site === site)?.teaches ?? [baseline.teaching[site]],
  );

/** Sites that cannot be open do not count as closures. */
const closedAlways = (offers: readonly (readonly number[])[]): number =>
  offers.filter((sets) => sets.every((set) => set === 0)).length;

function fixedCost({ costs }: NetworkQuestion, serves: number): number {
  const bands = BANDS.filter(({ band }) => hasBand(serves, band)).length;
  return bands === 0 ? 0 : costs.site + bands * costs.band;
}

export const pupilCost = ({ costs }: NetworkQuestion, site: number): number =>
  costs.pupil.length === 1 ? costs.pupil[0] : (costs.pupil[site] ?? 0);

/** Metres of a pair's pupils to every site, summed, and the longest of their ways; `Infinity` where one cannot go. */
export function waysOf(basis: Basis, pair: number): { readonly sums: number[]; readonly longest: number[] } {
  const { municipality, travel, pointBand } = basis;
  const { firstPoint } = municipality.demand;
  const [unit, band] = [Math.floor(pair / BAND_COUNT), pair % BAND_COUNT];
  const sums = municipality.sites.map(() => 0);
  const longest = municipality.sites.map(() => 0);
  for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
    const pupils = pointBand[point * BAND_COUNT + band];
    const row = travel.walk.subarray(point * travel.siteCount, (point + 1) * travel.siteCount);
    if (pupils === 0 || row.every((way) => way === Infinity)) continue;
    row.forEach((way, site) => {
      sums[site] += pupils * way;
      longest[site] = Math.max(longest[site], way);
    });
  }
  return { sums, longest };
}

/** Metres that pupils of a band may have at most by the rules. */
const longestAllowed = (rules: readonly NetworkRule[], band: number): number =>
  rules.reduce(
    (limit, rule) => (rule.kind === "longest-way" && rule.band === band ? Math.min(limit, rule.metres) : limit),
    Infinity,
  );
