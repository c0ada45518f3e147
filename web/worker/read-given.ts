import { readFormats, type ReadFiles } from "../../src/index.ts";

/** Files as they were given, those of other formats than the case's own read. */
export const readGiven = (
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<ReadFiles> => readFormats(new Map(files.map(({ path, bytes }) => [path, bytes])));
