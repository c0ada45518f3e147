import { z } from "zod";
import { bandKeySchema } from "./band-schemas.ts";
import { SCENARIOS } from "../domain/forecast.ts";
import { writtenPlanSchema } from "./plan-file.ts";
import { internalSchema, planStatusSchema, provenanceSchema, runSchema } from "./result-file.ts";
import { inLanguages } from "./in-languages.ts";

const text = inLanguages(z.string());
const band = bandKeySchema;
const schoolYear = z.string().regex(/^\d{4}\/\d{2}$/, 'such as "2015/16"');

const few = z.literal("<5").describe("Above zero and below five.");
const expected = z.union([z.number(), few]);

const range = z
  .strictObject({ low: expected, high: expected })
  .describe("Eight of ten draws lie between, of all parameters and of chance in every area.");

const year = z.strictObject({
  schoolYear,
  pupils: z.number().describe("Expected pupils at all sites; expectations need not be whole."),
  range: range.describe("Of the pupils at all sites; eight of ten draws lie between."),
  noSite: expected.describe("Expected pupils whom the plan sends to no site."),
  classes: z.int().describe("Fewest classes by § 17, the cap of each grade's cohort."),
  quotient: z.number().optional().describe("Pupils per class; absent where there is no class."),
  rights: expected.describe("Expected pupils with a right to free transport by § 26."),
  overflow: expected.describe("Pupils beyond capacity, sites and bands added up."),
  sites: z.array(
    z.strictObject({
      id: z.string(),
      pupilsByGrade: z.array(expected).min(1).max(13),
      classesByGrade: z.array(z.int()).min(1).max(13),
    }),
  ),
  breaches: z.array(
    z.strictObject({ site: z.string(), band, pupils: z.union([z.int(), z.literal("hidden")]), places: z.int() }),
  ),
});

/** All sites counted in one year as one. */
export const togetherSchema = z
  .strictObject({
    schoolYear,
    sites: z.int(),
    counted: z.int(),
    mid: z.number(),
    range,
    ends: range.describe("With every parameter at the end that gives fewest and most pupils."),
  })
  .describe("The sites counted in the year with most counts, as one.");

/** A count beside what the forecast expected of it. */
export const countSchema = z.strictObject({
  site: z.string(),
  from: schoolYear,
  startsWith: z.enum(["case", "count"]).describe("The case's own pupils, or an earlier count."),
  schoolYear,
  counted: expected,
  mid: expected,
  range,
  inside: z.boolean(),
  source: z.string(),
});

export const forecastFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-forecast"),
    version: z.literal(1),
    internal: internalSchema,
    provenance: provenanceSchema,
    plan: writtenPlanSchema,
    completeness: planStatusSchema,
    scenario: z.enum(SCENARIOS),
    assumptions: z.array(text).describe("What the forecast takes for granted, in words."),
    parameters: z.array(
      z.strictObject({
        key: z.string(),
        name: text,
        value: z.number(),
        low: z.number(),
        high: z.number(),
        used: z.number().describe("In this scenario."),
        unit: text,
        source: text,
        confidence: z.enum(["high", "medium", "low"]),
      }),
    ),
    years: z.array(year).describe("Today's school year first."),
    risk: z
      .strictObject({
        draws: z.int(),
        seed: z.int(),
        holds: z.int().describe("Draws of the parameters in which no site is over its capacity in any year."),
        holdsUntil: z.array(z.int()).describe("The same up to and with each year."),
        sites: z.array(z.strictObject({ site: z.string(), band, draws: z.int() })),
      })
      .optional()
      .describe("How often capacities hold when the parameters are drawn from their ranges."),
    backtest: z
      .strictObject({
        inside: z.int().describe("Cases whose count lies within its range."),
        together: togetherSchema,
        heldOut: z
          .strictObject({ inside: z.int(), of: z.int() })
          .optional()
          .describe("Cases within a range that is fitted to the cases of all other sites."),
        cases: z.array(countSchema),
      })
      .optional()
      .describe(
        "Today's plan's forecast against what counts.csv says was counted later; absent where it says nothing.",
      ),
    run: runSchema,
  })
  .describe("A plan followed through the years of a forecast");

export type ForecastFile = z.infer<typeof forecastFileSchema>;
