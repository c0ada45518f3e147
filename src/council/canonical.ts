import { canonicalSum } from "../kernels/canonical-sum.ts";
import type { CouncilFile } from "../protocol/council-file.ts";
import type { PaperFile } from "../protocol/paper-file.ts";
import type { ProposalFile } from "../protocol/proposal-file.ts";

/** SHA-256, in hex, of a proposal's file as JSON: fields in code-unit order of their names, no spaces. */
export const proposalHash = (proposal: ProposalFile): string => canonicalSum(proposal);

/** As {@link proposalHash}, of all of a file but this sum itself. */
export function councilSum(file: CouncilFile | PaperFile): string {
  const { sum: _, ...rest } = file;
  return canonicalSum(rest);
}

/** A file with its own sum. */
export const summed = <File extends object>(file: File): File & { readonly sum: string } => ({
  ...file,
  sum: canonicalSum(file),
});
