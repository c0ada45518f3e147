import { type ReactNode, useState } from "react";
import type { RecipeFile } from "../../src/protocol/recipe-file.ts";
import { useImportVoice } from "./import-voice.ts";
import type { ImportSession } from "./session.ts";

interface Props {
  readonly session: ImportSession;
  readonly recipe: RecipeFile | undefined;
}

type About = NonNullable<RecipeFile["case"]>;
type Field = "name" | "code" | "schoolYear";
const FIELDS: readonly Field[] = ["name", "code", "schoolYear"];

/** What no file of theirs says: the municipality's name and code, the school year, and what a district is. */
export function AboutCase({ session, recipe }: Props): ReactNode {
  const { tell } = useImportVoice();
  if (!recipe?.case) return null;
  const about = recipe.case;
  const hasFile = recipe.files.some(({ is }) => is === "districts");
  const set = (change: Partial<About>): void => session.choose({ ...recipe, case: { ...about, ...change } });
  return (
    <section className="import-about">
      <h3>{tell("import.about.title")}</h3>
      {FIELDS.map((field) => (
        <AboutField key={`${field} ${about[field]}`} field={field} about={about} onSet={set} />
      ))}
      {!hasFile && (
        <label className="import-field">
          {tell("import.about.districts")}
          <select
            className="inline-select"
            value={recipe.districts}
            onChange={({ target }) =>
              session.choose({ ...recipe, districts: target.value === "as-named" ? "as-named" : "one-a-school" })
            }
          >
            {(["as-named", "one-a-school"] as const).map((each) => (
              <option key={each} value={each}>
                {tell(`import.about.districts.${each}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </section>
  );
}

interface FieldProps {
  readonly field: Field;
  readonly about: About;
  readonly onSet: (change: Partial<About>) => void;
}

/** What is typed counts when the field is left, so that no half word is checked. */
function AboutField({ field, about, onSet }: FieldProps): ReactNode {
  const { tell } = useImportVoice();
  const [text, setText] = useState(about[field]);
  const leave = (): void => {
    if (text.trim() !== "" && text.trim() !== about[field]) onSet({ [field]: text.trim() });
  };
  return (
    <label className="import-field">
      {tell(`import.about.${field}`)}
      <input className="form-input" value={text} onChange={({ target }) => setText(target.value)} onBlur={leave} />
    </label>
  );
}
