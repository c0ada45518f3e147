import { catalogue } from "../domain/language.ts";
import type { Failed } from "../domain/outcome.ts";
import { EXIT, CommandError } from "./exit.ts";
import type { Say } from "./say.ts";

const SAID = catalogue("cli.time-limit", {
  timeUp: {
    da: "Der gik {seconds, plural, one {ét sekund} other {# sekunder}}, uden at der var et svar. Giv flere med --seconds, eller stil et mindre spørgsmål.",
    en: "{seconds, plural, one {One second} other {# seconds}} passed without an answer. Give more with --seconds, or ask for less.",
  },
  searchEnded: {
    da: "Søgningen nåede sin grænse uden at finde et svar, der opfylder alle krav. Der kan være et; prøv med færre krav, et andet --seed eller et mindre spørgsmål.",
    en: "The search reached its limit without finding an answer that meets every rule. There may be one; try with fewer rules, another --seed or a smaller question.",
  },
});

/** Whether the time that the user gives is used up, counted from here; without a limit it never is. */
export function timeLimit(seconds: number | undefined): () => boolean {
  const deadline = seconds === undefined ? Infinity : performance.now() + 1000 * seconds;
  return () => performance.now() >= deadline;
}

/** A step of something that has no half answer: ends the command when the time is used up. */
export function stopAt(seconds: number | undefined, say: Say): () => void {
  const isOver = timeLimit(seconds);
  return () => {
    if (isOver()) throw timeUp(seconds, say);
  };
}

const timeUp = (seconds: number | undefined, say: Say): CommandError =>
  new CommandError(EXIT.stopped, say.text(SAID.timeUp, { seconds: seconds ?? 0 }));

/** A run without an answer: out of time, or a fault of the program. */
export function endedBy({ reason, why }: Failed, seconds: number | undefined, say: Say): CommandError {
  say.progressDone();
  if (why === undefined) return new CommandError(EXIT.internal, reason);
  return why === "size" || seconds === undefined ? tooLarge(say) : timeUp(seconds, say);
}

const tooLarge = (say: Say): CommandError => new CommandError(EXIT.stopped, say.text(SAID.searchEnded));
