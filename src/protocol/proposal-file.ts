import { z } from "zod";
import { bandKeySchema, byBandSchema } from "./band-schemas.ts";
import { COST_ITEMS } from "../domain/cost-items.ts";
import { DWELLING_TYPES } from "../domain/forecast.ts";
import { planFileSchema } from "./plan-file.ts";
import { questionFileSchema } from "./question-file.ts";
import { saidSchema } from "./shown.ts";
import { strokesFileSchema } from "./strokes-file.ts";
import { nameSchema, remarkSchema } from "./word-schemas.ts";

const idSchema = z.string().min(1);
const bandsSchema = z.array(bandKeySchema).min(1);
const unitsSchema = z
  .array(idSchema)
  .min(1)
  .describe("Unit ids; an H3 cell coarser than the case's resolution stands for all its cells.");
const siteOrNoneSchema = z.union([idSchema, z.null()]).describe("Site id; null: no site.");

const newSiteSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
});

const placesSchema = z.int().min(0).optional();
const siteStateSchema = z.strictObject({
  teaches: z.string().describe('Grades: "0-6", "0-9"; "" for a closed site.'),
  capacity: byBandSchema(placesSchema),
  district: idSchema.optional().describe("Its district's id; left out where it is in none."),
});

const positionSchema = z.strictObject({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
});
const assumptionSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("cost"),
    name: nameSchema,
    kroner: z.int().min(1).describe("In the prices of the case's price year."),
    per: z.enum(["year", "once"]),
  }),
  z.strictObject({
    kind: z.literal("danger"),
    name: nameSchema,
    bands: bandsSchema.describe("Those whom it is dangerous for."),
    along: z
      .array(positionSchema)
      .min(2)
      .describe("Places along the road, each joined to the next by the shortest way."),
  }),
  z.strictObject({
    kind: z.literal("housing"),
    name: nameSchema,
    unit: idSchema.describe("Id of the unit that the dwellings are in."),
    dwellings: z.int().min(1),
    firstYear: z.int().describe("The calendar year in which the first school year with people in them starts."),
    lastYear: z.int().describe("As firstYear, of the last that are moved into."),
    type: z.enum(DWELLING_TYPES),
  }),
  z
    .strictObject({
      kind: z.literal("claim"),
      name: nameSchema.describe("Where the figure comes from, in the words of whoever claims it."),
      item: z.enum(COST_ITEMS).describe("As in costs.csv."),
      value: z.number().min(0).describe("In the unit of the figure; amounts in the prices of the case's price year."),
    })
    .describe("Somebody's own figure beside one that the money rests on; nothing is measured with it."),
]);

const textSchema = z.strictObject({ title: saidSchema, reason: remarkSchema });

const changeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("assign"),
    areas: z
      .array(z.strictObject({ from: siteOrNoneSchema, to: siteOrNoneSchema, bands: bandsSchema, units: unitsSchema }))
      .min(1),
  }),
  z.strictObject({ kind: z.literal("site"), site: idSchema, from: siteStateSchema, to: siteStateSchema }),
  z.strictObject({ kind: z.literal("new-site"), was: newSiteSchema.optional(), is: newSiteSchema.optional() }),
  z.strictObject({
    kind: z.literal("district"),
    id: idSchema,
    from: nameSchema.optional().describe("Its name before; left out where it is new."),
    to: nameSchema.optional().describe("Its name after; left out where it is gone."),
  }),
  z.strictObject({
    kind: z.literal("assumption"),
    id: idSchema,
    from: assumptionSchema.optional().describe("What was assumed before; left out where it is new."),
    to: assumptionSchema.optional().describe("What is assumed after; left out where it is gone."),
  }),
  z.strictObject({
    kind: z.literal("lock"),
    what: z.union([
      z.strictObject({ areas: z.array(z.strictObject({ bands: bandsSchema, units: unitsSchema })).min(1) }),
      z.strictObject({ site: idSchema }),
      z.strictObject({ district: idSchema }),
      z.strictObject({ band: bandKeySchema }),
    ]),
    locked: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("text"), from: textSchema, to: textSchema }),
]);

/** One edit with everything named by id: what is stored, sent to others and written in files. */
export const editFileSchema = z.strictObject({
  id: idSchema,
  by: nameSchema.describe("Who made it."),
  at: z.iso.datetime({ offset: true }).describe("When."),
  note: saidSchema.optional().describe("What it does, in words."),
  changes: z.array(changeSchema),
  takesBack: idSchema.optional().describe("In a log of several hands: the edit that it takes back."),
  belongsTo: idSchema.optional().describe("In a log of several hands: the edit that it completes."),
  asked: z
    .strictObject({
      question: questionFileSchema.describe("Without its locks."),
      locked: z.int().min(0).describe("In how many units somebody was locked to a site."),
      status: z.enum(["optimal", "stopped"]).describe("Proven best, or the best found until the search was stopped."),
      gap: z
        .number()
        .min(0)
        .optional()
        .describe("(value - bound) / |value|; left out where it is proven or nothing is known."),
    })
    .optional()
    .describe("What the optimiser was asked, where the edit was computed."),
});

/** A proposal as a file: where it starts and every edit since, so that all of it can be followed, taken back and gone on with. */
export const proposalFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-proposal"),
    version: z
      .literal([1, 2, 3, 4, 5])
      .describe(
        "2 where strokes are written as columns, 3 where anything is assumed, 4 where strokes are packed, 5 where a figure is claimed.",
      ),
    id: idSchema,
    title: saidSchema.describe("As the edits leave it; for lists."),
    data: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits")
      .describe("Hash of the case's files that it was made on."),
    from: saidSchema.optional().describe("What it began from was called."),
    start: z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("same-as"),
        plan: idSchema.describe("Id of one of the case's plans."),
        id: idSchema.optional().describe("What it is called here; left out: the plan's own."),
        title: saidSchema.optional().describe("Left out: the plan's own."),
      }),
      z.strictObject({ kind: z.literal("plan"), plan: planFileSchema }),
    ]),
    edits: z.array(editFileSchema),
    strokes: z
      .array(strokesFileSchema)
      .optional()
      .describe("Longer runs of strokes, each with its place among the edits."),
  })
  .describe("A skoledistrikt proposal");

export type ProposalFile = z.infer<typeof proposalFileSchema>;
export type EditFile = z.infer<typeof editFileSchema>;
export type ChangeFile = EditFile["changes"][number];
export type AssumptionFile = z.infer<typeof assumptionSchema>;
