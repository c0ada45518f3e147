import { createHash } from "node:crypto";
import { realpath, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";

/** A folder that another running program has open. */
export class FolderInUse extends Error {}

/**
 * Holds a folder for this process alone, until the returned function is called or the process ends, however it ends: the embedded
 * database would let two write into the same files. Throws {@link FolderInUse}.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const place = lockPlace(await realpath(folder));
  const server = createServer((socket) => socket.destroy());
  // Held by nobody who must be waited for.
  server.unref();
  const listen = (): Promise<void> =>
    new Promise((held, refused) => {
      server.once("error", refused);
      server.listen(place, () => {
        server.off("error", refused);
        held();
      });
    });
  try {
    await listen();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    if (place.startsWith("\0") || place.startsWith("\\\\") || (await isAnswered(place))) throw new FolderInUse(folder);
    await rm(place, { force: true });
    await listen();
  }
  return () =>
    new Promise((done) => {
      server.close(() => done());
    });
}

/** A name that ends with its process where the system has such names; else a socket in the folder, which may be left behind. */
function lockPlace(folder: string): string {
  const name = `skoledistrikt-${createHash("sha256").update(folder).digest("hex").slice(0, 32)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(folder, "lock");
}

const isAnswered = (place: string): Promise<boolean> =>
  new Promise((told) => {
    const socket = connect(place);
    socket.once("connect", () => {
      socket.destroy();
      told(true);
    });
    socket.once("error", () => told(false));
  });
