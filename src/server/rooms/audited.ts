import { hiddenComment } from "../../meeting/erase.ts";
import { isLeading } from "../../meeting/may.ts";
import type { Meeting } from "../../meeting/meeting.ts";
import type { Act } from "../../protocol/room-acts.ts";
import type { ActEntry } from "../../protocol/room.ts";

/** What the audit log tells of an act, beside who did it and when; `undefined` where it tells nothing. `before`: the meeting it was done in. */
export function auditedOf(before: Meeting, { act, by }: ActEntry): string | undefined {
  const isOwn = before.comments.get(hiddenComment(act) ?? "")?.by === by;
  return isLeading(act) || (act.kind === "hide" && !isOwn) ? aboutOf(act) : undefined;
}

/** Ids, roles and numbers: nothing that anybody wrote. */
function aboutOf(act: Act): string {
  switch (act.kind) {
    case "stage":
      return `${act.stage ?? "none"}${act.minutes === null ? "" : ` ${act.minutes} min`}`;
    case "clock":
      return act.minutes === null ? "none" : `${act.minutes} min`;
    case "pause":
    case "follow":
      return act.on ? "on" : "off";
    case "cursors":
      return act.rule;
    case "pen":
      return act.seat ?? "everybody";
    case "role":
      return `${act.seat} ${act.role}`;
    case "out":
    case "back":
    case "forget":
      return act.seat;
    case "link":
      return `${act.role} ${act.isOpen ? "new" : "withdrawn"}`;
    case "table":
      return act.table;
    case "sit":
      return act.table ?? "none";
    case "comment":
      return act.comment;
    case "hide":
      return "comment" in act.what ? act.what.comment : act.what.entry;
    case "vote":
    case "close":
      return act.vote;
    case "council":
      return `${act.proposal} ${act.state}`;
    case "proposal":
    case "version":
    case "freeze":
    case "bring":
      return act.proposal;
    default:
      return act satisfies never;
  }
}
