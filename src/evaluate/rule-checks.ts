import { counted, numeral } from "../domain/counted.ts";
import { type Band, hasBand, pupilsInBand, gradesInWords, type Grades } from "../domain/grades.ts";
import { filled, type Text } from "../domain/language.ts";
import { assignedSite, districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import type { AssignmentRule } from "../domain/question.ts";
import { pieces } from "../geo/contiguity.ts";
import { unitFinder } from "../geo/unit-at.ts";
import type { Basis } from "./basis.ts";
import { overfullInYears } from "./capacity-in-years.ts";
import { type Evaluation, evaluatePlan } from "./evaluate.ts";
import { objectiveValue } from "./objective-values.ts";
import { openWays, reachOf } from "./reach.ts";
import { RULE_CHECKS_TEXT } from "./rule-checks-text.ts";
import { toldCount } from "./told-count.ts";

/** Where a plan breaks a rule, in words. */
export interface Breach {
  readonly rule: AssignmentRule;
  readonly what: Text;
}

/**
 * Checks any plan against rules, drawn or computed, from the plan alone: no model, no solver. Where pairs are `split` the plan shows
 * each at one site; rules that count pupils share by share cannot be judged by it then, and are left to whoever knows the shares.
 */
export function checkRules(
  basis: Basis,
  plan: Plan,
  rules: readonly AssignmentRule[],
  { split = 0, evaluation }: CheckOptions = {},
): readonly Breach[] {
  let known = evaluation;
  const judged: Judged = { basis, plan, split, evaluated: () => (known ??= evaluatePlan(basis, plan)) };
  return rules.flatMap((rule) => {
    const { breaches, counts } = checkOf(rule);
    return split > 0 && counts === "by-share" ? [] : breaches(judged).map((what) => ({ rule, what }));
  });
}

interface CheckOptions {
  /** Pairs that are split. */
  readonly split?: number;
  /** The plan's evaluation, where it has one already. */
  readonly evaluation?: Evaluation;
}

/** A plan that is held against rules. */
interface Judged {
  readonly basis: Basis;
  readonly plan: Plan;
  readonly split: number;
  readonly evaluated: () => Evaluation;
}

type RuleOf<Kind extends AssignmentRule["kind"]> = Extract<AssignmentRule, { readonly kind: Kind }>;

/** How a kind of rule is checked; `by-share`: it counts pupils, of whom a split pair has some at each of its sites. */
interface RuleCheck<Rule> {
  readonly counts?: "by-share";
  readonly breaches: (judged: Judged, rule: Rule) => readonly Text[];
}

const CHECKS: { readonly [Kind in AssignmentRule["kind"]]: RuleCheck<RuleOf<Kind>> } = {
  capacity: { counts: "by-share", breaches: ({ basis, evaluated }) => overfullSites(basis, evaluated()) },
  "capacity-in-years": {
    counts: "by-share",
    breaches: ({ basis, plan }, { demands }) => [...overfullInYears(basis, plan, demands)],
  },
  "contiguous-zones": { breaches: ({ basis, plan }) => brokenZones(basis, plan) },
  "keeps-own-unit": { breaches: ({ basis, plan }) => strangers(basis, plan) },
  "nearest-open": { breaches: ({ basis, plan }) => passers(basis, plan) },
  "one-site-for-all-bands": { breaches: ({ basis, plan }) => dividedUnits(basis, plan) },
  "stay-in-district": { breaches: ({ basis, plan }) => leavers(basis, plan) },
  "most-moved": { counts: "by-share", breaches: ({ basis, plan }, { pupils }) => tooManyMoved(basis, plan, pupils) },
  lock: {
    breaches: ({ basis, plan }, { unit, band, site }) =>
      assignedSite(plan, unit, band) === site ? [] : [lockText(basis, unit * plan.grades.bandCount + band, site)],
  },
  "longest-way": { breaches: ({ basis, plan }, { band, metres }) => tooLongWays(basis, plan, band, metres) },
  "at-most": { counts: "by-share", breaches: ({ basis, evaluated }, rule) => aboveLimit(basis, evaluated(), rule) },
  feeder: { breaches: ({ basis, plan }, { from, to }) => strayFeeders(basis, plan, from, to) },
  "most-split": { breaches: ({ split }, { pairs }) => tooManySplit(split, pairs) },
};

/** A rule's row with the rule itself filled in. */
function checkOf<Kind extends AssignmentRule["kind"]>(rule: RuleOf<Kind> & { readonly kind: Kind }) {
  const { breaches, counts }: RuleCheck<RuleOf<Kind>> = CHECKS[rule.kind];
  return { counts, breaches: (judged: Judged) => breaches(judged, rule) };
}

const tooManySplit = (split: number, most: number): Text[] =>
  split <= most ? [] : [filled(RULE_CHECKS_TEXT.tooManySplit, { units: counted(split, "units"), most: numeral(most) })];

const pairName = ({ municipality }: Basis, pair: number): string =>
  `${municipality.units.id[Math.floor(pair / municipality.grades.bandCount)]} (${municipality.grades.bands[pair % municipality.grades.bandCount].key})`;

const lockText = (basis: Basis, pair: number, site: number): Text =>
  filled(RULE_CHECKS_TEXT.goesElsewhere, { pair: pairName(basis, pair), site: basis.municipality.sites[site].name });

function overfullSites(basis: Basis, { districts }: Evaluation): Text[] {
  return districts.flatMap(({ sites }) =>
    sites.flatMap(({ site, byGrade, overflow }) =>
      basis.municipality.grades.bands.flatMap(({ band, key }): Text[] => {
        if (overflow[band] === 0) return [];
        const { name } = basis.municipality.sites[site];
        const pupils = pupilsInBand(basis.municipality.grades, byGrade, band);
        return [
          filled(RULE_CHECKS_TEXT.placesLacking, {
            name,
            places: toldCount(basis.municipality, overflow[band], "places"),
            grades: gradesInWords(key),
            pupils: toldCount(basis.municipality, pupils, "pupils"),
          }),
        ];
      }),
    ),
  );
}

/** Zones whose units with pupils are not joined through units of the zone, empty ones included. */
function brokenZones({ municipality, unitBand, landmass }: Basis, plan: Plan): Text[] {
  const texts: Text[] = [];
  const zones = municipality.sites.map(() => municipality.grades.bands.map((): number[] => []));
  plan.assignment.forEach((site, pair) => {
    if (site !== NO_SITE)
      zones[site][pair % municipality.grades.bandCount].push(Math.floor(pair / municipality.grades.bandCount));
  });
  municipality.sites.forEach(({ name }, site) => {
    for (const { band, key } of municipality.grades.bands) {
      const zone = zones[site][band];
      const { of } = pieces(municipality.units.adjacency, zone);
      const settled = zone.flatMap((unit, i) =>
        unitBand[unit * municipality.grades.bandCount + band] > 0 ? [{ unit, piece: of[i] }] : [],
      );
      const parts = new Set(settled.map(({ piece }) => piece)).size;
      const lands = new Set(settled.map(({ unit }) => landmass[unit])).size;
      if (parts > lands) texts.push(filled(RULE_CHECKS_TEXT.zoneInPieces, { name, grades: gradesInWords(key), parts }));
    }
  });
  return texts;
}

function strangers(basis: Basis, plan: Plan): Text[] {
  const { sites, units } = basis.municipality;
  const unitAt = unitFinder(units);
  const here = new Map<number, number[]>();
  sites.forEach((site, number) => {
    const unit = unitAt(site);
    if (unit !== undefined) here.set(unit, [...(here.get(unit) ?? []), number]);
  });
  return [...here].flatMap(([unit, numbers]) =>
    plan.grades.bands.flatMap(({ band }) => {
      const pair = unit * plan.grades.bandCount + band;
      const teaching = numbers.filter((site) => hasBand(plan.teaching[site], band));
      const fine = basis.unitBand[pair] === 0 || teaching.length === 0 || teaching.includes(plan.assignment[pair]);
      return fine ? [] : [lockText(basis, pair, teaching[0])];
    }),
  );
}

/** Who passes a nearer site that as many of the unit's pupils reach; where no road leads, nothing is passed. */
function passers(basis: Basis, plan: Plan): Text[] {
  return settledPairs(basis).flatMap((pair): Text[] => {
    const teaching = [...plan.teaching.keys()].filter((site) =>
      hasBand(plan.teaching[site], bandOf(plan.grades, pair)),
    );
    const reach = reachOf(basis, pair, teaching);
    if (reach.status === "stays") return [];
    const ways = openWays(reach, NO_SITE);
    const own = ways.find(({ site }) => site === plan.assignment[pair]);
    const nearer = own && ways.find(({ metres }) => metres < own.metres);
    if (!nearer) return [];
    const { name } = basis.municipality.sites[nearer.site];
    return [filled(RULE_CHECKS_TEXT.passes, { pair: pairName(basis, pair), name })];
  });
}

function dividedUnits(basis: Basis, plan: Plan): Text[] {
  return settledPairs(basis).flatMap((pair): Text[] => {
    const site = plan.assignment[pair];
    const first = pair - (pair % plan.grades.bandCount);
    const divided = plan.grades.bands.some(
      ({ band }) =>
        site !== NO_SITE &&
        basis.unitBand[first + band] > 0 &&
        hasBand(plan.teaching[site], band) &&
        plan.assignment[first + band] !== site,
    );
    return divided ? [filled(RULE_CHECKS_TEXT.bandsDivided, { pair: pairName(basis, pair) })] : [];
  });
}

function leavers(basis: Basis, plan: Plan): Text[] {
  const district = districtOfSite(plan);
  return settledPairs(basis).flatMap((pair): Text[] => {
    const [before, after] = [basis.baseline.assignment[pair], plan.assignment[pair]];
    const home = before === NO_SITE ? NO_SITE : district[before];
    if (home === NO_SITE || (after !== NO_SITE && district[after] === home)) return [];
    return [filled(RULE_CHECKS_TEXT.outOfDistrict, { pair: pairName(basis, pair) })];
  });
}

function tooManyMoved(basis: Basis, plan: Plan, most: number): Text[] {
  const moved = settledPairs(basis)
    .filter((pair) => plan.assignment[pair] !== basis.baseline.assignment[pair])
    .reduce((pupils, pair) => pupils + basis.unitBand[pair], 0);
  return moved <= most
    ? []
    : [
        filled(RULE_CHECKS_TEXT.tooManyMoved, {
          pupils: toldCount(basis.municipality, moved, "pupils"),
          most: numeral(most),
        }),
      ];
}

function tooLongWays(basis: Basis, plan: Plan, band: Band, most: number): Text[] {
  const { firstPoint } = basis.municipality.demand;
  const { walk, siteCount } = basis.travel;
  return settledPairs(basis).flatMap((pair): Text[] => {
    const site = plan.assignment[pair];
    if (pair % plan.grades.bandCount !== band || site === NO_SITE) return [];
    const unit = Math.floor(pair / plan.grades.bandCount);
    let longest = 0;
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++)
      if (basis.pointBand[point * plan.grades.bandCount + band] > 0 && walk[point * siteCount + site] < Infinity)
        longest = Math.max(longest, walk[point * siteCount + site]);
    return longest <= most ? [] : [filled(RULE_CHECKS_TEXT.wayTooLong, { pair: pairName(basis, pair), longest })];
  });
}

function aboveLimit(
  basis: Basis,
  evaluation: Evaluation,
  { objective, most }: Extract<AssignmentRule, { kind: "at-most" }>,
): Text[] {
  const measured = objectiveValue(basis, evaluation, objective);
  return measured <= most + 1e-6 * Math.max(1, most) ? [] : [filled(RULE_CHECKS_TEXT.aboveLimit, { measured, most })];
}

function strayFeeders(basis: Basis, plan: Plan, from: number, to: number): Text[] {
  const taught = plan.teaching[from];
  const next = plan.grades.bands.find(
    ({ band }) => band > 0 && hasBand(taught, plan.grades.bands[band - 1].band) && !hasBand(taught, band),
  );
  if (!next) return [];
  return settledPairs(basis).flatMap((pair): Text[] => {
    const stray =
      pair % plan.grades.bandCount === next.band &&
      basis.unitBand[pair - 1] > 0 &&
      plan.assignment[pair - 1] === from &&
      plan.assignment[pair] !== to;
    return stray ? [lockText(basis, pair, to)] : [];
  });
}

const bandOf = (grades: Grades, pair: number): Band => grades.bands[pair % grades.bandCount].band;

/** The (unit, band) pairs with pupils. */
const settledPairs = ({ unitBand }: Basis): readonly number[] =>
  [...unitBand.keys()].filter((pair) => unitBand[pair] > 0);
