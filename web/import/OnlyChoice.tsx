import { type ReactNode, useId } from "react";
import type { PartLook } from "../../src/index.ts";
import type { RecipePart } from "../../src/protocol/recipe-file.ts";
import { useImportVoice } from "./import-voice.ts";

interface Props {
  readonly each: RecipePart;
  readonly look: PartLook;
  readonly onChoose: (changed: RecipePart) => void;
}

/** A file of a whole region is cut down to the case by a value: one is chosen by a press, more by pressing more. */
export function OnlyChoice({ each, look, onChoose }: Props): ReactNode {
  const { tell } = useImportVoice();
  const id = useId();
  return look.apart
    .filter(({ roles }) => roles?.includes(each.is) ?? true)
    .map(({ column, values }) => {
      const chosen = new Set(each.only?.[column]);
      const choose = (value: string, isChosen: boolean): void => {
        const next = values.map(([known]) => known).filter((known) => (known === value ? isChosen : chosen.has(known)));
        const { [column]: _, ...others } = each.only ?? {};
        const { only: __, ...rest } = each;
        const only = next.length === 0 ? others : { ...others, [column]: next };
        onChoose({ ...rest, ...(Object.keys(only).length > 0 && { only }) });
      };
      return (
        <fieldset key={column} className="import-only">
          <legend>{tell("import.only.of", { column })}</legend>
          {values.map(([value, count]) => (
            <span key={value} className="import-value">
              <input
                id={`${id} ${column} ${value}`}
                type="checkbox"
                className="form-checkbox"
                checked={chosen.has(value)}
                onChange={({ target }) => choose(value, target.checked)}
              />
              <label htmlFor={`${id} ${column} ${value}`}>
                {tell("import.only.value", { value: value === "" ? tell("import.only.none") : value, count })}
              </label>
            </span>
          ))}
        </fieldset>
      );
    });
}
