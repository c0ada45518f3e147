/** What a seat in a room may do; a link gives one of them. */
export const ROLES = ["facilitator", "co-facilitator", "participant", "viewer", "projector"] as const;
export type Role = (typeof ROLES)[number];

/**
 * What a seat may ask for. "propose": a proposal of its own; "sit": at a table; "speak": questions and reasons; "vote"; "lead": stages,
 * clock, pause, pen, tables, votes; "moderate": hide what was written, and send somebody out; "invite": links and roles; "pass-on":
 * freeze a proposal for the council, and say what became of it.
 */
export const ROOM_ACTIONS = [
  "see",
  "draw",
  "propose",
  "sit",
  "speak",
  "vote",
  "lead",
  "moderate",
  "invite",
  "pass-on",
] as const;
export type RoomAction = (typeof ROOM_ACTIONS)[number];

const TAKES_PART = ["see", "draw", "propose", "sit", "speak", "vote"] as const;

/** Who may do what: the one table of it. */
const MAY: Readonly<Record<Role, readonly RoomAction[]>> = {
  facilitator: ROOM_ACTIONS,
  "co-facilitator": [...TAKES_PART, "lead", "moderate"],
  participant: TAKES_PART,
  viewer: ["see"],
  projector: ["see"],
};

export const mayDo = (role: Role, action: RoomAction): boolean => MAY[role].includes(action);

/** Whether a role may do nothing but see. */
export const onlyWatches = (role: Role): boolean => MAY[role].every((action) => action === "see");

/** Parts of an address after its #, which no server is told of: a link into a room, and one that lets its holder make rooms. */
export const ROOM_PART = "#rum=";
export const ORGANISER_PART = "#arrangor=";

/** Who did what no seat did: the act that a room begins with, and in a snapshot of its log what many have drawn. */
export const ROOM_ITSELF = "room";
