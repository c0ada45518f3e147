import { z } from "zod";
import { bandKeySchema } from "./band-schemas.ts";
import { saidSchema } from "./shown.ts";
import { nameSchema, remarkSchema } from "./word-schemas.ts";

/** Units that go to one site in some bands. */
export const zoneSchema = z.strictObject({
  site: z.string().min(1),
  bands: z.array(bandKeySchema).min(1),
  units: z
    .array(z.string().min(1))
    .describe("Unit ids; an H3 cell coarser than the case's resolution stands for all its cells."),
});

const districtsSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    name: nameSchema,
    sites: z.array(z.string().min(1)).min(1).describe("Ids from sites.csv."),
  }),
);
const teachingSchema = z
  .record(z.string(), z.string())
  .describe('Grades by site id where they differ from sites.csv: "0-6", "0-9"; "" closes the site.');
const zonesSchema = z.strictObject({ kind: z.literal("zones"), zones: z.array(zoneSchema) });

/**
 * A plan as a file. Everything left out means "as today": `districts` as in districts.csv and sites.csv, `teaching` as the
 * grades in sites.csv. Sites and units are named by id.
 */
export const planFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-plan"),
    version: z.literal(1),
    id: z.string().min(1).describe("Name of the plan in commands and addresses."),
    title: saidSchema,
    inForceFrom: z
      .int()
      .min(1975)
      .max(2100)
      .optional()
      .describe("Of a decision that was carried out: the year in whose August it took effect."),
    source: remarkSchema.optional().describe("Where the plan comes from: a decision, a proposal, a computation."),
    districts: districtsSchema.min(1).optional(),
    teaching: teachingSchema.optional(),
    assignment: z
      .discriminatedUnion("kind", [
        zonesSchema,
        z.strictObject({
          kind: z.literal("same-as"),
          plan: z.string().min(1).describe("Id of the plan whose assignment holds here too."),
        }),
        z.strictObject({
          kind: z.literal("nearest"),
          within: z
            .enum(["today", "municipality"])
            .describe("Nearest site that teaches the band: among those of the unit's district today, or among all."),
        }),
      ])
      .optional()
      .describe("Who goes where. Left out: the same as the baseline."),
    saved: z
      .strictObject({ by: z.string().min(1), hash: z.string().min(1) })
      .optional()
      .describe(
        "Where the program saved the plan itself: by which command, and a hash of all else in the file. The command may replace the file while the hash fits; leave it out of a plan made by hand.",
      ),
  })
  .describe("A skoledistrikt plan");

/** A plan as answers hold it: nothing is left out, and there may be no district. */
export const writtenPlanSchema = planFileSchema.extend({
  districts: districtsSchema,
  teaching: teachingSchema,
  assignment: zonesSchema,
});

export type WrittenPlan = z.infer<typeof writtenPlanSchema>;
export type Zone = z.infer<typeof zoneSchema>;
export type PlanFile = z.infer<typeof planFileSchema>;
