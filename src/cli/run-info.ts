import type { RunInfo } from "../report/evaluation-file.ts";
import type { OutsidePlan } from "./outside-plans.ts";
import { programVersion } from "./version.ts";

/** Whether a written file says how long its answer took. */
export type TimeTold = "told" | "omit";

interface Loaded {
  readonly dataHash: string;
  readonly outside: readonly OutsidePlan[];
}

/** What a written answer says of its making, the same every time. */
export const runInfo = ({ dataHash, outside }: Loaded): RunInfo => ({ programVersion, dataHash, plans: outside });

/** The same, with how long it took where that is to be told. */
export const timedRun = (opened: Loaded, secondsUsed: number, time: TimeTold): RunInfo => ({
  ...runInfo(opened),
  ...(time === "told" && { secondsUsed }),
});
