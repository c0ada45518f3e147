import { BAND_COUNT, BANDS, type Band, districtOfSite, NO_SITE, type Plan } from "../../src/index.ts";
import type { AppState } from "./app-state.ts";
import { chosenDocument } from "./chosen.ts";
import { todaysPlan } from "./plans.ts";
import { caseView } from "./selectors.ts";

/** The band that a plan's areas are shown for: one of them, or of each unit the lowest that goes to any site. */
export type ShownBand = Band | "lowest";

/** The site that a unit's pupils of a band go to; NO_SITE where they go to none. */
export function shownSite(assignment: Uint16Array, unit: number, band: ShownBand): number {
  const pair = shownPair(assignment, unit, band);
  return pair === undefined ? NO_SITE : assignment[pair];
}

/** The pair `unit * BAND_COUNT + band` that a unit is shown by; none where its pupils go to no site in any band. */
export function shownPair(assignment: Uint16Array, unit: number, band: ShownBand): number | undefined {
  const first = unit * BAND_COUNT;
  if (band !== "lowest") return first + band;
  for (let pair = first; pair < first + BAND_COUNT; pair++) if (assignment[pair] !== NO_SITE) return pair;
  return undefined;
}

const known = new WeakMap<Plan, boolean>();

/** Whether the bands of any unit go to different districts, so that one map cannot show them all. */
export function partsBands(plan: Plan): boolean {
  const parts = known.get(plan) ?? anyUnitParts(plan);
  known.set(plan, parts);
  return parts;
}

function anyUnitParts(plan: Plan): boolean {
  const { assignment } = plan;
  const districts = districtOfSite(plan);
  for (let unit = 0; unit < assignment.length; unit += BAND_COUNT) {
    let first = NO_SITE;
    for (let pair = unit; pair < unit + BAND_COUNT; pair++) {
      const site = assignment[pair];
      if (site === first || site === NO_SITE) continue;
      if (first !== NO_SITE && districts[site] !== districts[first]) return true;
      if (first === NO_SITE) first = site;
    }
  }
  return false;
}

/** The bands to choose from where what is looked at sends the bands of a unit to different districts; else none. */
export function bandsToChoose(state: AppState): readonly Band[] {
  const view = caseView(state);
  if (!view) return NONE;
  const today = todaysPlan(view);
  const plan = chosenDocument(state)?.plan ?? today;
  const looked = { today: [today], plan: [plan], side: [today, plan], swipe: [today, plan] }[state.choice.view];
  return looked.some(partsBands) ? ALL : NONE;
}

const ALL: readonly Band[] = BANDS.map(({ band }) => band);
const NONE: readonly Band[] = [];

/** The chosen band where there is a choice, the first unless another is chosen. */
export const shownBand = (state: AppState): ShownBand =>
  bandsToChoose(state).length > 0 ? (state.choice.band ?? ALL[0]) : "lowest";
