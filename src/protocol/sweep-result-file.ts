import { z } from "zod";
import { hashSchema, internalSchema, measureInfoSchema, provenanceSchema } from "./result-file.ts";
import { cellSchema, shownValueSchema } from "./shown.ts";
import { sweepAnswerSchema } from "./sweep-answer.ts";
import { sweepFileSchema } from "./sweep-file.ts";

const { status: statusSchema, conflict, plan } = sweepAnswerSchema.shape;
const planSchema = plan.unwrap();

const headSchema = z.strictObject({
  format: z.literal("skoledistrikt-sweep-result"),
  version: z.literal(1),
  internal: internalSchema,
  provenance: provenanceSchema,
  sweep: sweepFileSchema,
  sort: z
    .string()
    .optional()
    .describe("Key of the measure by which a plan is the best; absent where the question's own goals say it."),
  measures: z.array(measureInfoSchema),
});

const rowSchema = z.strictObject({
  scenario: z.int().min(1).describe("Number in the sweep's order; of several, the first."),
  scenarios: z
    .int()
    .min(1)
    .describe("How many it tells of: of real pupils those that differ by their seed alone stand in one row."),
  circumstances: z.record(z.string(), z.unknown()).describe("What is another than in the case and its question."),
  status: statusSchema.describe("Of several, the most frequent."),
  gap: z.number().optional().describe("How far from proof, as a share, where that is known; of several, the largest."),
  conflict,
  reason: z.string().optional(),
  plan: planSchema.extend({ in: z.int().describe("In how many of the row's scenarios it is the best.") }).optional(),
  withoutSchool: cellSchema.optional().describe("Pupils whom the plan gives no school; every figure is of the others."),
  measures: z
    .record(z.string(), shownValueSchema)
    .describe(
      "By measure key; of several, the mean over those in which the plan is the best, of whole things only where all agree.",
    ),
  hash: hashSchema
    .optional()
    .describe("Of the whole answer: the same on every machine. Absent where a row tells of real pupils."),
});

const axisSchema = z.strictObject({
  axis: z.string(),
  value: z.unknown(),
  scenarios: z.int(),
  plan: planSchema.optional().describe("The plan that is most often the best there."),
  in: z.int().describe("In how many of them."),
});

const summarySchema = z.strictObject({
  summary: z.strictObject({
    scenarios: z.int(),
    statuses: z.partialRecord(statusSchema, z.int()),
    plans: z
      .array(planSchema.extend({ in: z.int() }))
      .describe("Each plan that is ever the best, the most frequent first."),
    axes: z.array(axisSchema).describe("The same for each value of each axis but seeds."),
    hash: hashSchema.optional().describe("Of the hashes of all answers, in order."),
  }),
});

/** A line of a sweep's result: what it is of, a scenario, or at last what all scenarios come to. */
export const sweepResultLineSchema = z
  .union([headSchema, rowSchema, summarySchema])
  .describe("A line of a sweep's result, as JSON lines: a head, a row a scenario, a summary");

export type SweepHead = z.infer<typeof headSchema>;
export type SweepRow = z.infer<typeof rowSchema>;
export type SweepSummary = z.infer<typeof summarySchema>["summary"];
