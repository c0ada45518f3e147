import type { Text } from "../domain/language.ts";
import type { Say } from "./say.ts";

/** One exit code a kind of ending, so that scripts can tell them apart. */
export const EXIT = { ok: 0, internal: 1, input: 2, infeasible: 3, stopped: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a message for the user; anything else that is thrown is a bug. */
export class CommandError extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What was asked for is wrong, and why. */
export const refused = (say: Say, text: Text, values: Parameters<Say["text"]>[1] = {}): CommandError =>
  new CommandError(EXIT.input, say.text(text, values));
