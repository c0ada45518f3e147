import { createHmac } from "node:crypto";
import { z } from "zod";
import { isSame } from "../rooms/secrets.ts";

/** What a browser keeps for the server, until a time, milliseconds. */
const keptSchema = z.strictObject({ value: z.unknown(), until: z.number(), purpose: z.string() });

/** Values that the server lets browsers keep, signed. `purpose`: what is signed for one is nothing for another. */
export class Signed<Schema extends z.ZodType> {
  readonly #key: string;
  readonly #purpose: string;
  readonly #schema: Schema;

  constructor(key: string, purpose: string, schema: Schema) {
    this.#key = key;
    this.#purpose = purpose;
    this.#schema = schema;
  }

  write(value: z.infer<Schema>, until: number): string {
    const body = Buffer.from(JSON.stringify({ value, until, purpose: this.#purpose })).toString("base64url");
    return `${body}.${this.#sum(body)}`;
  }

  /** `undefined` where it was not written here, is for something else, or its time is over. */
  read(text: string | undefined, now: number): z.infer<Schema> | undefined {
    const [body, sum] = text?.split(".") ?? [];
    if (body === undefined || !isSame(sum, this.#sum(body))) return undefined;
    const { value, until, purpose } = keptSchema.parse(JSON.parse(Buffer.from(body, "base64url").toString()));
    return purpose === this.#purpose && until > now ? this.#schema.safeParse(value).data : undefined;
  }

  #sum(body: string): string {
    return createHmac("sha256", this.#key).update(body).digest("base64url");
  }
}
