import { useSyncExternalStore } from "react";

/** Enough for three columns, or only for a map and a sheet. */
type ScreenWidth = "wide" | "narrow";

const wide = window.matchMedia("(min-width: 1180px)");
/** A sheet of paper is narrow; what is printed is what was on the screen. */
const printing = window.matchMedia("print");

let onScreen: ScreenWidth = "wide";

function widthNow(): ScreenWidth {
  if (!printing.matches) onScreen = wide.matches ? "wide" : "narrow";
  return onScreen;
}

const subscribe = (listener: () => void): (() => void) => {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
};

export const useScreenWidth = (): ScreenWidth => useSyncExternalStore(subscribe, widthNow);
