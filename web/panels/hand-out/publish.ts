import type { CaseFileBytes } from "../../worker/messages.ts";
import type { FromPublishWorker, ToPublishWorker } from "../../worker/publish-messages.ts";

type Made = Extract<FromPublishWorker, { kind: "published" }>;

/** What publishes a case, as far as it is talked to; in the page a worker. */
type PublishHand = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

/** The same seed as the command's own, so that page and command line make the same case. */
const SEED = 1;

/** The case as one that may leave this machine, made in a thread of its own, which ends when it is done or stopped. */
export async function publishedZip(
  files: readonly CaseFileBytes[],
  signal: AbortSignal,
  hand: PublishHand = hired(),
): Promise<Made> {
  try {
    return await new Promise<Made>((done, refuse) => {
      signal.addEventListener("abort", () => refuse(signal.reason), { once: true });
      hand.addEventListener("error", ({ message }: ErrorEvent) => refuse(new Error(message)), { once: true });
      hand.addEventListener(
        "message",
        ({ data }: MessageEvent<FromPublishWorker>) =>
          data.kind === "published" ? done(data) : refuse(new Error(data.reason)),
        { once: true },
      );
      hand.postMessage({ files, seed: SEED } satisfies ToPublishWorker);
    });
  } finally {
    hand.terminate();
  }
}

const hired = (): PublishHand =>
  new Worker(new URL("../../worker/publish-worker.ts", import.meta.url), { type: "module", name: "publish" });
