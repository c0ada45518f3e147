import { type ReactNode, useEffect } from "react";
import { openVotes } from "../../../src/index.ts";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { hindranceHere, sharedProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { DeletedOn } from "./DeletedOn.tsx";
import { CouncilPapers } from "./CouncilPapers.tsx";
import { Freeze } from "./Freeze.tsx";
import { Minutes } from "./Minutes.tsx";
import { Own } from "./Own.tsx";
import { People } from "./People.tsx";
import { RoomProposals } from "./RoomProposals.tsx";
import { RoomStrip } from "./RoomStrip.tsx";
import { Stages } from "./Stages.tsx";
import { Tables } from "./Tables.tsx";
import { Talk } from "./Talk.tsx";
import { Votes } from "./Votes.tsx";
import { useMeetingVoice } from "./meeting-voice.ts";

/** A meeting in a room: where it is, what is on the table, what is said and voted. */
export function MeetingPanel(): ReactNode {
  const { say, tell } = useMeetingVoice();
  const store = useStore();
  const room = useSelect((state) => state.room);
  const shared = useSelect(sharedProposal);
  const hindrance = useSelect(hindranceHere);
  useRead();
  if (!room) return null;
  const mayLead = mayDo(room.role, "lead");
  const mayDraw = shared !== undefined && hindrance === undefined;
  // What the room does stands first.
  const isVoting = openVotes(room.meeting).length > 0;
  return (
    <div className="draw-panel on-paper meeting">
      <h2 className="sr-only">{say("meet.label")}</h2>
      <Stages room={room} />
      {mayDraw && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => store.dispatch({ kind: "choose", change: { doing: "draw" } })}
        >
          {tell("meet.draw")}
        </button>
      )}
      {isVoting && <Votes room={room} />}
      <RoomStrip />
      <RoomProposals room={room} />
      {shared && <CouncilPapers room={room} proposal={shared} />}
      <Tables room={room} />
      {!isVoting && <Votes room={room} />}
      <Talk room={room} />
      <div className="draw-folded">
        {mayLead && <People room={room} />}
        {mayDo(room.role, "pass-on") && shared && <Freeze room={room} proposal={shared.key} />}
        <Minutes />
        {room.line !== "kept" && <Own />}
      </div>
      <DeletedOn room={room} />
    </div>
  );
}

/** What stands in sight here counts as read. */
function useRead(): void {
  const store = useStore();
  const number = useSelect((state) => state.room?.number);
  const proposal = useSelect((state) => sharedProposal(state)?.key);
  const came = useSelect(({ roomLook }) => roomLook.read.came);
  useEffect(() => {
    // Before all of the room is here nothing of it is new.
    if (number === undefined || came === 0) return;
    const { read } = store.state().roomLook;
    const talk = proposal === undefined ? read.talk : new Map([...read.talk, [proposal, number]]);
    store.dispatch({ kind: "room-look", change: { read: { ...read, meeting: number, talk } } });
  }, [store, number, proposal, came]);
}
