import { z } from "zod";

const publishedPlanSchema = z.strictObject({
  plan: z.string().min(1).describe("Id of a plan of the case."),
  measures: z
    .array(
      z.strictObject({
        measure: z.string().min(1).describe("Key of a measure."),
        atMost: z.number().nonnegative().describe("In the measure's unit, rounded up."),
      }),
    )
    .describe("How far each main measure may be from what the municipality's own data give."),
});

/** What a published case says of how it was made. Whoever opens it is told, and import holds its pupils against it. */
export const publishedSchema = z
  .strictObject({
    seed: z.int().nonnegative(),
    areas: z.int().positive().describe("Areas that the municipality's own units were put together to."),
    from: z.int().positive().describe("The municipality's own units."),
    sums: z
      .strictObject({ kept: z.int().nonnegative(), of: z.int().nonnegative() })
      .describe(
        "Pupils of a school in a grade band by some plan of the case: how many of these sums are as they were.",
      ),
    plans: z.array(publishedPlanSchema),
  })
  .describe(
    "Set by `publish`: units were put together and pupils rounded until no area has one to four pupils in a grade, and what that changes.",
  );
