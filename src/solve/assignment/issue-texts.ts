import { catalogue } from "../../domain/language.ts";
import type { IssueText } from "../../domain/issue.ts";

/** What an assignment may have to say about units that no rule can be kept for. */
export const ASSIGNMENT_ISSUES = catalogue("solve.assignment.issue", {
  "pair-no-route": {
    severity: "warning",
    message: {
      da: "{pupils, plural, one {# elev} other {# elever}} i {units, plural, one {# basisområde} other {# basisområder}} kan ikke nå nogen skole, der har deres trin, ad vej; de bliver, hvor de er i dag, eller flyttes uden afstand, hvis skolen ikke længere har deres trin: {list}.",
      en: "{pupils, plural, one {# pupil} other {# pupils}} in {units, plural, one {# basic unit} other {# basic units}} can reach no school that teaches their grades by road; they stay where they are today, or are sent on without a distance where their school no longer teaches them: {list}.",
    },
    action: {
      da: "Tilføj den manglende vej i roads.geojson, eller åbn trinnet på en skole, de kan nå.",
      en: "Add the missing road to roads.geojson, or open the band at a school they can reach.",
    },
  },
  "pair-too-large": {
    severity: "warning",
    message: {
      da: "{units, plural, one {# basisområde} other {# basisområder}} har flere elever på et trin, end nogen skole har plads til ({pupils, plural, one {# elev} other {# elever}}): {list}.",
      en: "{units, plural, one {# basic unit has} other {# basic units have}} more pupils in a band than any school has room for ({pupils, plural, one {# pupil} other {# pupils}}): {list}.",
    },
    action: {
      da: "Brug mindre basisområder, tillad at dele nogle (most-split), eller gør kapaciteten blød.",
      en: "Use smaller units, allow some to be split (most-split), or make the capacity soft.",
    },
  },
  "lock-unpainted": {
    severity: "warning",
    message: {
      da: "{units, plural, one {# låst basisområde er} other {# låste basisområder er}} ikke malet på alle trin; der har låsen ingen virkning: {list}.",
      en: "{units, plural, one {# locked basic unit is} other {# locked basic units are}} not painted in every band; there the lock has no effect: {list}.",
    },
    action: {
      da: "Mal dem først, eller lås dem til en skole med kravet lock.",
      en: "Paint them first, or lock them to a school with the rule lock.",
    },
  },
} as const satisfies Record<string, IssueText>);
