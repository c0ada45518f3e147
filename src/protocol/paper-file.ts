import { z } from "zod";
import { councilFiguresSchema } from "./council-file.ts";
import { proposalFileSchema } from "./proposal-file.ts";
import { cellSchema, saidSchema } from "./shown.ts";
import { hashSchema } from "./word-schemas.ts";
import { inLanguages } from "./in-languages.ts";

const textSchema = inLanguages(z.string());
const gradesSchema = z.string().describe('Grades: "0-6", "0-9"; "" where it is closed or not there.');

const schoolSchema = z.strictObject({
  name: z.string(),
  grades: z.strictObject({ today: gradesSchema, plan: gradesSchema }),
  district: z.strictObject({ today: z.string(), plan: z.string() }).describe('Names; "" for none.'),
  pupils: z.strictObject({ today: cellSchema, plan: cellSchema }).describe("To the nearest five."),
  places: z.int().min(0).optional().describe("In the plan; left out where nobody has said."),
  gains: cellSchema.describe("Pupils who come from other schools, to the nearest five."),
  loses: cellSchema.describe("Pupils who go to other schools, to the nearest five."),
});

const whoTableSchema = z.strictObject({
  by: z.enum(["grade-band", "town", "parish", "district"]),
  withheld: z.literal(true).optional().describe("Where small groups could be worked out from it."),
  rows: z.array(z.strictObject({ name: textSchema, pupils: cellSchema, cells: z.array(cellSchema) })),
});

const consequencesSchema = z.strictObject({
  schools: z.array(schoolSchema).describe("Schools that are open today or in the plan."),
  who: z.strictObject({
    pupils: cellSchema,
    unknown: cellSchema.describe("Those whose way is not known before or after."),
    bands: z
      .array(z.strictObject({ over: z.number().optional(), upTo: z.number().optional(), pupils: z.int() }))
      .describe("By change of the way to school, metres one way; shorter is negative."),
    tables: z.array(whoTableSchema),
  }),
});

const alternativeSchema = z.strictObject({
  role: z.enum(["alternative", "dissent"]),
  id: z.string().describe("As it is called among the figures."),
  proposal: proposalFileSchema,
  reason: z.string().describe('Why it is proposed; "" where nobody has said.'),
  figures: consequencesSchema,
  changes: z.array(z.strictObject({ about: textSchema.optional(), text: textSchema })),
});

const priceSchema = z.strictObject({
  key: z.string(),
  name: textSchema,
  low: z.number(),
  mid: z.number(),
  high: z.number(),
  unit: textSchema,
  source: saidSchema,
  standing: z.enum(["documented", "derived", "estimate"]),
});

/** Every figure of a council's paper with all that it takes to work it out anew. */
export const paperFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-paper"),
    version: z.literal(1),
    case: z.strictObject({
      name: z.string(),
      schoolYear: z.string(),
      priceYear: z.int(),
      data: hashSchema.describe("Of the case's files."),
      rules: z.literal("plain").optional().describe("Set where no Danish law holds."),
      synthetic: textSchema.optional().describe("Said where the pupils are made up."),
    }),
    made: z.iso.date().describe("The day that it was made: dates before it have passed."),
    start: z.int().describe("The plan is to hold from August of this year."),
    proposal: proposalFileSchema.describe("The plan that it is about."),
    reason: z.string().describe('Why it is proposed; "" where nobody has said.'),
    figures: councilFiguresSchema.describe("`plans` are the alternatives."),
    consequences: consequencesSchema,
    alternatives: z.array(alternativeSchema),
    calendar: z.array(
      z.strictObject({ date: z.iso.date(), title: textSchema, what: textSchema, paragraph: z.string() }),
    ),
    late: textSchema.optional().describe("Said where dates have passed."),
    prices: z.array(priceSchema),
    sources: z.array(z.strictObject({ what: saidSchema, from: saidSchema })),
    sum: hashSchema.describe("SHA-256 of all else as JSON with fields in order of their names, without spaces."),
  })
  .describe("The figures of a council paper");

export type PaperFile = z.infer<typeof paperFileSchema>;
export type PaperConsequences = z.infer<typeof consequencesSchema>;
export type PaperAlternative = z.infer<typeof alternativeSchema>;
