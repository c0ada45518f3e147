import type { DBSchema } from "idb";
import { browserDatabase } from "../state/browser-database.ts";
import type { RecipeFile } from "../../src/protocol/recipe-file.ts";
import type { BroughtFile } from "./brought.ts";

/** Files that somebody brought, what was chosen for them, and the case that was made of them once it was opened. */
export interface KeptImport {
  readonly files: readonly BroughtFile[];
  readonly recipe?: RecipeFile;
  readonly made?: readonly BroughtFile[];
}

interface Tables extends DBSchema {
  readonly import: { readonly key: string; readonly value: KeptImport };
}

/** One import at a time is kept. */
const NOW = "now";

const open = browserDatabase<Tables>("skoledistrikt-import", 2, (fresh, before) => {
  // Files were kept in another way before.
  if (before > 0) fresh.deleteObjectStore("import");
  fresh.createObjectStore("import");
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

export async function forgetImport(): Promise<void> {
  try {
    await (await open()).delete("import", NOW);
  } catch {
    // Where nothing is kept there is nothing to forget.
  }
}
