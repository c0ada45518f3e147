import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 of one file, in hex, as other programs give it too. */
export const fileHash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** Begins a SHA-256. What a program runs in may have a quicker one than the own, which is written in JavaScript. */
export type Sha256 = () => { readonly update: (bytes: Uint8Array) => void; readonly hex: () => string };

function ownSha256(): ReturnType<Sha256> {
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}

/**
 * SHA-256, in hex, of a case's files: for each path in code-unit order its length in bytes and its UTF-8 bytes, then the
 * file's length and bytes. Lengths are unsigned 64-bit, big-endian, so that no two cases run together to the same bytes.
 */
export function dataHash(files: ReadonlyMap<string, Uint8Array>, begin: Sha256 = ownSha256): string {
  const hash = begin();
  const add = (bytes: Uint8Array): void => {
    const length = new Uint8Array(8);
    new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length));
    hash.update(length);
    hash.update(bytes);
  };
  for (const path of [...files.keys()].toSorted()) {
    add(new TextEncoder().encode(path));
    add(files.get(path) ?? new Uint8Array());
  }
  return hash.hex();
}
