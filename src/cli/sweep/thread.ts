import { parentPort, workerData } from "node:worker_threads";
import { learn } from "../../domain/learn.ts";
import type { CaseAsItIs } from "../../sweep/case-under.ts";
import { answerHere } from "./answer-here.ts";
import { readCaseAsItIs } from "./case-as-it-is.ts";
import { whyOf } from "./patience.ts";
import type { ThreadAnswer, ThreadCase, ThreadQuestion } from "./thread-messages.ts";

const port = parentPort;
if (port) {
  const say = (answer: ThreadAnswer): void =>
    // A thread of this program's, not a window of another's.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    port.postMessage(answer);
  // The program itself starts the thread, with such data.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const asItIs = await opened(workerData as ThreadCase);
  if (asItIs) {
    port.on("message", ({ scenario }: ThreadQuestion) => {
      void answerHere(asItIs, scenario).then(
        (answer) => say({ kind: "answer", answer }),
        (error: unknown) => say({ kind: "fault", why: whyOf(error) }),
      );
    });
    say({ kind: "ready" });
  } else say({ kind: "changed" });
}

async function opened({ dataHash, ...place }: ThreadCase): Promise<CaseAsItIs | undefined> {
  await learn();
  const { value } = await readCaseAsItIs(place);
  return value?.opened.dataHash === dataHash ? value : undefined;
}
