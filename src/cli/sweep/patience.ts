import { setTimeout as wait } from "node:timers/promises";

/** What an error says. */
export const whyOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

/** How often and how long it is tried again where a database is away for a moment. */
const TRIES = 120;
const BETWEEN = 1000;

/** A database that restarts stops nobody: what is asked is asked again for two minutes. Then throws what it says. */
export async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries >= TRIES || !isAway(error)) throw error;
      await wait(BETWEEN);
    }
  }
}

/** No connection, or a server that ends, starts or has no place for another: SQLSTATE classes 08, 53 and 57, or the system's own words. */
const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  ("code" in error && typeof error.code === "string"
    ? /^(08|53|57)/.test(error.code) || /^E[A-Z]+$/.test(error.code)
    : /connection|timeout/i.test(error.message));
