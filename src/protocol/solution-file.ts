import { z } from "zod";
import { inLanguages } from "./in-languages.ts";
import { rangeSchema } from "./money-rows.ts";
import { writtenPlanSchema } from "./plan-file.ts";
import { questionFileSchema } from "./question-file.ts";
import {
  internalSchema,
  measureInfoSchema,
  planStatusSchema,
  provenanceSchema,
  runSchema,
  unmeasuredSchema,
} from "./result-file.ts";
import { cellSchema, shownValueSchema } from "./shown.ts";

const textSchema = inLanguages(z.string());

const stageSchema = z.strictObject({
  value: shownValueSchema,
  bound: shownValueSchema.describe("No answer goes below it; equal to the value when proven."),
});

/** Who goes where in an answer. */
const assignedSchema = z.strictObject({
  plan: writtenPlanSchema,
  splits: z
    .array(z.strictObject({ unit: z.string(), band: z.string(), pupils: z.record(z.string(), z.int()) }))
    .describe(
      "Units whose pupils go to several sites; those with fewer than five to one of them stand in an internal file only.",
    ),
  splitsLeftOut: z.int().optional(),
});

const answerSchema = assignedSchema.extend({
  completeness: planStatusSchema,
  status: z.enum(["optimal", "stopped", "quick"]),
  stages: z.array(stageSchema).describe("Value and bound of each stage."),
  breaches: z.array(textSchema).optional().describe("Where the answer still breaks a rule; of a quick answer only."),
  areas: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        middle: z.string().describe("Id of the unit that distances are measured from."),
        seat: z.string().optional().describe("Id of the site there, where the question asks for seats."),
        sites: z.array(z.string()).describe("Open sites that stand in it; empty for a district without a site."),
        pupils: cellSchema.describe("Of the column that is balanced."),
        units: z.array(z.string()).describe("As in a plan's zones."),
      }),
    )
    .optional()
    .describe("The districts of a redrawn map."),
  unmeasured: unmeasuredSchema,
  measures: z.record(z.string(), shownValueSchema).describe("By measure key."),
  ranges: z
    .record(z.string(), rangeSchema)
    .describe(
      "By measure key, of each that is not known exactly: of the same draws as its value, or of how exact the roads are.",
    ),
});

export const solutionFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-solution"),
    version: z.literal(1),
    internal: internalSchema,
    provenance: provenanceSchema,
    question: questionFileSchema,
    status: z.enum(["optimal", "stopped", "infeasible"]),
    gap: z.number().optional(),
    conflict: z
      .strictObject({
        rules: z.array(textSchema).describe("A smallest set of rules that cannot hold together."),
        details: z.array(textSchema),
        relaxing: z
          .array(
            z.strictObject({
              rule: textSchema,
              outcome: z
                .enum(["optimal", "stopped", "infeasible", "unknown"])
                .describe(
                  "optimal: the best without the rule; stopped: found, perhaps not the best; infeasible: other rules collide too; unknown: not settled in the time of a test.",
                ),
              values: z.array(shownValueSchema).describe("One for each stage; empty where there is no plan."),
            }),
          )
          .describe("What leaving out each of the rules by itself would give."),
      })
      .optional(),
    measures: z.array(measureInfoSchema),
    stages: z
      .array(z.strictObject({ name: textSchema, unit: textSchema }))
      .describe("What each stage of the answers, of prices and of relaxations measures."),
    answers: z.array(answerSchema).describe("One answer; several for networks and for the points of a front."),
    prices: z
      .array(
        z.strictObject({
          rule: textSchema,
          status: z.enum(["optimal", "stopped"]),
          stages: z.array(shownValueSchema).describe("With the rule minus without it."),
          differences: z.record(z.string(), shownValueSchema).describe("With minus without, by measure key."),
          saving: rangeSchema
            .optional()
            .describe("What is saved a year with the rule beyond without it, on the same draws."),
          note: textSchema.optional(),
          without: assignedSchema.describe("The answer without the rule; measured, it would tell small groups."),
        }),
      )
      .optional(),
    front: z
      .strictObject({
        objectives: z.array(z.string()),
        complete: z.boolean(),
        ends: z
          .enum(["all", "first"])
          .describe("Whether the best of every objective is among the answers, or of the first alone."),
      })
      .optional()
      .describe("What the answers are the front of; complete when no point is left out."),
    networks: z
      .strictObject({ apart: z.int() })
      .optional()
      .describe("Of several networks: in how many sites each differs from every one before it."),
    run: runSchema,
  })
  .describe("An answered question");

export type SolutionFile = z.infer<typeof solutionFileSchema>;
