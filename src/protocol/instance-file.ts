import { z } from "zod";
import { hashSchema } from "./result-file.ts";

const numbers = z.array(z.int());

/** Who goes where in a published instance, in the numbering of its own file, so that value and feasibility can be worked out from the two. */
const solutionSchema = z.union([
  z.strictObject({ agentOfJob: numbers }).describe("gap: for each job in order its agent, agents counted from 1."),
  z
    .strictObject({ open: numbers, siteOfCustomer: numbers })
    .describe("holmberg: the open sites, and for each customer in order its site; sites counted from 1."),
  z
    .strictObject({ medians: numbers, medianOfPoint: numbers })
    .describe(
      "orlib-cpmp, sjc: the medians, and for each point in order its own; as the file numbers its points, in sjc counted from 1.",
    ),
  z
    .strictObject({ rootOfNode: numbers, links: z.array(z.tuple([z.int(), z.int()])) })
    .describe(
      "hess: for each node in order the best member of its district, and the links beside the file's edges; nodes counted from 0, as in the edges.",
    ),
  z
    .strictObject({ schoolUnitOfUnit: z.record(z.string(), z.record(z.string(), z.string())) })
    .describe("lcps: for each level, for each unit by id, the id of the unit that its school lies in."),
  z.strictObject({ flowOfArc: z.array(z.number()) }).describe("netgen: for each arc in order what flows on it."),
]);

export type InstanceSolution = z.infer<typeof solutionSchema>;

export const instanceFileSchema = z
  .strictObject({
    file: z.string().describe("The instance's name, without its folder."),
    hash: hashSchema.describe("SHA-256 of the instance's file."),
    format: z.string(),
    status: z.enum(["optimal", "stopped", "infeasible"]),
    value: z.number().optional().describe("In the instance's own units; less is better."),
    bound: z.number().optional().describe("No solution goes below it."),
    solution: solutionSchema.optional().describe("The solution of that value; absent where none was found."),
    details: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
    gap: z.number().optional(),
    seed: z.int(),
    program: z.string(),
    run: z
      .strictObject({
        seconds: z.number(),
        cpuSeconds: z.number(),
        peakMegabytes: z.int(),
        machine: z.string(),
      })
      .optional()
      .describe("Of this run alone; absent with --time omit."),
  })
  .describe("A published test instance, solved");

export type InstanceFile = z.infer<typeof instanceFileSchema>;
