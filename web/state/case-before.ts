import type { CaseFileBytes } from "../worker/messages.ts";
import type { AppState } from "./app-state.ts";
import type { HiredWorker } from "./hired-worker.ts";
import type { Kept } from "./kept-answers.ts";
import type { Workers } from "./workers.ts";

/** A case that was open when another was asked for: what there was of it, to go back to. */
export interface CaseBefore {
  readonly files: readonly CaseFileBytes[];
  /** What has it open, and the corrections that it was told of; ended once nobody can go back. */
  readonly measurer: HiredWorker | undefined;
  readonly pricedAt: string;
  readonly isReady: boolean;
  readonly kept: Kept | undefined;
  readonly fetchAddresses: Workers["addressFiles"] | undefined;
  readonly state: AppState;
}
