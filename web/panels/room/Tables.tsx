import type { ReactNode } from "react";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { newId } from "../../proposals/new-id.ts";
import { sharedProposal } from "../../state/chosen.ts";
import type { RoomState } from "../../state/room.ts";
import { useSelect } from "../../state/store.ts";
import { goToNew } from "./go-to-new.ts";
import { OneField } from "./OneField.tsx";
import { useRooms } from "./rooms-context.ts";
import { Seating } from "./Seating.tsx";
import { seatName, useTitleOf } from "./use-room.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

/** Groups at tables, each with a proposal of its own. */
export function Tables({ room }: { readonly room: RoomState }): ReactNode {
  const voice = useMeetingVoice();
  const { tell, list } = voice;
  const rooms = useRooms();
  const titleOf = useTitleOf();
  const shared = useSelect(sharedProposal);
  const { tables, sits } = room.meeting;
  const mayLead = mayDo(room.role, "lead");
  const isFree = shared !== undefined && ![...tables.values()].some(({ proposal }) => proposal === shared.key);
  if (tables.size === 0 && !(mayLead && shared)) return null;
  const own = sits.get(room.seat);
  const sittingAt = (table: string): readonly string[] =>
    [...sits].filter(([, at]) => at === table).map(([id]) => seatName(voice, room, id));
  const make = (name: string, proposal: string): void => {
    const table = newId();
    rooms.act({ kind: "table", table, name, proposal });
    goToNew("table", table);
  };
  const withCopy = async (name: string): Promise<void> => {
    const proposal = await rooms.propose(tell("meet.table.copy.title", { table: name }));
    if (proposal !== undefined) make(name, proposal);
  };
  return (
    <section aria-labelledby="meet-tables">
      <h3 id="meet-tables">{tell("meet.tables")}</h3>
      <p className="field-help">{tell("meet.tables.what")}</p>
      <ul className="meet-proposals">
        {[...tables.values()].map(({ id, name, proposal }) => (
          <li key={id} id={`table-${id}`}>
            <strong>{name}</strong>
            <span className="field-help">
              {titleOf(proposal)} ·{" "}
              {tell("meet.table.count", { count: sittingAt(id).length, names: list(sittingAt(id)) })}
            </span>
            {mayDo(room.role, "sit") && (
              <button
                type="button"
                className="link-button"
                onClick={() => rooms.act({ kind: "sit", table: own === id ? null : id })}
              >
                {tell(own === id ? "meet.table.leave" : "meet.table.sit", { table: name })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayLead && tables.size > 0 && <Seating room={room} />}
      {mayLead && shared && (
        <OneField
          field={`table-of ${shared.id}`}
          summary={tell("meet.table.copy")}
          label={tell("meet.table.name")}
          words={tell("meet.table.make")}
          help={tell("meet.table.copy.help")}
          maxLength={60}
          onGo={(name) => void withCopy(name)}
        />
      )}
      {mayLead && isFree && (
        <OneField
          field={`table ${room.seat}`}
          summary={tell("meet.table")}
          label={tell("meet.table.name")}
          words={tell("meet.table.make")}
          maxLength={60}
          onGo={(name) => make(name, shared.key)}
        />
      )}
    </section>
  );
}
