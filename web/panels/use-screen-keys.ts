import { useEffect } from "react";

/** A window that shows less than this share of its height has keys on the screen over the rest. */
const MOST_LEFT = 0.75;

/**
 * Marks the page while keys lie over it, so that nothing else takes room. Asked of the window and not of what has the focus: that is
 * lost before the tap which takes it away has ended, and what moves then is missed by the finger.
 */
export function useScreenKeys(): void {
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return undefined;
    const look = (): void => {
      const isCovered = seen.height * seen.scale < MOST_LEFT * window.innerHeight;
      document.documentElement.classList.toggle("keys-on-screen", isCovered);
    };
    seen.addEventListener("resize", look);
    return () => seen.removeEventListener("resize", look);
  }, []);
}
