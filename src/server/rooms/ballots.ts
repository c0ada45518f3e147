import type { Kysely, Transaction } from "kysely";
import { type Ballot, ballotSchema } from "../../protocol/room-acts.ts";
import type { Counts, OwnBallot } from "../../protocol/room.ts";
import type { Tables } from "../storage/tables.ts";

/** Whose ballot it is, in which vote of which room. */
interface Place {
  readonly room: string;
  readonly vote: string;
  readonly seat: string;
}

export async function keepBallot(change: Transaction<Tables>, place: Place, ballot: Ballot | null): Promise<void> {
  await change
    .deleteFrom("ballots")
    .where("room", "=", place.room)
    .where("vote", "=", place.vote)
    .where("seat", "=", place.seat)
    .execute();
  if (ballot)
    await change
      .insertInto("ballots")
      .values({ ...place, ballot: JSON.stringify(ballot) })
      .execute();
}

/** How many have voted in each vote that is open, and no more than that. */
export async function countsOf(database: Kysely<Tables>, room: string): Promise<readonly Counts[]> {
  const rows = await database
    .selectFrom("ballots")
    .select(["vote", ({ fn }) => fn.countAll<number | string>().as("ballots")])
    .where("room", "=", room)
    .groupBy("vote")
    .execute();
  return rows.map(({ vote, ballots }) => ({ vote, ballots: Number(ballots) }));
}

/** One seat's own ballots. */
export async function ballotsOf(
  database: Kysely<Tables>,
  { room, id }: { readonly room: string; readonly id: string },
): Promise<readonly OwnBallot[]> {
  const rows = await database
    .selectFrom("ballots")
    .select(["vote", "ballot"])
    .where("room", "=", room)
    .where("seat", "=", id)
    .execute();
  return rows.map(({ vote, ballot }) => ({ vote, ballot: ballotSchema.parse(JSON.parse(ballot)) }));
}
