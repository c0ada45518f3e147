import { catalogue } from "../../domain/language.ts";
import { amount, ESTIMATE, MUNICIPALITY, quantity } from "../parameter.ts";

/** When a saving comes, how much of it, and what the change itself costs. */
export const DELIVERY_PARAMETERS = catalogue("cost.parameters.delivery", {
  realisation: quantity("delivery", "share", {
    name: { da: "Den del af en planlagt besparelse, der kommer", en: "Share of a planned saving that comes" },
    low: 0.05,
    mid: 0.45,
    high: 1,
    unit: { da: "andel", en: "share" },
    priceYear: 2013,
    source: { da: "skøn; KORA, KREVI og CEPOS er uenige", en: "estimate; KORA, KREVI and CEPOS disagree" },
    references: ["realisation", "closings"],
    standing: "estimate",
    owner: MUNICIPALITY,
    confidence: "low",
    evidence: {
      da: "KORA: af 24 kommuner med fælles ledelse meldte 90 % om lille eller ingen gevinst; derfor begynder spændet ved næsten ingenting. KREVI: gevinst ved at lukke eller samle skoler under 200 elever. CEPOS: udgifterne steg mere, hvor skoler blev nedlagt.",
      en: "KORA: of 24 municipalities with shared leadership 90 % reported little or no gain; so the range begins at next to nothing. KREVI: gains in closing or merging schools under 200 pupils. CEPOS: costs rose more where schools were cut.",
    },
  }),
  secondYear: quantity("delivery", "share", {
    name: { da: "Indfaset i andet regnskabsår", en: "In effect in the second budget year" },
    low: 0.5,
    mid: 0.75,
    high: 1,
    unit: { da: "andel af den fulde årlige besparelse", en: "share of the full yearly saving" },
    priceYear: 2024,
    source: ESTIMATE,
    standing: "estimate",
    owner: MUNICIPALITY,
    confidence: "low",
  }),
  moving: amount("one-off", {
    name: { da: "Flytning af en elev", en: "Moving one pupil" },
    low: 5_000,
    mid: 7_500,
    high: 10_000,
    unit: { da: "{currency} pr. flyttet elev, én gang", en: "{currency} per moved pupil, once" },
    priceYear: 2024,
    source: ESTIMATE,
    standing: "estimate",
    owner: MUNICIPALITY,
    confidence: "low",
  }),
});
