import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import type { RoomState } from "../../state/room.ts";
import { OneField } from "./OneField.tsx";
import { useRooms } from "./rooms-context.ts";

interface Props {
  readonly room: RoomState;
  /** What the room knows the proposal in view by. */
  readonly proposal: string;
}

/** Locks a proposal as it is and passes it on, with what those say who are against it. */
export function Freeze({ room, proposal }: Props): ReactNode {
  const { say } = useVoice();
  const rooms = useRooms();
  if (room.meeting.proposals.get(proposal)?.frozen) return null;
  return (
    <OneField
      summary={say("meet.freeze")}
      label={say("meet.freeze.dissent")}
      words={say("meet.freeze.do")}
      help={say("meet.freeze.why")}
      maxLength={2000}
      mayBeEmpty
      onGo={(dissent) => rooms.act({ kind: "freeze", proposal, dissent })}
    />
  );
}
