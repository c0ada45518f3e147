import { type DBSchema, type IDBPDatabase, openDB, type OpenDBCallbacks } from "idb";

/**
 * A database of this browser, opened when it is first asked for and then held. Where another window deletes it or opens a newer version it
 * is let go at once, so that nobody waits for this window to be closed, and opened again when it is next asked for. Asking throws where the
 * browser keeps nothing, and where a window holds it back that does not let go.
 */
export function browserDatabase<Tables extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Tables>["upgrade"]>,
): () => Promise<IDBPDatabase<Tables>> {
  let held: Promise<IDBPDatabase<Tables>> | undefined;
  return () => {
    if (held) return held;
    const letGo = (): void => {
      if (held === opening) held = undefined;
    };
    const opening = new Promise<IDBPDatabase<Tables>>((resolve, reject) => {
      openDB<Tables>(name, version, {
        upgrade,
        blocked: () => reject(new Error(`${name} is held back by another window`)),
        blocking: (_, __, { target }) => {
          letGo();
          // What is being written is written first.
          if (target instanceof IDBDatabase) target.close();
        },
        terminated: letGo,
      }).then(resolve, reject);
    });
    opening.catch(letGo);
    held = opening;
    return opening;
  };
}
