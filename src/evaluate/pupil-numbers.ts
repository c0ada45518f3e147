import { PUPIL_NUMBERS, type PupilNumbers, type SavingParameter } from "../cost/uncertainty.ts";
import { FORECAST_YEARS } from "../forecast/forecast.ts";
import { type DrawnGround, drawYears } from "./drawn-years.ts";
import type { Ground } from "./basis.ts";
import { added, rangeOf, sitePupils } from "./pupil-ranges.ts";

/** Draws of the years, used in turn by draws of prices: more would make the first figure of a case wait. */
const YEAR_DRAWS = 200;

/** A triangle holds eight of ten within this share of each side. */
const WITHIN = 1 - Math.sqrt(0.2);

/** By the case and by what the areas are: plans of today that send everybody to the same schools share them. */
const kept = new WeakMap<
  DrawnGround["municipality"],
  { readonly homes: Uint16Array; readonly numbers: PupilNumbers }[]
>();

/**
 * How far off pupil numbers may be, from draws of the forecast: each school's area swings by itself. Pupils in all coming years added up
 * against their mean, draw by draw; the ends are those of a triangle that holds eight of ten in the same range. The middle stays 1:
 * plans are measured on the pupils of today. Worked out once a case and division into areas: prices do not change it.
 */
export function pupilNumbersOf(ground: HomeGround): PupilNumbers {
  const homes = ground.homes;
  const ofCase = kept.get(ground.municipality) ?? [];
  kept.set(ground.municipality, ofCase);
  const known = ofCase.find((each) => each.homes === homes || isSame(each.homes, homes));
  if (known) return known.numbers;
  const numbers = numbersOf(ground, FORECAST_YEARS);
  ofCase.push({ homes, numbers });
  return numbers;
}

function numbersOf(ground: HomeGround, years: number): PupilNumbers {
  const home = { ...ground.baseline, assignment: ground.homes };
  const ahead = sitePupils(drawYears(ground, home, { years, draws: YEAR_DRAWS })).slice(1);
  const areas = ground.municipality.sites.map((_, site) => added(ahead.map((sites) => sites[site])));
  const all = drawnFor(areas, areas.map(share));
  return {
    all: all ? parameterOf(all, years) : PUPIL_NUMBERS,
    of: (moved) =>
      drawnFor(
        areas,
        areas.map((_, area) => moved.get(area) ?? 0),
      ),
  };
}

type HomeGround = DrawnGround & Pick<Ground, "homes">;

const isSame = (a: Uint16Array, b: Uint16Array): boolean =>
  a.length === b.length && a.every((site, pair) => site === b[pair]);

const share = (draws: Float64Array): number => draws.reduce((sum, pupils) => sum + pupils, 0);

/** A weighted mean of the areas' pupils, each against its own mean, `[draw]`; `weights` need not sum to anything, `[area]`. */
function drawnFor(areas: readonly Float64Array[], weights: readonly number[]): Float64Array | undefined {
  const used = areas.flatMap((draws, area) => (weights[area] > 0 && share(draws) > 0 ? [area] : []));
  const whole = used.reduce((sum, area) => sum + weights[area], 0);
  if (whole === 0) return undefined;
  return added(
    used.map((area) => {
      const scale = (weights[area] / whole) * (areas[area].length / share(areas[area]));
      return areas[area].map((pupils) => pupils * scale);
    }),
  );
}

function parameterOf(drawn: Float64Array, years: number): SavingParameter {
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
