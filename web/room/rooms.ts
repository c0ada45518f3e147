import type { Joined } from "../../src/protocol/room.ts";
import type { Act, Ballot, RoomCursor, RoomView } from "../../src/protocol/room-acts.ts";
import { ORGANISER_PART, type Role, ROLES, ROOM_PART } from "../../src/protocol/room-roles.ts";
import type { Text } from "../../src/index.ts";
import { newId } from "../proposals/new-id.ts";
import { groundOf } from "../proposals/proposal.ts";
import type { Studio } from "../proposals/studio.ts";
import type { Choice } from "../state/choice.ts";
import type { RoomState } from "../state/room.ts";
import { caseView } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import { Cursors } from "./cursors.ts";
import { Offers } from "./offer.ts";
import { forgetLed, keepLeading, ledRooms, tellLed } from "./led-rooms.ts";
import { Pace } from "./pace.ts";
import { FETCHING, FULL, LEFT, LEFT_LEADING, NO_SERVER, SEAT_GONE } from "./room-words.ts";
import type { RoomSession } from "./session.ts";
import type { More } from "./session-parts.ts";
import { sharedStudio } from "./shared-studio.ts";
import { goOwnWay, sharedView, showsOf } from "./shared-view.ts";
import { remember, remembered } from "./tab-memory.ts";

/** The way into rooms, out of them, and to a new one. */
export interface Rooms {
  readonly studio: Studio;
  /** Has the server open what rooms are kept in, which takes some seconds the first time, while a room is given its name. */
  readonly prepare: () => Promise<void>;
  /** Fetches what a room is shown with, while whoever comes reads what it is and gives a name. */
  readonly fetchParts: () => Promise<void>;
  /** A room that begins with the proposal looked at, whose links let in for so many days; this page is its facilitator. */
  readonly make: (title: string, name: string, linkDays: number) => Promise<Text | undefined>;
  /** What the room is called that a link leads into; or what is in the way. */
  readonly door: (link: string) => Promise<{ readonly title: string } | { readonly refused: Text }>;
  /** Into a room by its link; says what is in the way. */
  readonly join: (link: string, name: string) => Promise<Text | undefined>;
  /** Into the room that this tab was in before it was loaded anew. */
  readonly comeBack: () => Promise<void>;
  /** Into a room that was led in this browser, to lead it again; says what is in the way. */
  readonly leadAgain: (seat: string) => Promise<Text | undefined>;
  readonly forgetLed: (seat: string) => void;
  readonly leave: () => void;
  /** Does something in the room that is not drawing. */
  readonly act: (act: Act) => void;
  /** Puts the proposal looked at into the room under a name, as a copy that stands for itself, changed further or not; gives what the room knows it by, or nothing where it could not be passed on. */
  readonly propose: (title: string, more?: More) => Promise<string | undefined>;
  readonly vote: (vote: string, ballot: Ballot | null) => Promise<void>;
  /** A new link of a role in place of the one before, or none; says what is in the way. */
  readonly relink: (role: Role, isOpen: boolean) => Promise<Text | undefined>;
  /** All that this seat did in the room, as a file's text; or what is in the way. */
  readonly own: () => Promise<{ readonly text: string } | { readonly refused: Text }>;
  /** Has the seat's name and all that was written from it deleted; says what is in the way. */
  readonly forget: () => Promise<Text | undefined>;
  /** Shows everybody what this page looks at. */
  readonly bring: () => void;
  /** Where the map looks, for those who follow this page. */
  readonly look: (at: Omit<RoomView, "proposal" | "shows">) => void;
  /** That the same place is shown in another way, or slides over it. */
  readonly present: () => void;
  /** Whoever goes one's own way is led no longer, until one wishes to be. */
  readonly goOwnWay: () => void;
  /** Follows whoever leads again, after one went one's own way. */
  readonly goAlong: () => void;
  /** Where others point, of those on the proposal that is watched. */
  readonly cursors: Pick<Cursors, "follow">;
  readonly watch: (proposal: string | null) => void;
  /** Tells others where this page points, ten times a second at most; `end` says a last word. */
  readonly pointing: () => { readonly point: (cursor: RoomCursor) => void; readonly end: (last: RoomCursor) => void };
  /** Whether others may be shown where this page points; remembered over a reload. */
  readonly showCursor: (how: "shown" | "hidden") => void;
  /** What the program that the page comes from offers; a static host offers nothing. */
  readonly offers: Pick<Offers, "follow">;
  /** Whoever came by the organiser's link makes rooms from then on; the address is then the page's own again. */
  readonly takeOrganiser: (location: Location) => void;
  readonly signOut: () => Promise<void>;
}

/** Between two words of where this page points, milliseconds. */
const POINTING = 100;

/** Where others reach this page, without what only a program reads: "192.168.1.7:8316". */
export const thisAddress = (address: string | undefined): string => new URL(address ?? window.location.origin).host;

/** Whether the page answers on this machine alone, so that no telephone gets there by a code. */
export const isOnlyHere = (address: string | undefined): boolean =>
  address === undefined && ["localhost", "127.0.0.1", "[::1]"].includes(window.location.hostname);

/** Stands in the big screen's link between its own secret and that of the link to draw, which the screen shows to those who come. */
const SCREEN_SIGN = ".";

export const isScreenLink = (link: string): boolean => link.includes(SCREEN_SIGN);

/** An address that leads into a room in a role; `undefined` where its secret is not known here. */
export function linkFor(role: Role, links: RoomState["links"], address: string | undefined): string | undefined {
  const secret = links[role];
  if (secret === undefined) return undefined;
  const more = role === "projector" ? `${SCREEN_SIGN}${links.participant ?? ""}` : "";
  return `${address ?? window.location.origin}/${ROOM_PART}${secret}${more}`;
}

/** The link that the page was opened with, if it leads into a room; the address is then the page's own again. */
export const linkOf = (location: Location): string | undefined => takenOff(location, ROOM_PART);

/** What leads into a room in a link as somebody typed it, whole or its last part alone; `undefined` where nothing does. */
export function linkIn(typed: string): string | undefined {
  const at = typed.indexOf(ROOM_PART);
  const link = (at < 0 ? typed : typed.slice(at + ROOM_PART.length)).trim();
  return /^[\w-]{43}(\.([\w-]{43})?)?$/.test(link) ? link : undefined;
}

function takenOff({ hash, pathname, search }: Location, part: string): string | undefined {
  if (!hash.startsWith(part)) return undefined;
  window.history.replaceState(window.history.state, "", `${pathname}${search}`);
  return hash.slice(part.length);
}

/** Asks as whoever this tab is; what reads the answers comes only once a room is asked for. */
async function asking() {
  const { askAs } = await import("./asking.ts");
  return askAs(asOrganiser());
}

/** What a room is shown with; it comes only once a room is asked for. */
const roomParts = () =>
  Promise.all([
    import("./session.ts"),
    import("../proposals/file.ts"),
    import("./kept-log.ts"),
    import("./packs.ts"),
    import("./arrival.ts"),
  ]);

export function openRooms(store: Store, own: Studio): Rooms {
  let session: RoomSession | undefined;
  const say = (kind: "done" | "refused", lines: readonly Text[]): void =>
    store.dispatch({ kind: "outcome", outcome: { kind, lines } });
  const notice = (words: Text | undefined): void => store.dispatch({ kind: "notice", words });
  const nextId = idMaker();
  const shared = sharedView(store);
  const cursors = new Cursors();
  const offers = new Offers(asOrganiser);
  const point = (cursor: RoomCursor): void => session?.looking.point(cursor);
  const showCursor: Rooms["showCursor"] = (cursor) => {
    remember("cursor", cursor);
    store.dispatch({ kind: "room-look", change: { cursor } });
  };
  if (remembered("cursor") === "hidden") showCursor("hidden");
  tellLed(store);
  /** `doing`: what was done here when coming in was asked for; without it, what is done now. */
  const enter = async (
    joined: Joined,
    links: RoomState["links"],
    doing?: Choice["doing"],
  ): Promise<Text | undefined> => {
    const view = caseView(store.state());
    if (!view) return NO_SERVER;
    session?.leave("of oneself", LEFT);
    const before = doing ?? store.state().choice.doing;
    store.dispatch({ kind: "room-look", change: { refused: [] } });
    if (store.state().room?.line === "kept") (await import("./kept-room.ts")).closeKeptRoom(store);
    remember("seat", JSON.stringify(joined));
    remember("links", JSON.stringify(links));
    const [{ RoomSession: Session }, { readFile }, { keptLog }, { PackReader }, { arrive, keepPlace, sitDown }] =
      await roomParts();
    const reader = new PackReader(groundOf(view));
    const kept = keptLog(joined.id);
    const heard = await kept.read(reader);
    const ends: (() => void)[] = [keepLeading(store, JSON.stringify(joined))];
    session = new Session(
      {
        store,
        say,
        notice,
        newId: nextId,
        askPast: async (after) => (await asking()).past(joined.seat, after),
        read: (file, id) => readFile(view, JSON.stringify(file), id).proposal,
        arrive: (room, looks) => {
          notice(joined.isFull && FULL);
          arrive(store, room, looks?.proposal, before);
          ends.push(keepPlace(store), sitDown(store), shared.watch());
          const { follows } = room.meeting;
          const goesAlong = room.role === "projector" || (follows !== null && follows !== room.seat);
          const led = goesAlong && room.proposals.find(({ key }) => key === looks?.proposal);
          if (looks && led) shared.lead(led.id, looks);
        },
        look: shared.show,
        lead: shared.lead,
        pointed: cursors.tell,
        onLeft: (how) => {
          session = undefined;
          for (const end of ends) end();
          if (how === "of oneself") {
            remember("seat", undefined);
            void asking().then(({ leave }) => leave(joined.seat));
          }
          remember("links", undefined);
        },
      },
      joined,
      links,
      { kept, heard, reader },
    );
    return undefined;
  };
  const join = async (link: string, name: string, links: RoomState["links"] = {}): Promise<Text | undefined> => {
    const [asked] = await Promise.all([asking().then(({ join: ask }) => ask({ link, name })), roomParts()]);
    return "refused" in asked ? asked.refused : enter(asked.value, links);
  };
  return {
    studio: sharedStudio(own, store, () => session),
    prepare: async () => (await asking()).prepare(),
    fetchParts: async () => {
      try {
        const [[, , { openKept }]] = await Promise.all([roomParts(), asking()]);
        await openKept();
      } catch {
        // What does not come now is asked for when the room is entered.
      }
    },
    make: async (title, name, linkDays) => {
      const proposal = await fileOf(own);
      if (!proposal) return NO_SERVER;
      const made = await (await asking()).make({ title, proposal, linkDays });
      if ("refused" in made) return made.refused;
      const { links } = made.value;
      return join(links.facilitator, name, links);
    },
    door: async (link) => {
      const [secret] = link.split(SCREEN_SIGN);
      const asked = await (await asking()).door(secret);
      return "value" in asked ? asked.value : asked;
    },
    join: (link, name) => {
      const [secret, participant] = link.split(SCREEN_SIGN);
      return join(secret, name, participant ? { participant } : {});
    },
    comeBack: async () => {
      const seat = remembered("seat");
      const before = seat === undefined ? undefined : (await asking()).taken(seat);
      if (!before) return;
      const { doing } = store.state().choice;
      notice(FETCHING);
      const asked = await (await asking()).join({ seat: before.seat });
      // Where no line or no room can be had just now one goes on with what was heard, and comes in when it is back.
      if ("value" in asked || !asked.isGone) {
        store.dispatch({ kind: "back-in-room" });
        const inTheWay = await enter("value" in asked ? asked.value : before, linksOf(remembered("links")), doing);
        if (inTheWay) notice(inTheWay);
      } else {
        remember("seat", undefined);
        const { keptLog } = await import("./kept-log.ts");
        keptLog(before.id).forget();
        notice(SEAT_GONE);
      }
    },
    leadAgain: async (seat) => {
      const led = ledRooms().find((each) => each.seat === seat);
      const before = (await asking()).taken(led?.joined);
      const asked = before && (await (await asking()).join({ seat: before.seat }));
      if (led && asked && "value" in asked) return enter(asked.value, linksOf(led.links));
      if (asked && "refused" in asked && !asked.isGone) return asked.refused;
      // The room is gone, or somebody else has taken the seat away.
      forgetLed(seat);
      tellLed(store);
      return asked && "refused" in asked ? asked.refused : NO_SERVER;
    },
    forgetLed: (seat) => {
      forgetLed(seat);
      tellLed(store);
    },
    leave: () => {
      if (session) session.leave("of oneself", store.state().room?.role === "facilitator" ? LEFT_LEADING : LEFT);
      else void import("./kept-room.ts").then(({ closeKeptRoom }) => closeKeptRoom(store));
    },
    act: (act) => session?.act(act),
    propose: async (title, more) => session?.drawing.propose(await fileOf(own), title, more),
    vote: async (vote, ballot) => session?.vote(vote, ballot),
    relink: async (role, isOpen) => {
      const joined = (await asking()).taken(remembered("seat"));
      if (!joined) return NO_SERVER;
      const asked = await (await asking()).relink({ seat: joined.seat, role, isOpen });
      if ("refused" in asked) return asked.refused;
      if (session) remember("links", JSON.stringify(session.linked(role, asked.value.secret)));
      return undefined;
    },
    own: async () => {
      const asked = await (await asking()).own(seatSecret(await asking()));
      return "refused" in asked ? asked : { text: JSON.stringify(asked.value, null, 1) };
    },
    forget: async () => {
      const asked = await (await asking()).forget(seatSecret(await asking()));
      return "refused" in asked ? asked.refused : undefined;
    },
    bring: () => session?.looking.bring(),
    look: (at) => session?.looking.look({ ...at, shows: showsOf(store.state()) }),
    present: () => session?.looking.present(showsOf(store.state())),
    goOwnWay: () => goOwnWay(store),
    goAlong: shared.goAlong,
    cursors,
    watch: (proposal) => session?.looking.watch(proposal),
    pointing: () => {
      const pace = new Pace(POINTING, point);
      return {
        point: (cursor) => pace.put(cursor),
        end: (last) => {
          pace.end();
          point(last);
        },
      };
    },
    showCursor,
    offers,
    takeOrganiser: (location) => {
      const secret = takenOff(location, ORGANISER_PART);
      if (secret === undefined) return;
      remember("organiser", secret);
      offers.again();
    },
    signOut: async () => {
      await fetch("sign-in/out", { method: "POST" }).catch(() => undefined);
      window.location.reload();
    },
  };
}

/** Of the seat that this tab has; of none where it has none. */
const seatSecret = ({ taken }: Awaited<ReturnType<typeof asking>>): string => taken(remembered("seat"))?.seat ?? "";

/** Links that a room was made with, as they were kept. */
function linksOf(written: string | undefined): RoomState["links"] {
  try {
    const kept: unknown = JSON.parse(written ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([role, link]) => isRole(role) && typeof link === "string"));
  } catch {
    return {};
  }
}

const isRole = (name: string): name is Role => ROLES.some((role) => role === name);

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

/** Whoever has the organiser's link says so. */
function asOrganiser(): Readonly<Record<string, string>> {
  const secret = remembered("organiser");
  return secret === undefined ? {} : { authorization: `Bearer ${secret}` };
}
