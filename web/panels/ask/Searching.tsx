import { type ReactNode, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { Run } from "../../ask/run.ts";
import { counted } from "../../i18n/say.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { isTelling, percentOf, useAskVoice } from "./ask-voice.ts";
import { again, session } from "./session-context.ts";

type Props = Omit<Extract<Run, { status: "searching" }>, "status">;

/** What the search has so far, and the way to end it. */
export function Searching({ began, progress, stopping }: Props): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const workers = useWorkers();
  const seconds = useSecondsSince(began);
  const { status, done, of } = useSyncExternalStore(again.subscribe, again.now);
  const { goal, found, bound, merged } = progress ?? {};
  // How spread out districts are, and two concerns weighed together, are numbers that say nothing by themselves.
  const tells = goal !== undefined && isTelling({ goal }) && (found ?? bound) !== undefined;
  const gap = found !== undefined && bound !== undefined && found > 0 ? (found - bound) / found : undefined;
  return (
    <div className="ask-run">
      {status === "asking" && (
        <p role="status">{ask("kept.again.at", { number: voice.number(done + 1), all: voice.number(of) })}</p>
      )}
      <p tabIndex={-1} data-arrival="">
        {ask("run.working", counted(voice, seconds))}
      </p>
      {merged && (
        <p className="field-help">
          {ask("run.merged", { done: voice.number(merged.done), all: voice.number(merged.of) })}
        </p>
      )}
      {found !== undefined && !tells && <p>{ask("run.has")}</p>}
      {goal !== undefined && tells && (
        <dl className="ask-progress">
          <dt>{ask(`value.${goal}`)}</dt>
          {found !== undefined && <dd>{ask("run.found", { value: voice.goal(goal, found) })}</dd>}
          {bound !== undefined && <dd>{ask("run.bound", { value: voice.goal(goal, bound) })}</dd>}
        </dl>
      )}
      {gap !== undefined && gap > 0 && gap < 1 && <p>{ask("run.gap", { percent: percentOf(voice, gap) })}</p>}
      <button
        type="button"
        className="button button-secondary small-button"
        disabled={stopping === "yes"}
        onClick={() => session.stop(workers)}
      >
        {ask(stopping === "yes" ? "run.stopping" : found === undefined ? "run.stopNow" : "run.stop")}
      </button>
      {status === "asking" && (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            again.stop();
            session.stop(workers);
          }}
        >
          {ask("kept.again.stop")}
        </button>
      )}
      <p className="sr-only" role="status">
        {ask("run.working", counted(voice, 10 * Math.floor(seconds / 10)))}
      </p>
    </div>
  );
}

/** Whole seconds since then. */
function useSecondsSince(began: number): number {
  const passed = (): number => Math.floor((performance.now() - began) / 1000);
  const [seconds, setSeconds] = useState(passed);
  const tick = useEffectEvent(() => setSeconds(passed()));
  useEffect(() => {
    const timer = setInterval(() => tick(), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
