import { type ReactNode, useId, useState } from "react";
import { openVotes, secondsLeft, STAGE_NAMES } from "../../../src/index.ts";
import { CURSOR_RULES, type Stage, STAGES } from "../../../src/protocol/room-acts.ts";
import { ROOM_LIMITS } from "../../../src/protocol/room-limits.ts";
import { sharedProposal } from "../../state/chosen.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect } from "../../state/store.ts";
import { useRooms } from "./rooms-context.ts";
import { seatName } from "./use-room.ts";
import { useBeginVote, useVoteWays } from "./use-vote-ways.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly room: RoomState;
}

/** What whoever leads can do, in the order in which it is needed: what is next, what fits now, the clock, and everybody's map. */
export function Lead({ room }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  return (
    <details className="meet-lead" open>
      <summary>
        <h3>{tell("meet.lead")}</h3>
      </summary>
      {room.role === "co-facilitator" && <p className="field-help">{tell("lead.helper")}</p>}
      <Next room={room} />
      <Fitting room={room} />
      <Time room={room} />
      <Maps room={room} />
    </details>
  );
}

/** Stages in their order; none is before the first. */
function nextOf(stage: Stage | null): Stage | undefined {
  return STAGES[stage === null ? 0 : STAGES.indexOf(stage) + 1];
}

function Next({ room: { meeting } }: Props): ReactNode {
  const { tell, read } = useMeetingVoice();
  const rooms = useRooms();
  const id = useId();
  const [minutes, setMinutes] = useState("");
  const asked = Number(minutes);
  const isTime = Number.isInteger(asked) && asked >= 1 && asked <= ROOM_LIMITS.minutes;
  const go = (stage: Stage | null): void => {
    rooms.act({ kind: "stage", stage, minutes: stage !== null && isTime ? asked : null });
    setMinutes("");
  };
  const next = nextOf(meeting.stage);
  return (
    <div className="lead-part" role="group" aria-labelledby={id}>
      <h4 id={id}>{tell("lead.next")}</h4>
      <div className="meet-line">
        {next && (
          <button type="button" className="button button-primary small-button" onClick={() => go(next)}>
            {tell("lead.goTo", { stage: read(STAGE_NAMES[next]) })}
          </button>
        )}
        <label className="lead-minutes">
          {tell("meet.minutesFor")}
          <input
            className="form-input meet-minutes"
            inputMode="numeric"
            pattern="[0-9]*"
            maxLength={3}
            value={minutes}
            onChange={({ target }) => setMinutes(target.value)}
          />
        </label>
      </div>
      {!next && <p className="field-help">{tell("lead.end")}</p>}
      <details>
        <summary>{tell("lead.stages")}</summary>
        <div className="meet-line">
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
      </details>
    </div>
  );
}

/** The vote that belongs to the stage, at one press. */
function Fitting({ room }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  const begin = useBeginVote();
  const { fitting } = useVoteWays(room);
  const isOpen = openVotes(room.meeting).length > 0;
  if (!fitting || isOpen) return null;
  const isMany = fitting.options.length > ROOM_LIMITS.options;
  return (
    <div className="lead-part">
      <button
        type="button"
        className="button button-primary small-button"
        disabled={isMany}
        onClick={() => begin(fitting)}
      >
        {tell(`lead.vote.${fitting.key}`)}
      </button>
      {isMany && <p className="draw-refused">{tell("lead.vote.many", { most: ROOM_LIMITS.options })}</p>}
    </div>
  );
}

/** Minutes that are added at a press. */
const MORE = 5;

function Time({ room: { meeting, ahead } }: Props): ReactNode {
  const { tell } = useMeetingVoice();
  const rooms = useRooms();
  const id = useId();
  const hasClock = meeting.until !== null || meeting.left !== null;
  const more = (): void => {
    const left = secondsLeft(meeting, Date.now() + ahead) ?? 0;
    rooms.act({ kind: "clock", minutes: Math.min(ROOM_LIMITS.minutes, Math.max(1, Math.round(left / 60)) + MORE) });
  };
  return (
    <div className="lead-part" role="group" aria-labelledby={id}>
      <h4 id={id}>{tell("lead.time")}</h4>
      <div className="meet-line">
        <button
          type="button"
          className="button button-secondary small-button"
          onClick={() => rooms.act({ kind: "pause", on: !meeting.isPaused })}
        >
          {tell(meeting.isPaused ? "meet.resume" : "meet.pause")}
        </button>
        {hasClock && (
          <>
            <button type="button" className="button button-secondary small-button" onClick={more}>
              {tell("lead.more", { minutes: MORE })}
            </button>
            <button
              type="button"
              className="button button-secondary small-button"
              onClick={() => rooms.act({ kind: "clock", minutes: null })}
            >
              {tell("lead.noClock")}
            </button>
          </>
        )}
      </div>
      <p className="field-help">{tell("lead.pause")}</p>
    </div>
  );
}

function Maps({ room }: Props): ReactNode {
  const voice = useMeetingVoice();
  const { say, tell } = voice;
  const rooms = useRooms();
  const id = useId();
  const shared = useSelect(sharedProposal);
  const { meeting, seat } = room;
  const isLed = meeting.follows === seat;
  return (
    <div className="lead-part" role="group" aria-labelledby={id}>
      <h4 id={id}>{tell("lead.maps")}</h4>
      <div className="meet-line">
        {shared && (
          <button type="button" className="button button-secondary small-button" onClick={() => rooms.bring()}>
            {tell("meet.bring")}
          </button>
        )}
        <button
          type="button"
          className="button button-secondary small-button"
          aria-pressed={isLed}
          onClick={() => {
            rooms.act({ kind: "follow", on: !isLed });
            // They begin where one is.
            if (!isLed) rooms.bring();
          }}
        >
          {tell(isLed ? "meet.unfollow" : "meet.follow")}
        </button>
      </div>
      <label>
        {say("cursor.rule")}
        <select
          className="form-select"
          value={meeting.cursors}
          onChange={({ target }) => {
            const rule = CURSOR_RULES.find((each) => each === target.value);
            if (rule) rooms.act({ kind: "cursors", rule });
          }}
        >
          {CURSOR_RULES.map((rule) => (
            <option key={rule} value={rule}>
              {say(`cursor.rule.${rule}`, { most: ROOM_LIMITS.withCursors })}
            </option>
          ))}
        </select>
      </label>
      {meeting.pen !== null && (
        <div className="meet-line">
          <span>{say("pen.who", { name: seatName(voice, room, meeting.pen) })}</span>
          <button
            type="button"
            className="button button-secondary small-button"
            onClick={() => rooms.act({ kind: "pen", seat: null })}
          >
            {tell("meet.pen.free")}
          </button>
        </div>
      )}
    </div>
  );
}
