import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { here, type Said } from "./here.ts";

const PROGRAM = join(process.cwd(), "dist/src/cli/main.js");

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, which is much faster than starting one; its words stand between spaces. */
export const run = (command: string): Promise<Said> => here(...command.split(" ").filter((word) => word !== ""));

/** Starts the built program; `said` resolves once stdout or stderr holds a text. */
export function begin(command: string, env: Readonly<Record<string, string>> = {}) {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, ...command.split(" ")], {
    env: { ...process.env, ...env },
  });
  let [out, err] = ["", ""];
  const listeners = new Set<() => void>();
  child.stdout?.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    listeners.forEach((listener) => listener());
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    err += chunk.toString();
    listeners.forEach((listener) => listener());
  });
  const ended = new Promise<Ended>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal, out, err })),
  );
  const said = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => `${out}${err}`.includes(text) && resolve(`${out}${err}`);
      listeners.add(look);
      void ended.then(() => reject(new Error(`ended without saying "${text}": ${out}${err}`)));
      look();
    });
  return { child, ended, said };
}
