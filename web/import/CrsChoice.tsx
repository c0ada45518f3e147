import { type ReactNode, useState } from "react";
import type { RecipePart } from "../../src/protocol/recipe-file.ts";
import { useImportVoice } from "./import-voice.ts";

interface Props {
  readonly each: RecipePart;
  readonly onChoose: (changed: RecipePart) => void;
}

const LISTED = ["EPSG:4326", "EPSG:25832", "EPSG:25833", "EPSG:3857"] as const;
const OTHER = "other";

/** What a file's coordinates are in: found out from the file and its numbers, or said. */
export function CrsChoice({ each, onChoose }: Props): ReactNode {
  const { tell } = useImportVoice();
  const isListed = LISTED.some((crs) => crs === each.crs);
  const [isOther, setOther] = useState(each.crs !== undefined && !isListed);
  const [code, setCode] = useState(each.crs ?? "");
  const { crs: _, ...found } = each;
  const choose = (value: string): void => {
    setOther(value === OTHER);
    if (value === OTHER) return;
    onChoose(value === "" ? found : { ...each, crs: value });
  };
  const leave = (): void => {
    const digits = /\d{4,6}/.exec(code)?.[0];
    if (digits !== undefined && each.crs !== `EPSG:${digits}`) onChoose({ ...each, crs: `EPSG:${digits}` });
  };
  return (
    <div className="import-field">
      <label>
        {tell("import.crs.title")}{" "}
        <select
          className="inline-select"
          value={isOther ? OTHER : (each.crs ?? "")}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{tell("import.crs.found")}</option>
          {LISTED.map((crs) => (
            <option key={crs} value={crs}>
              {tell(`import.crs.${crs}`)}
            </option>
          ))}
          <option value={OTHER}>{tell("import.crs.other")}</option>
        </select>
      </label>
      {isOther && (
        <label>
          {tell("import.crs.code")}{" "}
          <input
            className="form-input"
            inputMode="numeric"
            value={code}
            onChange={({ target }) => setCode(target.value)}
            onBlur={leave}
          />
        </label>
      )}
    </div>
  );
}
