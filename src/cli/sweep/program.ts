import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { programVersion } from "../version.ts";

/** The folder of the program's code: `src`, built or not. */
const CODE = fileURLToPath(new URL("../../", import.meta.url));

let known: Promise<string> | undefined;

/** Which program this is: its version and a sum of its code, the same on every machine that has it. */
export const thisProgram = (): Promise<string> => (known ??= sumOfCode().then((sum) => `${programVersion}-${sum}`));

async function sumOfCode(): Promise<string> {
  const files = (await readdir(CODE, { recursive: true }))
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /(?<!\.d)\.(js|ts)$/.test(path))
    .toSorted();
  const hash = createHash("sha256");
  for (const path of files) hash.update(`${path}\n`).update(await readFile(join(CODE, path)));
  return hash.digest("hex").slice(0, 12);
}
