import type { ReactNode } from "react";
import { isPart, type PartLook, ROLE_TEXTS, RECIPE_FILE } from "../../src/index.ts";
import { FILE_ROLES, type FileRole, type RecipeFile, type RecipePart } from "../../src/protocol/recipe-file.ts";
import { rolesFor, rowId } from "./choices.ts";
import { useImportVoice } from "./import-voice.ts";
import { PartDetails } from "./PartDetails.tsx";
import type { ImportSession, ImportState } from "./session.ts";

interface Props {
  readonly session: ImportSession;
  readonly state: ImportState;
}

/** Every file with what it is taken to be, which can be changed, and its first rows and columns when it is opened. */
export function FileList({ session, state }: Props): ReactNode {
  const { tell } = useImportVoice();
  const { recipe } = state;
  if (!recipe) return null;
  const choose = (changed: RecipePart): void =>
    session.choose({ ...recipe, files: recipe.files.map((each) => (isSame(each, changed) ? changed : each)) });
  return (
    <section>
      <h3>{tell("import.files.title")}</h3>
      <ul className="import-files">
        {recipe.files.flatMap((each) => {
          const isHere = state.files.some(({ path }) => path === each.file);
          if (!isHere || each.file === RECIPE_FILE) return [];
          const look = state.parts.find((part) => isPart(part, nameOf(each)));
          return (
            <FileRow
              key={`${each.file}\n${each.part ?? ""}`}
              each={each}
              look={look}
              session={session}
              onChoose={choose}
            />
          );
        })}
      </ul>
    </section>
  );
}

const isSame = (one: RecipePart, other: RecipePart): boolean => one.file === other.file && one.part === other.part;
const nameOf = ({ file, part }: RecipeFile["files"][number]) => ({ file, ...(part !== undefined && { part }) });

interface RowProps {
  readonly each: RecipePart;
  readonly look: PartLook | undefined;
  readonly session: ImportSession;
  readonly onChoose: (changed: RecipePart) => void;
}

function FileRow({ each, look, session, onChoose }: RowProps): ReactNode {
  const { tell, read, language } = useImportVoice();
  const name = each.part === undefined ? each.file : `${each.file} (${each.part})`;
  const choose = (is: FileRole): void => {
    // Columns of another meaning are found anew.
    const { columns: _, ...rest } = each;
    onChoose({ ...rest, is });
  };
  const notRead = tell(each.is === "as-named" ? "import.file.case" : "import.file.unread");
  const unseen = each.is === "timetable" ? read(ROLE_TEXTS.timetable) : notRead;
  return (
    <li id={rowId(nameOf(each))} tabIndex={-1} className="import-file">
      <div className="import-file-head">
        <strong className="import-name">{name}</strong>
        {look && (
          <span className="import-count">
            {tell(look.shape === "table" ? "import.file.rows" : "import.file.features", { count: look.count })}
          </span>
        )}
        {look ? (
          <select
            className="inline-select"
            aria-label={tell("import.file.is.of", { file: name })}
            value={each.is}
            onChange={({ target }) => choose(FILE_ROLES.find((role) => role === target.value) ?? "left-out")}
          >
            {rolesFor(look, each.is).map((role) => (
              <option key={role} value={role}>
                {read(ROLE_TEXTS[role])}
              </option>
            ))}
          </select>
        ) : (
          <span>{unseen}</span>
        )}
        <button
          type="button"
          className="quiet-button"
          aria-label={tell("import.file.remove.of", { file: name })}
          onClick={() => session.remove(each.file, language)}
        >
          {tell("import.file.remove")}
        </button>
      </div>
      {look && each.is !== "left-out" && <PartDetails each={each} look={look} onChoose={onChoose} />}
    </li>
  );
}
