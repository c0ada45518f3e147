import { spawnSync } from "node:child_process";

/** Whether this machine's Python has a module, by which files are read a second time by somebody else's code. */
export const hasPython = (module: string): boolean => spawnSync("python3", ["-c", `import ${module}`]).status === 0;

/** What a program in Python prints as JSON. */
export function python(program: string, ...words: readonly string[]): unknown {
  const { stdout, stderr, status } = spawnSync("python3", ["-c", program, ...words], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(stderr);
  const read: unknown = JSON.parse(stdout);
  return read;
}
