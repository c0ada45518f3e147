import type { CaseFileBytes } from "../worker/messages.ts";
import { caseInZip } from "./case-in-zip.ts";

/** What was found in one archive, away from the page's own thread: a large case takes seconds to unpack. */
export type FromUnzip = readonly CaseFileBytes[] | undefined;

self.addEventListener("message", ({ data }: MessageEvent<Blob>) => {
  // What cannot be read here is told where it is read.
  unzip(data).catch(() => self.postMessage(undefined));
});

async function unzip(zip: Blob): Promise<void> {
  const files: FromUnzip = caseInZip(new Uint8Array(await zip.arrayBuffer()));
  self.postMessage(files, { transfer: files?.map(({ bytes }) => bytes.buffer) ?? [] });
}
