import { z } from "zod";
import { writtenPlanSchema } from "./plan-file.ts";
import { planStatusSchema, provenanceSchema, runSchema } from "./result-file.ts";
import { cellSchema, saidSchema } from "./shown.ts";
import { inLanguages } from "./in-languages.ts";

const textSchema = inLanguages(z.string());

const spreadSchema = z
  .strictObject({ mean: z.number(), p5: z.number(), p50: z.number(), p95: z.number() })
  .describe("Kroner; one draw in twenty is at or below p5.");

const sentenceSchema = z.strictObject({
  key: z.string(),
  text: textSchema,
  figures: z.record(z.string(), z.number()).describe("Every number in the text, in its unit there."),
});

const worstSchema = z
  .strictObject({ pupils: z.int(), mean: z.number(), threshold: z.number() })
  .describe("One pupil in a hundred, at least five; metres one way.");

const planSchema = z.strictObject({
  id: z.string(),
  title: saidSchema,
  plan: writtenPlanSchema.describe("Who goes where."),
  sentences: z.array(sentenceSchema),
  saving: z
    .record(z.string(), spreadSchema)
    .describe("By category, and `total` of the yearly ones; `one-off` comes once."),
  savesInShare: z.number().describe("Share of the draws in which the plan saves anything."),
  bestInShare: z.number().describe("Share of the draws in which it saves most; ties are shared."),
  fairness: z.strictObject({
    pupils: cellSchema,
    unknownWay: cellSchema,
    bands: z.array(
      z.strictObject({
        over: z.number().optional().describe("Metres; absent for no limit."),
        upTo: z.number().optional(),
        pupils: z.int().describe("The nearest five, as everywhere here."),
      }),
    ),
    tables: z.array(
      z.strictObject({
        key: z.enum(["grade-band", "town", "parish", "district"]),
        status: z.enum(["published", "withheld"]),
        rows: z.array(
          z.strictObject({
            name: textSchema,
            pupils: z.int(),
            cells: z.array(cellSchema).describe("One for each band."),
          }),
        ),
      }),
    ),
    mostAdded: worstSchema.optional(),
    farthest: worstSchema.optional(),
  }),
});

export const comparisonFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-comparison"),
    version: z.literal(1),
    provenance: provenanceSchema,
    draws: z.int(),
    parameters: z.array(
      z.strictObject({
        key: z.string(),
        name: textSchema,
        low: z.number(),
        mid: z.number(),
        high: z.number(),
        unit: textSchema,
        source: saidSchema,
        confidence: z.enum(["high", "medium", "low"]),
      }),
    ),
    correlations: z.array(z.strictObject({ keys: z.array(z.string()), r: z.number(), why: textSchema })),
    unfinished: z
      .array(z.strictObject({ id: z.string(), title: saidSchema, completeness: planStatusSchema }))
      .describe("Plans that leave pupils without a school; nothing about them is compared."),
    plans: z.array(planSchema),
    pairs: z.array(
      z.strictObject({
        a: z.string(),
        b: z.string(),
        difference: spreadSchema,
        winsInShare: z.number(),
        tiesInShare: z.number(),
        sentence: sentenceSchema,
      }),
    ),
    turning: z.array(
      z.strictObject({
        a: z.string(),
        b: z.string(),
        atMiddle: z.number().describe("What a saves beyond b, kroner a year, every parameter in its middle."),
        sentences: z.array(sentenceSchema),
        parameters: z.array(
          z.strictObject({
            key: z.string(),
            atLow: z.number(),
            atHigh: z.number(),
            breakEven: z.number().optional().describe("Where a and b change places, the others in their middle."),
            within: z.enum(["range", "beyond", "nowhere"]),
            sobolFirst: z.number().optional(),
            sobolTotal: z.number().optional(),
          }),
        ),
      }),
    ),
    movedAgain: z.strictObject({ once: cellSchema, twice: cellSchema, sentences: z.array(sentenceSchema) }).optional(),
    duplicates: z
      .strictObject({
        over: z.int().describe("Plans that the measures were compared over."),
        pairs: z.array(z.strictObject({ a: z.string(), b: z.string(), r: z.number() })),
      })
      .optional()
      .describe("Measures that put plans in nearly the same order (Spearman beyond 0.95)."),
    run: runSchema,
  })
  .describe("Plans compared: how sure, for whom, and what turns the order");

export type ComparisonFile = z.infer<typeof comparisonFileSchema>;
