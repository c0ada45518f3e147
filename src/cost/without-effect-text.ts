import { catalogue, type Text } from "../domain/language.ts";
import type { CostParameterKey } from "./parameters/table.ts";

/** Why a price moves nothing in a case. */
export const WITHOUT_EFFECT = catalogue("cost.without-effect", {
  danishFigure: {
    da: "Dansk tal, brugt som antagelse: {source}",
    en: "A Danish figure, taken as an assumption: {source}",
  },
  accounts: {
    da: "Uden virkning her: regnskabet for hver skole siger, hvad dens bygninger koster.",
    en: "Without effect here: each school's accounts say what its buildings cost.",
  },
  areas: {
    da: "Uden virkning her: sagen siger for hver skole, hvor mange m² den har, eller hvad dens bygninger koster.",
    en: "Without effect here: the case says of each school how many m² it has, or what its buildings cost.",
  },
  noFerry: {
    da: "Uden virkning her: ingen skolevej i sagen går med færge.",
    en: "Without effect here: no way to school in the case goes by ferry.",
  },
} as const satisfies Readonly<Record<string, Text>>);

/** What parameters are called where a plain rule set holds, instead of by a paragraph or by Danish grades. */
export const PLAIN_WORDS: Partial<Readonly<Record<CostParameterKey, { readonly name?: Text; readonly unit?: Text }>>> =
  catalogue("cost.without-effect.abroad", {
    busSpeed: {
      name: {
        da: "Med bus, hvor vejen er længere end grænsen i sagens regler",
        en: "By bus, where the way is longer than the limit of the case's rules",
      },
    },
    cycleSpeedYoung: { name: { da: "På cykel, de yngste klassetrin", en: "By bicycle, the youngest grades" } },
    cycleSpeed: { name: { da: "På cykel, de andre klassetrin", en: "By bicycle, the other grades" } },
    inCare: {
      name: {
        da: "Går i fritidsordning, af de yngste elever, der går til privatskole",
        en: "In after-school care, of the youngest pupils who leave for a private school",
      },
    },
    careContribution: {
      name: {
        da: "Bidrag til en elev i en privatskoles fritidsordning",
        en: "Contribution to a pupil in a private school's after-school care",
      },
      unit: { da: "{currency} pr. elev i fritidsordning pr. år", en: "{currency} per pupil in care per year" },
    },
    careFee: {
      name: {
        da: "Forældrenes betaling for en plads i den offentlige fritidsordning",
        en: "Parents' payment for a place in public after-school care",
      },
    },
    careCost: {
      name: {
        da: "Udgift til et barn i den offentlige fritidsordning",
        en: "Cost of a child in public after-school care",
      },
    },
    jointTeaching: {
      unit: {
        da: "andel af det, sagens regler giver lov til (0: hver årgang for sig)",
        en: "share of what the case's rules allow (0: each grade by itself)",
      },
    },
  });

/** Where a Danish figure comes from, said without a paragraph. */
export const PLAIN_SOURCES: Partial<Readonly<Record<CostParameterKey, Text>>> = catalogue(
  "cost.without-effect.sources",
  {
    careContribution: {
      da: "Kalundborg 2018; beløbet er ens i hele Danmark",
      en: "Kalundborg, 2018; the amount is the same in all of Denmark",
    },
  },
);
