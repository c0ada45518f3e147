import { useEffect, useState } from "react";
import type { Offer } from "../../room/offer.ts";
import { useRooms } from "./rooms-context.ts";

/** What the program that the page comes from offers; undefined until it is known. */
export function useOffer(): Offer | undefined {
  const rooms = useRooms();
  const [offer, setOffer] = useState<Offer>();
  useEffect(() => rooms.offers.follow(setOffer), [rooms]);
  return offer;
}
