import { useEffect } from "react";
import type { DistrictMap } from "../../map/district-map.ts";
import { isPainting } from "../../state/drawing.ts";
import { useSelect } from "../../state/store.ts";

const DRAWN_WITH = ".map-below > .draw-line";

/**
 * While a proposal is drawn no place on the map moves for what comes and goes under it, from the first time that anything is pressed: a
 * map that is just come to, or that has got more room for a tool, is still to find it.
 */
export function useSteadyMap(map: DistrictMap | undefined): void {
  // What a room does stands over the map as long as the room is there: that is no coming and going.
  const drawing = useSelect((state) => {
    if (state.choice.doing !== "draw") return "not";
    return `${isPainting(state) ? "with a tool" : "by hand"}${state.room ? " in a room" : ""}`;
  });
  useEffect(() => {
    if (!map || drawing === "not") return undefined;
    let letGo: (() => void) | undefined;
    // What is drawn with comes a moment after: a press before that, such as a double click's second, is none on a map that has found its room.
    const hold = (): void => {
      if (document.querySelector(DRAWN_WITH)) letGo ??= map.holdStill();
    };
    const ending = new AbortController();
    for (const kind of ["pointerdown", "keydown"] as const)
      window.addEventListener(kind, hold, { capture: true, signal: ending.signal });
    return () => {
      ending.abort();
      letGo?.();
    };
  }, [map, drawing]);
}
