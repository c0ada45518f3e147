import { amount, ESTIMATE, MUNICIPALITY, quantity } from "../parameter.ts";

export const BUILDING_PARAMETERS = {
  buildingOperation: amount("buildings", {
    name: { da: "Drift af skolebygninger", en: "Running school buildings" },
    low: 400,
    mid: 600,
    high: 900,
    unit: { da: "kr. pr. m² pr. år", en: "DKK per m² per year" },
    priceYear: 2024,
    source: ESTIMATE,
    owner: MUNICIPALITY,
    confidence: "low",
    evidence: {
      da: "Kundbys bygninger med 80 elever kostede 1,7 mio. kr. om året (holbaekonline.dk 3.2.2015): mere, end middelskønnet giver for 80 elever.",
      en: "Kundby's buildings with 80 pupils cost DKK 1.7 million a year (holbaekonline.dk, 3 Feb 2015): more than the middle estimate gives for 80 pupils.",
    },
  }),
  areaPerPupil: quantity("buildings", "quantity", {
    name: { da: "Areal pr. elev", en: "Area per pupil" },
    low: 12,
    mid: 18,
    high: 25,
    unit: { da: "m² pr. elev (små skoler 30 og mere)", en: "m² per pupil (small schools 30 and more)" },
    priceYear: 2024,
    source: { da: "Norge 17,6-17,8 (ssb.no); Danmark: skøn", en: "Norway 17.6-17.8 (ssb.no); Denmark: estimate" },
    owner: MUNICIPALITY,
    confidence: "medium",
  }),
};
