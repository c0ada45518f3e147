import { useEffect, useEffectEvent } from "react";
import { useVoice } from "../../i18n/say.ts";
import { CursorMarks } from "../../map/cursor-marks.ts";
import { cursorSign } from "../../map/cursor-sign.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import type { RoomCursor } from "../../../src/protocol/room-acts.ts";
import { isSmallCursor } from "../../../src/protocol/room-limits.ts";
import type { AppState } from "../../state/app-state.ts";
import { schoolsInView } from "../../state/chosen.ts";
import { isPainting } from "../../state/drawing.ts";
import type { PlanSite } from "../../state/plan-sites.ts";
import { pointsOn, seesCursorsOn } from "../../state/room-cursors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { useRooms } from "./rooms-context.ts";

interface Props {
  readonly map: DistrictMap | undefined;
}

/** In a room where others point on the map, and to them where this page does; for the eye alone, nothing of it is read aloud. */
export function CursorLayer({ map }: Props): null {
  useOwnCursor(map);
  useOthersCursors(map);
  return null;
}

function useOwnCursor(map: DistrictMap | undefined): void {
  const rooms = useRooms();
  const store = useStore();
  const proposal = useSelect(pointsOn);
  useEffect(() => {
    if (!map || proposal === undefined) return undefined;
    const { point, end } = rooms.pointing();
    const stop = map.onPointer((at) => point(at ? cursorAt(store.state(), proposal, at) : { proposal, at: null }));
    return () => {
      stop();
      end({ proposal, at: null });
    };
  }, [map, proposal, rooms, store]);
}

/** Metres of a place that are told: a hundred thousandth of a degree is less than one. */
const FINE = 1e5;

function cursorAt(state: AppState, proposal: string, { lon, lat }: { readonly lon: number; readonly lat: number }) {
  const at = { lon: Math.round(lon * FINE) / FINE, lat: Math.round(lat * FINE) / FINE };
  const site = paintedTo(state)?.id;
  const cursor: RoomCursor = { proposal, at, ...(site !== undefined && { site }) };
  // A school whose id is very long is left out.
  return isSmallCursor(cursor) ? cursor : { proposal, at };
}

function paintedTo(state: AppState): PlanSite | undefined {
  const { drawing } = state;
  const paints = isPainting(state) && drawing.tool === "paint" && drawing.site !== undefined;
  return paints ? schoolsInView(state)[drawing.site] : undefined;
}

function useOthersCursors(map: DistrictMap | undefined): void {
  const { say } = useVoice();
  const rooms = useRooms();
  const store = useStore();
  const proposal = useSelect(seesCursorsOn);
  const textOf = useEffectEvent((name: string, id: string | undefined): string => {
    const site = id === undefined ? undefined : schoolsInView(store.state()).find((each) => each.id === id)?.name;
    return site === undefined ? name : say("cursor.paints", { name, site }).trim();
  });
  useEffect(() => {
    if (!map || proposal === undefined) return undefined;
    const marks = new CursorMarks(map);
    rooms.watch(proposal);
    const stop = rooms.cursors.follow((seat, cursor) => {
      const people = store.state().room?.people ?? [];
      const number = people.findIndex(({ id }) => id === seat);
      if (number < 0 || cursor.proposal !== proposal || !cursor.at) return marks.hide(seat);
      const text = textOf(people[number].name, cursor.site);
      return marks.show(seat, { ...cursor.at, sign: cursorSign(number), text });
    });
    return () => {
      stop();
      rooms.watch(null);
      marks.end();
    };
  }, [map, proposal, rooms, store]);
}
