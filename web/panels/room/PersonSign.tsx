import type { ReactNode } from "react";
import { cursorSign } from "../../map/cursor-sign.ts";
import type { RoomState } from "../../state/room.ts";

/** The sign of somebody's cursor on the map, beside who it is. */
export function PersonSign({ room, seat }: { readonly room: RoomState; readonly seat: string }): ReactNode {
  const { colour, path } = cursorSign(room.people.findIndex(({ id }) => id === seat));
  return (
    <svg className="person-sign" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} fill={colour} />
    </svg>
  );
}
