import type { ReactNode } from "react";
import { RECIPE_FILE } from "../../src/index.ts";
import { download } from "../panels/download.ts";
import { useImportVoice } from "./import-voice.ts";
import type { ImportSession, ImportState } from "./session.ts";

interface Props {
  readonly session: ImportSession;
  readonly state: ImportState;
}

/** Takes the case and the choices away as files. */
export function TakeAway({ session, state }: Props): ReactNode {
  const { tell } = useImportVoice();
  const { made, recipe, is } = state;
  const isReady = is === "checked" && made.length > 0;
  const name = recipe?.case?.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-") ?? "";
  const zip = async (): Promise<void> => download(`${name}.zip`, "application/zip", await session.packed());
  const takeRecipe = (): void => download(RECIPE_FILE, "application/json", `${JSON.stringify(recipe, undefined, 2)}\n`);
  return (
    <div className="import-take">
      <button type="button" className="button button-secondary" disabled={!isReady} onClick={() => void zip()}>
        {tell("import.take.zip")}
      </button>
      <button type="button" className="button button-secondary" disabled={!recipe} onClick={takeRecipe}>
        {tell("import.take.recipe")}
      </button>
      <button type="button" className="quiet-button" onClick={() => void session.startOver()}>
        {tell("import.over")}
      </button>
      {!isReady && <p>{tell("import.open.anyway")}</p>}
      <p>{tell("import.take.recipe.how")}</p>
    </div>
  );
}
