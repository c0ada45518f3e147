import type { Transaction } from "kysely";
import { erasingOf, hiddenComment, withoutText } from "../../meeting/erase.ts";
import { isBallotOf } from "../../meeting/may.ts";
import type { Meeting } from "../../meeting/meeting.ts";
import { readyVote } from "../../meeting/meeting.ts";
import { tally } from "../../meeting/tally.ts";
import { mayDo } from "../../protocol/room-roles.ts";
import { type Act, ballotSchema } from "../../protocol/room-acts.ts";
import { type ActEntry, readEntry } from "../../protocol/room.ts";
import { audit } from "../storage/audit.ts";
import type { Tables } from "../storage/tables.ts";
import { auditedOf } from "./audited.ts";
import { eraseWords } from "./erasing.ts";
import { deletePacks } from "./packing.ts";

/** An act as it goes into the log: a vote that is closed is counted, and its ballots, which had names, are deleted. */
export async function completed(change: Transaction<Tables>, room: string, meeting: Meeting, act: Act): Promise<Act> {
  const vote = act.kind === "close" ? meeting.votes.get(act.vote) : undefined;
  if (act.kind !== "close" || !vote) return act;
  const rows = await change
    .deleteFrom("ballots")
    .where("room", "=", room)
    .where("vote", "=", vote.id)
    .returning("ballot")
    .execute();
  const ballots = rows
    .map(({ ballot }) => ballotSchema.parse(JSON.parse(ballot)))
    .filter((ballot) => isBallotOf(vote, ballot));
  return { ...act, result: tally(vote.method, vote.options.length, ballots) };
}

/** What an act does beside standing in the log. `before`: the meeting that it was done in. */
export async function carriedOut(
  change: Transaction<Tables>,
  room: string,
  before: Meeting,
  entry: ActEntry,
): Promise<void> {
  const { act, by } = entry;
  const about = auditedOf(before, entry);
  if (about !== undefined) await audit(change, { room, who: by, act: act.kind, about });
  if (act.kind === "role" || act.kind === "out" || act.kind === "back")
    await change
      .updateTable("seats")
      .set(act.kind === "role" ? { role: act.role } : { gone: act.kind === "out" })
      .where("room", "=", room)
      .where("id", "=", act.seat)
      .execute();
  const erasing = erasingOf(act);
  if (erasing) await eraseWords(change, room, erasing);
  if (act.kind === "out" || (act.kind === "role" && !mayDo(act.role, "vote")))
    await change.deleteFrom("ballots").where("room", "=", room).where("seat", "=", act.seat).execute();
  else if (act.kind === "stage")
    await change.deleteFrom("ballots").where("room", "=", room).where("vote", "=", readyVote(before)).execute();
  const hidden = before.comments.get(hiddenComment(act) ?? "");
  if (hidden) await deleteText(change, room, hidden.number);
}

async function deleteText(change: Transaction<Tables>, room: string, number: number): Promise<void> {
  const row = await change
    .selectFrom("entries")
    .select("entry")
    .where("room", "=", room)
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  const entry = withoutText(readEntry(JSON.parse(row.entry)));
  await deletePacks(change, room, [number]);
  await change
    .updateTable("entries")
    .set({ entry: JSON.stringify(entry) })
    .where("room", "=", room)
    .where("number", "=", number)
    .execute();
}
