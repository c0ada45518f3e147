import type { ReactNode } from "react";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { newId } from "../../proposals/new-id.ts";
import { sharedProposal } from "../../state/chosen.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect } from "../../state/store.ts";
import { OneField } from "./OneField.tsx";
import { useRooms } from "./rooms-context.ts";
import { useTitleOf } from "./use-room.ts";

/** Groups at tables, each with a proposal of its own. */
export function Tables({ room }: { readonly room: RoomState }): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const rooms = useRooms();
  const titleOf = useTitleOf();
  const shared = useSelect(sharedProposal);
  const { tables, sits } = room.meeting;
  const mayLead = mayDo(room.role, "lead");
  const isFree = shared !== undefined && ![...tables.values()].some(({ proposal }) => proposal === shared.key);
  if (tables.size === 0 && !(mayLead && isFree)) return null;
  const own = sits.get(room.seat);
  return (
    <section aria-labelledby="meet-tables">
      <h3 id="meet-tables">{say("meet.tables")}</h3>
      <ul className="meet-proposals">
        {[...tables.values()].map(({ id, name, proposal }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span className="field-help">
              {titleOf(proposal)} ·{" "}
              {say("meet.table.count", counted(voice, [...sits.values()].filter((table) => table === id).length))}
            </span>
            {mayDo(room.role, "sit") && (
              <button
                type="button"
                className="link-button"
                onClick={() => rooms.act({ kind: "sit", table: own === id ? null : id })}
              >
                {say(own === id ? "meet.table.leave" : "meet.table.sit", { table: name })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayLead && isFree && (
        <OneField
          summary={say("meet.table")}
          label={say("meet.table.name")}
          words={say("meet.table.make")}
          maxLength={60}
          onGo={(name) => rooms.act({ kind: "table", table: newId(), name, proposal: shared.key })}
        />
      )}
    </section>
  );
}
