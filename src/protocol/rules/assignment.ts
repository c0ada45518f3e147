import { z } from "zod";
import { counted, numeral } from "../../domain/counted.ts";
import { SCENARIO_NAMES, SCENARIOS } from "../../domain/forecast.ts";
import { catalogue, filled, inBoth, inMoney, type Text } from "../../domain/language.ts";
import { OBJECTIVE_NAMES } from "../../domain/objective-names.ts";
import type { AssignmentRule } from "../../domain/question.ts";
import { bare, objective, row, site, typedName, typedNumber, typedOnly } from "./row.ts";
import { atMostPupils, capacity, lock, longestWay } from "./shared.ts";

const SAID = catalogue("protocol.rules.assignment.said", {
  changeSchool: { da: "{pupils} skifter skole", en: "{pupils} change school" },
  noneOver: {
    da: "ingen skole over sin kapacitet i skoleårene {first} til {last} ({names})",
    en: "no school over its capacity in the school years {first} to {last} ({names})",
  },
  goesOnTo: { da: "{from} fortsætter på {to}", en: "{from} goes on to {to}" },
  atMost: { da: "{of} højst {most}", en: "{of} at most {most}" },
  atMostSplit: { da: "højst {units} deles", en: "at most {units} split" },
});

type RuleOf<Kind extends AssignmentRule["kind"]> = Extract<AssignmentRule, { readonly kind: Kind }>;

/** Rules of who goes where, a row each. */
export const ASSIGNMENT = catalogue("protocol.rules.assignment", {
  capacity,
  "capacity-in-years": row({
    schema: z
      .strictObject({
        kind: z.literal("capacity-in-years"),
        from: z
          .int()
          .min(0)
          .max(30)
          .default(0)
          .describe("First year that counts, in years from the case's own; 0 is today."),
        to: z.int().min(0).max(30).default(12),
        scenarios: z.array(z.enum(SCENARIOS)).min(1).default(["mid"]).describe("Every one of them must hold."),
      })
      .refine(({ from, to }) => from <= to, "from ≤ to"),
    read: ({ kind, from, to, scenarios }, { demandIn }): RuleOf<"capacity-in-years"> => ({
      kind,
      demands: demandIn(from, to, [...new Set(scenarios)]),
    }),
    words: yearsInWords,
    page: {
      name: { da: "Kapacitet i alle år", en: "Capacity in every year" },
      what: {
        da: "Ingen skole får flere elever, end den har pladser, i noget af prognosens valgte år og forløb.",
        en: "No school takes more pupils than it has places in any of the forecast's chosen years and scenarios.",
      },
      model: "Σᵢ qᵢᵧ xᵢⱼ ≤ Qⱼ + ½ for every year y",
    },
    typed: {
      parts: [
        { key: "years", kind: "years" },
        { key: "scenarios", kind: "scenarios" },
      ],
      optionalFrom: 0,
      form: { da: "1-12:low,mid,high", en: "1-12:low,mid,high" },
      example: "1-12:mid",
    },
  }),
  "contiguous-zones": bare(
    "contiguous-zones",
    { da: "hver skoles område hænger sammen", en: "every school's zone is in one piece" },
    {
      name: { da: "Sammenhængende områder", en: "Contiguous zones" },
      what: {
        da: "Hver skoles område på hvert trin hænger sammen; vand uden færge adskiller, færger forbinder.",
        en: "Every school's zone in every band is in one piece; water without a ferry separates, ferries join.",
      },
      model: "xᵢⱼ ≤ Σ xₛⱼ over a separator of i and j (cut in where broken)",
    },
  ),
  "keeps-own-unit": bare(
    "keeps-own-unit",
    { da: "en skole beholder det område, den ligger i", en: "a school keeps the unit it stands in" },
    {
      name: { da: "Skolen beholder sit eget område", en: "A school keeps its own unit" },
      what: {
        da: "Børn i det basisområde, en skole ligger i, går på den skole.",
        en: "Children of the unit that a school stands in go to that school.",
      },
      model: "xᵢⱼ = 1 for the unit i of site j",
    },
  ),
  "nearest-open": bare(
    "nearest-open",
    { da: "ingen går forbi en åben skole", en: "nobody passes an open school" },
    {
      name: { da: "Ingen går forbi en åben skole", en: "Nobody passes an open school" },
      what: {
        da: "Alle går på den nærmeste skole, der har deres trin.",
        en: "Everybody goes to the nearest school that teaches their band.",
      },
      model: "xᵢⱼ = 1 only for the nearest j",
    },
  ),
  "one-site-for-all-bands": bare(
    "one-site-for-all-bands",
    { da: "samme skole i alle dens klassetrin", en: "one school for all the bands it teaches" },
    {
      name: { da: "Samme skole på alle trin", en: "One school for all bands" },
      what: {
        da: "Et område, der går på en skole på ét trin, går der på alle de trin, skolen har.",
        en: "A unit that goes to a school in one band goes there in every band that it teaches.",
      },
      model: "x(i,b,j) = x(i,b′,j)",
    },
  ),
  "stay-in-district": bare(
    "stay-in-district",
    { da: "alle bliver i deres distrikt", en: "everybody stays in their district" },
    {
      name: { da: "Bliv i distriktet", en: "Stay in the district" },
      what: {
        da: "Ingen skifter til en skole i et andet distrikt.",
        en: "Nobody changes to a school of another district.",
      },
      model: "xᵢⱼ = 0 for j outside the district",
    },
  ),
  "most-moved": row({
    schema: z.strictObject({ kind: z.literal("most-moved"), pupils: z.int().min(0) }),
    read: (rule): RuleOf<"most-moved"> => rule,
    words: ({ pupils }) => filled(SAID.changeSchool, { pupils: atMostPupils(pupils) }),
    page: {
      name: { da: "Højst så mange skifter skole", en: "At most so many change school" },
      what: {
        da: "Højst n elever får en anden skole end i dag.",
        en: "At most n pupils get another school than today.",
      },
      model: "Σᵢ qᵢ (1 − xᵢ,today) ≤ n",
    },
    typed: typedOnly(typedNumber("pupils", "pupils", 0), 200),
  }),
  lock,
  "longest-way": longestWay,
  feeder: row({
    schema: z.strictObject({ kind: z.literal("feeder"), from: site, to: site }),
    read: ({ kind, from, to }, names): RuleOf<"feeder"> => ({ kind, from: names.site(from), to: names.site(to) }),
    words: ({ from, to }, { sites }) => filled(SAID.goesOnTo, { from: sites[from].name, to: sites[to].name }),
    page: {
      name: { da: "Overgang til udskoling", en: "Feeder link" },
      what: {
        da: "De, der går ud af én skole, fortsætter på en bestemt anden.",
        en: "Those who leave one school go on to one stated other.",
      },
      model: "x(u, next, to) ≥ x(u, last, from)",
    },
    typed: {
      parts: [typedName("from"), typedName("to")],
      form: { da: "FRA:TIL", en: "FROM:TO" },
      example: "aagerup:absalon",
    },
  }),
  "at-most": row({
    schema: z.strictObject({
      kind: z.literal("at-most"),
      objective,
      most: z.number().min(0).describe("In the objective's own unit: metres, pupils, kroner a year, pupils per place."),
    }),
    read: (rule): RuleOf<"at-most"> => rule,
    words: ({ objective: of, most }, { currency }) =>
      filled(SAID.atMost, { of: inMoney(OBJECTIVE_NAMES[of], currency), most: numeral(most) }),
    page: {
      name: { da: "Højst så meget af et mål", en: "At most so much of an objective" },
      what: { da: "Et mål må ikke overstige en grænse.", en: "An objective may not exceed a limit." },
      model: "f(x) ≤ ε",
    },
    typed: {
      parts: [
        { key: "objective", kind: "objective" },
        { key: "most", kind: "limit" },
      ],
      form: { da: "MÅL:GRÆNSE", en: "OBJECTIVE:LIMIT" },
      example: "longest-way:9000",
    },
  }),
  "most-split": row({
    schema: z.strictObject({ kind: z.literal("most-split"), pairs: z.int().min(0) }),
    read: (rule): RuleOf<"most-split"> => rule,
    words: ({ pairs }) => filled(SAID.atMostSplit, { units: counted(pairs, "units") }),
    page: {
      name: { da: "Højst så mange delte områder", en: "At most so many split units" },
      what: {
        da: "Højst s områder deles mellem skoler; de vises som delte.",
        en: "At most s units are split between schools; they are shown as split.",
      },
      model: "Σⱼ wᵢⱼ ≤ 1 + (m − 1) zᵢ, Σᵢ zᵢ ≤ s",
    },
    typed: typedOnly(typedNumber("pairs", "count", 0), 2),
  }),
} satisfies Readonly<Record<AssignmentRule["kind"], unknown>>);

function yearsInWords({ demands }: RuleOf<"capacity-in-years">): Text {
  const years = demands.map(({ schoolYear }) => schoolYear);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const used = SCENARIOS.filter((scenario) => demands.some((demand) => demand.scenario === scenario));
  const names = inBoth((language) => used.map((scenario) => SCENARIO_NAMES[scenario][language]).join(", "));
  return filled(SAID.noneOver, { first, last, names });
}
