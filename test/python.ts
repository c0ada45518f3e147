import { spawnSync } from "node:child_process";

/** Where a Python may be: the one that `PYTHON` names, and those that a shell finds, from the usual to the particular. */
const INTERPRETERS = [
  ...(process.env["PYTHON"] ? [process.env["PYTHON"]] : []),
  "python3",
  "python",
  "py",
  ...Array.from({ length: 8 }, (_, i) => `python3.${16 - i}`),
];

const has = (interpreter: string, module: string): boolean =>
  spawnSync(interpreter, ["-c", `import ${module}`]).status === 0;

/** A Python with a module, by which files are read a second time by somebody else's code; or why there is none, for a test's name. */
export type Python =
  | { readonly run: (program: string, ...words: readonly string[]) => unknown }
  | { readonly none: string };

export function pythonWith(module: string): Python {
  const interpreter = INTERPRETERS.find((each) => has(each, module));
  if (interpreter === undefined)
    return { none: `no Python here has ${module}; PYTHON names one that has, PYTHONPATH where it lies` };
  return { run: (program, ...words) => printed(interpreter, program, words) };
}

/** Why a test is skipped, for the end of its name; nothing where it is not. */
export const whySkipped = (python: Python): string => ("none" in python ? ` (skipped: ${python.none})` : "");

/** What a program prints as JSON. */
function printed(interpreter: string, program: string, words: readonly string[]): unknown {
  const { stdout, stderr, status } = spawnSync(interpreter, ["-c", program, ...words], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(stderr);
  const read: unknown = JSON.parse(stdout);
  return read;
}
