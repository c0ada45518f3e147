import type { ReactNode } from "react";
import { STAGE_NAMES } from "../../../src/index.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { goOwnWay } from "../../room/own-way.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { bringIntoSight } from "../bring-into-sight.ts";
import { Clock } from "./Clock.tsx";
import { useRooms } from "./rooms-context.ts";
import { NewsCount } from "./NewsCount.tsx";
import { useNews } from "./use-news.ts";
import { seatName } from "./use-room.ts";
import { useSaidAloud } from "./use-said-aloud.ts";

/** One line over every screen of a page that is in a room: what the room does, how long yet, and what is new. */
export function RoomNow(): ReactNode {
  const room = useSelect((state) => state.room);
  return room && <Line room={room} />;
}

function Line({ room }: { readonly room: RoomState }): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const store = useStore();
  const doing = useSelect(({ choice }) => choice.doing);
  const tab = useSelect((state) => state.tab);
  const { votes, count } = useNews();
  const said = useSaidAloud(room);
  const { meeting } = room;
  const toMeeting = (): void => {
    store.dispatch({ kind: "choose", change: { doing: "meet" } });
    store.dispatch({ kind: "tab", tab: "plans" });
  };
  const toVote = (vote: string): void => {
    toMeeting();
    bringIntoSight(() => document.getElementById(`vote-${vote}`));
  };
  const isThere = doing === "meet" && tab === "plans";
  return (
    <section className="room-now" aria-label={say("now.label")}>
      <strong className="room-now-stage">{read(STAGE_NAMES[meeting.stage ?? "none"])}</strong>
      <Clock key={meeting.until} clock={meeting} ahead={room.ahead} />
      {meeting.isPaused && <span className="room-flag">{say("now.paused")}</span>}
      {room.line === "away" && <span className="room-flag">{say("now.away")}</span>}
      {meeting.pen !== null && (
        <span className="room-flag">
          {meeting.pen === room.seat ? say("pen.own") : say("pen.who", { name: seatName(voice, room, meeting.pen) })}
        </span>
      )}
      <Following room={room} />
      {votes.slice(0, 1).map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className="room-flag"
          aria-label={say("now.voteTitle", { title })}
          onClick={() => toVote(id)}
        >
          {say("now.vote")}
        </button>
      ))}
      <p role="status" className="sr-only">
        {said}
      </p>
      {!isThere && (
        <button
          type="button"
          className="link-button room-now-to"
          aria-label={count > 0 ? say("now.toMeetingNews", counted(voice, count)) : undefined}
          onClick={toMeeting}
        >
          {say("now.toMeeting")} <NewsCount count={count} />
        </button>
      )}
    </section>
  );
}

/** Whose map everybody's goes along with, and the way out of it and back. */
function Following({ room }: { readonly room: RoomState }): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const store = useStore();
  const rooms = useRooms();
  const { follows } = room.meeting;
  const own = useSelect(({ roomLook }) => roomLook.follows);
  if (follows === null) return null;
  if (follows === room.seat) return <span className="room-flag">{say("now.leads")}</span>;
  const name = seatName(voice, room, follows);
  return own === "along" ? (
    <>
      <span className="room-flag">{say("now.along", { name })}</span>
      <button type="button" className="link-button" onClick={() => goOwnWay(store)}>
        {say("now.letGo")}
      </button>
    </>
  ) : (
    <button type="button" className="link-button" onClick={rooms.goAlong}>
      {say("now.goAlong", { name })}
    </button>
  );
}
