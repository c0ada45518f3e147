import { stat } from "node:fs/promises";
import { join } from "node:path";
import { catalogue, type Text } from "../domain/language.ts";
import { FolderInUse } from "../server/storage/one-at-a-time.ts";
import { openStorage, type Storage, type StoragePlace } from "../server/storage/storage.ts";
import { fromEnvironment } from "./environment.ts";
import { refused } from "./exit.ts";
import type { Say } from "./say.ts";

/** Rooms that are kept in a folder, or in PostgreSQL by DATABASE_URL; refused where there are none. */
export async function openKept(data: string | undefined, say: Say): Promise<Storage> {
  const place = wantedPlace(data, say);
  if (place.kind === "folder" && !(await isThere(join(place.folder, "database"))))
    throw refused(say, NOTHING_THERE, { data: place.folder });
  return opened(place, say);
}

/** As {@link openKept}, made where there is nothing yet. */
export const openAnew = (data: string | undefined, say: Say): Promise<Storage> => opened(wantedPlace(data, say), say);

export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function wantedPlace(data: string | undefined, say: Say): StoragePlace {
  const url = fromEnvironment("DATABASE_URL");
  if (data !== undefined) return { kind: "folder", folder: data };
  if (url !== undefined) return { kind: "postgres", url };
  throw refused(say, NO_PLACE);
}

async function opened(place: StoragePlace, say: Say): Promise<Storage> {
  try {
    return await openStorage(place);
  } catch (error) {
    if (error instanceof FolderInUse && place.kind === "folder") throw refused(say, IN_USE, { data: place.folder });
    throw error;
  }
}

const NO_PLACE: Text = catalogue("cli.kept-rooms.noPlace", {
  da: "Det mangler, hvor rummene er gemt: --data MAPPE, som serve blev startet med (ellers .skoledistrikt/SAG ved siden af sagen), eller DATABASE_URL.",
  en: "Where the rooms are kept is missing: --data FOLDER, as serve was started with (else .skoledistrikt/CASE beside the case), or DATABASE_URL.",
});
const NOTHING_THERE: Text = catalogue("cli.kept-rooms.nothingThere", {
  da: "Der er ingen rum gemt i {data}.",
  en: "No rooms are kept in {data}.",
});
const IN_USE: Text = catalogue("cli.kept-rooms.inUse", {
  da: "Et andet program har {data} åben. Stop det med Ctrl-C, og prøv igen.",
  en: "Another program has {data} open. Stop it with Ctrl-C, and try again.",
});
