import type { ReactNode } from "react";
import { columnText, type NextStep, ROLE_TEXTS, roleInfo, unreachable, WHERE_FROM } from "../../src/index.ts";
import { type ImportVoice, useImportVoice } from "./import-voice.ts";
import type { ImportSession, ImportState } from "./session.ts";

interface Props {
  readonly session: ImportSession;
  readonly state: ImportState;
}

/** One thing to do next, read aloud when it changes; while files are read, that and a way to stop it. */
export function NextStepBox({ session, state }: Props): ReactNode {
  const voice = useImportVoice();
  const { tell, read } = voice;
  const isBusy = state.is === "reading" || state.is === "checking";
  const { step } = state;
  return (
    <section className="import-step" aria-label={tell("import.step.title")}>
      <h3>{tell("import.step.title")}</h3>
      <p role="status">
        {isBusy ? tell(state.is === "reading" ? "import.reading" : "import.checking") : sentence(step, voice)}
      </p>
      {isBusy && (
        <button type="button" className="button button-secondary small-button" onClick={() => session.stop()}>
          {tell("import.stop")}
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
      return tell("import.step.which", { file: step.part.file, column: step.column, count: step.values.length });
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
      .filter((each) => each !== "grades by column")
      .map((each) => list(each.split("+").map((column) => read(columnText(column, names[column] ?? [])))))
      .join(tell("import.needs.or")),
  );
  return list(words);
}
