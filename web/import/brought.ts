import type { CaseFileBytes } from "../worker/messages.ts";

/** A file that somebody brought. Its bytes go from thread to thread and into the browser's database without being copied on the page's own. */
export interface BroughtFile {
  /** From the folder that holds them all. */
  readonly path: string;
  readonly blob: Blob;
}

export const bytesOf = (files: readonly BroughtFile[]): Promise<readonly CaseFileBytes[]> =>
  Promise.all(files.map(async ({ path, blob }) => ({ path, bytes: new Uint8Array(await blob.arrayBuffer()) })));

/** As they are now: one that is changed on the disk afterwards stays what it was here until it is brought again. */
export const broughtOf = (files: readonly CaseFileBytes[]): readonly BroughtFile[] =>
  files.map(({ path, bytes }) => ({ path, blob: new Blob([bytes]) }));
