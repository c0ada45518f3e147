import sqlWasm from "sql.js/dist/sql-wasm-browser.wasm?url";
import type { FromPaperWorker, ToPaperWorker } from "./paper-messages.ts";
import { PaperSteps } from "./paper-steps.ts";

/** Fetched when a map file is asked for, from the page's own server. */
const steps = new PaperSteps(async () => {
  const { default: load } = await import("sql.js");
  return load({ locateFile: () => sqlWasm });
});
const answer = (message: FromPaperWorker): void => self.postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<ToPaperWorker>) => {
  steps.answer(data).then(answer, (error: unknown) => answer({ kind: "failed", reason: String(error) }));
});
