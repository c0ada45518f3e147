import type { ReactNode } from "react";
import { unreachable } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { useWorkers } from "../state/workers-context.ts";
import { listState } from "../state/selectors.ts";
import type { ListState } from "../state/app-state.ts";
import { useSelect } from "../state/store.ts";
import { Fault } from "./Fault.tsx";
import { ProgressBar } from "./ProgressBar.tsx";

/** What stands where the list will be: progress with a way to stop, or why there is no list. */
export function Solving(): ReactNode {
  const { say, read } = useVoice();
  const list = useSelect(listState);
  switch (list.status) {
    case "idle":
    case "solving":
      return <Working list={list} />;
    case "stopped":
      return <Again text={say("solving.stopped")} />;
    case "failed":
      return (
        <Again text={say("solving.failed")}>
          <Fault {...list} />
        </Again>
      );
    case "impossible":
      return (
        <div className="alert alert-warning notice" role="alert">
          <div className="alert-body">
            <p className="alert-text">{say("solving.impossible", { rules: list.rules.length })}</p>
            <ul>
              {list.rules.map((rule) => (
                <li key={rule.da}>{read(rule)}</li>
              ))}
            </ul>
          </div>
        </div>
      );
    case "listed":
      return list.list.count === 0 ? <p className="notice">{say("summary.none")}</p> : <Working list={list} />;
    default:
      return unreachable(list);
  }
}

function Working({ list }: { readonly list: ListState }): ReactNode {
  const { say, number } = useVoice();
  const workers = useWorkers();
  const policy = useSelect(({ choice }) => choice.policy);
  const progress = list.status === "solving" ? list.progress : undefined;
  const share = progress ? progress.done / Math.max(1, progress.of) : 0;
  const text = progress
    ? say(`solving.${progress.phase}`, { done: number(progress.done), of: number(progress.of) })
    : say("solving.start");
  return (
    <div className="working">
      <ProgressBar label={say("solving.start")} share={share} />
      <div className="working-line">
        <span>{text}</span>
        {list.status === "solving" && (
          <button type="button" className="button button-secondary small-button" onClick={() => workers.stop(policy)}>
            {say("solving.stop")}
          </button>
        )}
      </div>
      <div className="skeleton-rows" aria-hidden="true">
        {Array.from({ length: 6 }, (_, i) => (
          <div key={i} className="skeleton-row" />
        ))}
      </div>
    </div>
  );
}

function Again({ text, children }: { readonly text: string; readonly children?: ReactNode }): ReactNode {
  const { say } = useVoice();
  const workers = useWorkers();
  const policy = useSelect(({ choice }) => choice.policy);
  return (
    <div className="notice" role="status">
      <p>{text}</p>
      {children}
      <button type="button" className="button button-primary small-button" onClick={() => workers.start(policy)}>
        {say("solving.again")}
      </button>
    </div>
  );
}
