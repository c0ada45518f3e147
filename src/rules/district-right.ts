import { catalogue } from "../domain/language.ts";
import { ACT_IN_FORCE, type Rule } from "./rule.ts";

/** Folkeskoleloven § 36(2): every child has a district school and a right to a place there. */
export const DISTRICT_RIGHT: Rule = catalogue("rules.district-right.districtRight", {
  key: "district-right",
  paragraph: "folkeskoleloven § 36, stk. 2",
  text: {
    da: "Hvert barn hører til et skoledistrikt og har ubetinget ret til en plads på distriktets skole.",
    en: "Every child belongs to a school district and has an unconditional right to a place at its school.",
  },
  validFrom: ACT_IN_FORCE,
  source: "https://www.skole-foraeldre.dk/artikel/skoledistrikt",
});

/** Folkeskoleloven § 36(3): parents may ask for another school than the district's. */
export const FREE_CHOICE: Rule = catalogue("rules.district-right.freeChoice", {
  key: "free-choice",
  paragraph: "folkeskoleloven § 36, stk. 3",
  text: {
    da: "Forældre kan vælge en anden folkeskole end distriktsskolen, også i en anden kommune, hvis der er plads. Den, der vælger selv, har ikke ret til gratis befordring (§ 26, stk. 6).",
    en: "Parents may choose another public school than the district school, in another municipality too, where there is room. Who chooses has no right to free transport (section 26(6)).",
  },
  validFrom: "2005-08-01",
  source: "https://www.retsinformation.dk/Forms/R0710.aspx?id=24848",
  note: {
    da: "Beregningerne lader alle gå på deres distriktsskole. Hvor mange der vælger en anden folkeskole, er ikke med. Ændringsloven er fra 2005; at den gjaldt fra august, er antaget.",
    en: "The computations send everybody to their district school. How many choose another public school is not included. The amending act is of 2005; that it held from August is assumed.",
  },
});
