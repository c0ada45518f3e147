import { catalogue, filled } from "../../domain/language.ts";
import { z } from "zod";
import { counted, numeral } from "../../domain/counted.ts";
import { type Band, gradesInWords } from "../../domain/grades.ts";
import { band, bare, row, type RulePage, site, typedBand, typedName, typedNumber } from "./row.ts";
import { SHARED_TEXT } from "./shared-text.ts";

/** Rules that several kinds of question have. */

export const capacity = catalogue(
  "protocol.rules.shared.capacity",
  bare(
    "capacity",
    { da: "ingen skole over sin kapacitet", en: "no school over its capacity" },
    {
      name: { da: "Kapacitet", en: "Capacity" },
      what: {
        da: "Ingen skole får flere elever på et trin, end den har pladser. Uden kravet er kapaciteten blød: målet “overflow” gør det, der er for meget, mindst.",
        en: "No school takes more pupils of a band than it has places. Without the rule capacity is soft: the objective “overflow” makes what is beyond it least.",
      },
      model: "Σᵢ qᵢ xᵢⱼ ≤ Qⱼ",
    },
  ),
);

export const longestWay = catalogue(
  "protocol.rules.shared.longestway",
  row({
    schema: z.strictObject({ kind: z.literal("longest-way"), band, metres: z.number().positive() }),
    read: (
      { kind, band: of, metres },
      names,
    ): { readonly kind: "longest-way"; readonly band: Band; readonly metres: number } => ({
      kind,
      band: names.band(of),
      metres,
    }),
    words: ({ band: of, metres }, { bands }) => {
      const { key } = bands[of];
      return filled(SHARED_TEXT.longestWay, { metres: numeral(metres), grades: gradesInWords(key) });
    },
    page: {
      name: { da: "Længste skolevej", en: "Longest way" },
      what: { da: "Ingen elev på trinnet får længere til skole.", en: "No pupil of the band has a longer way." },
      model: "xᵢⱼ = 0 where the way exceeds the limit",
    },
    typed: {
      parts: [typedBand, typedNumber("metres", "metres", 1, "any")],
      form: { da: "TRIN:METER", en: "BAND:METRES" },
      example: "0-3:2500",
    },
  }),
);

/** A (unit, band) that goes to a site. */
export interface Lock {
  readonly kind: "lock";
  readonly unit: number;
  readonly band: Band;
  readonly site: number;
}

export const lock = catalogue(
  "protocol.rules.shared.lock",
  row({
    schema: z.strictObject({ kind: z.literal("lock"), unit: z.string(), band, site }),
    read: (rule, names): Lock => ({
      kind: rule.kind,
      unit: names.unit(rule.unit),
      band: names.band(rule.band),
      site: names.site(rule.site),
    }),
    words: ({ unit, band: of, site: to }, { sites, units, bands }) => {
      const { key } = bands[of];
      return filled(SHARED_TEXT.lockedTo, {
        unit: units.id[unit],
        to: sites[to].name,
        grades: gradesInWords(key),
      });
    },
    page: {
      name: { da: "Lås", en: "Lock" },
      what: {
        da: "Et område går på en bestemt skole på et trin; hvor distrikter tegnes forfra, er det i samme distrikt som skolen.",
        en: "One unit goes to one school in one band; where districts are drawn anew it is in the school's district.",
      },
      model: "xᵢⱼ = 1",
    },
    typed: {
      parts: [typedName("unit"), typedBand, typedName("site")],
      form: { da: "OMRÅDE:TRIN:SKOLE", en: "UNIT:BAND:SITE" },
      example: "891f04b4e3bffff:0-3:absalon",
    },
  }),
);

export const MOST_IN_DISTRICT: RulePage = catalogue("protocol.rules.shared.mostInDistrict", {
  name: { da: "Højst så mange elever i et distrikt", en: "At most so many pupils in a district" },
  what: {
    da: "Ingen af de nye distrikter har flere elever; hvor distrikter tegnes forfra, kan det også gælde det ene, en nævnt skole kommer i.",
    en: "No new district has more pupils; where districts are drawn anew it may be the one alone that a named school comes into.",
  },
  model: "Σ q(d) ≤ n for every new district",
});

export const LEAST_IN_DISTRICT: RulePage = catalogue("protocol.rules.shared.leastInDistrict", {
  name: { da: "Mindst så mange elever i et distrikt", en: "At least so many pupils in a district" },
  what: {
    da: "Ingen af de nye distrikter har færre elever; hvor distrikter tegnes forfra, kan det også gælde det ene, en nævnt skole kommer i.",
    en: "No new district has fewer pupils; where districts are drawn anew it may be the one alone that a named school comes into.",
  },
  model: "Σ q(d) ≥ n for every new district",
});

/** "højst 900 elever" */
export const atMostPupils = (pupils: number) => filled(SHARED_TEXT.atMost, { pupils: counted(pupils, "pupils") });
export const atLeastPupils = (pupils: number) => filled(SHARED_TEXT.atLeast, { pupils: counted(pupils, "pupils") });
