import { filesDropped, readAll } from "../state/given-files.ts";
import type { HandedOver } from "../state/handed-over.ts";
import type { Store } from "../state/store.ts";
import type { CaseFileBytes } from "../worker/messages.ts";
import { broughtOf } from "./brought.ts";
import { importSession } from "./session.ts";
import type { FromUnzip } from "./unzip-worker.ts";

/** Takes files that were dropped into the window in which they become a case; a case's folder as this page saved it is handed back, to be opened. */
export async function bringFiles(store: Store, given: HandedOver): Promise<readonly CaseFileBytes[] | undefined> {
  const dropped = await filesDropped(given);
  const [{ path, file } = { path: "", file: undefined }] = dropped;
  const packed = file && dropped.length === 1 && /\.zip$/i.test(path) ? await caseIn(file) : undefined;
  if (packed) return packed;
  const files = await readAll(dropped);
  store.dispatch({ kind: "dialog", dialog: "import" });
  importSession().bring(broughtOf(files), store.state().choice.language);
  return undefined;
}

/** The files of a case that was saved as one; `undefined` where the archive is none. */
async function caseIn(zip: Blob): Promise<FromUnzip> {
  const worker = new Worker(new URL("./unzip-worker.ts", import.meta.url), { type: "module", name: "unzip" });
  try {
    return await new Promise<FromUnzip>((resolve) => {
      worker.addEventListener("message", ({ data }: MessageEvent<FromUnzip>) => resolve(data));
      // What cannot be unpacked here is told where it is read.
      worker.addEventListener("error", () => resolve(undefined));
      worker.postMessage(zip);
    });
  } finally {
    worker.terminate();
  }
}
