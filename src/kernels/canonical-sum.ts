import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** A value as the same JSON whoever writes it: fields in code-unit order of their names, no spaces. */
export const canonicalJson = (value: object): string => JSON.stringify(value, inOrder);

/** SHA-256, in hex, of {@link canonicalJson}. */
export const canonicalSum = (value: object): string =>
  bytesToHex(sha256(new TextEncoder().encode(canonicalJson(value))));

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;
