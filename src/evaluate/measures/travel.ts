import { catalogue } from "../../domain/language.ts";
import type { Band } from "../../domain/grades.ts";
import { quantile } from "../distribution.ts";
import type { PlanTotals } from "../plan-totals.ts";
import { allOf, type MeasureRow, over, perDay, ratio, whenWhole } from "./measure.ts";

const ways = (plan: PlanTotals, bands: readonly Band[], share: number) =>
  quantile(
    bands.flatMap((band) => plan.ways[band]),
    share,
  );

export const TRAVEL_MEASURES = catalogue("evaluate.measures.travel", [
  {
    key: "changed-site",
    places: { pair: 3, decision: 2, compare: 3 },
    verdict: 4,
    group: "travel",
    unit: "pupils",
    better: "lower",
    eachBand: "too",
    label: { da: "Elever, der skifter skole", en: "Pupils who change site" },
    title: { da: "Elever, der skifter skole", en: "Pupils who change school" },
    explanation: {
      da: "Elever, som planen henviser til en anden skole end i dag.",
      en: "Pupils whom the plan assigns to another school than today.",
    },
    compute: (plan, bands) => whenWhole(plan, over(plan.changedSite, bands)),
  },
  {
    key: "changed-district",
    group: "travel",
    unit: "pupils",
    better: "lower",
    label: { da: "Elever, der skifter distrikt", en: "Pupils who change district" },
    explanation: {
      da: "Et distrikt føres videre af det nye distrikt, der får flest af dets elever. Elever, der ender i et andet, skifter distrikt.",
      en: "A district lives on in the new district that takes most of its pupils. Pupils who end up in another one change district.",
    },
    compute: (plan) => whenWhole(plan, plan.changedDistrict),
  },
  {
    key: "distance-mean",
    places: { pair: 2, alike: 2, compare: 1 },
    group: "travel",
    from: "ways",
    unit: "metres",
    better: "lower",
    eachBand: "too",
    label: { da: "Skolevej i gennemsnit", en: "Mean distance to school" },
    explanation: {
      da: "Korteste vej ad vej eller sti fra bopæl til skole, gennemsnit over eleverne. Stykket fra bopæl til vej regnes i lige linje; er det over 200 m, tæller resten tre gange. Elever uden vej til skolen tæller ikke med her, men for sig.",
      en: "Shortest way along roads or paths from home to school, mean over the pupils. From home to road it is taken as a straight line; what of it is beyond 200 m counts three times. Pupils with no route are counted separately, not here.",
    },
    compute: (plan, bands) =>
      ratio(over(plan.pupilMetres, bands), over(plan.pupils, bands) - over(plan.noRoute, bands)),
  },
  {
    key: "distance-median",
    group: "travel",
    from: "ways",
    unit: "metres",
    better: "lower",
    eachBand: "too",
    label: { da: "Skolevej, median", en: "Median distance to school" },
    explanation: {
      da: "Halvdelen af eleverne har højst så langt til skole.",
      en: "Half of the pupils have at most this far to school.",
    },
    compute: (plan, bands) => ways(plan, bands, 0.5),
  },
  {
    key: "distance-p90",
    places: { compare: 2 },
    group: "travel",
    from: "ways",
    unit: "metres",
    better: "lower",
    eachBand: "too",
    label: { da: "Skolevej, ni ud af ti har højst", en: "Distance to school, nine in ten have at most" },
    explanation: {
      da: "Ni ud af ti elever har højst så langt til skole.",
      en: "Nine in ten pupils have at most this far to school.",
    },
    compute: (plan, bands) => ways(plan, bands, 0.9),
  },
  {
    key: "distance-worst",
    group: "travel",
    from: "ways",
    unit: "metres",
    better: "lower",
    eachBand: "too",
    label: { da: "Længste skolevej", en: "Longest distance to school" },
    explanation: {
      da: "Den elev, der har længst til skole.",
      en: "The pupil with the longest way to school.",
    },
    compute: (plan, bands) => ways(plan, bands, 1),
  },
  {
    key: "pupil-kilometres",
    places: { list: 1, decision: 1 },
    verdict: 2,
    group: "travel",
    from: "ways",
    unit: "pupil-kilometres",
    better: "lower",
    label: { da: "Elevkilometer pr. dag", en: "Pupil-kilometres a day" },
    explanation: {
      da: "Alle elevers vej til og fra skole, lagt sammen for én dag.",
      en: "All pupils' way to school and back, added up for one day.",
    },
    compute: (plan) => perDay(over(plan.pupilMetres, allOf(plan))),
  },
  {
    key: "no-route",
    group: "travel",
    unit: "pupils",
    better: "lower",
    label: { da: "Elever uden vej til skolen", en: "Pupils with no route" },
    explanation: {
      da: "Elever, hvis adresse ikke hænger sammen med skolen ad vej eller færge i vejdata.",
      en: "Pupils whose address the road data do not join to the school by road or ferry.",
    },
    compute: (plan) => over(plan.noRoute, allOf(plan)),
  },
  {
    key: "no-site",
    group: "travel",
    unit: "pupils",
    better: "lower",
    label: { da: "Elever uden skole", en: "Pupils without a site" },
    title: { da: "Elever uden skole", en: "Pupils without a school" },
    explanation: {
      da: "Elever, som planen ikke henviser til en skole i et distrikt, der har deres klassetrin.",
      en: "Pupils whom the plan sends to no school of a district that teaches their grade.",
    },
    compute: (plan) => plan.noSite,
  },
  {
    key: "nearest-in-own",
    verdict: 10,
    group: "travel",
    from: "ways",
    unit: "share",
    better: "higher",
    label: { da: "Nærmeste skole ligger i eget distrikt", en: "Nearest school is in the own district" },
    title: {
      da: "Elever, hvis nærmeste skole ligger i eget distrikt",
      en: "Pupils whose nearest school is in their own district",
    },
    explanation: {
      da: "Andel af elever, hvis nærmeste skole med deres klassetrin ligger i deres eget distrikt.",
      en: "Share of pupils whose nearest school with their grade belongs to their own district.",
    },
    compute: (plan) => ratio(plan.nearestInOwn, over(plan.pupils, allOf(plan)) - over(plan.noRoute, allOf(plan))),
  },
  {
    key: "open-borders",
    verdict: 3,
    group: "travel",
    from: "ways",
    unit: "pupil-kilometres",
    better: "lower",
    label: {
      da: "Ændring i elevkilometer, hvis eleverne frit vælger skole i distriktet",
      en: "Change in pupil-kilometres if pupils choose freely within the district",
    },
    explanation: {
      da: "Så meget ændrer alle elevers skoleveje sig tilsammen på en dag, hvis hver elev går på den nærmeste skole i sit nye distrikt, uden hensyn til plads. Et minus er kortere skoleveje.",
      en: "How much all pupils' journeys together change in a day if every pupil attends the nearest school of the new district, ignoring capacity. Minus means shorter journeys.",
    },
    compute: (plan) => perDay(plan.openBorderMetres),
  },
] as const satisfies readonly MeasureRow[]);
