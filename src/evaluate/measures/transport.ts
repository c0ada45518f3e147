import { catalogue } from "../../domain/language.ts";
import { TRANSPORT_LEFT_OUT } from "../../rules/transport-right.ts";
import { type MeasureRow, over, whenWhole } from "./measure.ts";

export const TRANSPORT_MEASURES = catalogue("evaluate.measures.transport", [
  {
    key: "transport-right",
    places: { pair: 4, decision: 3, alike: 3 },
    verdict: 5,
    group: "transport",
    from: "ways",
    levelFrom: "roads",
    unit: "pupils",
    better: "lower",
    direction: "disputed",
    eachBand: "too",
    label: { da: "Elever med ret til gratis befordring", en: "Pupils with a right to free transport" },
    explanation: {
      da: `§ 26: skolevejen til distriktsskolen er længere end 2,5 km (0.-3. klasse), 6 km (4.-6.) eller 7 km (7.-9.), eller vejen er udpeget som farlig. ${TRANSPORT_LEFT_OUT.text.da}`,
      en: `§ 26: the way to the district school is longer than 2.5 km (grades 0-3), 6 km (4-6) or 7 km (7-9), or has been found dangerous. ${TRANSPORT_LEFT_OUT.text.en}`,
    },
    plain: {
      da: "Vejen til skolen er længere end grænsen i sagens regler for klassetrinnet, eller vejen er udpeget som farlig.",
      en: "The way to the school is longer than the limit of the case's rules for the grade, or has been found dangerous.",
    },
    compute: (plan, bands) => over(plan.rights, bands),
  },
  {
    key: "right-gained",
    places: { compare: 5 },
    group: "transport",
    from: "ways",
    unit: "pupils",
    better: "neither",
    eachBand: "too",
    label: { da: "Får ret til befordring", en: "Gain the right to transport" },
    explanation: {
      da: "Elever, der ikke har ret til gratis befordring i dag, men får det.",
      en: "Pupils without the right to free transport today who get it.",
    },
    compute: (plan, bands) => whenWhole(plan, over(plan.rightsGained, bands)),
  },
  {
    key: "right-lost",
    places: { compare: 4 },
    group: "transport",
    from: "ways",
    unit: "pupils",
    better: "neither",
    eachBand: "too",
    label: { da: "Mister ret til befordring", en: "Lose the right to transport" },
    explanation: {
      da: "Elever, der har ret til gratis befordring i dag, men mister den.",
      en: "Pupils with the right to free transport today who lose it.",
    },
    compute: (plan, bands) => whenWhole(plan, over(plan.rightsLost, bands)),
  },
] as const satisfies readonly MeasureRow[]);
