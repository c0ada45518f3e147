import { z } from "zod";
import { SAVING_CATEGORIES } from "../domain/cost-items.ts";
import { ruleSetSchema } from "./rule-set-file.ts";
import { saidSchema } from "./shown.ts";
import { inLanguages } from "./in-languages.ts";
import { publishedSchema } from "./published.ts";

const stateSchema = z
  .strictObject({
    plan: z.string().min(1).describe("Id of a plan of the case."),
    open: z
      .array(z.strictObject({ site: z.string().min(1), grades: z.string().min(1), pupils: z.int().min(1) }))
      .optional()
      .describe("Sites that the plan has closed, opened again with the pupils who live nearest."),
    close: z.array(z.string().min(1)).optional().describe("Sites that the plan has open, closed."),
  })
  .describe("The schools at one time: a plan of the case, and what is another than in it.");

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, such as "07:45"');

/** What a file of the case is called without its ending: under that name case.json says what the file cannot say itself. */
export const FILE_STEMS = [
  "sites",
  "districts",
  "pupils",
  "homes",
  "capacity",
  "areas",
  "attendance",
  "neighbours",
  "places",
  "addresses",
  "parishes",
  "costs",
  "price-index",
  "dangerous-roads",
  "births",
  "movers",
  "housing",
  "forecast",
  "assumptions",
  "counts",
  "roads",
  "units",
  "outline",
  "land",
  "surroundings",
] as const;

const crsSchema = z.string().regex(/^EPSG:\d{4,6}$/, 'such as "EPSG:25832"');

const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'such as "EUR"');

/** case.json: what a case says of itself as a whole. */
export const caseFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-case"),
    version: z.literal(1),
    name: z.string().min(1),
    code: z
      .string()
      .regex(/^[\p{L}\d][\p{L}\d .-]{0,19}$/u, 'such as "0316"')
      .optional()
      .describe("The municipality's in its country's register: in Denmark four digits. Left out where it has none."),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/, 'such as "en"')
      .optional()
      .describe("The language that page and commands begin in; left out, the page the browser's and commands Danish."),
    schoolYear: z.string().regex(/^\d{4}\/\d{2}$/, 'such as "2015/16"'),
    priceYear: z.int().min(1990).max(2100),
    currency: z
      .union([
        currencySchema,
        z.strictObject({
          code: currencySchema,
          kroner: z
            .number()
            .positive()
            .describe(
              "What one is worth in Danish kroner: prices that the case does not state are Danish, and converted by it.",
            ),
        }),
      ])
      .optional()
      .describe(
        "What amounts are in, ISO 4217; left out: Danish kroner. Of another than DKK and EUR its worth in kroner is stated too.",
      ),
    crs: crsSchema.optional().describe("Coordinates of every file; left out, each file's are found out and reported."),
    files: z
      .partialRecord(
        z.enum(FILE_STEMS),
        z.strictObject({
          layer: z.string().min(1).optional().describe("Of a workbook or a file with several layers: which it is."),
          encoding: z
            .string()
            .min(1)
            .optional()
            .describe('Of a shapefile that does not say it: what its letters are written in, such as "windows-1252".'),
          crs: crsSchema.optional().describe("Coordinates of this file, where it does not say them itself."),
        }),
      )
      .optional()
      .describe("What files cannot say themselves, by their names without endings."),
    units: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("h3"), resolution: z.int().min(5).max(11) }),
        z.strictObject({ kind: z.literal("polygons") }),
      ])
      .default({ kind: "h3", resolution: 9 }),
    rules: ruleSetSchema
      .optional()
      .describe("By which rules schools are counted; left out: the Danish Folkeskole Act, grades 0 to 9."),
    baseline: z.string().optional().describe("Id of the plan in force today."),
    snapLimit: z
      .number()
      .positive()
      .max(50_000)
      .default(1000)
      .describe("Farthest a pupil may live from the nearest road, metres in a straight line."),
    savingsTarget: z
      .strictObject({
        amount: z.number().positive().describe("An amount a year."),
        priceYear: z.int().min(1990).max(2100),
        source: saidSchema,
        teaching: z.enum(["untouched", "counts"]).describe("Whether what classes save counts towards the target."),
      })
      .optional()
      .describe("The saving that the council has set itself."),
    order: z
      .strictObject({
        unsure: z.array(z.string().min(1)).describe("Keys of measures by which plans are given no places."),
        source: saidSchema.describe("How it was found."),
      })
      .optional()
      .describe("By which measures the order of plans hangs on made-up pupils or simplified roads."),
    promises: z
      .array(
        z.strictObject({
          name: inLanguages(z.string().min(1)),
          kroner: z
            .number()
            .describe("Said to be saved a year by the change, in the case's currency; negative: to be its cost."),
          priceYear: z.int().min(1990).max(2100),
          counts: z.array(z.enum(SAVING_CATEGORIES)).min(1).describe("What of the money it was said of."),
          from: stateSchema,
          to: stateSchema,
          source: saidSchema,
          reading: inLanguages(z.string().min(1)),
          outcome: z
            .strictObject({
              kroner: z.number().describe("An amount a year; negative: it cost."),
              priceYear: z.int().min(1990).max(2100),
              year: z.int().min(1975).max(2100).describe("The year of the accounts."),
              source: saidSchema,
            })
            .optional()
            .describe("What came of it by later accounts; left out where nobody has said."),
        }),
      )
      .optional()
      .describe("Changes whose money was said beforehand: the cost model is put beside each."),
    rightsError: z
      .strictObject({
        low: z.number().min(0).max(1),
        high: z.number().min(1),
        source: saidSchema.describe("How it was found: a sentence, shown with every number that has the right."),
      })
      .optional()
      .describe(
        "What the number with a right to transport may be on exact roads, as shares of what these roads give: 0.8 is 20 % fewer.",
      ),
    publicBuses: z
      .strictObject({
        walk: z
          .number()
          .positive()
          .max(10_000)
          .optional()
          .describe("Farthest on foot from home to a stop and from a stop to the school, metres; 1,000 unless stated."),
        arriveFrom: timeSchema
          .optional()
          .describe("When the bus is at the school's stop in the morning at the earliest; 07:15 unless stated."),
        arriveBy: timeSchema.optional().describe("And at the latest; 08:00 unless stated."),
        leaveFrom: timeSchema
          .optional()
          .describe("When the bus home leaves the school's stop at the earliest; 13:30 unless stated."),
        leaveBy: timeSchema.optional().describe("And at the latest; 15:30 unless stated."),
        changes: z
          .union([z.literal(0), z.literal(1)])
          .optional()
          .describe("How many changes of bus the way may have; 1 unless stated."),
        changeWalk: z
          .number()
          .nonnegative()
          .max(2_000)
          .optional()
          .describe("Farthest on foot from stop to stop at a change, metres; 200 unless stated."),
        changeLeast: z
          .number()
          .nonnegative()
          .max(120)
          .optional()
          .describe("Least minutes from getting off to the next bus's leaving, the walk among them; 3 unless stated."),
        changeMost: z.number().positive().max(120).optional().describe("Most minutes of the same; 15 unless stated."),
      })
      .optional()
      .describe("When public buses of the timetable in gtfs/ are a way to school: out in the morning and home again."),
    synthetic: inLanguages(z.string().min(1))
      .optional()
      .describe("Set where pupils are not real: the sentence shown with every figure."),
    published: publishedSchema.optional(),
    borders: saidSchema
      .optional()
      .describe(
        "Where it is not documented which of today's districts touch: the sentence shown where plans are counted.",
      ),
    syntheticAddresses: saidSchema
      .optional()
      .describe("Set where the addresses of addresses.csv are not real: the sentence shown wherever they are used."),
    sources: z.array(z.strictObject({ what: saidSchema, from: saidSchema, licence: saidSchema.optional() })),
  })
  .describe("A skoledistrikt case");

export type CaseFile = z.infer<typeof caseFileSchema>;
