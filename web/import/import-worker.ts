import { zipSync } from "fflate";
import sqlWasm from "sql.js/dist/sql-wasm-browser.wasm?url";
import { learn } from "../../src/index.ts";
import type { CaseFileBytes } from "../worker/messages.ts";
import { bytesOf, broughtOf } from "./brought.ts";
import { type DeskWatch, ImportDesk } from "./import-desk.ts";
import type { FromImport, ToImport } from "./messages.ts";

/** Reads and checks away from the page's own thread; to stop it, the page ends it. */
const desk = new ImportDesk({ sqlWasm });
/** The case as it was made last. */
let made: readonly CaseFileBytes[] = [];
const answer = (message: FromImport): void => self.postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<ToImport>) => {
  handle(data).catch((error: unknown) => answer({ kind: "failed", ticket: data.ticket, reason: String(error) }));
});

async function handle(message: ToImport): Promise<void> {
  const { ticket } = message;
  const watch: DeskWatch = {
    step: (step) => answer({ kind: "step", ticket, step }),
    drawn: (drawn) => answer({ kind: "drawn", ticket, drawn }),
  };
  switch (message.kind) {
    case "read": {
      // What is told of the files is told in every language; without a pack's file English stands for it.
      await learn().catch(() => undefined);
      return answer({
        kind: "read",
        ticket,
        read: await desk.read(await bytesOf(message.files), message.known, watch),
      });
    }
    case "check": {
      const checked = await desk.check(message.recipe, watch);
      made = checked.made;
      return answer({ kind: "checked", ticket, checked: { ...checked, made: broughtOf(made) } });
    }
    case "faults":
      return answer({ kind: "faults", ticket, files: await desk.faults(message.language, message.form) });
    case "pack":
      return answer({
        kind: "packed",
        ticket,
        zip: new Blob([new Uint8Array(zipSync(Object.fromEntries(made.map(({ path, bytes }) => [path, bytes]))))]),
      });
  }
}
