import { z } from "zod";
import { MOST_GRADES } from "../domain/grades.ts";

const nameSchema = z
  .string()
  .regex(/^[\p{L}\d]{1,4}$/u, 'a grade\'s name of up to four letters or digits, such as "K" or "12"');
const rangeSchema = z
  .string()
  .min(1)
  .describe('Grades by their names: "K-5", "9"; the last of a list may be left out for "the rest".');
const cutsSchema = z
  .array(nameSchema)
  .optional()
  .describe(
    "Grades before which bands are cut, besides where the rules change and where schools in sites.csv teach a part of a band: those that plans alone tell apart.",
  );

/** By which rules a case's schools are counted. */
export const ruleSetSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("danish"),
      tenth: z.enum(["left-out", "counted"]).default("left-out").describe("Whether grade 10 is planned for."),
      cuts: cutsSchema,
    })
    .describe(
      "The Danish Folkeskole Act: grades 0-9, the ways of § 26, the classes of § 17 and the dates of a closing.",
    ),
  z
    .strictObject({
      kind: z.literal("plain"),
      grades: z
        .array(nameSchema)
        .min(1)
        .max(MOST_GRADES)
        .describe('Every grade, the first year first: ["R", "1", "2"], ["K", "1", …, "12"].'),
      classes: z
        .array(
          z.strictObject({
            grades: rangeSchema,
            most: z.int().min(1).max(1000).describe("Most pupils of a class."),
            least: z
              .int()
              .min(1)
              .max(1000)
              .optional()
              .describe(
                "Fewest pupils of a class: where a cohort is smaller, the grades of a band are taught together.",
              ),
          }),
        )
        .min(1)
        .describe("For each grade once."),
      transport: z
        .array(
          z.strictObject({
            grades: rangeSchema,
            metres: z.number().positive().describe("Pupils with a longer way to school are carried."),
          }),
        )
        .optional()
        .describe("Who is carried, by the length of the way; left out: nobody has a right to it."),
      words: z
        .array(z.strictObject({ grades: rangeSchema, said: z.array(z.string().min(1)).min(1) }))
        .optional()
        .describe('What several grades are called in files: { "grades": "K-5", "said": ["primary"] }.'),
      firstAge: z
        .int()
        .min(2)
        .max(12)
        .optional()
        .describe(
          "How old pupils of the first grade are at the turn of the year, in whole years: by it children counted by age are read as pupils of grades.",
        ),
      cuts: cutsSchema,
    })
    .describe("A plain rule set of the case's own: it knows no paragraphs and no dates."),
]);

export type RuleSetFile = z.infer<typeof ruleSetSchema>;
