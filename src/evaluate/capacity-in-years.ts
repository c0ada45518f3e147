import { type DatedDemand, type Scenario, wholePupils } from "../domain/forecast.ts";
import { BAND_COUNT, BANDS } from "../domain/grades.ts";
import type { Text } from "../domain/language.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Ground } from "./basis.ts";

/** What the scenarios of a forecast are called. */
export const SCENARIO_NAMES: Readonly<Record<Scenario, Text>> = {
  low: { da: "lav", en: "low" },
  mid: { da: "middel", en: "mid" },
  high: { da: "høj", en: "high" },
};

/** Where and when a plan sends more expected pupils to a site than it has places, in words. */
export const overfullInYears = (
  ground: Pick<Ground, "municipality">,
  plan: Plan,
  demands: readonly DatedDemand[],
): readonly Text[] => demands.flatMap((demand) => overfullIn(ground, plan, demand));

function overfullIn(
  { municipality: { sites } }: Pick<Ground, "municipality">,
  plan: Plan,
  { schoolYear, scenario, pupils }: DatedDemand,
): readonly Text[] {
  const load = new Float64Array(sites.length * BAND_COUNT);
  pupils.forEach((expected, pair) => {
    const site = plan.assignment[pair];
    if (site !== NO_SITE) load[site * BAND_COUNT + (pair % BAND_COUNT)] += expected;
  });
  return sites.flatMap(({ name, capacity }, site) =>
    BANDS.flatMap(({ band, key }): Text[] => {
      const beyond = wholePupils(load[site * BAND_COUNT + band]) - (capacity[band] ?? Infinity);
      if (!(beyond > 0)) return [];
      const { da, en } = SCENARIO_NAMES[scenario];
      return [
        {
          da: `${name} mangler ${beyond} pladser i ${key}. klasse i skoleåret fra ${schoolYear} (${da})`,
          en: `${name} lacks ${beyond} places in grades ${key} in the school year from ${schoolYear} (${en})`,
        },
      ];
    }),
  );
}
