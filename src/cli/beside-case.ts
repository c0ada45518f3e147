import { basename, dirname, join, resolve } from "node:path";

/** Where what the program itself keeps of a case stands unless another folder is asked for: beside the case's folder, in one of its own. */
export function besideCase(folder: string): string {
  const own = resolve(folder);
  return join(dirname(own), ".skoledistrikt", basename(own));
}
