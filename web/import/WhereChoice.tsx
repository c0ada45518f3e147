import type { ReactNode } from "react";
import { roleInfo } from "../../src/index.ts";
import type { RecipePart } from "../../src/protocol/recipe-file.ts";
import { useImportVoice } from "./import-voice.ts";

interface Props {
  readonly each: RecipePart;
  readonly onChoose: (changed: RecipePart) => void;
}

const WHERE = ["all", "inside-outline", "near-roads"] as const;

/** Which rows of a table count by where they lie. */
export function WhereChoice({ each, onChoose }: Props): ReactNode {
  const { tell } = useImportVoice();
  if (!roleInfo(each.is)?.columns || !roleInfo(each.is)?.needs.some((need) => need.includes("lat+lon"))) return null;
  const choose = (value: string): void => {
    const { where: _, ...rest } = each;
    const where = WHERE.find((known) => known === value);
    onChoose(where === undefined || where === "all" ? rest : { ...rest, where });
  };
  return (
    <label className="import-field">
      {tell("import.where.title")}
      <select className="inline-select" value={each.where ?? "all"} onChange={({ target }) => choose(target.value)}>
        {WHERE.map((where) => (
          <option key={where} value={where}>
            {tell(`import.where.${where}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
