import { catalogue, filled } from "../domain/language.ts";
import { sum } from "../kernels/sum.ts";
import { PUPIL_NUMBERS, type PupilNumbers, type SavingParameter } from "../cost/uncertainty.ts";
import { FORECAST_YEARS } from "../forecast/forecast.ts";
import { type DrawnGround, drawYears } from "./drawn-years.ts";
import type { Ground } from "./basis.ts";
import { added, rangeOf, sitePupils } from "./pupil-ranges.ts";

const SAID = catalogue("evaluate.pupil-numbers", {
  drawnForecast: {
    da: "fremskrivningen, {years} år, trukket {drawn} gange med udsving i hvert skoleområde",
    en: "the forecast, {years} years, drawn {drawn} times with swings in each school's area",
  },
});

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
  const { homes } = ground;
  const ofCase = kept.get(ground.municipality) ?? [];
  kept.set(ground.municipality, ofCase);
  const known = ofCase.find((each) => each.homes === homes || isSame(each.homes, homes));
  if (known) return known.numbers;
  const numbers = numbersOf(ground, FORECAST_YEARS);
  ofCase.push({ homes, numbers });
  return numbers;
}

function numbersOf(ground: HomeGround, years: number): PupilNumbers {
  // As if nobody changed school: all bands go where the youngest do.
  const assignment = ground.baseline.assignment.map(
    (_, pair) => ground.homes[Math.floor(pair / ground.municipality.grades.bandCount)],
  );
  const home = { ...ground.baseline, assignment };
  const ahead = sitePupils(drawYears(ground, home, { years, draws: YEAR_DRAWS })).slice(1);
  const areas = new Map(
    ground.municipality.sites.flatMap((_, site): [number, CountedArea][] => {
      const pupils = added(ahead.map((sites) => sites[site]));
      const mean = sum(pupils) / pupils.length;
      return mean > 0 ? [[site, { pupils: mean, drawn: pupils.map((each) => each / mean) }]] : [];
    }),
  );
  const all = drawnFor(areas, new Map([...areas].map(([site, { pupils }]) => [site, pupils])));
  return { all: all ? parameterOf(all, years) : PUPIL_NUMBERS, of: (moved) => drawnFor(areas, moved) };
}

/** Pupils of a site's area in all coming years, on the mean, and in each draw against that, `[draw]`. */
interface CountedArea {
  readonly pupils: number;
  readonly drawn: Float64Array;
}

type HomeGround = DrawnGround & Pick<Ground, "homes">;

const isSame = (a: Uint16Array, b: Uint16Array): boolean =>
  a.length === b.length && a.every((site, unit) => site === b[unit]);

/** A weighted mean of the areas, `[draw]`; `weights`: by site, which need not sum to anything. */
function drawnFor(
  areas: ReadonlyMap<number, CountedArea>,
  weights: ReadonlyMap<number, number>,
): Float64Array | undefined {
  let mean: Float64Array | undefined;
  let whole = 0;
  for (const [site, weight] of weights) {
    const area = areas.get(site);
    if (!area) continue;
    mean ??= new Float64Array(area.drawn.length);
    for (let draw = 0; draw < mean.length; draw++) mean[draw] += weight * area.drawn[draw];
    whole += weight;
  }
  return mean?.map((each) => each / whole);
}

function parameterOf(drawn: Float64Array, years: number): SavingParameter {
  const { low, high } = rangeOf(drawn);
  return {
    ...PUPIL_NUMBERS,
    drawn,
    low: Math.max(0, 1 - Math.max(0, 1 - low) / WITHIN),
    high: 1 + Math.max(0, high - 1) / WITHIN,
    source: filled(SAID.drawnForecast, { years, drawn: drawn.length }),
  };
}
