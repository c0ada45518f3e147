import { runCommand } from "../../src/cli/run.ts";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, from its words; nothing is built or started. */
export async function here(...words: readonly string[]): Promise<Said> {
  let [out, err] = ["", ""];
  const code = await runCommand(words, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    watched: false,
  });
  return { code, out, err };
}

/** The same from one line, in both languages: Danish, then English. */
export const inBoth = (line: string): Promise<readonly [Said, Said]> => {
  const words = line.split(" ").filter((word) => word !== "");
  return Promise.all([here(...words), here(...words, "--lang", "en")]);
};
