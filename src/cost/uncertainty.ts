import { COST_CATEGORIES } from "../domain/cost-items.ts";
import { catalogue, type Said, type Text } from "../domain/language.ts";
import { type CorrelatedGroup, drawParameters, type UncertainParameter } from "../kernels/uncertainty/draws.ts";
import { numberOf } from "../kernels/random.ts";
import { normalDraws, seededDraws } from "../kernels/uncertainty/generator.ts";
import { COST_PARAMETER_KEYS, type CostModel, type CostParameterKey, type CostValues } from "./parameters/table.ts";
import { restsOf, valuesAt } from "./saving.ts";

/** A figure that the savings rest on, with its name for readers. */
export interface SavingParameter extends UncertainParameter {
  readonly key: CostParameterKey | "pupils";
  readonly name: Text;
  readonly unit: Text;
  readonly source: Said;
  readonly confidence: "high" | "medium" | "low";
}

/**
 * Whether the pupil numbers that the plans are measured on hold: a factor on everything that is counted in pupils or classes. The range is
 * an assumption that stands in where no forecast gives one.
 */
export const PUPIL_NUMBERS: SavingParameter = catalogue("cost.uncertainty.pupilNumbers", {
  key: "pupils",
  name: { da: "Elevtallet i forhold til det, der er regnet på", en: "Pupil numbers against those computed on" },
  low: 0.9,
  mid: 1,
  high: 1.1,
  unit: { da: "andel", en: "share" },
  source: { da: "antagelse", en: "assumption" },
  confidence: "low",
});

/** How far off pupil numbers may be. */
export interface PupilNumbers {
  /** Of the whole municipality. */
  readonly all: SavingParameter;
  /** Those of the areas whose pupils a plan sends to another school, `[draw]`, by how many of each site's it sends; `undefined`: as all. */
  readonly of: (moved: ReadonlyMap<number, number>) => Float64Array | undefined;
}

export const ASSUMED_NUMBERS: PupilNumbers = { all: PUPIL_NUMBERS, of: () => undefined };

/** Which figures move together, how much, and why. The correlations are assumed: no source measures them. */
export const COST_CORRELATIONS: readonly (CorrelatedGroup & { readonly why: Text })[] = catalogue(
  "cost.uncertainty.costCorrelations",
  [
    {
      keys: ["class", "schoolLeader", "siteLeader", "administrator"],
      r: 0.5,
      why: {
        da: "Antaget: alle er mest løn efter samme overenskomster, så er den ene højere end ventet, er de andre det nok også.",
        en: "Assumed: all are mostly wages under the same agreements, so if one is higher than expected the others probably are too.",
      },
    },
    {
      keys: ["leaveWhenClosed", "leaveWhenFarther"],
      r: 0.6,
      why: {
        da: "Antaget: samme familiers tilbøjelighed til at vælge privatskole.",
        en: "Assumed: the same families' inclination to choose a private school.",
      },
    },
    {
      keys: ["areaPerPupil", "areaPerPupilSmall"],
      r: 0.5,
      why: {
        da: "Antaget: samme kommunes byggeskik og indretning af skoler.",
        en: "Assumed: the same municipality's way of building and using schools.",
      },
    },
  ],
);

/** The parameters that the arithmetic of any category uses; the register holds others, which move nothing here. */
const IN_USE: ReadonlySet<CostParameterKey> = new Set(COST_CATEGORIES.flatMap(restsOf));
const OF_TIME: ReadonlySet<CostParameterKey> = new Set(restsOf("time"));

/** Nobody's time moves money that no hour is priced in. */
const isInUse = ({ hourValue }: CostModel, key: CostParameterKey): boolean =>
  IN_USE.has(key) && (hourValue.high > 0 || !OF_TIME.has(key));

/** Those whose value may be in doubt: not what moves nothing in the case. */
export const savingParameters = (costs: CostModel, { all }: PupilNumbers): readonly SavingParameter[] => [
  ...costParameters(costs).filter(({ key }) => costs[key].withoutEffect === undefined),
  all,
];

const costParameters = (costs: CostModel): readonly (SavingParameter & { readonly key: CostParameterKey })[] =>
  COST_PARAMETER_KEYS.filter((key) => isInUse(costs, key)).map((key) => {
    const { name, low, mid, high, unit, source, confidence, kind, shape } = costs[key];
    const figure = { key, name, low, mid, high, unit, source, confidence };
    return { ...figure, ...(kind === "share" && { most: 1 }), ...(shape && { shape }) };
  });

/** How many draws a figure rests on, and where they begin: the same on the page, on the command line and in files. */
export interface DrawSettings {
  readonly draws: number;
  readonly seed: number;
}

export const DRAWS: DrawSettings = { draws: 1000, seed: 1 };

/** Values of every parameter at once, draw by draw: all plans are computed on the same (common random numbers). */
export interface CostDraws extends DrawSettings {
  /** `[draw]` */
  readonly values: readonly CostValues[];
  /** Standard normal numbers, `[draw]`: how the cohorts of a site fall out, the same in every plan. By the site's id. */
  readonly cohorts: (site: string) => Float64Array;
}

const kept = new WeakMap<CostModel, Map<string, CostDraws>>();

/** The same draws for the same prices and settings; made once. Throws a `RangeError` for less than one draw. */
export function costDraws(costs: CostModel, { draws, seed }: DrawSettings = DRAWS): CostDraws {
  if (!(Number.isInteger(draws) && draws >= 1)) throw new RangeError("A range needs at least one draw.");
  const known = kept.get(costs) ?? new Map<string, CostDraws>();
  kept.set(costs, known);
  const key = `${draws} ${seed}`;
  const made = known.get(key) ?? drawn(costs, { draws, seed });
  known.set(key, made);
  return made;
}

function drawn(costs: CostModel, { draws, seed }: DrawSettings): CostDraws {
  const parameters = costParameters(costs);
  const { values } = drawParameters(parameters, COST_CORRELATIONS, { draws, seed });
  const middle = valuesAt(costs, "mid");
  const cohorts = new Map<string, Float64Array>();
  return {
    draws,
    seed,
    values: Array.from({ length: draws }, (_, draw) => {
      const at = { ...middle };
      parameters.forEach(({ key }, number) => (at[key] = values[number][draw]));
      return at;
    }),
    cohorts: (site) => {
      const known = cohorts.get(site);
      if (known) return known;
      const normal = normalDraws(seededDraws(seed + numberOf(site)));
      const made = Float64Array.from({ length: draws }, normal);
      cohorts.set(site, made);
      return made;
    },
  };
}

/** The same draws of all else, where so large a share comes of what is planned to be saved. */
export const comingAt = (draws: CostDraws, realisation: number): CostDraws => ({
  ...draws,
  values: draws.values.map((at) => ({ ...at, realisation })),
});

/** Draws of an assumed range, where no forecast has drawn: always the same. */
const assumed = drawParameters([PUPIL_NUMBERS], [], DRAWS).values[0];

/** Pupil numbers of the areas that a plan changes against those computed on, `[draw]`; to be used in turn. */
export const pupilDraws = ({ all, of }: PupilNumbers, moved: ReadonlyMap<number, number>): Float64Array =>
  of(moved) ?? all.drawn ?? assumed;
