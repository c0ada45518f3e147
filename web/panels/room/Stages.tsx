import { type ReactNode, useState } from "react";
import { readyVote, STAGE_NAMES } from "../../../src/index.ts";
import { STAGES } from "../../../src/protocol/room-acts.ts";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { sharedProposal } from "../../state/chosen.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect } from "../../state/store.ts";
import { seatName } from "./use-room.ts";
import { useRooms } from "./rooms-context.ts";

interface Props {
  readonly room: RoomState;
}

/** Where the meeting is, how long is left of it, and who is done; for whoever leads, the way on. */
export function Stages({ room }: Props): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const rooms = useRooms();
  const { meeting } = room;
  const ready = readyVote(meeting);
  const count = room.counts.find(({ vote }) => vote === ready)?.ballots ?? 0;
  const isReady = room.ballots.some(({ vote }) => vote === ready);
  return (
    <section className="meet-stage" aria-label={say("meet.stage")}>
      <p role="status">
        {meeting.stage !== null && <strong className="meet-now">{read(STAGE_NAMES[meeting.stage])}</strong>}
        {say(meeting.isPaused ? "meet.paused" : `meet.now.${meeting.stage ?? "none"}`)}
      </p>
      {meeting.follows !== null && meeting.follows !== room.seat && (
        <p className="field-help">{say("meet.following", { name: seatName(voice, room, meeting.follows) })}</p>
      )}
      {meeting.stage !== null && (
        <div className="meet-line">
          {mayDo(room.role, "vote") && (
            <button
              type="button"
              className="button button-secondary small-button"
              onClick={() => void rooms.vote(ready, isReady ? null : [])}
            >
              {say(isReady ? "meet.notReady" : "meet.ready")}
            </button>
          )}
          <span className="field-help">{say("meet.readyCount", counted(voice, count))}</span>
        </div>
      )}
      {mayDo(room.role, "lead") && <Lead room={room} />}
    </section>
  );
}

function Lead({ room: { meeting, seat } }: Props): ReactNode {
  const { say, read } = useVoice();
  const rooms = useRooms();
  const shared = useSelect(sharedProposal);
  const [minutes, setMinutes] = useState("");
  const asked = Number(minutes);
  const isTime = Number.isInteger(asked) && asked >= 1 && asked <= 600;
  const go = (stage: (typeof STAGES)[number] | null): void => {
    rooms.act({ kind: "stage", stage, minutes: stage !== null && isTime ? asked : null });
    setMinutes("");
  };
  const isLed = meeting.follows === seat;
  return (
    <details className="meet-lead">
      <summary>{say("meet.lead")}</summary>
      <label>
        {say("meet.minutesFor")}
        <input
          className="form-input meet-minutes"
          inputMode="numeric"
          pattern="[0-9]*"
          maxLength={3}
          value={minutes}
          onChange={({ target }) => setMinutes(target.value)}
        />
      </label>
      <div className="meet-line" role="group" aria-label={say("meet.goTo")}>
        {[...STAGES, null].map((stage) => (
          <button
            key={stage ?? "none"}
            type="button"
            className="button button-secondary small-button"
            aria-pressed={meeting.stage === stage}
            onClick={() => go(stage)}
          >
            {read(STAGE_NAMES[stage ?? "none"])}
          </button>
        ))}
      </div>
      <div className="meet-line">
        <button
          type="button"
          className="button button-secondary small-button"
          onClick={() => rooms.act({ kind: "pause", on: !meeting.isPaused })}
        >
          {say(meeting.isPaused ? "meet.resume" : "meet.pause")}
        </button>
        {meeting.pen !== null && (
          <button
            type="button"
            className="button button-secondary small-button"
            onClick={() => rooms.act({ kind: "pen", seat: null })}
          >
            {say("meet.pen.free")}
          </button>
        )}
        {shared && (
          <button type="button" className="button button-secondary small-button" onClick={() => rooms.bring()}>
            {say("meet.bring")}
          </button>
        )}
        <button
          type="button"
          className="button button-secondary small-button"
          aria-pressed={isLed}
          onClick={() => rooms.act({ kind: "follow", on: !isLed })}
        >
          {say(isLed ? "meet.unfollow" : "meet.follow")}
        </button>
      </div>
    </details>
  );
}
