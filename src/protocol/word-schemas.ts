import { z } from "zod";
import { cleaned, isSeen, UNSAID } from "./words.ts";

/** A text that may be empty. */
export const remarkSchema = z.string().overwrite(cleaned);

/** A name: whatever was written once can be read, so that one of which nothing is seen becomes {@link UNSAID}. */
export const nameSchema = z
  .string()
  .min(1)
  .overwrite((name) => (isSeen(name) ? cleaned(name) : UNSAID));

/** A SHA-256 as it is written. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");
