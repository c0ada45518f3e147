import type { DBSchema } from "idb";
import { browserDatabase } from "../state/browser-database.ts";
import type { RecipeFile } from "../../src/protocol/recipe-file.ts";
import type { BroughtFile } from "./brought.ts";

/** Files that somebody brought, and what was chosen for them. */
export interface KeptImport {
  readonly files: readonly BroughtFile[];
  readonly recipe?: RecipeFile;
}

interface Tables extends DBSchema {
  readonly import: { readonly key: string; readonly value: KeptImport };
  /** The case that was made of such files and is open on the page: it stays what it is while they go on being changed. */
  readonly made: { readonly key: string; readonly value: readonly BroughtFile[] };
}

/** One import at a time is kept. */
const NOW = "now";

const open = browserDatabase<Tables>("skoledistrikt-import", 2, (fresh, before) => {
  // Files were kept in another way before.
  if (before > 0) fresh.deleteObjectStore("import");
  fresh.createObjectStore("import");
  fresh.createObjectStore("made");
});

/** What was kept; nothing where the browser keeps nothing. */
export async function keptImport(): Promise<KeptImport | undefined> {
  try {
    return await (await open()).get("import", NOW);
  } catch {
    return undefined;
  }
}

/** Whether it could be kept: not where the browser keeps nothing, or has no room for so much. */
export async function keepImport(kept: KeptImport): Promise<boolean> {
  try {
    await (await open()).put("import", kept, NOW);
    return true;
  } catch {
    return false;
  }
}

/** The case that was kept to be opened again. */
export async function keptMade(): Promise<readonly BroughtFile[] | undefined> {
  try {
    return await (await open()).get("made", NOW);
  } catch {
    return undefined;
  }
}

/** Keeps a case, or none; says whether it could be kept. */
export async function keepMade(made: readonly BroughtFile[] | undefined): Promise<boolean> {
  try {
    const database = await open();
    await (made ? database.put("made", made, NOW) : database.delete("made", NOW));
    return true;
  } catch {
    return false;
  }
}

export async function forgetImport(): Promise<void> {
  try {
    const database = await open();
    await Promise.all([database.delete("import", NOW), database.delete("made", NOW)]);
  } catch {
    // Where nothing is kept there is nothing to forget.
  }
}
