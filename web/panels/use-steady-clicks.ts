import { useEffect } from "react";

/** What was pressed, and what stood on it then. */
export interface Pressed {
  readonly on: unknown;
  readonly says: string;
}

/**
 * Whether the second click of a double click does what it hits: only what was hit by the first and says the same still, as "undo" does.
 * Where the first click has put something else under the pointer ("lock" where "close" was, a question's answer where its button was),
 * nobody has read that yet.
 */
export const isMeant = (clicks: number, first: Pressed | undefined, now: Pressed | undefined): boolean =>
  clicks < 2 || now === undefined || (first?.on === now.on && first?.says === now.says);

function pressedAt({ target }: MouseEvent): Pressed | undefined {
  const on = target instanceof Element ? target.closest("button, summary, a[href]") : null;
  return on ? { on, says: on.getAttribute("aria-label") ?? on.textContent } : undefined;
}

/** Whoever double-clicks all things does each once: before any part of the page hears a click. */
export function useSteadyClicks(): void {
  useEffect(() => {
    let first: Pressed | undefined;
    const hear = (event: MouseEvent): void => {
      const now = pressedAt(event);
      if (event.detail < 2) first = now;
      else if (!isMeant(event.detail, first, now)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    document.addEventListener("click", hear, { capture: true });
    return () => document.removeEventListener("click", hear, { capture: true });
  }, []);
}
