import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { CouncilFile } from "../protocol/council-file.ts";
import type { PaperFile } from "../protocol/paper-file.ts";
import type { ProposalFile } from "../protocol/proposal-file.ts";

/** SHA-256, in hex, of a proposal's file as JSON: fields in code-unit order of their names, no spaces. */
export const proposalHash = (proposal: ProposalFile): string => sumOf(proposal);

/** As {@link proposalHash}, of all of a file but this sum itself. */
export function councilSum(file: CouncilFile | PaperFile): string {
  const { sum: _, ...rest } = file;
  return sumOf(rest);
}

/** A file with its own sum. */
export const summed = <File extends object>(file: File): File & { readonly sum: string } => ({
  ...file,
  sum: sumOf(file),
});

const sumOf = (value: object): string => bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(value, inOrder))));

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;
