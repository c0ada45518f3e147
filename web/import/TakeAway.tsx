import type { ReactNode } from "react";
import { strToU8, zipSync } from "fflate";
import { RECIPE_FILE } from "../../src/index.ts";
import { download } from "../panels/download.ts";
import { rememberImported } from "../state/imported-here.ts";
import { useStore } from "../state/store.ts";
import { useWorkers } from "../state/workers-context.ts";
import { useImportVoice } from "./import-voice.ts";
import type { ImportSession, ImportState } from "./session.ts";

interface Props {
  readonly session: ImportSession;
  readonly state: ImportState;
}

/** Opens the case, or takes it and the choices away as files. */
export function TakeAway({ session, state }: Props): ReactNode {
  const { tell } = useImportVoice();
  const store = useStore();
  const workers = useWorkers();
  const { made, recipe, is } = state;
  const isReady = is === "checked" && made.length > 0;
  const open = async (): Promise<void> => {
    await session.keepMade();
    rememberImported("imported");
    workers.open(made);
    store.dispatch({ kind: "dialog", dialog: undefined });
    store.dispatch({ kind: "doors", doors: "closed" });
  };
  const name = recipe?.case?.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-") ?? "";
  const zip = (): void => {
    const packed = zipSync(Object.fromEntries(made.map(({ path, bytes }) => [path, bytes])));
    download(`${name}.zip`, "application/zip", new Uint8Array(packed));
  };
  const takeRecipe = (): void =>
    download(RECIPE_FILE, "application/json", strToU8(`${JSON.stringify(recipe, undefined, 2)}\n`).slice());
  return (
    <div className="import-take">
      <button type="button" className="button button-primary" disabled={!isReady} onClick={() => void open()}>
        {tell("import.open")}
      </button>
      <button type="button" className="button button-secondary" disabled={!isReady} onClick={zip}>
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
