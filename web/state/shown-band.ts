import { type Band, districtOfSite, NO_SITE, type Plan, type Grades } from "../../src/index.ts";
import type { AppState } from "./app-state.ts";
import { chosenDocument } from "./chosen.ts";
import { todaysPlan } from "./plans.ts";
import { caseView, gradesHere } from "./selectors.ts";

/** The band that a plan's areas are shown for: one of them, or of each unit the lowest that goes to any site. */
export type ShownBand = Band | "lowest";

/** The site that a unit's pupils of a band go to; NO_SITE where they go to none. */
export function shownSite(grades: Grades, assignment: Uint16Array, unit: number, band: ShownBand): number {
  const pair = shownPair(grades, assignment, unit, band);
  return pair === undefined ? NO_SITE : assignment[pair];
}

/** The pair `unit * BAND_COUNT + band` that a unit is shown by; none where its pupils go to no site in any band. */
export function shownPair(grades: Grades, assignment: Uint16Array, unit: number, band: ShownBand): number | undefined {
  const first = unit * grades.bandCount;
  if (band !== "lowest") return first + band;
  for (let pair = first; pair < first + grades.bandCount; pair++) if (assignment[pair] !== NO_SITE) return pair;
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
  for (let unit = 0; unit < assignment.length; unit += plan.grades.bandCount) {
    let first = NO_SITE;
    for (let pair = unit; pair < unit + plan.grades.bandCount; pair++) {
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
  return looked.some(partsBands) ? bandNumbers(view.grades) : NONE;
}

const numbered = new WeakMap<Grades, readonly Band[]>();

/** One list as long as the case is the same. */
function bandNumbers(grades: Grades): readonly Band[] {
  const numbers = numbered.get(grades) ?? grades.bands.map(({ band }) => band);
  numbered.set(grades, numbers);
  return numbers;
}

const NONE: readonly Band[] = [];

/** The chosen band where there is a choice, the first unless another is chosen. */
export function shownBand(state: AppState): ShownBand {
  const [first] = bandsToChoose(state);
  if (first === undefined) return "lowest";
  return gradesHere(state).bands.find(({ key }) => key === state.choice.band)?.band ?? first;
}
