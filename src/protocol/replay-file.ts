import { z } from "zod";
import { SAVING_CATEGORIES } from "../domain/cost-items.ts";
import { countSchema, togetherSchema } from "./forecast-file.ts";
import { internalSchema, provenanceSchema, runSchema } from "./result-file.ts";
import { cellSchema, saidSchema } from "./shown.ts";
import { inLanguages } from "./in-languages.ts";

const text = inLanguages(z.string());
const range = z.strictObject({ low: z.number(), mid: z.number(), high: z.number() });
const tally = z
  .strictObject({ inside: z.int(), of: z.int() })
  .describe("Of so many figures how many lie within the range that the model gives.");

const promise = z.strictObject({
  name: text,
  kroner: z.number().describe("Kroner a year that the change was said to save; negative: to cost."),
  priceYear: z.int().describe("Of every amount of this promise."),
  counts: z.array(z.enum(SAVING_CATEGORIES)),
  source: saidSchema,
  reading: text,
  planned: range.describe("By the model, before anything is taken off for what usually comes."),
  comes: range.describe("By the model, as far as it is expected to come."),
  inside: z.boolean().describe("Whether what was promised lies within what is planned."),
  outcome: z
    .strictObject({
      kroner: z.number().describe("In the prices of the promise's year."),
      year: z.int().describe("The year of the accounts."),
      source: saidSchema,
      inside: z.boolean().describe("Whether it lies within what was expected to come."),
    })
    .optional()
    .describe("What came by later accounts; absent where nobody has said."),
});

const stage = z.strictObject({
  plan: z.strictObject({ id: z.string(), title: saidSchema }),
  from: z.int().optional().describe("The year in whose August it took effect; absent where nobody has said."),
  until: z.int().optional().describe("The year in whose August the next took effect."),
  districts: z.int(),
  openSites: z.int(),
  change: z
    .strictObject({ changedSite: cellSchema, rightsGained: cellSchema, rightsLost: cellSchema })
    .optional()
    .describe("Pupils of the case's year whom the step from the plan before moves; absent for the first plan."),
  promises: z.array(promise).describe("Of the step from the plan before."),
  counts: z
    .strictObject({ inside: z.int(), together: togetherSchema.optional(), cases: z.array(countSchema) })
    .optional()
    .describe("Pupils counted while the plan was in force; absent where nobody counted."),
});

export const replayFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-replay"),
    version: z.literal(1),
    internal: internalSchema,
    provenance: provenanceSchema,
    hits: z.strictObject({ promises: tally, outcomes: tally, counts: tally }),
    notes: z.array(text).describe("What is not known, and what the hits do not prove."),
    stages: z.array(stage).describe("Decided plans in the order they took effect."),
    otherPromises: z.array(promise).describe("Of changes that are none of the steps."),
    run: runSchema,
  })
  .describe("Decided plans one after the other, beside what was promised, what came and what was counted");

export type ReplayFile = z.infer<typeof replayFileSchema>;
