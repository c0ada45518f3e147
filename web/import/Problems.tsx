import { type ReactNode, useState } from "react";
import { counted } from "../i18n/say.ts";
import { download } from "../panels/download.ts";
import { useImportVoice } from "./import-voice.ts";
import type { FaultsForm, ImportProblem } from "./messages.ts";
import type { ImportSession, ImportState } from "./session.ts";

const FORMS: readonly FaultsForm[] = ["mend", "xlsx", "csv"];
const TYPES = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

interface Props {
  readonly session: ImportSession;
  readonly state: ImportState;
}

/** What is wrong and what was taken for granted, a line a kind that opens; and the rows with errors to take back to a spreadsheet. */
export function Problems({ session, state: { problems, is } }: Props): ReactNode {
  const { tell, language } = useImportVoice();
  const [isNothing, setNothing] = useState(false);
  if (is === "reading") return null;
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.length - errors.length;
  const times = errors.reduce((sum, each) => sum + each.times, 0);
  const take = async (form: FaultsForm): Promise<void> => {
    const files = await session.faults(language, form);
    setNothing(files.length === 0);
    for (const { name, ending, content } of files) {
      const bare = name.replace(/\.[a-z]+$/i, "").replace(/[/\\:]/g, "-");
      const called =
        form === "mend" ? bare : tell(bare === "" ? "import.take.errors" : "import.take.errors.of", { name: bare });
      download(`${called}.${ending}`, TYPES[ending], content);
    }
  };
  return (
    <section className="import-problems">
      <h3>{tell("import.problems.title")}</h3>
      <p>
        {errors.length > 0
          ? tell("import.problems.errors", { count: errors.length, times })
          : tell("import.problems.none")}
        {warnings > 0 && ` ${tell("import.problems.warnings", { count: warnings })}`}
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.code} className={problem.severity}>
            <ProblemLine problem={problem} />
          </li>
        ))}
      </ul>
      {errors.length > 0 && (
        <div className="import-take">
          {FORMS.map((form) => (
            <button key={form} type="button" className="button button-secondary" onClick={() => void take(form)}>
              {tell(`import.take.faults.${form}`)}
            </button>
          ))}
          <p>{tell("import.take.faults.how")}</p>
        </div>
      )}
      {isNothing && <p role="status">{tell("import.take.faults.none")}</p>}
    </section>
  );
}

function ProblemLine({ problem }: { readonly problem: ImportProblem }): ReactNode {
  const voice = useImportVoice();
  const { tell, read } = voice;
  const { severity, times, message, action, files, places } = problem;
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className={`import-kind ${severity}`}>{tell(`import.problem.${severity}`)}</span> {read(message)}{" "}
        {times > 1 && <strong>({tell("import.problem.times", counted(voice, times))})</strong>}
      </summary>
      <p>{read(action)}</p>
      {files.length > 0 && isOpen && (
        <table className="table">
          <caption className="sr-only">{tell("import.problem.table", { message: read(message) })}</caption>
          <thead>
            <tr>
              {(["file", "row", "column", "message"] as const).map((name) => (
                <th key={name} scope="col">
                  {tell(`import.problem.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place, i) => (
              <tr key={i}>
                <td>{place.file}</td>
                <td className="number" data-name={tell("import.problem.row")}>
                  {place.row ?? ""}
                </td>
                <td data-name={tell("import.problem.column")}>{place.column ?? ""}</td>
                <td>{read(place.message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {times > places.length && (
        <p>{tell("import.problem.more", { shown: voice.number(places.length), text: voice.number(times) })}</p>
      )}
    </details>
  );
}
