import { useEffect } from "react";
import { isMarking, isPlacing } from "../state/drawing.ts";
import { isSayingWhere } from "../state/map-clicks.ts";
import { useSelect } from "../state/store.ts";

/** Where the page scrolls past the map, whoever is to point at it sees it again. */
export function bringMapIntoSight(): void {
  document.querySelector(".maps")?.scrollIntoView({ block: "nearest" });
}

/** Brings the map into sight when a place on it is asked for. */
export function useMapInSight(): void {
  const isAsked = useSelect((state) => [isPlacing, isMarking, isSayingWhere].some((is) => is(state)));
  useEffect(() => {
    if (isAsked) bringMapIntoSight();
  }, [isAsked]);
}
