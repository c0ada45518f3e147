import sqlWasm from "sql.js/dist/sql-wasm-browser.wasm?url";
import type { LoadSql } from "../../src/index.ts";
import { handedCase } from "./hand-over.ts";
import type { FromPaperWorker, ToPaperWorker } from "./paper-messages.ts";
import { PaperSteps } from "./paper-steps.ts";

/** Fetched when a map file is asked for, from the page's own server. */
const loadSql: LoadSql = async () => {
  const { default: load } = await import("sql.js");
  return load({ locateFile: () => sqlWasm });
};
let steps: PaperSteps | undefined;
const answer = (message: FromPaperWorker): void => self.postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<ToPaperWorker>) => {
  if (data.kind === "open") steps = new PaperSteps(handedCase(data.from), loadSql);
  else steps?.answer(data).then(answer, (error: unknown) => answer({ kind: "failed", reason: String(error) }));
});
