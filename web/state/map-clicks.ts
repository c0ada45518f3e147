import type { AppState } from "./app-state.ts";
import { isMarking, isPainting, isPlacing } from "./drawing.ts";

/** Whether the next click on the map is the place that something written in a room is about. */
export const isSayingWhere = ({ choice, room, roomLook }: AppState): boolean =>
  room !== undefined && choice.doing === "meet" && roomLook.place === "choosing";

/** Whether a click on the map does something there, rather than asking what is there. */
export const takesClicks = (state: AppState): boolean =>
  [isPainting, isPlacing, isMarking, isSayingWhere].some((is) => is(state));
