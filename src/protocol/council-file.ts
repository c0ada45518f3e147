import { z } from "zod";
import { COUNCIL_STATES } from "./room-acts.ts";
import { proposalFileSchema } from "./proposal-file.ts";
import { saidSchema, shownValueSchema } from "./shown.ts";
import { hashSchema } from "./word-schemas.ts";
import { inLanguages } from "./in-languages.ts";

const textSchema = inLanguages(z.string());
const momentSchema = z.iso.datetime({ offset: true });

const rowSchema = z.strictObject({
  measure: z.string().describe("Key of the measure; what it counts and in which unit stands in the reference."),
  proposal: shownValueSchema.optional().describe("Left out where there is nothing to measure."),
  today: shownValueSchema.optional().describe("Today, with the dangers and dwellings that the proposal assumes."),
  plans: z.record(z.string(), shownValueSchema).describe("Of the council's own plans, by id."),
  range: z
    .strictObject({ low: z.number(), mid: z.number(), high: z.number() })
    .optional()
    .describe("Of the proposal, where the figure is not known exactly."),
});

/** What is measured of a proposal beside today and the council's own plans; pupils to the nearest five. What may be left out the first files had not. */
export const councilFiguresSchema = z.strictObject({
  unfinished: z
    .array(textSchema)
    .describe("What is lacking, where the proposal leaves pupils without a school: then there are no figures."),
  problems: z
    .array(textSchema)
    .optional()
    .describe("What is wrong with it all the same: too few places, areas or districts in pieces, grades not in a row."),
  plans: z.array(z.strictObject({ id: z.string(), title: saidSchema })),
  rows: z.array(rowSchema),
  schools: z
    .array(z.strictObject({ name: z.string(), fate: z.enum(["closed", "opened", "new"]) }))
    .describe("Schools that are open in one of today and the proposal."),
  changes: z
    .array(z.strictObject({ about: textSchema.optional(), text: textSchema }))
    .optional()
    .describe("All that is other than today, school by school and then of districts; pupils to the nearest five."),
  procedure: z
    .array(textSchema)
    .optional()
    .describe(
      "What it does to the schools, what the law asks then and whose boards are heard; none of an unfinished one.",
    ),
  notes: z
    .array(textSchema)
    .optional()
    .describe(
      "What must be said with the figures: of the right to transport, how far off it may be because of the roads, and what is left out.",
    ),
  counting: z
    .array(z.string())
    .optional()
    .describe(
      'The measures that "saving" is the sum of: without teaching where teachers and pedagogues are to be spared.',
    ),
  currency: z
    .strictObject({ code: z.string(), kroner: z.number().positive() })
    .optional()
    .describe("What amounts are in and what one of it is worth; Danish kroner where it does not stand."),
  districts: z.array(z.strictObject({ name: z.string(), schools: z.array(z.string()) })),
  assumptions: z.array(textSchema).describe("What it takes for granted beyond the case's files."),
});
export type CouncilFigures = z.infer<typeof councilFiguresSchema>;
export type CouncilRow = CouncilFigures["rows"][number];

/** A proposal as it is passed on to a council: all that it takes to draw it and to measure it again, and what was said of it. */
export const councilFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-council"),
    version: z.literal(1),
    case: z.strictObject({
      name: z.string(),
      schoolYear: z.string(),
      priceYear: z.int(),
      data: hashSchema.describe("Of the case's files."),
      rules: z.literal("plain").optional().describe("Set where no Danish law holds."),
      synthetic: textSchema.optional().describe("Said where the pupils are made up."),
    }),
    room: z.string().describe("Where it was drawn."),
    passedOn: momentSchema,
    number: z.int().min(0).describe("The last entry of the room's log that is in it."),
    hash: hashSchema.describe("SHA-256 of the proposal as JSON with fields in order of their names, without spaces."),
    proposal: proposalFileSchema,
    joins: z.array(z.string()).optional().describe("What the two were called that it was joined from, where it was."),
    reason: z.string().describe('Why it is proposed; "" where nobody has said.'),
    figures: councilFiguresSchema,
    said: z.array(
      z.strictObject({
        tone: z.enum(["for", "against", "question", "remark"]),
        at: momentSchema,
        text: z.string(),
        on: textSchema.optional().describe("The school, figure or place that it is about, where it is about one."),
        answers: z.array(z.string()),
        called: z.string().optional().describe("What the proposal was called then, where that was something else."),
        of: z
          .string()
          .optional()
          .describe("What it was said of, where that is one of those that the proposal was joined from."),
        since: z.literal(true).optional().describe("Where it was said of that one after the two were joined."),
      }),
    ),
    dissent: z.string().describe('What those say who are against it; "" where nothing.'),
    votes: z.array(textSchema).describe("Votes that it stood in, as far as their counts may be told."),
    priorities: z
      .array(textSchema)
      .optional()
      .describe("The room's votes on what matters and on other words, as far as their counts may be told."),
    states: z.array(z.strictObject({ state: z.enum(COUNCIL_STATES), text: z.string(), at: momentSchema })),
    sum: hashSchema
      .optional()
      .describe(
        "As `hash`, of this whole file but for this field; it proves nothing of who wrote it. The first files had none.",
      ),
  })
  .describe("A proposal that was passed on to the council");
export type CouncilFile = z.infer<typeof councilFileSchema>;
