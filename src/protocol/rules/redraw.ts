import { z } from "zod";
import { numeral } from "../../domain/counted.ts";
import { gradesInWords, type Grades } from "../../domain/grades.ts";
import { catalogue, filled, NOTHING_SAID, type Text } from "../../domain/language.ts";
import type { RedrawQuestion, RedrawRule } from "../../domain/question.ts";
import { bare, row, type RulePage, site, typedName, typedNumber } from "./row.ts";
import { atLeastPupils, atMostPupils, LEAST_IN_DISTRICT, lock, MOST_IN_DISTRICT } from "./shared.ts";
import { REDRAW_TEXT } from "./redraw-text.ts";

type RuleOf<Kind extends RedrawRule["kind"]> = Extract<RedrawRule, { readonly kind: Kind }>;

/** " i 0.-3. klasse" where only one band's pupils are to be as many in each district. */
export const bandInWords = (bands: Grades["bands"], balance: RedrawQuestion["balance"]): Text =>
  balance === "pupils" ? NOTHING_SAID : filled(REDRAW_TEXT.inGrades, { grades: gradesInWords(bands[balance].key) });

/** Pupils in every new district, or in the one that a site comes into. */
const districtPupils = <Kind extends "at-least-pupils" | "at-most-pupils">(
  kind: Kind,
  { fewest, said, page, example }: { fewest: number; said: (pupils: number) => Text; page: RulePage; example: string },
) =>
  row({
    schema: z.strictObject({
      kind: z.literal(kind),
      pupils: z.int().min(fewest),
      site: site
        .optional()
        .describe("Left out, it holds for every district; else for the one that the site comes into."),
    }),
    read: ({ pupils, site: of }, names): { readonly kind: Kind; readonly pupils: number; readonly site?: number } => ({
      kind,
      pupils,
      ...(of !== undefined && { site: names.site(of) }),
    }),
    words: ({ pupils, site: of }, { sites, balance, bands }) => {
      const where: Text =
        of === undefined ? REDRAW_TEXT.everyDistrict : filled(REDRAW_TEXT.theDistrictWith, { of: sites[of].name });
      return filled(REDRAW_TEXT.inDistrict, { pupils: said(pupils), column: bandInWords(bands, balance), where });
    },
    page,
    typed: {
      parts: [typedNumber("pupils", "pupils", fewest), typedName("site")],
      optionalFrom: 1,
      form: REDRAW_TEXT.ofSiteForm,
      example,
    },
  });

/** Rules of new districts, a row each. */
export const REDRAW = catalogue("protocol.rules.redraw", {
  farthest: row({
    schema: z.strictObject({
      kind: z.literal("farthest"),
      metres: z
        .number()
        .positive()
        .describe("In a straight line from the middle unit of a district to one with pupils."),
    }),
    read: (rule): RuleOf<"farthest"> => rule,
    words: ({ metres }, { balance, bands }) => {
      const column = bandInWords(bands, balance);
      return filled(REDRAW_TEXT.farthestFromMiddle, { column, metres: numeral(metres) });
    },
    page: {
      name: { da: "Længst fra midten", en: "Farthest from the middle" },
      what: {
        da: "Ingen med elever i det nye distrikt bor længere fra dets midte i lige linje. Midten er det område i distriktet, som der samlet er kortest fra til eleverne, eller skolen, som der tegnes om.",
        en: "Nobody with pupils in a new district lives farther from its middle in a straight line. The middle is the unit of the district that is nearest to its pupils in all, or the school that it is drawn around.",
      },
      model: "zᵢₘ = 0 where i is farther from m",
    },
    typed: {
      parts: [typedNumber("metres", "metres", 1, "any")],
      form: { da: "METER", en: "METRES" },
      example: "8000",
    },
  }),
  "at-least-pupils": districtPupils("at-least-pupils", {
    fewest: 0,
    said: atLeastPupils,
    page: LEAST_IN_DISTRICT,
    example: "400:udby",
  }),
  "at-most-pupils": districtPupils("at-most-pupils", {
    fewest: 1,
    said: atMostPupils,
    page: MOST_IN_DISTRICT,
    example: "2000",
  }),
  capacity: bare(
    "capacity",
    {
      da: "plads i hvert distrikts skoler til de elever, der bor i det",
      en: "room in every district's schools for the pupils who live in it",
    },
    {
      name: { da: "Plads i hvert distrikt", en: "Room in every district" },
      what: {
        da: "Der bor ikke flere elever på et trin i et nyt distrikt, end de åbne skoler i det har pladser til tilsammen. En skole, hvis pladser ikke er oplyst, har plads til alle. Eleverne fordeles så på distriktets skoler efter pladserne, så vidt hele områder kan det.",
        en: "No more pupils of a band live in a new district than the open schools in it have places for together. A school whose places are not stated has room for all. Pupils are then shared out between the district's schools by their places, as far as whole areas can be.",
      },
      model: "Σᵢ qᵢ zᵢₘ ≤ Σⱼ Qⱼ z(j)ₘ",
    },
  ),
  lock: row({
    ...lock,
    words: ({ unit, site: to }: RuleOf<"lock">, { sites, units }) =>
      filled(REDRAW_TEXT.together, { unit: units.id[unit], to: sites[to].name }),
  }),
  "held-site": row({
    schema: z.strictObject({ kind: z.literal("held-site"), site }),
    read: ({ kind, site: of }, names): RuleOf<"held-site"> => ({ kind, site: names.site(of) }),
    words: ({ site: of }, { sites }) => filled(REDRAW_TEXT.siteKeepsPupils, { of: sites[of].name }),
    page: {
      name: { da: "En skole bliver i sit distrikt", en: "A school stays in its district" },
      what: {
        da: "Skolen bliver i det distrikt, den hører til i dag, og beholder netop sine elever, som bor i det.",
        en: "The school stays in the district it belongs to today and keeps exactly its pupils, who live in it.",
      },
      model: "zᵢₘ = z(j)ₘ for every unit i of site j",
    },
    typed: { parts: [typedName("site")], form: { da: "SKOLE", en: "SITE" }, example: "tuse" },
  }),
  "held-district": row({
    schema: z.strictObject({
      kind: z.literal("held-district"),
      district: z.string().min(1).describe("Id from districts.csv."),
    }),
    read: ({ kind, district }, names): RuleOf<"held-district"> => ({ kind, district: names.district(district) }),
    words: ({ district }, { districts }) => filled(REDRAW_TEXT.districtKeepsSchools, { district: districts[district] }),
    page: {
      name: { da: "Et distrikt beholder sine skoler", en: "A district keeps its schools" },
      what: {
        da: "Distriktet beholder alle sine skoler med deres elever og får ingen andre skoler.",
        en: "The district keeps all its schools with their pupils and gets no other school.",
      },
      model: "z(j)ₘ = z(k)ₘ for its sites j, k; ≠ for every other",
    },
    typed: { parts: [typedName("district")], form: { da: "DISTRIKT", en: "DISTRICT" }, example: "tuse-naes" },
  }),
} satisfies Readonly<Record<RedrawRule["kind"], unknown>>);
