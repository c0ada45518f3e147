import type { ReactNode } from "react";
import {
  BY_COLUMN,
  columnText,
  type NextStep,
  type PartName,
  ROLE_TEXTS,
  shareRead,
  roleInfo,
  unreachable,
  WHERE_FROM,
} from "../../src/index.ts";
import { ProgressBar } from "../panels/ProgressBar.tsx";
import { rememberImported } from "../state/imported-here.ts";
import { useStore } from "../state/store.ts";
import { useWorkers } from "../state/workers-context.ts";
import { bytesOf } from "./brought.ts";
import { rowId } from "./choices.ts";
import { type ImportVoice, useImportVoice } from "./import-voice.ts";
import type { DeskStep } from "./messages.ts";
import type { ImportSession, ImportState } from "./session.ts";

interface Props {
  readonly session: ImportSession;
  readonly state: ImportState;
}

/** One thing to do next, read aloud when it changes; while files are read, that and a way to stop it. */
export function NextStepBox({ session, state }: Props): ReactNode {
  const voice = useImportVoice();
  const { tell, read, language } = voice;
  const isBusy = state.is === "reading" || state.is === "checking";
  const { step } = state;
  return (
    <section className="import-step" aria-label={tell("import.step.title")}>
      <h3>{tell("import.step.title")}</h3>
      <p role="status">
        {isBusy && tell(state.is === "reading" ? "import.reading" : "import.checking")}
        {state.wasStopped && `${tell("import.stopped")} `}
        {!isBusy && state.is !== "unread" && sentence(step, voice)}
      </p>
      {isBusy && <Doing step={state.doing} onStop={() => session.stop()} />}
      {state.is === "unread" && (
        <button type="button" className="button button-secondary small-button" onClick={() => session.again(language)}>
          {tell("import.again")}
        </button>
      )}
      {state.is === "checked" && step.kind === "open" && <Open session={session} state={state} />}
      {!isBusy && "part" in step && (
        <button type="button" className="button button-secondary small-button" onClick={() => goTo(step.part)}>
          {tell("import.step.go")}
        </button>
      )}
      {!isBusy && step.kind === "missing" && (
        <details open>
          <summary>{tell("import.step.from")}</summary>
          <p>{read(WHERE_FROM[step.role])}</p>
        </details>
      )}
    </section>
  );
}

/** What is being read and how far it is, and the way to give it up. */
function Doing({ step, onStop }: { readonly step: DeskStep | undefined; readonly onStop: () => void }): ReactNode {
  const voice = useImportVoice();
  const { tell } = voice;
  const share = step && shareOf(step);
  const words = step ? doingWords(step, voice) : "";
  return (
    <div className="import-doing">
      <p>{words === "" ? " " : words}</p>
      <ProgressBar label={words === "" ? tell("import.reading") : words} share={share} />
      <button type="button" className="button button-secondary small-button" onClick={onStop}>
        {tell("import.stop")}
      </button>
    </div>
  );
}

/** How far it is, from 0 to 1; `undefined` where nobody knows. */
function shareOf(step: DeskStep): number | undefined {
  if (step.doing === "read") return (step.number - 1) / step.count;
  return step.doing === "ways" ? undefined : shareRead(step);
}

function doingWords(step: DeskStep, { tell, number }: ImportVoice): string {
  switch (step.doing) {
    case "read":
      return tell("import.doing.read", { file: step.file, number: step.number, count: step.count });
    case "draw":
    case "check": {
      const words = tell(`import.doing.${step.doing}`, { file: step.file });
      const share = shareOf(step);
      return share === undefined
        ? words
        : `${words} ${tell("import.doing.share", { percent: number(100 * share, 0) })}`;
    }
    case "ways":
      return tell("import.doing.ways");
    default:
      return unreachable(step);
  }
}

/** Shows the file that is meant, opened. */
function goTo(part: PartName): void {
  const row = document.getElementById(rowId(part));
  row?.querySelector("details")?.setAttribute("open", "");
  row?.scrollIntoView({ block: "start" });
  row?.focus();
}

function Open({ session, state: { made } }: Props): ReactNode {
  const { tell } = useImportVoice();
  const store = useStore();
  const workers = useWorkers();
  const open = async (): Promise<void> => {
    workers.open(await bytesOf(made));
    const opening = workers.opening();
    // Whoever loads the page anew as soon as the case is there finds it again.
    const keeping = session.keepMade(made);
    store.dispatch({ kind: "dialog", dialog: undefined });
    store.dispatch({ kind: "doors", doors: "closed" });
    if ((await opening) === "opened") rememberImported("imported");
    // One that is stopped on its way leaves what was kept before.
    else await (await keeping)();
  };
  return (
    <button type="button" className="button button-primary" onClick={() => void open()}>
      {tell("import.open")}
    </button>
  );
}

function sentence(step: NextStep, voice: ImportVoice): string {
  const { tell, read } = voice;
  switch (step.kind) {
    case "bring":
      return tell("import.step.bring");
    case "missing":
      return tell("import.step.missing", { role: read(ROLE_TEXTS[step.role]) });
    case "columns":
      return tell("import.step.columns", { file: step.part.file, needs: needsText(step, voice) });
    case "which":
      return step.are === "years"
        ? tell("import.step.year", { file: step.part.file, count: step.values.length })
        : tell("import.step.which", { file: step.part.file, column: step.column, count: step.values.length });
    case "errors":
      return tell("import.step.errors");
    case "open":
      return tell("import.step.open");
    default:
      return unreachable(step);
  }
}

/** "breddegrad og længdegrad eller øst (meter) og nord (meter)". */
function needsText({ role, needs }: Extract<NextStep, { kind: "columns" }>, { tell, read, list }: ImportVoice): string {
  const names = roleInfo(role)?.columns ?? {};
  const words = needs.map((alternatives) =>
    alternatives
      .filter((each) => !BY_COLUMN.has(each))
      .map((each) => list(each.split("+").map((column) => read(columnText(column, names[column] ?? [])))))
      .join(tell("import.needs.or")),
  );
  return list(words);
}
