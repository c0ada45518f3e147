import type { Transaction } from "kysely";
import { isMeasureKey } from "../../evaluate/measures/table.ts";
import type { Hindrance } from "../../meeting/may.ts";
import type { Act, Anchor, VoteOption } from "../../protocol/room-acts.ts";
import type { Tables } from "../storage/tables.ts";
import { knownIds } from "./log-rows.ts";
import type { RoomState } from "./room-state.ts";

/**
 * What an act names that stands in no meeting and is not there: a seat of the room, something written in it, a school or a measure;
 * `isWritten`: whether the transaction has an entry of that id which is no row yet.
 */
export async function hindersNamed(
  change: Transaction<Tables>,
  room: string,
  state: RoomState,
  act: Act,
  isWritten: (id: string) => boolean,
): Promise<Hindrance | undefined> {
  switch (act.kind) {
    case "role":
    case "out":
    case "pen":
    case "sit":
      return act.seat === undefined || act.seat === null || (await hasSeat(change, room, act.seat))
        ? undefined
        : "seat.unknown";
    case "hide": {
      if ("comment" in act.what) return undefined;
      const { entry } = act.what;
      const isBegunWith = [...state.begunWith.values()].some((ids) => ids.has(entry));
      if (isBegunWith || isWritten(entry)) return undefined;
      return (await knownIds(change, room, [entry])).has(entry) ? undefined : "entry.unknown";
    }
    case "comment":
      return act.on && hindersAnchor(state, act.proposal, act.on);
    case "vote":
      return act.options.map(hindersOption).find((hindrance) => hindrance !== undefined);
    case "proposal":
    case "stage":
    case "clock":
    case "pause":
    case "bring":
    case "follow":
    case "cursors":
    case "back":
    case "link":
    case "table":
    case "forget":
    case "version":
    case "close":
    case "freeze":
    case "council":
      return undefined;
    default:
      return act satisfies never;
  }
}

async function hasSeat(change: Transaction<Tables>, room: string, seat: string): Promise<boolean> {
  const found = await change
    .selectFrom("seats")
    .select("id")
    .where("room", "=", room)
    .where("id", "=", seat)
    .executeTakeFirst();
  return found !== undefined;
}

function hindersAnchor({ drafts }: RoomState, proposal: string, on: Anchor): Hindrance | undefined {
  if (on.kind === "place") return undefined;
  if (on.kind === "measure") return isMeasureKey(on.measure) ? undefined : "measure.unknown";
  const draft = drafts.get(proposal);
  const sites = draft ? [...draft.municipality.sites, ...draft.newSites] : [];
  return sites.some(({ id }) => id === on.site) ? undefined : "site.unknown";
}

const hindersOption = (option: VoteOption): Hindrance | undefined =>
  option.kind === "measure" && !isMeasureKey(option.measure) ? "measure.unknown" : undefined;
