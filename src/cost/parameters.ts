import type { Text } from "../domain/language.ts";

/** One figure of the cost model: what it is, what it may be, where it comes from. Amounts are in its own price year. */
export interface CostParameter {
  readonly name: Text;
  readonly mid: number;
  readonly low: number;
  readonly high: number;
  readonly unit: Text;
  readonly priceYear: number;
  readonly source: string;
  readonly confidence: "high" | "medium" | "low";
}

/** The parameters that today's figures rest on. A case may override any of them. */
export const COST_PARAMETERS = {
  class: {
    name: { da: "En klasse", en: "One class" },
    mid: 750_000,
    low: 700_000,
    high: 800_000,
    unit: { da: "kr. pr. klasse pr. år", en: "DKK per class per year" },
    priceYear: 2018,
    source: "sn.dk 733584 (lederen af Holbæk By Skole)",
    confidence: "high",
  },
  districtMerger: {
    name: {
      da: "Fælles ledelse, når to distrikter bliver til ét",
      en: "Shared leadership when two districts become one",
    },
    mid: 2_500_000,
    low: 1_250_000,
    high: 2_500_000,
    unit: {
      da: "kr. pr. sammenlagt par pr. år, skoler og dagtilbud",
      en: "DKK per merged pair per year, schools and day care",
    },
    priceYear: 2015,
    source: "udledt: 10 mio. for fire par (holbaek.dk)",
    confidence: "medium",
  },
  extraSchool: {
    name: { da: "En ekstra selvstændig skole", en: "One more independent school" },
    mid: 460_000,
    low: 300_000,
    high: 700_000,
    unit: { da: "kr. pr. skole pr. år", en: "DKK per school per year" },
    priceYear: 2021,
    source: "udledt: 3,2 mio. for syv flere skoler (holbaek.dk)",
    confidence: "medium",
  },
  travelCard: {
    name: { da: "Et buskort", en: "One travel card" },
    mid: 1_400,
    low: 1_200,
    high: 1_600,
    unit: { da: "kr. pr. elev pr. skoleår", en: "DKK per pupil per school year" },
    priceYear: 2022,
    source: "egesborg.dk (Movia)",
    confidence: "high",
  },
  realisation: {
    name: { da: "Den del af en planlagt besparelse, der kommer", en: "Share of a planned saving that comes" },
    mid: 0.75,
    low: 0.5,
    high: 1,
    unit: { da: "andel", en: "share" },
    priceYear: 2013,
    source: "KORA, KREVI og CEPOS er uenige",
    confidence: "low",
  },
} as const satisfies Record<string, CostParameter>;

export type CostParameterKey = keyof typeof COST_PARAMETERS;
export type CostModel = Readonly<Record<CostParameterKey, CostParameter>>;
