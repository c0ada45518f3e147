import { catalogue } from "../../domain/language.ts";
import { allOf, type MeasureRow, over, perDay, ratio } from "./measure.ts";

export const CLASSES_MEASURES = catalogue("evaluate.measures.classes", [
  {
    key: "classes",
    places: { alike: 4, compare: 7 },
    group: "classes",
    unit: "classes",
    better: "lower",
    label: { da: "Klasser", en: "Classes" },
    explanation: {
      da: "§ 17: færrest mulige klasser på hver skole og hvert klassetrin med højst 28 elever (26 i 0.-2. klasse for årgange fra 2024/25), som årgangene er i år. Besparelsen regnes på de klasser, der er at vente.",
      en: "§ 17: fewest classes at each school and grade with at most 28 pupils (26 in grades 0-2 for cohorts from 2024/25), as the year groups are this year. The saving is computed on the classes to be expected.",
    },
    plain: {
      da: "Færrest mulige klasser på hver skole og hvert klassetrin efter klasseloftet i sagens regler, som årgangene er i år. Besparelsen regnes på de klasser, der er at vente.",
      en: "Fewest classes at each school and grade by the largest class of the case's rules, as the year groups are this year. The saving is computed on the classes to be expected.",
    },
    compute: (plan) => plan.classes,
  },
  {
    key: "class-quotient",
    places: { compare: 8 },
    group: "classes",
    unit: "pupils-per-class",
    better: "neither",
    label: { da: "Klassekvotient", en: "Pupils per class" },
    explanation: { da: "Elever pr. klasse i gennemsnit.", en: "Mean number of pupils in a class." },
    compute: (plan) => ratio(over(plan.pupils, allOf(plan)), plan.classes),
  },
  {
    key: "pooled-classes",
    verdict: 6,
    group: "classes",
    unit: "classes",
    better: "higher",
    label: { da: "Klasser, der kan spares ved fælles årgange", en: "Classes that could be saved by joint year groups" },
    explanation: {
      da: "Hvis hver årgang, som den er i år, dannes samlet på tværs af distriktets skoler: så mange færre klasser. Planen gør det ikke selv, og det er ikke med i besparelsen.",
      en: "If each year group, as it is this year, were formed together across the district's schools: this many fewer classes. The plan itself does not do so, and it is not in the saving.",
    },
    compute: (plan) => plan.pooling.classesSaved,
  },
  {
    key: "pooling-travel",
    group: "classes",
    from: "ways",
    unit: "pupil-kilometres",
    better: "lower",
    label: { da: "Ekstra elevkilometer ved fælles årgange", en: "Extra pupil-kilometres with joint year groups" },
    explanation: {
      da: "Ekstra kilometer pr. dag for de elever, der må skifte skole, hvis årgangene dannes samlet: klasserne opgives én ad gangen, den billigste at flytte først.",
      en: "Extra travel a day of the pupils who must change school if year groups are formed together: classes are given up one by one, the cheapest to move first.",
    },
    compute: (plan) => perDay(plan.pooling.extraMetres),
  },
] as const satisfies readonly MeasureRow[]);
