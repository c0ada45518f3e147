import type { ReactNode } from "react";
import { counted, useVoice } from "../i18n/say.ts";
import { useWorkers } from "../state/workers-context.ts";
import { useSelect } from "../state/store.ts";
import type { CaseState } from "../state/app-state.ts";
import type { Problem } from "../worker/messages.ts";
import { Fault } from "./Fault.tsx";

/** Why there is no case: every problem in the files with its place, or what went wrong on the way to them. */
export function Refused(): ReactNode {
  const caseState = useSelect((state) => state.caseState);
  if (caseState.status === "refused") return <Problems problems={caseState.problems} />;
  if (caseState.status === "failed") return <NotFetched fault={caseState} />;
  return null;
}

function Problems({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const workers = useWorkers();
  const countOf = (wanted: Problem["severity"]): number =>
    problems.reduce((sum, { severity, times }) => sum + (severity === wanted ? times : 0), 0);
  const [errors, warnings] = [countOf("error"), countOf("warning")];
  const inOrder = problems.toSorted((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
  return (
    <main id="content" className="refused">
      <h1>{say("errors.title")}</h1>
      <div className="alert alert-error" role="alert">
        <div className="alert-body">
          <p className="alert-text">
            {say("errors.count", counted(voice, errors))}
            {warnings > 0 && ` ${say("errors.warnings", counted(voice, warnings))}`} {say("errors.do")}
          </p>
        </div>
      </div>
      {/* A box that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="problem-scroll" tabIndex={0} role="region" aria-label={say("errors.title")}>
        <table className="table problem-table">
          <thead>
            <tr>
              {(["kind", "file", "line", "column", "message", "action"] as const).map((name) => (
                <th key={name} scope="col">
                  {say(`errors.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder.map((problem, i) => (
              <ProblemRow key={i} problem={problem} />
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className="button button-secondary" onClick={() => void workers.openOwnCase()}>
        {say("errors.back")}
      </button>
    </main>
  );
}

function ProblemRow({ problem }: { readonly problem: Problem }): ReactNode {
  const { say, read } = useVoice();
  const { severity, file, line, column, message, action } = problem;
  return (
    <tr className={severity}>
      <td>{say(`errors.${severity}`)}</td>
      <td>{file ?? ""}</td>
      <td className="number">{line ?? ""}</td>
      <td>{column ?? ""}</td>
      <td>{read(message)}</td>
      <td>{read(action)}</td>
    </tr>
  );
}

function NotFetched({ fault }: { readonly fault: Extract<CaseState, { status: "failed" }> }): ReactNode {
  const { say } = useVoice();
  const workers = useWorkers();
  return (
    <main id="content" className="refused">
      <h1>{say("failed.title")}</h1>
      <Fault {...fault} />
      <p>{say("failed.do")}</p>
      <button type="button" className="button button-primary" onClick={() => void workers.openOwnCase()}>
        {say("failed.again")}
      </button>
    </main>
  );
}
