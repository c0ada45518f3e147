import { ALL, type MeasureRow, over, perDay, ratio } from "./measure.ts";

export const CLASSES_MEASURES: readonly MeasureRow[] = [
  {
    key: "classes",
    group: "classes",
    unit: "classes",
    better: "lower",
    label: { da: "Klasser", en: "Classes" },
    explanation: {
      da: "§ 17: færrest mulige klasser på hver afdeling og hvert klassetrin med højst 28 elever (26 i 0.-2. klasse for årgange fra 2024/25).",
      en: "§ 17: fewest classes at each site and grade with at most 28 pupils (26 in grades 0-2 for cohorts from 2024/25).",
    },
    compute: (plan) => plan.classes,
  },
  {
    key: "class-quotient",
    group: "classes",
    unit: "pupils-per-class",
    better: "neither",
    label: { da: "Klassekvotient", en: "Pupils per class" },
    explanation: { da: "Elever pr. klasse i gennemsnit.", en: "Mean number of pupils in a class." },
    compute: (plan) => ratio(over(plan.pupils, ALL), plan.classes),
  },
  {
    key: "pooled-classes",
    group: "classes",
    unit: "classes",
    better: "higher",
    label: { da: "Klasser, fælles årgange kunne spare", en: "Classes that pooling cohorts would save" },
    explanation: {
      da: "Hvis hver årgang dannes samlet på tværs af distriktets afdelinger: så mange færre klasser. Planen gør det ikke selv.",
      en: "If each cohort were formed together across the district's sites: this many classes fewer. The plan itself does not do so.",
    },
    compute: (plan) => plan.pooling.classesSaved,
  },
  {
    key: "pooling-travel",
    group: "classes",
    from: "ways",
    unit: "pupil-kilometres",
    better: "lower",
    label: { da: "Ekstra elevkilometer ved fælles årgange", en: "Extra pupil-kilometres of pooling" },
    explanation: {
      da: "Ekstra rejse pr. dag for de elever, der må flytte afdeling, hvis årgangene dannes samlet: klasserne opgives én ad gangen, den billigste at flytte først.",
      en: "Extra travel a day of the pupils who must change site if cohorts are formed together: classes are given up one by one, the cheapest to move first.",
    },
    compute: (plan) => perDay(plan.pooling.extraMetres),
  },
];
