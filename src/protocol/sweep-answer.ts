import { z } from "zod";
import { inLanguages } from "./in-languages.ts";

const textSchema = inLanguages(z.string());

/**
 * What came of one scenario, exact: for the planner's own machine and database. What may be told of it to others is decided where a table is
 * written of it (see `report/sweep-rows.ts`).
 */
export const sweepAnswerSchema = z.strictObject({
  status: z.enum(["optimal", "stopped", "infeasible", "failed"]),
  gap: z.number().optional().describe("How far from proof, as a share, where that is known."),
  conflict: z.array(textSchema).optional().describe("A smallest set of rules that cannot hold together."),
  reason: z.string().optional().describe("Why a search ended with nothing in hand."),
  plan: z
    .strictObject({
      key: z.string().describe("The same for the same plan in every scenario."),
      name: textSchema,
    })
    .optional(),
  withoutSchool: z.int().optional().describe("Pupils whom the plan gives no school; absent: none."),
  measures: z.record(z.string(), z.number()),
});

export type SweepAnswer = z.infer<typeof sweepAnswerSchema>;
