import { learn } from "../../src/index.ts";
import { ImportDesk } from "./import-desk.ts";
import type { FromImport, ToImport } from "./messages.ts";

/** Reads and checks away from the page's own thread; to stop it, the page ends it. */
const desk = new ImportDesk();
const answer = (message: FromImport): void => self.postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<ToImport>) => {
  handle(data).catch((error: unknown) => answer({ kind: "failed", ticket: data.ticket, reason: String(error) }));
});

async function handle(message: ToImport): Promise<void> {
  const { ticket } = message;
  switch (message.kind) {
    case "read":
      // What is told of the files is told in every language; without a pack's file English stands for it.
      await learn().catch(() => undefined);
      return answer({ kind: "read", ticket, read: await desk.read(message.files, message.known) });
    case "check":
      return answer({
        kind: "checked",
        ticket,
        checked: desk.check(message.recipe, (drawn) => answer({ kind: "drawn", ticket, drawn })),
      });
    case "faulty":
      return answer({ kind: "faulty", ticket, tables: desk.faulty(message.language) });
  }
}
