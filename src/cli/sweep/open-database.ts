import { catalogue } from "../../domain/language.ts";
import type { AskedOf } from "../../sweep/scenarios.ts";
import { refused } from "../exit.ts";
import type { Say } from "../say.ts";
import { SweepDatabase } from "./database.ts";
import { isDatabaseAddress, placeIn, withoutPassword } from "./database-address.ts";
import { whyOf } from "./patience.ts";

const SAID = catalogue("cli.sweep.database", {
  noAddress: {
    da: "»{address}« er ikke adressen på en PostgreSQL. Skriv for eksempel postgresql://navn@vært/database.",
    en: '"{address}" is not the address of a PostgreSQL. Write for example postgresql://name@host/database.',
  },
  noAnswer: {
    da: "PostgreSQL på {place} svarer ikke: {why}. Se efter adresse, navn og adgangskode, og om serveren kører.",
    en: "PostgreSQL at {place} does not answer: {why}. Check address, name and password, and whether the server runs.",
  },
});

/** Opens the database at an address; what is wrong is said without its password. */
export async function openDatabase(address: string, of: AskedOf, say: Say): Promise<SweepDatabase> {
  if (!isDatabaseAddress(address)) throw refused(say, SAID.noAddress, { address: withoutPassword(address) });
  try {
    return await SweepDatabase.open(address, of);
  } catch (error) {
    throw refused(say, SAID.noAnswer, { place: placeIn(address), why: whyOf(error) });
  }
}
