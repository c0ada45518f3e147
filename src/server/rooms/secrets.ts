import type { IncomingHttpHeaders } from "node:http";
import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";

/** 256 random bits: nobody guesses one, and none is told to anybody but its holder. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const newId = (): string => randomUUID();

/**
 * What is kept of a secret. It is found by this hash alone, so that how long finding takes tells nothing of the secret: whoever tries
 * guesses cannot steer their hashes.
 */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** The secret that a request carries in its head. */
export const bearerOf = ({ authorization }: IncomingHttpHeaders): string | undefined =>
  /^Bearer (.+)$/.exec(authorization ?? "")?.[1];

/** Whether two secrets are one, in a time that does not tell how alike they are. */
export const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  timingSafeEqual(Buffer.from(hashOf(one), "hex"), Buffer.from(hashOf(other), "hex"));
