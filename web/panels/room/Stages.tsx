import type { ReactNode } from "react";
import { readyVote, STAGE_NAMES } from "../../../src/index.ts";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { counted } from "../../i18n/say.ts";
import type { RoomState } from "../../state/room.ts";
import { Lead } from "./Lead.tsx";
import { useRooms } from "./rooms-context.ts";
import { stageWords } from "./use-room.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly room: RoomState;
}

/** Where the meeting is, how long is left of it, and who is done; for whoever leads, the way on. */
export function Stages({ room }: Props): ReactNode {
  const voice = useMeetingVoice();
  const { say, tell, read } = voice;
  const rooms = useRooms();
  const { meeting } = room;
  const ready = readyVote(meeting);
  const count = room.counts.find(({ vote }) => vote === ready)?.ballots ?? 0;
  const isReady = room.ballots.some(({ vote }) => vote === ready);
  return (
    <section className="meet-stage" aria-label={tell("meet.stage")}>
      <p role="status">
        {meeting.stage !== null && <strong className="meet-now">{read(STAGE_NAMES[meeting.stage])}</strong>}
        {say(meeting.isPaused ? "meet.paused" : `meet.now.${stageWords(room)}`)}
      </p>
      {meeting.stage !== null && (
        <div className="meet-line">
          {mayDo(room.role, "vote") && (
            <button
              type="button"
              className="button button-secondary small-button"
              onClick={() => void rooms.vote(ready, isReady ? null : [])}
            >
              {tell(isReady ? "meet.notReady" : "meet.ready")}
            </button>
          )}
          <span className="field-help">{tell("meet.readyCount", counted(voice, count))}</span>
        </div>
      )}
      {mayDo(room.role, "lead") && <Lead room={room} />}
    </section>
  );
}
