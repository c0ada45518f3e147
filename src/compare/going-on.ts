import { NO_BANDS } from "../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";

/** A school of today and one of the plan with what they share, by number of their districts. */
export interface Link {
  readonly old: number;
  readonly now: number;
  /** Pupils of today at the sites that both have. */
  readonly pupils: number;
}

/**
 * Which school goes on as which: by name first, then by pupils; see `CONTINUES`. `today` may know fewer sites. `unitBand`: pupils.
 * `links`: all that share a site which is open in both. `heirs`: the school that goes on in each of the plan's, `[now]`, one for each and the other way round.
 */
export function goingOn(
  today: Plan,
  plan: Plan,
  unitBand: Uint32Array,
): { readonly links: readonly Link[]; readonly heirs: ReadonlyMap<number, number> } {
  const links = linksBetween(today, plan, unitBand);
  const keepsName = ({ old, now }: Link): boolean => today.districts[old].name === plan.districts[now].name;
  const order = links.toSorted(
    (a, b) => Number(keepsName(b)) - Number(keepsName(a)) || b.pupils - a.pupils || a.old - b.old || a.now - b.now,
  );
  const heirs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { old, now } of order) {
    if (heirs.has(now) || taken.has(old)) continue;
    heirs.set(now, old);
    taken.add(old);
  }
  return { links, heirs };
}

function linksBetween(today: Plan, plan: Plan, unitBand: Uint32Array): readonly Link[] {
  const shared = new Map<string, Link>();
  const pupils = pupilsAt(today, unitBand);
  const [before, after] = [districtOfSite(today), districtOfSite(plan)];
  for (const [site, teaches] of today.teaching.entries()) {
    const [old, now] = [before[site], after[site]];
    if (teaches === NO_BANDS || plan.teaching[site] === NO_BANDS || old === NO_SITE || now === NO_SITE) continue;
    const key = `${old} ${now}`;
    shared.set(key, { old, now, pupils: (shared.get(key)?.pupils ?? 0) + pupils[site] });
  }
  return [...shared.values()];
}

function pupilsAt({ assignment, teaching }: Plan, unitBand: Uint32Array): readonly number[] {
  const pupils = Array.from(teaching, () => 0);
  assignment.forEach((site, pair) => {
    if (site !== NO_SITE) pupils[site] += unitBand[pair];
  });
  return pupils;
}
