import { hasBand } from "../../domain/grades.ts";
import { districtOfSite } from "../../domain/plan.ts";
import type { RedrawQuestion, RedrawRule } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { UnionFind } from "../../geo/union-find.ts";
import { unitFinder } from "../../geo/unit-at.ts";
import type { Bonds, UnitLimits } from "../../kernels/districting/bonds.ts";

/** What a question's rules ask of single units. */
interface UnitRules {
  readonly bonds?: Bonds;
  readonly unitLimits?: readonly UnitLimits[];
}

/** Sites that stay as they are, by rules about them or about their whole district. */
export const heldSites = (
  { baseline }: Pick<Basis, "baseline">,
  rules: readonly RedrawRule[] = [],
): readonly number[] => [
  ...new Set(
    rules.flatMap((rule) =>
      rule.kind === "held-site"
        ? [rule.site]
        : rule.kind === "held-district"
          ? baseline.districts[rule.district].sites
          : [],
    ),
  ),
];

/** Units where somebody goes to a site today. */
export function unitsAt({ baseline, unitBand }: Basis, site: number): readonly number[] {
  const units = new Set<number>();
  baseline.assignment.forEach((own, pair) => {
    if (own === site && unitBand[pair] > 0) units.add(Math.floor(pair / baseline.grades.bandCount));
  });
  return [...units];
}

/** Where a site stands that is outside all units. */
const OUTSIDE = -1;

/** The rules about units and sites as groups of units that belong together or apart; undefined where they contradict each other. */
export function unitRules(basis: Basis, { rules = [] }: RedrawQuestion): UnitRules | undefined {
  const { municipality, baseline } = basis;
  const held = heldSites(basis, rules);
  if (locksCollide(basis, rules, held)) return undefined;
  const unitAt = unitFinder(municipality.units);
  const stand = (site: number): number => unitAt(municipality.sites[site]) ?? OUTSIDE;
  const groups = new Groups(municipality.units.count);
  for (const rule of rules) if (rule.kind === "lock") groups.join(rule.unit, stand(rule.site));
  for (const site of held) for (const unit of [stand(site), ...unitsAt(basis, site)]) groups.join(unit, stand(site));
  const districts = districtOfSite(baseline);
  const pairsOfSites = held.flatMap((site, i) => held.slice(0, i).map((other) => [site, other] as const));
  const isTogether = ([one, other]: readonly [number, number]): boolean => districts[one] === districts[other];
  for (const [one, other] of pairsOfSites.filter(isTogether)) groups.join(stand(one), stand(other));
  const open = baseline.teaching.flatMap((taught, site) => (taught === 0 || held.includes(site) ? [] : [site]));
  const whole = rules.flatMap((rule) => (rule.kind === "held-district" ? baseline.districts[rule.district].sites : []));
  const apart = [
    ...pairsOfSites.filter((pair) => !isTogether(pair)),
    ...whole.flatMap((site) => open.map((other) => [site, other] as const)),
  ].map(([one, other]) => [stand(one), stand(other)] as const);
  for (const unit of apart.flat()) groups.join(unit, unit);
  const { together, groupOf } = groups.all();
  const pairs = new Map(
    apart.map(([one, other]) => {
      const pair = [groupOf(one), groupOf(other)].toSorted((a, b) => a - b);
      return [pair.join(), [pair[0], pair[1]] as const];
    }),
  );
  const unitLimits = rules.flatMap((rule) => limitsOfUnit(rule, stand));
  const contradict = [...pairs.values()].some(([one, other]) => one === other);
  if (contradict || groups.holds(OUTSIDE) || unitLimits.some(({ unit }) => unit === OUTSIDE)) return undefined;
  return {
    ...(together.length > 0 && { bonds: { together, apart: [...pairs.values()] } }),
    ...(unitLimits.length > 0 && { unitLimits }),
  };
}

/** Whether somebody is locked to two sites, to one that does not teach them, or away from or to a site that stays as it is. */
function locksCollide({ baseline, unitBand }: Basis, rules: readonly RedrawRule[], held: readonly number[]): boolean {
  const lockedTo = new Map<number, number>();
  return rules.some((rule) => {
    if (rule.kind !== "lock") return false;
    const pair = rule.unit * baseline.grades.bandCount + rule.band;
    const [today, before] = [baseline.assignment[pair], lockedTo.get(pair) ?? rule.site];
    lockedTo.set(pair, rule.site);
    if (before !== rule.site) return true;
    if (unitBand[pair] === 0) return false;
    const isMoved = today !== rule.site && (held.includes(today) || held.includes(rule.site));
    return isMoved || !hasBand(baseline.teaching[rule.site], rule.band);
  });
}

function limitsOfUnit(rule: RedrawRule, stand: (site: number) => number): readonly UnitLimits[] {
  if (rule.kind !== "at-least-pupils" && rule.kind !== "at-most-pupils") return [];
  if (rule.site === undefined) return [];
  const [least, most] = rule.kind === "at-least-pupils" ? [rule.pupils, Infinity] : [0, rule.pupils];
  return [{ unit: stand(rule.site), least, most }];
}

/** Units joined into groups; {@link OUTSIDE} is a group that no unit may be in. */
class Groups {
  readonly #joined: UnionFind;
  /** Those that somebody named. */
  readonly #named = new Set<number>();
  readonly #outside: number;

  constructor(units: number) {
    this.#joined = new UnionFind(units + 1);
    this.#outside = units;
  }

  join(one: number, other: number): void {
    this.#named.add(one).add(other);
    this.#joined.join(this.#item(one), this.#item(other));
  }

  #item(unit: number): number {
    return unit === OUTSIDE ? this.#outside : unit;
  }

  holds = (unit: number): boolean => this.#named.has(unit);

  /** The groups, each from its first unit on, and which of them a unit is in. */
  all() {
    const members = new Map<number, number[]>();
    for (const unit of [...this.#named].toSorted((a, b) => a - b)) {
      const first = this.#joined.find(this.#item(unit));
      const known = members.get(first);
      if (known) known.push(unit);
      else members.set(first, [unit]);
    }
    const order = [...members.keys()];
    const groupOf = (unit: number): number => order.indexOf(this.#joined.find(this.#item(unit)));
    return { together: [...members.values()], groupOf };
  }
}
