import { checkPromises } from "../../compare/promises.ts";
import { replay } from "../../compare/replay.ts";
import { audienceOf } from "../../report/internal.ts";
import { replayFile } from "../../report/replay-file.ts";
import { replayText } from "../../report/replay-text.ts";
import { type CaseRequest, loadCase } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { timedRun, type TimeTold } from "../run-info.ts";
import type { Say } from "../say.ts";

export interface ReplayRequest extends CaseRequest {
  readonly json?: string;
  readonly time: TimeTold;
}

/** `replay CASE`: the case's decided plans one after the other, beside what was promised, what came and what was counted. */
export async function replayDecisions(request: ReplayRequest, say: Say): Promise<ExitCode> {
  const started = performance.now();
  const opened = await loadCase(request, say);
  const { basis, plans } = opened;
  const found = replay(basis, opened, checkPromises(basis, plans));
  const secondsUsed = (performance.now() - started) / 1000;
  say.answer(replayText(basis, found, say.language));
  if (request.json !== undefined) {
    const file = replayFile(basis, found, timedRun(opened, secondsUsed, request.time), audienceOf(request.json));
    await say.write(request.json, `${JSON.stringify(file, null, 1)}\n`);
  }
  return EXIT.ok;
}
