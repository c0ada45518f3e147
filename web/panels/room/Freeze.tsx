import { type ReactNode, useState } from "react";
import { type CouncilState, COUNCIL_STATES } from "../../../src/protocol/room-acts.ts";
import { ROOM_LIMITS } from "../../../src/protocol/room-limits.ts";
import { COUNCIL_NAMES } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import type { RoomState } from "../../state/room.ts";
import { OneField } from "./OneField.tsx";
import { useRooms } from "./rooms-context.ts";
import { useTitleOf } from "./use-room.ts";

interface Props {
  readonly room: RoomState;
  /** What the room knows the proposal in view by. */
  readonly proposal: string;
}

/** Locks a proposal as it is and passes it on, with what those say who are against it; afterwards tells what came of it. */
export function Freeze({ room, proposal }: Props): ReactNode {
  const { say } = useVoice();
  const rooms = useRooms();
  const titleOf = useTitleOf();
  if (room.meeting.proposals.get(proposal)?.frozen) return <Council proposal={proposal} />;
  return (
    <OneField
      summary={say("meet.freeze", { title: titleOf(proposal) })}
      label={say("meet.freeze.dissent")}
      words={say("meet.freeze.do")}
      help={say("meet.freeze.why")}
      maxLength={ROOM_LIMITS.text}
      mayBeEmpty
      onGo={(dissent) => rooms.act({ kind: "freeze", proposal, dissent })}
    />
  );
}

function Council({ proposal }: Pick<Props, "proposal">): ReactNode {
  const { say, read } = useVoice();
  const rooms = useRooms();
  const [state, setState] = useState<CouncilState>("received");
  return (
    <OneField
      summary={say("meet.council")}
      label={say("meet.council.text")}
      words={say("meet.council.do")}
      maxLength={ROOM_LIMITS.text}
      mayBeEmpty
      onGo={(text) => rooms.act({ kind: "council", proposal, state, text })}
    >
      <label>
        {say("meet.council.state")}
        <select
          className="form-select"
          value={state}
          onChange={({ target }) => {
            const chosen = COUNCIL_STATES.find((each) => each === target.value);
            if (chosen) setState(chosen);
          }}
        >
          {COUNCIL_STATES.map((each) => (
            <option key={each} value={each}>
              {read(COUNCIL_NAMES[each])}
            </option>
          ))}
        </select>
      </label>
    </OneField>
  );
}
