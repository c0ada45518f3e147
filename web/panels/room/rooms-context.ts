import { createContext, use } from "react";
import type { Rooms } from "../../room/rooms.ts";

export const RoomsContext = createContext<Rooms | undefined>(undefined);

export function useRooms(): Rooms {
  const rooms = use(RoomsContext);
  if (!rooms) throw new Error("The page has no way into rooms");
  return rooms;
}
