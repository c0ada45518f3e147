import { z } from "zod";

export const rangeSchema = z.strictObject({ low: z.number(), mid: z.number(), high: z.number() });
const sumsSchema = z.record(z.string(), z.array(z.string()).readonly());

/** A plan's money in an evaluation's file. */
export const moneySchema = z.strictObject({
  priceYear: z.int(),
  sums: z
    .strictObject({ da: sumsSchema, en: sumsSchema })
    .describe("How each category comes about with every figure at its mean."),
  years: z.array(z.strictObject({ year: z.int(), saving: rangeSchema, oneOff: rangeSchema, inAll: rangeSchema })),
  presentValue: z
    .strictObject({ rate: z.number().describe("Share a year."), value: rangeSchema })
    .optional()
    .describe("Of the years, one-off costs with them, seen from the first; absent where no rate was asked for."),
});
