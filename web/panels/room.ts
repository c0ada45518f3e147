import { useSyncExternalStore } from "react";

/** Enough for three columns, or only for a map and a sheet. */
export type Room = "wide" | "narrow";

const wide = window.matchMedia("(min-width: 1180px)");

const subscribe = (listener: () => void): (() => void) => {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
};

export const useRoom = (): Room => useSyncExternalStore(subscribe, () => (wide.matches ? "wide" : "narrow"));
