import { zipSync } from "fflate";
import { publishCase } from "../../src/index.ts";
import type { FromPublishWorker, ToPublishWorker } from "./publish-messages.ts";

/** The same bytes whenever it is made: the first time that an archive can hold. */
const NO_TIME = "1980-01-01T12:00:00";

async function published({ files, seed }: ToPublishWorker): Promise<FromPublishWorker> {
  const { value, issues } = await publishCase(new Map(files.map(({ path, bytes }) => [path, bytes])), { seed });
  if (!value) return { kind: "failed", reason: issues.map(({ code }) => code).join(", ") };
  const zip = zipSync(Object.fromEntries(value.files), { mtime: NO_TIME });
  return { kind: "published", zip: new Uint8Array(zip), published: value.published, leftOut: value.leftOut };
}

self.addEventListener("message", ({ data }: MessageEvent<ToPublishWorker>) => {
  published(data)
    .catch((error: unknown): FromPublishWorker => ({ kind: "failed", reason: String(error) }))
    .then((message) => self.postMessage(message))
    .catch(() => undefined);
});
