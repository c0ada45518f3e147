import type { Store } from "../state/store.ts";

/** Whoever goes one's own way while everybody's map follows another's is led no longer, until one wishes to be. */
export function goOwnWay(store: Store): void {
  const { room, roomLook } = store.state();
  const isLed = room && room.meeting.follows !== null && room.meeting.follows !== room.seat;
  if (isLed && roomLook.follows === "along") store.dispatch({ kind: "room-look", change: { follows: "apart" } });
}
