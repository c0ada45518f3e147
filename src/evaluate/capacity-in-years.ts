import { type DatedDemand, SCENARIO_NAMES, wholePupils } from "../domain/forecast.ts";
import { gradesInWords } from "../domain/grades.ts";
import { catalogue, filled, type Text } from "../domain/language.ts";
import { NO_SITE, type Plan, teachesBand } from "../domain/plan.ts";
import type { Ground } from "./basis.ts";
import { toldCount, toldNumeral } from "./told-count.ts";

const SAID = catalogue("evaluate.capacity-in-years", {
  lacks: {
    da: "{name} mangler {places} i {grades} i skoleåret fra {schoolYear} ({scenario})",
    en: "{name} lacks {places} in {grades} in the school year from {schoolYear} ({scenario})",
  },
  short: {
    da: "I {schoolYear} ({scenario}) ventes {pupils} i {grades}, {beyond} flere end alle skoler har pladser til",
    en: "In {schoolYear} ({scenario}) {pupils} are expected in {grades}, {beyond} more than all schools have places for",
  },
});

/** Where and when a plan sends more expected pupils to a site than it has places, in words. */
export const overfullInYears = (
  ground: Pick<Ground, "municipality">,
  plan: Plan,
  demands: readonly DatedDemand[],
): readonly Text[] => demands.flatMap((demand) => overfullIn(ground, plan, demand));

function overfullIn(
  { municipality }: Pick<Ground, "municipality">,
  plan: Plan,
  { schoolYear, scenario, pupils }: DatedDemand,
): readonly Text[] {
  const { sites } = municipality;
  const load = new Float64Array(sites.length * plan.grades.bandCount);
  pupils.forEach((expected, pair) => {
    const site = plan.assignment[pair];
    if (site !== NO_SITE) load[site * plan.grades.bandCount + (pair % plan.grades.bandCount)] += expected;
  });
  return sites.flatMap(({ name, capacity }, site) =>
    plan.grades.bands.flatMap(({ band, key }): Text[] => {
      const beyond = wholePupils(load[site * plan.grades.bandCount + band]) - (capacity[band] ?? Infinity);
      if (!(beyond > 0)) return [];
      const [places, grades] = [toldCount(municipality, beyond, "places"), gradesInWords(key)];
      return [filled(SAID.lacks, { name, places, grades, schoolYear, scenario: SCENARIO_NAMES[scenario] })];
    }),
  );
}

/**
 * Years in which a band has more expected pupils than all sites that teach it have places, in words: the worst of each band.
 * Where one such site has an unknown capacity, nobody can say.
 */
export function shortInAll(
  { municipality }: Pick<Ground, "municipality">,
  plan: Plan,
  demands: readonly DatedDemand[],
): readonly Text[] {
  const { sites } = municipality;
  if (demands.length === 0) return [];
  return plan.grades.bands.flatMap(({ band, key }): Text[] => {
    const placesOf = sites.filter((_, site) => teachesBand(plan, site, band)).map(({ capacity }) => capacity[band]);
    const places = placesOf.reduce<number>((sum, each) => sum + (each ?? Infinity), 0);
    const short = demands
      .map(({ schoolYear, scenario, pupils }) => {
        let expected = 0;
        for (let pair: number = band; pair < pupils.length; pair += plan.grades.bandCount) expected += pupils[pair];
        return { schoolYear, scenario, expected: wholePupils(expected) };
      })
      .reduce((worst, each) => (each.expected > worst.expected ? each : worst));
    if (short.expected <= places) return [];
    const { schoolYear, scenario, expected } = short;
    const [pupils, grades] = [toldCount(municipality, expected, "pupils"), gradesInWords(key)];
    const beyond = toldNumeral(municipality, expected - places);
    return [filled(SAID.short, { schoolYear, scenario: SCENARIO_NAMES[scenario], pupils, grades, beyond })];
  });
}
