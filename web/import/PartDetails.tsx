import { type ReactNode, useState } from "react";
import { columnText, type PartLook, roleInfo } from "../../src/index.ts";
import type { RecipePart } from "../../src/protocol/recipe-file.ts";
import { CrsChoice } from "./CrsChoice.tsx";
import { useImportVoice } from "./import-voice.ts";
import { OnlyChoice } from "./OnlyChoice.tsx";
import { WhereChoice } from "./WhereChoice.tsx";

interface Props {
  readonly each: RecipePart;
  readonly look: PartLook;
  readonly onChoose: (changed: RecipePart) => void;
}

/** The first rows of a file under the meaning of each column, which rows count, and what its coordinates are in. */
export function PartDetails({ each, look, onChoose }: Props): ReactNode {
  const { tell } = useImportVoice();
  const info = roleInfo(each.is);
  return (
    <>
      <OnlyChoice each={each} look={look} onChoose={onChoose} />
      <details>
        <summary>{tell("import.file.open")}</summary>
        <Preview each={each} look={look} onChoose={onChoose} />
        {look.shape !== "table" && info?.columns && <p>{tell("import.columns.geometry")}</p>}
        {each.is === "sites" && each.columns?.["grades"] === undefined && (
          <GradesField key={each.grades} each={each} onChoose={onChoose} />
        )}
        <WhereChoice each={each} onChoose={onChoose} />
        <CrsChoice each={each} onChoose={onChoose} />
      </details>
    </>
  );
}

const UNUSED = "";
/** Columns that a map has in what it draws. */
const DRAWN = new Set(["lat", "lon", "x", "y"]);

function Preview({ each, look, onChoose }: Props): ReactNode {
  const { tell, read } = useImportVoice();
  const names = roleInfo(each.is)?.columns;
  const roles = Object.keys(names ?? {}).filter((role) => look.shape === "table" || !DRAWN.has(role));
  const roleOf = (column: string): string =>
    Object.entries(each.columns ?? {}).find(([, own]) => own === column)?.[0] ?? UNUSED;
  const choose = (column: string, role: string): void => {
    // A column means one thing, and a thing is one column.
    const others = Object.entries(each.columns ?? {}).filter(([known, own]) => own !== column && known !== role);
    onChoose({ ...each, columns: Object.fromEntries(role === UNUSED ? others : [...others, [role, column]]) });
  };
  return (
    <div
      className="import-preview"
      // A box that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={tell("import.preview.caption", { file: look.file })}
    >
      <table className="table">
        <caption className="sr-only">{tell("import.preview.caption", { file: look.file })}</caption>
        <thead>
          <tr>
            <th scope="col">{tell("import.preview.row")}</th>
            {look.columns.map((column) => (
              <th key={column} scope="col">
                {column}
                {names && (
                  <select
                    className="inline-select"
                    aria-label={tell("import.columns.of", { column })}
                    value={roleOf(column)}
                    onChange={({ target }) => choose(column, target.value)}
                  >
                    <option value={UNUSED}>{tell("import.columns.unused")}</option>
                    {roles.map((role) => (
                      <option key={role} value={role}>
                        {read(columnText(role, names[role]))}
                      </option>
                    ))}
                  </select>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {look.first.map(({ number, cells }) => (
            <tr key={number}>
              <td className="number">{number}</td>
              {cells.map((cell, i) => (
                <td key={look.columns[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GradesField({ each, onChoose }: Omit<Props, "look">): ReactNode {
  const { tell } = useImportVoice();
  const [text, setText] = useState(each.grades ?? "0-9");
  const leave = (): void => {
    if (text.trim() !== "" && text !== each.grades) onChoose({ ...each, grades: text.trim() });
  };
  return (
    <label className="import-field">
      {tell("import.grades.title")}
      <input className="form-input" value={text} onChange={({ target }) => setText(target.value)} onBlur={leave} />
    </label>
  );
}
