import { z } from "zod";
import { actEntrySchema, titledSchema } from "./room.ts";
import { ROLES } from "./room-roles.ts";
import { hashSchema } from "./word-schemas.ts";

/** A whole room as it stood when it was saved: what was done in it, and each proposal with all its steps. */
export const roomFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-room"),
    version: z.literal(1),
    title: z.string(),
    data: hashSchema.describe("Of the case's files."),
    saved: z.iso.datetime({ offset: true }),
    people: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.enum(ROLES) })),
    acts: z
      .array(actEntrySchema)
      .describe(
        "What was done beside drawing, in order, without where people looked and sat; each proposal as it is in the end, with all its steps.",
      ),
    titles: z.array(titledSchema).describe("What proposals were called, from when on."),
    drawn: z
      .array(z.strictObject({ proposal: z.string(), number: z.int().min(1) }))
      .describe("The last entry of the room's log that drew on each proposal."),
  })
  .describe("A room as it was saved, to look through without a server");
export type RoomFile = z.infer<typeof roomFileSchema>;
