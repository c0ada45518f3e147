/** What a seat in a room may do; a link gives one of them. */
export const ROLES = ["facilitator", "co-facilitator", "participant", "viewer", "projector"] as const;
export type Role = (typeof ROLES)[number];

/** What a seat may ask for. */
const ROOM_ACTIONS = ["see", "draw"] as const;
type RoomAction = (typeof ROOM_ACTIONS)[number];

/** Who may do what: the one table of it. */
const MAY: Readonly<Record<Role, readonly RoomAction[]>> = {
  facilitator: ["see", "draw"],
  "co-facilitator": ["see", "draw"],
  participant: ["see", "draw"],
  viewer: ["see"],
  projector: ["see"],
};

export const mayDo = (role: Role, action: RoomAction): boolean => MAY[role].includes(action);

/** Parts of an address after its #, which no server is told of: a link into a room, and one that lets its holder make rooms. */
export const ROOM_PART = "#rum=";
export const ORGANISER_PART = "#arrangor=";
