import type { Joined, MadeRoom } from "../../src/protocol/room.ts";
import { ORGANISER_PART, ROOM_PART } from "../../src/protocol/room-roles.ts";
import type { Text } from "../../src/index.ts";
import { newId } from "../proposals/new-id.ts";
import type { Proposal } from "../proposals/proposal.ts";
import type { Studio } from "../proposals/studio.ts";
import { caseView } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import type { CaseView } from "../worker/messages.ts";
import { offer } from "./offer.ts";
import { NO_SERVER } from "./room-words.ts";
import type { RoomSession } from "./session.ts";
import { sharedStudio } from "./shared-studio.ts";

/** The way into rooms, out of them, and to a new one. */
export interface Rooms {
  readonly studio: Studio;
  /** Has the server open what rooms are kept in, which takes some seconds the first time, while a room is given its name. */
  readonly prepare: () => Promise<void>;
  /** A room that begins with the proposal looked at; this page is its facilitator. */
  readonly make: (title: string, name: string) => Promise<Text | undefined>;
  /** Into a room by its link; says what is in the way. */
  readonly join: (link: string, name: string) => Promise<Text | undefined>;
  /** Into the room that this tab was in before it was loaded anew. */
  readonly comeBack: () => Promise<void>;
  readonly leave: () => void;
  /** Whether this page may make rooms where it comes from. */
  readonly mayMake: () => Promise<boolean>;
  /** Where others reach the page: none where it answers on this machine alone. */
  readonly addresses: () => Promise<readonly string[]>;
}

/** An address that leads into a room. */
export const linkInto = (address: string | undefined, secret: string): string =>
  `${address ?? window.location.origin}/${ROOM_PART}${secret}`;

/** The link that the page was opened with, if it leads into a room; the address is then the page's own again. */
export function linkOf(location: Location): string | undefined {
  const organiser = takenOff(location, ORGANISER_PART);
  if (organiser !== undefined) remember(ORGANISER, organiser);
  return takenOff(location, ROOM_PART);
}

function takenOff({ hash, pathname, search }: Location, part: string): string | undefined {
  if (!hash.startsWith(part)) return undefined;
  window.history.replaceState(window.history.state, "", `${pathname}${search}`);
  return hash.slice(part.length);
}

const SEAT = "skoledistrikt-seat";
const ORGANISER = "skoledistrikt-organiser";

/** Asks as whoever this tab is; what reads the answers comes only once a room is asked for. */
async function asking() {
  const { askAs } = await import("./asking.ts");
  return askAs(asOrganiser());
}

export function openRooms(store: Store, own: Studio): Rooms {
  let session: RoomSession | undefined;
  const say = (kind: "done" | "refused", lines: readonly Text[]): void =>
    store.dispatch({ kind: "outcome", outcome: { kind, lines } });
  const enter = async (joined: Joined, links?: MadeRoom["links"]): Promise<Text | undefined> => {
    const view = caseView(store.state());
    const begun = view && (await begunWith(view, joined));
    if (!begun) return NO_SERVER;
    session?.leave();
    remember(SEAT, joined.seat);
    const { RoomSession } = await import("./session.ts");
    session = new RoomSession(
      {
        store,
        say,
        newId: idMaker(),
        onLeft: () => {
          session = undefined;
          remember(SEAT, undefined);
        },
      },
      joined,
      begun,
      links,
    );
    own.choose(begun.id);
    return undefined;
  };
  const join = async (link: string, name: string): Promise<Text | undefined> => {
    const asked = await (await asking()).join({ link, name });
    return "refused" in asked ? asked.refused : enter(asked.value);
  };
  return {
    studio: sharedStudio(own, store, () => session),
    prepare: async () => (await asking()).prepare(),
    make: async (title, name) => {
      const proposal = await fileOf(own);
      if (!proposal) return NO_SERVER;
      const made = await (await asking()).make({ title, proposal });
      if ("refused" in made) return made.refused;
      const { links } = made.value;
      const asked = await (await asking()).join({ link: links.facilitator, name });
      return "refused" in asked ? asked.refused : enter(asked.value, links);
    },
    join,
    comeBack: async () => {
      const seat = remembered(SEAT);
      if (seat === undefined) return;
      const asked = await (await asking()).join({ seat });
      if ("value" in asked) await enter(asked.value);
    },
    leave: () => session?.leave(),
    mayMake: async () => (await offer(asOrganiser())).mayMake,
    addresses: async () => (await offer(asOrganiser())).addresses,
  };
}

/** Edits are numbered after a name of this page's, so that the ids of many take no room in a file. */
function idMaker(): () => string {
  const name = newId();
  let made = 0;
  return () => `${name}-${(++made).toString(36)}`;
}

async function fileOf(studio: Studio): Promise<unknown> {
  const passed = await studio.passOn();
  return passed && JSON.parse(passed.file.text);
}

/** The proposal that a room began with, as this page holds it; its steps are those before the room's. */
async function begunWith(view: CaseView, { room, title, start }: Joined): Promise<Proposal | undefined> {
  const { readFile } = await import("../proposals/file.ts");
  const { proposal } = readFile(view, JSON.stringify(start), title);
  return proposal && { ...proposal, id: `room-${room}` };
}

/** A tab remembers its seat, so that loading the page anew leads back to it, and another tab is another person. */
function remember(what: string, secret: string | undefined): void {
  try {
    if (secret === undefined) sessionStorage.removeItem(what);
    else sessionStorage.setItem(what, secret);
  } catch {
    // Where nothing may be remembered the link leads in again.
  }
}

function remembered(what: string): string | undefined {
  try {
    return sessionStorage.getItem(what) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whoever has the organiser's link says so. */
function asOrganiser(): Readonly<Record<string, string>> {
  const secret = remembered(ORGANISER);
  return secret === undefined ? {} : { authorization: `Bearer ${secret}` };
}
