import { useEffect, useState } from "react";
import { useRooms } from "./rooms-context.ts";

/** Whether the program that the page comes from has rooms; a static host has none. */
export function useOffered(): boolean {
  const rooms = useRooms();
  const [isOffered, setOffered] = useState(false);
  useEffect(() => {
    void rooms.mayMake().then(setOffered);
  }, [rooms]);
  return isOffered;
}
