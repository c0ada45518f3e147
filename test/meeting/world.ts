import { afterEntry, EMPTY_MEETING, type Meeting } from "../../src/meeting/meeting.ts";
import type { Sitting } from "../../src/meeting/may.ts";
import type { Act } from "../../src/protocol/room-acts.ts";
import { type Role, ROLES } from "../../src/protocol/room-roles.ts";

export const seatOf = (role: Role): Sitting => ({ id: `seat-${role}`, role });
export const everybody = ROLES.map(seatOf);

export const AT = "2026-01-01T19:00:00.000Z";

const file = {
  format: "skoledistrikt-proposal",
  version: 1,
  id: "p",
  title: "Forslag",
  data: "0".repeat(64),
  start: { kind: "same-as", plan: "2015" },
  edits: [],
} as const;

export const proposalAct = (proposal: string): Act => ({ kind: "proposal", proposal, file: { ...file, edits: [] } });

/** A meeting after acts by seats, each in turn; `undefined` by: the room itself. */
export const after = (...acts: readonly (readonly [by: string, act: Act])[]): Meeting =>
  acts.reduce(
    (meeting, [by, act], i) => afterEntry(meeting, { number: i + 1, id: `e${i}`, by, at: AT, act }),
    EMPTY_MEETING,
  );
