import { z } from "zod";
import { catalogue, filled, inBoth, type Text } from "../../domain/language.ts";
import type { GroupingRule } from "../../domain/question.ts";
import { row, type RulePage } from "./row.ts";
import { atLeastPupils, atMostPupils, LEAST_IN_DISTRICT, MOST_IN_DISTRICT } from "./shared.ts";

const SAID = catalogue("protocol.rules.grouping.said", {
  and: { da: " og ", en: " and " },
  inEach: { da: "{pupils} i hvert distrikt", en: "{pupils} in each district" },
});

type RuleOf<Kind extends GroupingRule["kind"]> = Extract<GroupingRule, { readonly kind: Kind }>;

const grouped = <Kind extends "together" | "apart">(kind: Kind, said: Text, page: RulePage) =>
  row({
    schema: z.strictObject({ kind: z.literal(kind), districts: z.array(z.string()).min(2) }),
    read: ({ districts }, names): { readonly kind: Kind; readonly districts: readonly number[] } => ({
      kind,
      districts: districts.map(names.district),
    }),
    words: ({ districts }, names) => {
      const list = districts.map((district) => names.districts[district]);
      return inBoth((language) => `${list.join(SAID.and[language])} ${said[language]}`);
    },
    page,
  });

/** Rules of which of today's districts are merged, a row each; the command line has flags for them. */
export const GROUPING = catalogue("protocol.rules.grouping", {
  together: grouped(
    "together",
    { da: "skal være sammen", en: "must be together" },
    {
      name: { da: "Sammen", en: "Together" },
      what: {
        da: "De nævnte distrikter ender i samme nye distrikt.",
        en: "The districts named end up in one new district.",
      },
      model: "g(a) = g(b)",
    },
  ),
  apart: grouped(
    "apart",
    { da: "skal være hver for sig", en: "must stay apart" },
    {
      name: { da: "Hver for sig", en: "Apart" },
      what: {
        da: "Ingen to af de nævnte distrikter ender i samme nye distrikt.",
        en: "No two of the districts named end up in one new district.",
      },
      model: "g(a) ≠ g(b)",
    },
  ),
  "at-most-pupils": row({
    schema: z.strictObject({ kind: z.literal("at-most-pupils"), pupils: z.int().min(1) }),
    read: (rule): RuleOf<"at-most-pupils"> => rule,
    words: ({ pupils }) => filled(SAID.inEach, { pupils: atMostPupils(pupils) }),
    page: MOST_IN_DISTRICT,
  }),
  "at-least-pupils": row({
    schema: z.strictObject({ kind: z.literal("at-least-pupils"), pupils: z.int().min(1) }),
    read: (rule): RuleOf<"at-least-pupils"> => rule,
    words: ({ pupils }) => filled(SAID.inEach, { pupils: atLeastPupils(pupils) }),
    page: LEAST_IN_DISTRICT,
  }),
} satisfies Readonly<Record<GroupingRule["kind"], unknown>>);
