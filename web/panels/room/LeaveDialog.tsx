import { type ReactNode, useEffect, useState } from "react";
import { useVoice } from "../../i18n/say.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { Dialog } from "../Dialog.tsx";
import { useRooms } from "./rooms-context.ts";
import { seatName } from "./use-room.ts";

/** Before somebody leaves a room: what becomes of it, and for the last who leads whom to leave it to. */
export function LeaveDialog(): ReactNode {
  const { say } = useVoice();
  return (
    <Dialog name="leave" title={say("leave.title")}>
      <Content />
    </Dialog>
  );
}

function Content(): ReactNode {
  const voice = useVoice();
  const { say, list } = voice;
  const rooms = useRooms();
  const store = useStore();
  const room = useSelect((state) => state.room);
  // One leaves once the other has it: what was sent before is there then.
  const [given, setGiven] = useState<string>();
  const isGiven = room?.people.some(({ id, role }) => id === given && role === "facilitator") ?? false;
  useEffect(() => {
    if (!isGiven) return;
    store.dispatch({ kind: "dialog", dialog: undefined });
    rooms.leave();
  }, [isGiven, rooms, store]);
  const give = (seat: string): void => {
    rooms.act({ kind: "role", seat, role: "facilitator" });
    setGiven(seat);
  };
  if (!room) return null;
  const here = room.people.filter(({ id, isHere }) => isHere && id !== room.seat);
  const namesOf = (role: string): string =>
    list(here.filter((each) => each.role === role).map(({ id }) => seatName(voice, room, id)));
  const [leaders, helpers] = [namesOf("facilitator"), namesOf("co-facilitator")];
  if (room.role !== "facilitator")
    return (
      <div className="room-form">
        <p>{say("leave.text")}</p>
        <Go />
      </div>
    );
  return (
    <div className="room-form">
      <p>{leaders === "" ? say("leave.last") : say("leave.leaders", { names: leaders })}</p>
      {leaders === "" && helpers !== "" && <p>{say("leave.helpers", { names: helpers })}</p>}
      <p className="field-help">{say("leave.back")}</p>
      {leaders === "" && <HandOver room={room} isGiven={given !== undefined} onGive={give} />}
      <Go />
    </div>
  );
}

function Go(): ReactNode {
  const { say } = useVoice();
  const rooms = useRooms();
  const store = useStore();
  const stay = (): void => store.dispatch({ kind: "dialog", dialog: undefined });
  return (
    <div className="meet-line">
      <button
        type="button"
        className="button button-secondary small-button"
        onClick={() => {
          stay();
          rooms.leave();
        }}
      >
        {say("leave.go")}
      </button>
      <button type="button" className="button button-secondary small-button" onClick={stay}>
        {say("leave.stay")}
      </button>
    </div>
  );
}

interface HandOverProps {
  readonly room: RoomState;
  /** Whether it is on its way. */
  readonly isGiven: boolean;
  readonly onGive: (seat: string) => void;
}

function HandOver({ room, isGiven, onGive }: HandOverProps): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const others = room.people.filter(({ id, isHere, role }) => isHere && id !== room.seat && role !== "projector");
  const [chosen, setChosen] = useState("");
  if (others.length === 0) return <p>{say("leave.nobody")}</p>;
  const to = chosen || others[0].id;
  return (
    <form
      className="room-form"
      onSubmit={(event) => {
        event.preventDefault();
        onGive(to);
      }}
    >
      <label>
        {say("leave.to")}
        <select className="form-select" value={to} onChange={({ target }) => setChosen(target.value)}>
          {others.map(({ id }) => (
            <option key={id} value={id}>
              {seatName(voice, room, id)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-primary small-button" disabled={isGiven}>
        {say("leave.give")}
      </button>
    </form>
  );
}
