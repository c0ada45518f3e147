import type { Rule } from "./rule.ts";

/** Folkeskoleloven § 36(2): every child has a district school and a right to a place there. */
export const DISTRICT_RIGHT: Rule = {
  key: "district-right",
  paragraph: "folkeskoleloven § 36, stk. 2",
  text: {
    da: "Hvert barn hører til et skoledistrikt og har ubetinget ret til en plads på distriktets skole.",
    en: "Every child belongs to a school district and has an unconditional right to a place at its school.",
  },
};
