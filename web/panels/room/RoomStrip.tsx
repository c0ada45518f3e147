import type { ReactNode } from "react";
import { HINDRANCES, writtenMoment } from "../../../src/index.ts";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { hindranceHere, sharedProposal } from "../../state/chosen.ts";
import { maySendOwn } from "../../state/room-cursors.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { PersonSign } from "./PersonSign.tsx";
import { useRooms } from "./rooms-context.ts";
import { SignIn } from "./SignIn.tsx";
import { useOffer } from "./use-offer.ts";
import { peopleHere, seatName } from "./use-room.ts";

/** Over a proposal that several draw: which room it is, who is here, and whether the line holds; over another: the way to a room. */
export function RoomStrip(): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const store = useStore();
  const room = useSelect((state) => state.room);
  const shared = useSelect(sharedProposal);
  const hindrance = useSelect(hindranceHere);
  const doing = useSelect(({ choice }) => choice.doing);
  const cursor = useSelect(({ roomLook }) => roomLook.cursor);
  const rooms = useRooms();
  const offer = useOffer();
  const open = (): void => store.dispatch({ kind: "dialog", dialog: "room" });
  const isKept = room?.line === "kept";
  const leave = (): void => (isKept ? rooms.leave() : store.dispatch({ kind: "dialog", dialog: "leave" }));
  if (!room)
    return (
      <>
        {offer?.mayMake && (
          <button type="button" className="button button-secondary small-button room-open" onClick={open}>
            {say("room.open")}
          </button>
        )}
        {offer && <SignIn offer={offer} />}
      </>
    );
  if (!shared && doing !== "meet") return null;
  const here = peopleHere(room);
  return (
    <section className="room-strip" aria-label={say("room.in", { title: room.title })}>
      <details>
        <summary>
          <strong>{say("room.in", { title: room.title })}</strong>{" "}
          <span>
            <Standing room={room} here={here.length} />
          </span>
        </summary>
        <ul className="room-people">
          {here.map(({ id: seat, role }) => (
            <li key={seat}>
              {mayDo(role, "draw") && <PersonSign room={room} seat={seat} />} {seatName(voice, room, seat)}{" "}
              <span className="field-help">{say(`room.role.${role}`)}</span>
            </li>
          ))}
          {room.more > 0 && <li>{say("room.more", counted(voice, room.more))}</li>}
        </ul>
      </details>
      <p role="status" className={room.line === "away" ? "draw-refused" : "sr-only"}>
        {room.line === "away" &&
          (hindrance || !shared
            ? say("room.away.look")
            : say(room.server === "stopping" ? "room.stopping" : "room.away", counted(voice, room.waiting)))}
      </p>
      {hindrance && doing === "draw" && <p className="draw-refused">{read(HINDRANCES[hindrance])}</p>}
      <div className="draw-links">
        {Object.keys(room.links).length > 0 && (
          <button type="button" className="link-button" onClick={open}>
            {say("room.invite")}
          </button>
        )}
        {doing !== "meet" && (
          <button
            type="button"
            className="link-button"
            onClick={() => store.dispatch({ kind: "choose", change: { doing: "meet" } })}
          >
            {say("doing.meet")}
          </button>
        )}
        {maySendOwn(room) && (
          <button
            type="button"
            className="link-button"
            onClick={() => rooms.showCursor(cursor === "shown" ? "hidden" : "shown")}
          >
            {say(cursor === "shown" ? "cursor.hide" : "cursor.show")}
          </button>
        )}
        <button type="button" className="link-button" onClick={leave}>
          {say(isKept ? "room.close" : "room.leave")}
        </button>
      </div>
    </section>
  );
}

/** How this page is in the room: on its way in, among so many, or with a file that was saved of it. */
function Standing({ room, here }: { readonly room: RoomState; readonly here: number }): ReactNode {
  const voice = useVoice();
  const { say, language } = voice;
  if (room.savedAt !== undefined) return say("room.kept", { at: writtenMoment(room.savedAt, language) });
  return room.line === "coming" ? say("room.coming") : say("room.people", counted(voice, here + room.more));
}
