import type { Text } from "../../domain/language.ts";
import { addRanges, type SavingCategory } from "../../cost/saving.ts";
import { type MeasureRow } from "./measure.ts";

const money = (category: SavingCategory, label: Text, explanation: Text): MeasureRow => ({
  key: `saving-${category}`,
  group: "money",
  unit: "kroner",
  better: "higher",
  label,
  explanation,
  compute: (plan) => plan.saving[category].mid,
  range: (plan) => plan.saving[category],
});

export const MONEY_MEASURES: readonly MeasureRow[] = [
  {
    key: "saving",
    group: "money",
    unit: "kroner",
    better: "higher",
    label: { da: "Besparelse pr. år", en: "Yearly saving" },
    explanation: {
      da: "Ledelse, klasser og befordring lagt sammen, mod i dag. Beløbene er i hver kildes prisår og ikke fremskrevet. Minus er en merudgift.",
      en: "Leadership, classes and transport added up, against today. Amounts are in each source's price year, not indexed. Minus is an extra cost.",
    },
    compute: (plan) => addRanges(Object.values(plan.saving)).mid,
    range: (plan) => addRanges(Object.values(plan.saving)),
  },
  money(
    "leadership",
    { da: "Besparelse: ledelse", en: "Saving: leadership" },
    {
      da: "Færre distrikter gange besparelsen pr. sammenlagt par gange den del, der erfaringsmæssigt kommer. Flere distrikter koster prisen for en ekstra skole hver.",
      en: "Fewer districts times the saving per merged pair times the share that comes. More districts cost the price of one more school each.",
    },
  ),
  money(
    "classes",
    { da: "Besparelse: klasser", en: "Saving: classes" },
    {
      da: "Færre klasser gange prisen for en klasse gange den del, der erfaringsmæssigt kommer.",
      en: "Fewer classes times the price of a class times the share that comes.",
    },
  ),
  money(
    "transport",
    { da: "Besparelse: befordring", en: "Saving: transport" },
    {
      da: "Færre elever med ret til befordring gange prisen for et buskort.",
      en: "Fewer pupils with a right to transport times the price of a travel card.",
    },
  ),
];
