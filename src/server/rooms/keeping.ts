import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { audit } from "../storage/audit.ts";
import type { Tables } from "../storage/tables.ts";
import { isAboutTheRow } from "./storage-faults.ts";

/** So much finds no place in what a full disk has left over, bytes. */
const LARGE = 60_000;

class TakenBack extends Error {}

/**
 * Whether what rooms are kept in takes anything in: a full disk answers what is asked of it and keeps nothing. It does not from the first
 * write that it refused until a large one comes through.
 */
export class Keeping {
  readonly #database: Kysely<Tables>;
  #hasRefused = false;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  /** What a write gives or throws; that nothing was kept is remembered. */
  async of<Value>(write: Promise<Value>): Promise<Value> {
    try {
      return await write;
    } catch (error) {
      if (!isAboutTheRow(error)) this.#hasRefused = true;
      throw error;
    }
  }

  /** Once a write was refused, tries another, of which nothing stays. */
  async takes(): Promise<boolean> {
    if (!this.#hasRefused) return true;
    const about = randomBytes(LARGE).toString("base64");
    const attempt = this.#database.transaction().execute(async (change) => {
      await audit(change, { who: "server", act: "trial", about });
      throw new TakenBack();
    });
    const why: unknown = await attempt.catch((error: unknown) => error);
    if (!(why instanceof TakenBack)) return false;
    this.#hasRefused = false;
    return true;
  }
}
