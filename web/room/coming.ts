import { ROOM_PART } from "../../src/protocol/room-roles.ts";
import { LINK_PART } from "../proposals/passing-on.ts";
import type { Coming } from "../state/app-state.ts";
import type { Store } from "../state/store.ts";
import { isScreenLink } from "./rooms.ts";
import { remembered } from "./tab-memory.ts";

/** What the page is on its way to: where its link leads, or else the room that this tab was in before it was loaded anew. */
function comingBy({ hash }: Pick<Location, "hash">): Coming | undefined {
  if (hash.startsWith(ROOM_PART)) return { is: isScreenLink(hash) ? "screen" : "room" };
  if (hash.startsWith(LINK_PART)) return { is: "proposal" };
  const role = roleBefore();
  return role === undefined ? undefined : { is: role === "projector" ? "screen" : "room" };
}

function roleBefore(): unknown {
  try {
    const seat: unknown = JSON.parse(remembered("seat") ?? "null");
    return typeof seat === "object" && seat !== null && "role" in seat ? seat.role : undefined;
  } catch {
    return undefined;
  }
}

/** Says at once what the page is on its way to, long before the case is open; what a proposal is called as soon as it is read. */
export function tellComing(store: Store, { hash }: Pick<Location, "hash">): void {
  const coming = comingBy({ hash });
  store.dispatch({ kind: "coming", coming });
  if (coming?.is === "proposal") void tellTitle(store, hash.slice(LINK_PART.length));
}

async function tellTitle(store: Store, part: string): Promise<void> {
  try {
    const { titleInLink } = await import("../proposals/link-part.ts");
    const title = await titleInLink(part);
    if (store.state().coming) store.dispatch({ kind: "coming", coming: { is: "proposal", title } });
  } catch {
    // What cannot be fetched or read is told of when the link is opened.
  }
}
