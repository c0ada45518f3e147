import { catalogue } from "../domain/language.ts";
import type { Rule } from "./rule.ts";

/** Folkeskoleloven § 24(3): a shared leader without a merged district. */
export const SHARED_LEADERSHIP: Rule = catalogue("rules.shared-leadership", {
  key: "shared-leadership",
  paragraph: "folkeskoleloven § 24, stk. 3",
  text: {
    da: "Små skoler kan efter udtalelse fra skolebestyrelserne få fælles leder med hinanden eller med én større skole, og eventuelt fælles bestyrelse, men beholder hver sit skoledistrikt. Små er skoler i landdistrikter og skoler med normalt højst 300 elever.",
    en: "After their boards have been heard small schools may share a leader with each other or with one larger school, and a board too, and still keep a district each. Small are schools in the country and schools with normally no more than 300 pupils.",
  },
  validFrom: "2022-10-05",
  source: "https://danskelove.dk/folkeskoleloven/24",
  note: {
    da: "Datoen er den lovbekendtgørelse (nr. 1396 af 2022), som reglen er læst i; den er ældre, men hvor gammel er ikke slået op.",
    en: "The date is that of the consolidated act (no. 1396 of 2022) in which it was read; it is older, but how old was not looked up.",
  },
});
