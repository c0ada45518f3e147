import { z } from "zod";
import { bandKeySchema } from "./band-schemas.ts";
import { saidSchema } from "./shown.ts";
import { nameSchema } from "./word-schemas.ts";

/** Whole numbers in one string, so that a hundred thousand are one value and not one line each. */
const numbersSchema = z.string().regex(/^(-?\d+( -?\d+)*)?$/, "whole numbers with a space between");

const siteOrNoneSchema = z.union([z.string().min(1), z.null()]);

const edits = {
  after: z.int().min(0).describe("How many of the edits written one by one come before these."),
  by: nameSchema.describe("Who made them."),
  id: z
    .strictObject({ stem: z.string(), numbers: numbersSchema })
    .describe("Each id is the stem and a number to base 36; here each number less the one before it."),
  at: z
    .strictObject({ first: z.iso.datetime(), later: numbersSchema })
    .describe("When the first was made, and how many milliseconds after the one before it each was."),
  notes: z.array(saidSchema),
  note: numbersSchema.describe("The place of each one's note in notes, from 1; 0: none."),
};

const packedSchema = z.strictObject({
  form: z.literal("packed"),
  ...edits,
  sites: z.array(siteOrNoneSchema).describe("Ids of all sites that any unit is or comes to; null: no site."),
  units: z.array(z.string().min(1)).describe("Ids of all units that any of them moves."),
  neighbours: numbersSchema.describe("Of each unit: how many of those that touch it come later in units."),
  beside: numbersSchema.describe(
    "Of each of these: how many places it comes after the one before it, the first: after the unit.",
  ),
  was: numbersSchema.describe(
    "The place in sites, from 0, of where each unit is before the first: of all units in grades 0-3, then 4-6, then 7-9.",
  ),
  packed: z
    .string()
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, "base64")
    .describe(
      "Who goes where, each told from unit to neighbour, packed by an arithmetic coder: src/edit/packed-strokes.ts.",
    ),
  sum: z.int().min(0).describe("Of all that is packed, as it is read."),
});

const columnsSchema = z.strictObject({
  form: z.literal("columns").optional(),
  ...edits,
  sites: z.array(siteOrNoneSchema).describe("Site ids; null: no site."),
  to: numbersSchema.describe("The place in sites, from 0, of the one that each sends to."),
  units: z.array(z.string().min(1)).describe("Ids of all units that any of them moves."),
  bands: z.array(z.array(bandKeySchema).min(1)),
  areas: numbersSchema.describe("In how many sets of bands each moves anybody."),
  in: numbersSchema.describe("Of each of these areas: the place of its bands in bands, from 0."),
  runs: numbersSchema.describe("Of each area: how many runs of units, as they stand in units, it is."),
  skip: numbersSchema.describe(
    "Of each run: how many units lie between it and the run before it in the area, or the first unit.",
  ),
  take: numbersSchema.describe("Of each run: its units."),
});

/**
 * Edits after each other that each send areas to one school, so that a log of a hundred thousand strokes is small: as columns with one
 * number a stroke, or, of thousands, packed. Everything else of a proposal is written edit by edit.
 */
export const strokesFileSchema = z.discriminatedUnion("form", [packedSchema, columnsSchema]);

export type StrokesFile = z.infer<typeof strokesFileSchema>;
export type PackedStrokesFile = z.infer<typeof packedSchema>;
export type StrokeColumnsFile = z.infer<typeof columnsSchema>;
