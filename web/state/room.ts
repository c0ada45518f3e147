import type { PersonHere } from "../../src/protocol/room.ts";
import type { Role } from "../../src/protocol/room-roles.ts";

/** The room that this page is in. */
export interface RoomState {
  /** Id of the proposal that is drawn in it. */
  readonly proposal: string;
  readonly title: string;
  /** Own seat. */
  readonly seat: string;
  readonly role: Role;
  readonly people: readonly PersonHere[];
  /** "away": the connection is gone, and drawing goes on. */
  readonly line: "coming" | "here" | "away";
  /** Own edits that the room does not have yet. */
  readonly waiting: number;
  /** Whether something of one's own can be taken back, or made again. */
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  /** Secrets of the links that this page made the room with, by role; none for whoever came by one. */
  readonly links?: Readonly<Record<Role, string>>;
}
