import { z } from "zod";
import { nameSchema } from "./word-schemas.ts";

const few = z.literal("<5").describe("One to four pupils.");
const about = z
  .templateLiteral(["~", z.int()])
  .describe(
    "The nearest five, or ten where five would tell, so that a small group cannot be worked out from the exact number.",
  );
const hidden = z.literal("hidden").describe("Five or more, or a figure that would tell a small group.");

/** A number of pupils as files hold it: zero or at least five, or a word for why it is not told. */
export const cellSchema = z.union([z.int(), few, about, hidden]);

/** A measure's value; those that count pupils may be a word instead. */
export const shownValueSchema = z.union([z.number(), few, about, hidden]);

/** A name that stands as it is, or one in both languages. */
export const saidSchema = z.union([nameSchema, z.strictObject({ da: nameSchema, en: nameSchema })]);
