import type { ReactNode } from "react";
import { hindersDrawing } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { sharedProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { DeletedOn } from "./DeletedOn.tsx";
import { Freeze } from "./Freeze.tsx";
import { Minutes } from "./Minutes.tsx";
import { People } from "./People.tsx";
import { RoomProposals } from "./RoomProposals.tsx";
import { RoomStrip } from "./RoomStrip.tsx";
import { Stages } from "./Stages.tsx";
import { Tables } from "./Tables.tsx";
import { Talk } from "./Talk.tsx";
import { Votes } from "./Votes.tsx";

/** A meeting in a room: where it is, what is on the table, what is said and voted. */
export function MeetingPanel(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const room = useSelect((state) => state.room);
  const shared = useSelect(sharedProposal);
  if (!room) return null;
  const mayLead = mayDo(room.role, "lead");
  const seat = { id: room.seat, role: room.role };
  const mayDraw = shared !== undefined && hindersDrawing(room.meeting, seat, shared.key) === undefined;
  return (
    <div className="draw-panel meeting">
      <h2 className="sr-only">{say("meet.label")}</h2>
      <RoomStrip />
      <Stages room={room} />
      {mayDraw && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => store.dispatch({ kind: "choose", change: { doing: "draw" } })}
        >
          {say("meet.draw")}
        </button>
      )}
      <RoomProposals room={room} />
      <Tables room={room} />
      <Votes room={room} />
      <Talk room={room} />
      <div className="draw-folded">
        {mayLead && <People room={room} />}
        {mayDo(room.role, "pass-on") && shared && <Freeze room={room} proposal={shared.key} />}
        <Minutes />
      </div>
      <DeletedOn room={room} />
    </div>
  );
}
