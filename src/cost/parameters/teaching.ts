import { catalogue } from "../../domain/language.ts";
import { amount, quantity, SCHOOLS } from "../parameter.ts";

export const TEACHING_PARAMETERS = catalogue("cost.parameters.teaching", {
  class: amount("classes", {
    name: { da: "En klasse", en: "One class" },
    low: 700_000,
    mid: 750_000,
    high: 800_000,
    unit: { da: "{currency} pr. klasse pr. år", en: "{currency} per class per year" },
    priceYear: 2018,
    source: { da: "sn.dk 733584 (lederen af Holbæk By Skole)", en: "sn.dk 733584 (the head of Holbæk By Skole)" },
    references: ["classPrice"],
    standing: "documented",
    owner: SCHOOLS,
    confidence: "high",
  }),
  jointTeaching: quantity("classes", "share", {
    name: {
      da: "Hvor meget de mindste skoler læser årgange sammen",
      en: "How far the smallest schools teach grades together",
    },
    low: 0,
    mid: 0.3,
    high: 0.6,
    unit: {
      da: "andel af det, § 25 og § 55 giver lov til (0: hver årgang for sig)",
      en: "share of what sections 25 and 55 allow (0: each grade by itself)",
    },
    priceYear: 2014,
    source: {
      da: "udledt af de målte klassekvotienter for små skoler (KORA/VIVE, landstal 2014)",
      en: "derived from the measured class quotients of small schools (KORA/VIVE, national figures of 2014)",
    },
    references: ["classQuotients"],
    standing: "derived",
    owner: SCHOOLS,
    confidence: "medium",
  }),
  teacher: amount("classes", {
    name: { da: "En lærerstilling", en: "One teacher's position" },
    low: 480_000,
    mid: 500_000,
    high: 520_000,
    unit: { da: "{currency} pr. årsværk", en: "{currency} per full-time year" },
    priceYear: 2018,
    source: "sn.dk 733584",
    references: ["classPrice"],
    standing: "documented",
    owner: SCHOOLS,
    confidence: "high",
  }),
});
