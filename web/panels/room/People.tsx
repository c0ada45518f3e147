import { type ReactNode, useState } from "react";
import { mayDo, type Role, ROLES } from "../../../src/protocol/room-roles.ts";
import { localeOf } from "../../../src/index.ts";
import { counted } from "../../i18n/say.ts";
import type { RoomState } from "../../state/room.ts";
import { LINK_CHANGED } from "../../room/room-words.ts";
import { useStore } from "../../state/store.ts";
import { SendOut } from "./SendOut.tsx";
import { useRooms } from "./rooms-context.ts";
import { seatName } from "./use-room.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly room: RoomState;
}

/** Who is in the room and what each may do, for those who lead; and the links that lead in. */
export function People({ room }: Props): ReactNode {
  const voice = useMeetingVoice();
  const { say, tell, read } = voice;
  const [links, setLinks] = useState<"kept" | "changed">("kept");
  return (
    <details>
      <summary>
        <h3>{tell("meet.people")}</h3>
      </summary>
      <p className="field-help">{tell("pen.what")}</p>
      <ul className="meet-people">
        {room.people
          .filter(({ isOut }) => !isOut)
          .map((person) => (
            <Person
              key={person.id}
              room={room}
              id={person.id}
              role={person.role}
              onChanged={() => setLinks("changed")}
            />
          ))}
        {room.more > 0 && <li>{say("room.more", counted(voice, room.more))}</li>}
      </ul>
      {mayDo(room.role, "invite") && <SentOut room={room} />}
      <p role="status" className="field-help">
        {links === "changed" && read(LINK_CHANGED)}
      </p>
      {mayDo(room.role, "invite") && <Links room={room} />}
    </details>
  );
}

interface PersonProps extends Props {
  readonly id: string;
  readonly role: Role;
  /** The links were changed with sending somebody out. */
  readonly onChanged: () => void;
}

function Person({ room, id, role, onChanged }: PersonProps): ReactNode {
  const voice = useMeetingVoice();
  const { say, tell } = voice;
  const rooms = useRooms();
  const name = seatName(voice, room, id);
  const isOwn = id === room.seat;
  const hasPen = room.meeting.pen === id;
  const store = useStore();
  /** Whoever is sent out knows the links that they could come by: those that let in are changed with it. */
  const sendOutForGood = async (): Promise<void> => {
    rooms.act({ kind: "out", seat: id });
    const known = new Set<Role>(["participant", role]);
    for (const each of known) {
      const inTheWay = room.meeting.closedLinks.has(each) ? undefined : await rooms.relink(each, true);
      if (inTheWay) return store.dispatch({ kind: "outcome", outcome: { kind: "refused", lines: [inTheWay] } });
    }
    onChanged();
    return store.dispatch({ kind: "dialog", dialog: "room" });
  };
  return (
    <li>
      <span>
        {name} {hasPen && <span className="field-help">{tell("meet.pen.has")}</span>}
      </span>
      {isOwn || !mayDo(room.role, "invite") ? (
        <span className="field-help">{say(`room.role.${role}`)}</span>
      ) : (
        <select
          className="form-select"
          aria-label={tell("meet.role.of", { name })}
          value={role}
          onChange={({ target }) => {
            const chosen = ROLES.find((each) => each === target.value);
            if (chosen) rooms.act({ kind: "role", seat: id, role: chosen });
          }}
        >
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {say(`room.role.${each}`)}
            </option>
          ))}
        </select>
      )}
      {!isOwn && mayDo(room.role, "lead") && (
        <span className="draw-links">
          {role === "participant" && !hasPen && (
            <button
              type="button"
              className="link-button"
              aria-label={tell("meet.pen.giveTo", { name })}
              onClick={() => rooms.act({ kind: "pen", seat: id })}
            >
              {tell("meet.pen.give")}
            </button>
          )}
          {mayDo(room.role, "invite") && (
            <SendOut
              name={name}
              onOut={() => rooms.act({ kind: "out", seat: id })}
              onOutForGood={() => void sendOutForGood()}
            />
          )}
        </span>
      )}
    </li>
  );
}

/** Seats that were taken away, which may be given back. */
function SentOut({ room }: Props): ReactNode {
  const voice = useMeetingVoice();
  const { tell } = voice;
  const rooms = useRooms();
  const gone = room.people.filter(({ isOut }) => isOut);
  if (gone.length === 0) return null;
  return (
    <>
      <h4>{tell("meet.gone")}</h4>
      <p className="field-help">{tell("meet.gone.link")}</p>
      <ul className="meet-people">
        {gone.map(({ id }) => {
          const name = seatName(voice, room, id);
          return (
            <li key={id}>
              <span>{name}</span>
              <button
                type="button"
                className="link-button"
                aria-label={tell("meet.back", { name })}
                onClick={() => rooms.act({ kind: "back", seat: id })}
              >
                {tell("meet.back.short")}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A secret is told once: whoever has lost a link makes a new one, which closes the old. */
function Links({ room }: Props): ReactNode {
  const { say, tell, language } = useMeetingVoice();
  const rooms = useRooms();
  const store = useStore();
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeStyle: "short" });
  /** Until when it lets anybody in, once that is known. */
  const until = (role: Role): string | undefined => {
    const end = room.linksUntil[role];
    return end === undefined ? undefined : tell("meet.links.until", { date: day.format(new Date(end)) });
  };
  const relink = async (role: Role, isOpen: boolean): Promise<void> => {
    const inTheWay = await rooms.relink(role, isOpen);
    if (inTheWay) store.dispatch({ kind: "outcome", outcome: { kind: "refused", lines: [inTheWay] } });
    else if (isOpen) store.dispatch({ kind: "dialog", dialog: "room" });
  };
  return (
    <>
      <h4>{tell("meet.links")}</h4>
      <ul className="meet-people">
        {ROLES.map((role) => {
          const whom = say(`room.leads.${role}`);
          const isClosed = room.meeting.closedLinks.has(role);
          return (
            <li key={role}>
              <span>
                {tell("meet.links.one", { whom })}{" "}
                <span className="field-help">{isClosed ? tell("meet.links.closed") : until(role)}</span>
              </span>
              <span className="draw-links">
                <button
                  type="button"
                  className="link-button"
                  aria-label={tell("meet.links.newFor", { whom })}
                  onClick={() => void relink(role, true)}
                >
                  {tell("meet.links.new")}
                </button>
                {!isClosed && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={tell("meet.links.closeFor", { whom })}
                    onClick={() => void relink(role, false)}
                  >
                    {tell("meet.links.close")}
                  </button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
