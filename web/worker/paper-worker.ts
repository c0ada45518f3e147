import type { FromPaperWorker, ToPaperWorker } from "./paper-messages.ts";
import { PaperSteps } from "./paper-steps.ts";

const steps = new PaperSteps();
const answer = (message: FromPaperWorker): void => self.postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<ToPaperWorker>) => {
  steps.answer(data).then(answer, (error: unknown) => answer({ kind: "failed", reason: String(error) }));
});
