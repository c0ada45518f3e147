import type { Grades } from "../domain/grades.ts";
import type { Assumption, AssumedHousing, ClaimedFigure } from "../domain/assumption.ts";
import { COST_ITEMS, costFault } from "../domain/cost-items.ts";
import { DWELLING_TYPES } from "../domain/forecast.ts";
import { catalogue, LANGUAGES, saidIn, type Text } from "../domain/language.ts";
import type { Position } from "../domain/municipality.ts";
import { unreachable } from "../domain/outcome.ts";
import { NO_SITE } from "../domain/plan.ts";
import { isSeen } from "../protocol/words.ts";
import type { Change, Lockable } from "./change.ts";
import type { Draft, NewSite, ProposalText, SiteState } from "./draft.ts";
import { type Refusal, refusal } from "./issue-texts.ts";

/** What one edit may hold, so that nobody can fill a room's log by mistake or on purpose. */
export const MOST = {
  changes: 2_000,
  newSites: 100,
  assumptions: 100,
  alongRoad: 50,
  kroner: 100_000_000_000,
  dwellings: 100_000,
  name: 200,
  reason: 10_000,
  places: 100_000,
} as const;

/** What of the changes is no change of any draft of this case; empty where all can be read. O(what they hold). */
export function misshapen(draft: Draft, changes: readonly Change[]): readonly Refusal[] {
  if (changes.length > MOST.changes) return [tooLarge(CHANGES, changes.length, MOST.changes)];
  const placed = draft.newSites.length + changes.filter((change) => change.kind === "new-site" && change.is).length;
  if (placed > MOST.newSites) return [tooLarge(NEW_SITES, placed, MOST.newSites)];
  const assumed =
    draft.assumptions.size +
    changes.filter((change) => change.kind === "assumption" && change.to && !change.from).length;
  if (assumed > MOST.assumptions) return [tooLarge(ASSUMPTIONS, assumed, MOST.assumptions)];
  return changes.flatMap((change) => misshapenChange(draft, change) ?? []);
}

const tooLarge = (what: Text, found: number, most: number): Refusal => refusal("edit.too-large", { what, found, most });
const malformed = (what: Text): Refusal => refusal("edit.malformed", { what });

const CHANGES: Text = catalogue("edit.form.changes", { da: "antallet af ændringer", en: "the number of changes" });
const NEW_SITES: Text = catalogue("edit.form.newSites", {
  da: "antallet af nye skoler",
  en: "the number of new schools",
});
const ASSUMPTIONS: Text = catalogue("edit.form.assumptions", {
  da: "antallet af forudsætninger",
  en: "the number of assumptions",
});
const ALONG: Text = catalogue("edit.form.along", {
  da: "antallet af steder på vejen",
  en: "the number of places along the road",
});
const NAME: Text = catalogue("edit.form.name", { da: "navnets længde", en: "the length of the name" });
const REASON: Text = catalogue("edit.form.reason", { da: "begrundelsens længde", en: "the length of the reason" });
const LISTS: Text = catalogue("edit.form.lists", {
  da: "områderne står ikke i orden",
  en: "the areas are not in order",
});
const BANDS_WRONG: Text = catalogue("edit.form.bandsWrong", {
  da: "klassetrinnene findes ikke",
  en: "there are no such grades",
});
const PLACES: Text = catalogue("edit.form.places", { da: "antallet af pladser", en: "the number of places" });
const PLACE: Text = catalogue("edit.form.place", { da: "stedet er ikke på kortet", en: "the place is not on the map" });
const NOTHING: Text = catalogue("edit.form.nothing", { da: "intet er nævnt", en: "nothing is named" });

function misshapenChange(draft: Draft, change: Change): Refusal | undefined {
  switch (change.kind) {
    case "assign":
      if (change.from.length !== change.pairs.length || change.to.length !== change.pairs.length)
        return malformed(LISTS);
      return misshapenPairs(draft, change.pairs);
    case "site":
      return (
        misshapenNumber(change.site) ??
        misshapenState(draft.municipality.grades, change.from) ??
        misshapenState(draft.municipality.grades, change.to)
      );
    case "new-site":
      if ((change.was === undefined) === (change.is === undefined)) return malformed(NOTHING);
      return misshapenSite(change.was ?? change.is);
    case "district":
      if (change.from === undefined && change.to === undefined) return malformed(NOTHING);
      return misshapenName(change.id) ?? misshapenName(change.from ?? "-") ?? misshapenName(change.to ?? "-");
    case "assumption":
      if (!change.from && !change.to) return malformed(NOTHING);
      return (
        misshapenName(change.id) ?? misshapenAssumption(draft, change.from) ?? misshapenAssumption(draft, change.to)
      );
    case "lock":
      return misshapenLock(draft, change.what);
    case "text":
      return misshapenText(change.from) ?? misshapenText(change.to);
    default:
      return unreachable(change);
  }
}

function misshapenPairs({ municipality }: Draft, pairs: Uint32Array): Refusal | undefined {
  const count = municipality.units.count * municipality.grades.bandCount;
  for (let i = 0; i < pairs.length; i++) {
    if (pairs[i] >= count)
      return refusal("edit.unit-unknown", { unit: Math.floor(pairs[i] / municipality.grades.bandCount) });
    if (i > 0 && pairs[i] <= pairs[i - 1]) return malformed(LISTS);
  }
  return pairs.length === 0 ? malformed(NOTHING) : undefined;
}

const isCount = (value: number, below: number): boolean => Number.isInteger(value) && value >= 0 && value < below;

const misshapenNumber = (site: number): Refusal | undefined =>
  isCount(site, NO_SITE) ? undefined : refusal("edit.site-unknown", { site });

function misshapenState(grades: Grades, { teaches, capacity, district }: SiteState): Refusal | undefined {
  if (!isCount(teaches, 1 << grades.bandCount) || capacity.length !== grades.bandCount) return malformed(BANDS_WRONG);
  const wrong = capacity.find((places) => places !== undefined && !isCount(places, MOST.places));
  if (wrong !== undefined) return tooLarge(PLACES, wrong, MOST.places);
  return district === undefined ? undefined : misshapenName(district);
}

const isOnEarth = ({ lon, lat }: Position): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

function misshapenSite(site: NewSite | undefined): Refusal | undefined {
  if (!site) return malformed(NOTHING);
  return isOnEarth(site) ? (misshapenName(site.id) ?? misshapenName(site.name)) : malformed(PLACE);
}

function misshapenAssumption(draft: Draft, assumption: Assumption | undefined): Refusal | undefined {
  if (!assumption) return undefined;
  const unnamed = misshapenName(assumption.name);
  if (unnamed) return unnamed;
  const { name } = assumption;
  switch (assumption.kind) {
    case "cost": {
      const isSum = isCount(assumption.kroner, MOST.kroner) && assumption.kroner > 0;
      return isSum ? undefined : refusal("edit.assumed-cost", { name });
    }
    case "danger": {
      const { along, bands } = assumption;
      if (along.length > MOST.alongRoad) return tooLarge(ALONG, along.length, MOST.alongRoad);
      const isStretch =
        along.length > 1 &&
        along.every(isOnEarth) &&
        isCount(bands, 1 << draft.municipality.grades.bandCount) &&
        bands > 0;
      return isStretch ? undefined : refusal("edit.assumed-danger", { name });
    }
    case "housing":
      return misshapenHousing(draft, assumption);
    case "claim":
      return misshapenClaim(assumption);
    default:
      return unreachable(assumption);
  }
}

function misshapenHousing({ municipality }: Draft, housing: AssumedHousing): Refusal | undefined {
  const { name, unit, dwellings, firstYear, lastYear, type } = housing;
  if (!isCount(unit, municipality.units.count)) return refusal("edit.unit-unknown", { unit });
  const isDated = [firstYear, lastYear].every((year) => isCount(year, 10_000) && year >= 1900) && firstYear <= lastYear;
  const isSound = isDated && isCount(dwellings, MOST.dwellings) && dwellings > 0 && DWELLING_TYPES.includes(type);
  return isSound ? undefined : refusal("edit.assumed-housing", { name });
}

function misshapenClaim({ name, item, value }: ClaimedFigure): Refusal | undefined {
  const isFigure = COST_ITEMS.includes(item) && value >= 0 && value <= MOST.kroner;
  return isFigure && costFault(item, value) === undefined ? undefined : refusal("edit.claimed-figure", { name });
}

function misshapenName(name: string): Refusal | undefined {
  if (!isSeen(name)) return malformed(NOTHING);
  return name.length > MOST.name ? tooLarge(NAME, name.length, MOST.name) : undefined;
}

function misshapenLock(draft: Draft, what: Lockable): Refusal | undefined {
  if ("pairs" in what) return misshapenPairs(draft, what.pairs);
  if ("site" in what) return misshapenNumber(what.site);
  if ("district" in what) return misshapenName(what.district);
  return isCount(what.band, draft.municipality.grades.bandCount) ? undefined : malformed(BANDS_WRONG);
}

function misshapenText({ title, reason }: ProposalText): Refusal | undefined {
  for (const language of LANGUAGES) {
    const wrong = misshapenName(saidIn(title, language));
    if (wrong) return wrong;
  }
  return reason.length > MOST.reason ? tooLarge(REASON, reason.length, MOST.reason) : undefined;
}
