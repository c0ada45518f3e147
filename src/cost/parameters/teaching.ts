import { amount, SCHOOLS } from "../parameter.ts";

export const TEACHING_PARAMETERS = {
  class: amount("classes", {
    name: { da: "En klasse", en: "One class" },
    low: 700_000,
    mid: 750_000,
    high: 800_000,
    unit: { da: "kr. pr. klasse pr. år", en: "DKK per class per year" },
    priceYear: 2018,
    source: { da: "sn.dk 733584 (lederen af Holbæk By Skole)", en: "sn.dk 733584 (the head of Holbæk By Skole)" },
    owner: SCHOOLS,
    confidence: "high",
  }),
  teacher: amount("classes", {
    name: { da: "En lærerstilling", en: "One teacher's position" },
    low: 480_000,
    mid: 500_000,
    high: 520_000,
    unit: { da: "kr. pr. årsværk", en: "DKK per full-time year" },
    priceYear: 2018,
    source: "sn.dk 733584",
    owner: SCHOOLS,
    confidence: "high",
  }),
};
