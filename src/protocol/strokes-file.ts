import { z } from "zod";
import { saidSchema } from "./shown.ts";

/** Whole numbers in one string, so that a hundred thousand are one value and not one line each. */
const numbersSchema = z.string().regex(/^(-?\d+( -?\d+)*)?$/, "whole numbers with a space between");

/**
 * Edits after each other that each send areas to one school, as columns with one number a stroke: a log of a hundred thousand
 * strokes is small. Everything else of a proposal is written edit by edit.
 */
export const strokesFileSchema = z.strictObject({
  after: z.int().min(0).describe("How many of the edits written one by one come before these."),
  by: z.string().min(1).describe("Who made them."),
  id: z
    .strictObject({ stem: z.string(), numbers: numbersSchema })
    .describe("Each id is the stem and a number to base 36; here each number less the one before it."),
  at: z
    .strictObject({ first: z.iso.datetime(), later: numbersSchema })
    .describe("When the first was made, and how many milliseconds after the one before it each was."),
  notes: z.array(saidSchema),
  note: numbersSchema.describe("The place of each one's note in notes, from 1; 0: none."),
  sites: z.array(z.union([z.string().min(1), z.null()])).describe("Site ids; null: no site."),
  to: numbersSchema.describe("The place in sites, from 0, of the one that each sends to."),
  units: z.array(z.string().min(1)).describe("Ids of all units that any of them moves."),
  bands: z.array(z.array(z.enum(["0-3", "4-6", "7-9"])).min(1)),
  areas: numbersSchema.describe("In how many sets of bands each moves anybody."),
  in: numbersSchema.describe("Of each of these areas: the place of its bands in bands, from 0."),
  runs: numbersSchema.describe("Of each area: how many runs of units, as they stand in units, it is."),
  skip: numbersSchema.describe(
    "Of each run: how many units lie between it and the run before it in the area, or the first unit.",
  ),
  take: numbersSchema.describe("Of each run: its units."),
});

export type StrokesFile = z.infer<typeof strokesFileSchema>;
