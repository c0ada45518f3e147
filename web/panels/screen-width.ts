import { useSyncExternalStore } from "react";

/** Enough for three columns, or only for a map and a sheet. */
type ScreenWidth = "wide" | "narrow";

/** A sheet of paper is narrow; what is printed is what was on the screen. */
const printing = window.matchMedia("print");

/** How a question about the screen is answered, and was before it was printed. */
function onScreen(question: string): () => boolean {
  const asked = window.matchMedia(question);
  let last = asked.matches;
  const now = (): boolean => {
    if (!printing.matches) last = asked.matches;
    return last;
  };
  const subscribe = (listener: () => void): (() => void) => {
    asked.addEventListener("change", listener);
    return () => asked.removeEventListener("change", listener);
  };
  return () => useSyncExternalStore(subscribe, now);
}

const useIsWide = onScreen("(min-width: 1180px)");

export const useScreenWidth = (): ScreenWidth => (useIsWide() ? "wide" : "narrow");

/** Whether there is room for one map only, with everything else below it. */
export const useIsPhone = onScreen("(max-width: 640px)");
