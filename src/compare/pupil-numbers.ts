import { BAND_COUNT } from "../domain/grades.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Ground } from "../evaluate/basis.ts";
import { type DrawnGround, drawYears } from "../evaluate/drawn-years.ts";
import { FORECAST_YEARS } from "../forecast/forecast.ts";
import { added, rangeOf, sitePupils } from "./pupil-ranges.ts";
import { PUPIL_NUMBERS, type SavingParameter } from "./saving-model.ts";

/** How far off pupil numbers may be, from draws of the forecast: each school's area swings by itself. */
export interface PupilNumbers {
  /** Of the whole municipality. */
  readonly all: SavingParameter;
  /** Of those who get another school in a plan; of all where nobody does. Plans of one case are drawn on the same years. */
  readonly of: (plan: Plan) => SavingParameter;
}

/** A triangle holds eight of ten within this share of each side. */
const WITHIN = 1 - Math.sqrt(0.2);

/**
 * Pupils in all coming years added up against their mean, draw by draw. Savings are drawn with the draws themselves; the ends
 * are those of a triangle that holds eight of ten in the same range. The middle stays 1, so that a plan's saving in the middle
 * is the one shown everywhere else.
 */
export function pupilNumbersOf(
  ground: DrawnGround & Pick<Ground, "unitBand">,
  years: number = FORECAST_YEARS,
): PupilNumbers {
  const { baseline, unitBand } = ground;
  const home = homesOf(baseline);
  const ahead = sitePupils(drawYears(ground, { ...baseline, assignment: home }, { years })).slice(1);
  const areas = ground.municipality.sites.map((_, site) => added(ahead.map((sites) => sites[site])));
  const all = parameterOf(areas, areas.map(share), years);
  return {
    all,
    of: (plan) => {
      const moved = new Float64Array(areas.length);
      plan.assignment.forEach((site, pair) => {
        if (site !== baseline.assignment[pair] && home[pair] !== NO_SITE) moved[home[pair]] += unitBand[pair];
      });
      return moved.some((pupils) => pupils > 0) ? parameterOf(areas, [...moved], years) : all;
    },
  };
}

/** The site of each unit's youngest in all bands, as if nobody changed school: where the unit's area swings. */
function homesOf({ assignment }: Plan): Uint16Array {
  return assignment.map((_, pair) => {
    const first = pair - (pair % BAND_COUNT);
    return assignment.subarray(first, first + BAND_COUNT).find((site) => site !== NO_SITE) ?? NO_SITE;
  });
}

const share = (draws: Float64Array): number => draws.reduce((sum, pupils) => sum + pupils, 0);

/** A weighted mean of the areas' pupils, each against its own mean; `weights` need not sum to anything, `[area]`. */
function parameterOf(areas: readonly Float64Array[], weights: readonly number[], years: number): SavingParameter {
  const used = areas.flatMap((draws, area) => (share(draws) > 0 && weights[area] > 0 ? [area] : []));
  const whole = used.reduce((sum, area) => sum + weights[area], 0);
  if (whole === 0) return PUPIL_NUMBERS;
  const scaled = used.map((area) => {
    const scale = (weights[area] / whole) * (areas[area].length / share(areas[area]));
    return areas[area].map((pupils) => pupils * scale);
  });
  const drawn = added(scaled);
  const { low, high } = rangeOf(drawn);
  return {
    ...PUPIL_NUMBERS,
    drawn,
    low: Math.max(0, 1 - Math.max(0, 1 - low) / WITHIN),
    high: 1 + Math.max(0, high - 1) / WITHIN,
    source: {
      da: `fremskrivningen, ${years} år, trukket ${drawn.length} gange med udsving i hvert skoleområde`,
      en: `the forecast, ${years} years, drawn ${drawn.length} times with swings in each school's area`,
    },
  };
}
