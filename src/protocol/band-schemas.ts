import { z } from "zod";

/** A band by its grades, as the case's rule set cuts and names them; a file may also name several together ("4-9"). Whether the case has them is asked where it is read. */
export const bandKeySchema = z
  .string()
  .regex(/^[\p{L}\d]{1,4}(-[\p{L}\d]{1,4})?$/u, 'grades such as "0-3"')
  .describe('Grades as the case names them: "0-3", "7-9", "K-5".');

/** Something of each band of the case, by its grades. */
export const byBandSchema = <Value extends z.ZodType>(value: Value) => z.record(bandKeySchema, value);
