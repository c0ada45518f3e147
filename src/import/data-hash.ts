import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 of one file, in hex, as other programs give it too. */
export const fileHash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/**
 * SHA-256, in hex, of a case's files: for each path in code-unit order its length in bytes and its UTF-8 bytes, then the
 * file's length and bytes. Lengths are unsigned 64-bit, big-endian, so that no two cases run together to the same bytes.
 */
export function dataHash(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = sha256.create();
  const add = (bytes: Uint8Array): void => {
    const length = new Uint8Array(8);
    new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length));
    hash.update(length).update(bytes);
  };
  for (const path of [...files.keys()].toSorted()) {
    add(new TextEncoder().encode(path));
    add(files.get(path) ?? new Uint8Array());
  }
  return bytesToHex(hash.digest());
}
