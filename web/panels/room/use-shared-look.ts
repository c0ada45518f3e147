import { useEffect } from "react";
import type { DistrictMap } from "../../map/district-map.ts";
import { goOwnWay } from "../../room/own-way.ts";
import { showsOf } from "../../room/shared-view.ts";
import { sharedProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { useRooms } from "./rooms-context.ts";

/** In a room the map goes where whoever leads brings it, and where it looks is told to those who follow it. */
export function useSharedLook(map: DistrictMap | undefined): void {
  const rooms = useRooms();
  const store = useStore();
  const camera = useSelect((state) => state.camera);
  const shown = useSelect((state) => {
    const proposal = sharedProposal(state)?.id;
    return proposal === undefined ? undefined : JSON.stringify([proposal, showsOf(state)]);
  });
  useEffect(() => {
    if (!map || !camera) return;
    map.lookAt(camera);
    // Once: a map that is made anew is not taken there again.
    store.dispatch({ kind: "camera", camera: undefined });
  }, [map, camera, store]);
  // Looking at another proposal, or at it in another way, is told too.
  useEffect(() => (map && shown !== undefined ? map.onLook(rooms.look) : undefined), [map, shown, rooms]);
  useEffect(() => map?.onHand(() => goOwnWay(store)), [map, store]);
}
