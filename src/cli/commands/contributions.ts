import { catalogue, type Text } from "../../domain/language.ts";
import { contributionsOf, eraseContributions, seatsCalled } from "../../server/operations/contributions.ts";
import { audit } from "../../server/storage/audit.ts";
import { EXIT, type ExitCode, refused } from "../exit.ts";
import { writeWhole } from "../files.ts";
import { openKept } from "../kept-rooms.ts";
import type { Say } from "../say.ts";

export interface ContributionsRequest {
  readonly path: string;
  /** The folder that rooms are kept in; absent: PostgreSQL by DATABASE_URL. */
  readonly data?: string;
  /** What whoever asks was called in the room. */
  readonly name?: string;
  /** Id of a seat, where several are called so. */
  readonly seat?: string;
  /** Whether they are deleted once they are written. */
  readonly erase: "keep" | "erase";
}

/** `contributions FILE`: what somebody did in rooms, for them to have; then deleted, if they ask for it. */
export async function contributions(request: ContributionsRequest, say: Say): Promise<ExitCode> {
  const { path, data, name, seat, erase } = request;
  if (seat === undefined && name === undefined) throw refused(say, NOBODY_NAMED);
  const storage = await openKept(data, say);
  try {
    const { database } = storage;
    const seats = await seatsCalled(database, seat === undefined ? { name: name ?? "" } : { id: seat });
    if (seats.length === 0) throw refused(say, NOBODY, { who: seat ?? name ?? "" });
    for (const each of seats)
      await audit(database, { room: each.room, who: "command", act: "contributions written", about: each.id });
    const found = await Promise.all(seats.map((each) => contributionsOf(database, each)));
    await writeWhole(path, `${JSON.stringify(found, null, 1)}\n`, 0o600);
    say.answer(say.text(WRITTEN, { path, seats: seats.length }));
    if (erase === "keep") return EXIT.ok;
    const [only] = seats;
    if (seats.length > 1) throw refused(say, SEVERAL, { seats: seats.length, path });
    await eraseContributions(database, only, new Date().toISOString());
    say.answer(say.text(ERASED, {}));
    return EXIT.ok;
  } finally {
    await storage.close();
  }
}

const NOBODY_NAMED: Text = catalogue("cli.commands.contributions.nobodyNamed", {
  da: "Det mangler, hvis bidrag det er: --name NAVN, som personen hed i rummet, eller --seat ID.",
  en: "Whose contributions they are is missing: --name NAME, what they were called in the room, or --seat ID.",
});
const NOBODY: Text = catalogue("cli.commands.contributions.nobody", {
  da: "Ingen plads i rummene hedder »{who}«. Intet er skrevet.",
  en: 'No seat in the rooms is called "{who}". Nothing was written.',
});
const WRITTEN: Text = catalogue("cli.commands.contributions.written", {
  da: "{seats, plural, one {Bidrag fra én plads} other {Bidrag fra # pladser}} er skrevet til {path}.",
  en: "What {seats, plural, one {one seat} other {# seats}} contributed is written to {path}.",
});
const SEVERAL: Text = catalogue("cli.commands.contributions.several", {
  da: "{seats} pladser hedder det samme. Find den rigtige i {path}, og giv dens id med --seat. Intet er slettet.",
  en: "{seats} seats are called the same. Find the right one in {path}, and give its id with --seat. Nothing was deleted.",
});
const ERASED: Text = catalogue("cli.commands.contributions.erased", {
  da: "Navnet og alt, der er skrevet fra pladsen, er slettet. Det, der er tegnet, står uden navn. En sikkerhedskopi, der er taget før, har det stadig.",
  en: "The name and all that was written from the seat are deleted. What was drawn stands without a name. A backup made before still has it.",
});
