import { type ReactNode, useId } from "react";
import type { PartLook } from "../../src/index.ts";
import type { RecipePart } from "../../src/protocol/recipe-file.ts";
import { counted } from "../i18n/say.ts";
import { useImportVoice } from "./import-voice.ts";

interface Props {
  readonly each: RecipePart;
  readonly look: PartLook;
  readonly onChoose: (changed: RecipePart) => void;
}

/** A file of a whole region is cut down to the case by a value: one is chosen by a press, more by pressing more; of years only one. */
export function OnlyChoice({ each, look, onChoose }: Props): ReactNode {
  const voice = useImportVoice();
  const { tell } = voice;
  const id = useId();
  return look.apart
    .filter(({ roles }) => roles?.includes(each.is) ?? true)
    .map(({ column, are, values }) => {
      const chosen = new Set(each.only?.[column]);
      const isKept = (known: string): boolean => are === "values" && chosen.has(known);
      const choose = (value: string, isChosen: boolean): void => {
        const next = values.map(([known]) => known).filter((known) => (known === value ? isChosen : isKept(known)));
        const { [column]: _, ...others } = each.only ?? {};
        const { only: __, ...rest } = each;
        const only = next.length === 0 ? others : { ...others, [column]: next };
        onChoose({ ...rest, ...(Object.keys(only).length > 0 && { only }) });
      };
      return (
        <fieldset key={column} className="import-only">
          <legend>{are === "years" ? tell("import.only.year") : tell("import.only.of", { column })}</legend>
          {values.map(([value, count]) => (
            <span key={value} className="import-value">
              <input
                id={`${id} ${column} ${value}`}
                {...(are === "years"
                  ? { type: "radio", name: `${id} ${column}` }
                  : { type: "checkbox", className: "form-checkbox" })}
                checked={chosen.has(value)}
                onChange={({ target }) => choose(value, target.checked)}
              />
              <label htmlFor={`${id} ${column} ${value}`}>
                {tell("import.only.value", {
                  value: value === "" ? tell("import.only.none") : value,
                  ...counted(voice, count),
                })}
              </label>
            </span>
          ))}
        </fieldset>
      );
    });
}
