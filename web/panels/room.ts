import { useSyncExternalStore } from "react";

/** Enough for three columns, or only for a map and a sheet. */
export type Room = "wide" | "narrow";

const wide = window.matchMedia("(min-width: 1180px)");
/** A sheet of paper is narrow; what is printed is what was on the screen. */
const printing = window.matchMedia("print");

let onScreen: Room = "wide";

function roomNow(): Room {
  if (!printing.matches) onScreen = wide.matches ? "wide" : "narrow";
  return onScreen;
}

const subscribe = (listener: () => void): (() => void) => {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
};

export const useRoom = (): Room => useSyncExternalStore(subscribe, roomNow);
