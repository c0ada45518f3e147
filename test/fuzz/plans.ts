import { BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { archipelago } from "../cases/archipelago.ts";
import { tinyCase } from "../cases/tiny.ts";
import { caseFolder } from "../data/case-folder.ts";
import { type Dice, type Kind, Tally } from "./attempt.ts";
import { measured } from "./invariants.ts";

const open = (files: ReadonlyMap<string, Uint8Array>): OpenCase => {
  const { value } = openCase(files);
  if (!value) throw new Error("a whole case cannot be opened");
  return value;
};

let cases: readonly OpenCase[] | undefined;
const allCases = (): readonly OpenCase[] =>
  (cases ??= [open(tinyCase()), open(archipelago(1)), open(caseFolder("lattice")), open(caseFolder("holbaek"))]);

/** A plan that somebody might paint or write: some pairs elsewhere or nowhere, sites closed or changed, districts torn. */
export function brokenPlan({ basis, plans }: OpenCase, dice: Dice): Plan {
  const { municipality } = basis;
  const start = dice.one(plans);
  const assignment = start.assignment.slice();
  const teaching = start.teaching.slice();
  const sites = municipality.sites.length;
  for (let times = dice.whole(0, 3); times > 0; times--) teaching[dice.whole(0, sites - 1)] = dice.whole(0, 7);
  const moved = dice.one([0, 0.001, 0.1, 1]);
  for (let pair = 0; pair < assignment.length; pair++)
    if (dice.chance(moved)) assignment[pair] = dice.chance(0.2) ? NO_SITE : dice.whole(0, sites - 1);
  const districts = start.districts
    .map((district) => ({ ...district, sites: district.sites.filter(() => !dice.chance(0.05)) }))
    .filter(() => !dice.chance(0.05));
  return { grades: GRADES, id: "broken", title: "Broken", districts, teaching, assignment };
}

export const tally = new Tally();

/** Broken plans: every pupil is measured or reported, and every figure is a number. */
export const brokenPlans: Kind = {
  name: "plans",
  async attempt(dice) {
    const opened = dice.one(allCases());
    const plan = brokenPlan(opened, dice);
    const pairs = plan.assignment.filter((site, pair) => site === NO_SITE && opened.basis.unitBand[pair] > 0).length;
    tally.add(pairs > 0 ? `unfinished` : "finished");
    const fault = measured(opened.basis, plan);
    return fault === undefined
      ? undefined
      : { what: `${opened.basis.municipality.info.name}, ${plan.assignment.length / BAND_COUNT} units: ${fault}` };
  },
};
