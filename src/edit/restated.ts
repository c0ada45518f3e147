import type { Grades } from "../domain/grades.ts";
import type { Assumption } from "../domain/assumption.ts";
import { unreachable } from "../domain/outcome.ts";
import { NO_SITE } from "../domain/plan.ts";
import { type Change, inverse, type Lockable } from "./change.ts";
import { normalForm } from "./compose.ts";
import { newSitesAfter, type Draft, type ProposalText, type SiteState } from "./draft.ts";
import { isSameText } from "./same.ts";
import { Sheet } from "./sheet.ts";

/**
 * Changes that were made of an older draft, as changes of the draft there is now: what each makes of a thing stays, what it takes to be
 * there is what is there. Of a site and a text only what was changed is, so that one hand's places and another's grades both hold. What
 * is so already is left out. New sites are known by their ids, whatever number others' have given them meanwhile. Whether the outcome may
 * be made is still to be checked; what can no longer be meant, such as pupils sent to a school that is gone, is found by that check.
 */
export function restated(now: Draft, changes: readonly Change[], madeOf: Draft = now): readonly Change[] {
  const sheet = new Sheet(now);
  const sum = normalForm(changes);
  const numberOf = sitesByNow(now, madeOf, sum);
  return normalForm(
    sum.flatMap((change) => {
      const made = of(now.municipality.grades, sheet, change, numberOf);
      for (const each of made) sheet.apply(each);
      return made;
    }),
  );
}

/** The number that a site has after the changes; one that no site has where it is gone. */
function sitesByNow(now: Draft, madeOf: Draft, sum: readonly Change[]): (site: number) => number {
  const known = now.municipality.sites.length;
  const steps = sum.filter((change) => change.kind === "new-site");
  const [then, since] = [madeOf, now].map(({ newSites }) => newSitesAfter(newSites, steps));
  if (then.length === since.length && then.every(({ id }, i) => id === since[i].id)) return (site) => site;
  const numbers = new Map(since.map(({ id }, i) => [id, known + i]));
  const gone = known + since.length;
  return (site) => (site < known || site === NO_SITE ? site : (numbers.get(then.at(site - known)?.id ?? "") ?? gone));
}

function of(grades: Grades, sheet: Sheet, change: Change, numberOf: (site: number) => number): readonly Change[] {
  switch (change.kind) {
    case "assign": {
      const from = Uint16Array.from(change.pairs, (pair) => sheet.assignment[pair]);
      return [{ ...change, from, to: change.to.map(numberOf) }];
    }
    case "site": {
      const site = numberOf(change.site);
      const from = sheet.siteState(site);
      return [{ kind: "site", site, from, to: stateOf(grades, from, change.from, change.to) }];
    }
    case "new-site":
      return [change];
    case "district": {
      const from = sheet.districtName(change.id);
      const { id, to } = change;
      if (from === to) return [];
      return [{ kind: "district", id, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
    }
    case "assumption":
      return assumed(change.id, sheet.assumption(change.id), change.to);
    case "lock":
      return lockOf(sheet, "site" in change.what ? { site: numberOf(change.what.site) } : change.what, change.to);
    case "text": {
      const from = sheet.text;
      return [{ kind: "text", from, to: textOf(from, change.from, change.to) }];
    }
    default:
      return unreachable(change);
  }
}

/** A state with what differs between two others as the later has it. */
function stateOf(grades: Grades, now: SiteState, before: SiteState, after: SiteState): SiteState {
  const isChanged = before.teaches ^ after.teaches;
  const teaches = (now.teaches & ~isChanged) | (after.teaches & isChanged);
  const capacity = grades.bands.map(({ band }) =>
    before.capacity[band] === after.capacity[band] ? now.capacity[band] : after.capacity[band],
  );
  const district = before.district === after.district ? now.district : after.district;
  return { teaches, capacity, ...(district !== undefined && { district }) };
}

function textOf(now: ProposalText, before: ProposalText, after: ProposalText): ProposalText {
  const isSameTitle = isSameText({ ...before, reason: "" }, { ...after, reason: "" });
  return {
    title: isSameTitle ? now.title : after.title,
    reason: before.reason === after.reason ? now.reason : after.reason,
  };
}

const assumed = (id: string, from: Assumption | undefined, to: Assumption | undefined): readonly Change[] =>
  from || to ? [{ kind: "assumption", id, ...(from && { from }), ...(to && { to }) }] : [];

function lockOf(sheet: Sheet, what: Lockable, to: boolean): readonly Change[] {
  const still = sheet.unlike(what, to);
  return still ? [{ kind: "lock", what: still, from: !to, to }] : [];
}

/**
 * What takes back one of somebody's own edits after others have changed things: all that still is as the edit left it goes back to what
 * it was before; the rest stays. `of`: how many things the edit changed, and `back`: how many of them go back.
 */
export function takenBack(
  now: Draft,
  made: readonly Change[],
): { readonly changes: readonly Change[]; readonly back: number; readonly of: number } {
  const sheet = new Sheet(now);
  const whole = normalForm(made);
  // Each with those before it taken back: new schools are a pile, in which the one under another is still as it was left.
  const still = whole.toReversed().flatMap((change) => {
    const back = stillSo(now.municipality.grades, sheet, change);
    for (const each of back) sheet.apply(each);
    return back;
  });
  const changes = restated(now, still);
  return { changes, back: size(changes), of: size(whole) };
}

/** Things that changes change; of a stroke, areas and grades. */
const size = (changes: readonly Change[]): number =>
  changes.reduce((sum, change) => sum + (change.kind === "assign" ? change.pairs.length : 1), 0);

/** The inverse of a change, of what is still as it left it. */
function stillSo(grades: Grades, sheet: Sheet, change: Change): readonly Change[] {
  switch (change.kind) {
    case "assign": {
      const at = [...change.pairs.keys()].filter((i) => sheet.assignment[change.pairs[i]] === change.to[i]);
      if (at.length === 0) return [];
      return [
        {
          kind: "assign",
          pairs: Uint32Array.from(at, (i) => change.pairs[i]),
          from: Uint16Array.from(at, (i) => change.to[i]),
          to: Uint16Array.from(at, (i) => change.from[i]),
        },
      ];
    }
    case "site": {
      const is = sheet.siteState(change.site);
      return [{ ...change, from: is, to: stateStill(grades, is, change.from, change.to) }];
    }
    case "text": {
      const is = sheet.text;
      const isTitle = isSameText({ title: is.title, reason: "" }, { title: change.to.title, reason: "" });
      const to = {
        title: isTitle ? change.from.title : is.title,
        reason: is.reason === change.to.reason ? change.from.reason : is.reason,
      };
      return [{ kind: "text", from: is, to }];
    }
    case "new-site":
    case "district":
    case "assumption":
    case "lock": {
      const back = inverse(change);
      return sheet.fits(back) ? [back] : [];
    }
    default:
      return unreachable(change);
  }
}

/** A state with what is still as it was left put back. */
function stateStill(grades: Grades, is: SiteState, from: SiteState, to: SiteState): SiteState {
  const still = ~(is.teaches ^ to.teaches) & (from.teaches ^ to.teaches);
  const teaches = (is.teaches & ~still) | (from.teaches & still);
  const capacity = grades.bands.map(({ band }) =>
    is.capacity[band] === to.capacity[band] ? from.capacity[band] : is.capacity[band],
  );
  const district = is.district === to.district ? from.district : is.district;
  return { teaches, capacity, ...(district !== undefined && { district }) };
}
