import type { ReactNode } from "react";
import { mayDo } from "../../../src/protocol/room-roles.ts";
import { counted } from "../../i18n/say.ts";
import type { RoomState } from "../../state/room.ts";
import { useRooms } from "./rooms-context.ts";
import { seatName } from "./use-room.ts";
import { useMeetingVoice } from "./meeting-voice.ts";

interface Props {
  readonly room: RoomState;
}

/** Whoever leads seats people at tables: one by one, or all who stand spread evenly. */
export function Seating({ room }: Props): ReactNode {
  const voice = useMeetingVoice();
  const { tell } = voice;
  const rooms = useRooms();
  const { tables, sits } = room.meeting;
  const people = room.people.filter(({ isHere, role }) => isHere && mayDo(role, "sit"));
  const seat = (id: string, table: string | null): void => rooms.act({ kind: "sit", seat: id, table });
  // Whoever leads goes from table to table.
  const standing = people.filter(({ id, role }) => !sits.has(id) && !mayDo(role, "lead"));
  const spread = (): void => {
    const taken = new Map([...tables.keys()].map((id) => [id, [...sits.values()].filter((at) => at === id).length]));
    for (const { id } of standing) {
      const [[table, count]] = [...taken].toSorted(([, one], [, other]) => one - other);
      seat(id, table);
      taken.set(table, count + 1);
    }
  };
  return (
    <details>
      <summary>{tell("seating.title")}</summary>
      <ul className="meet-people">
        {people.map(({ id }) => {
          const name = seatName(voice, room, id);
          return (
            <li key={id}>
              <span>{name}</span>
              <select
                className="form-select"
                aria-label={tell("seating.of", { name })}
                value={sits.get(id) ?? ""}
                onChange={({ target }) => seat(id, target.value === "" ? null : target.value)}
              >
                <option value="">{tell("seating.none")}</option>
                {[...tables.values()].map((table) => (
                  <option key={table.id} value={table.id}>
                    {table.name}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
      {standing.length > 0 && (
        <button type="button" className="button button-secondary small-button" onClick={spread}>
          {tell("seating.spread", counted(voice, standing.length))}
        </button>
      )}
    </details>
  );
}
