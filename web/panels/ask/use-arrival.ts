import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { bringIntoSight } from "../bring-into-sight.ts";
import type { Session } from "../../ask/session.ts";

/** What stands in the panel now; the same as long as one searches. */
const standing = ({ run, asked }: Session): unknown => (run.status === "searching" ? asked : run);

/**
 * Leads to what comes in place of something else in the panel: a search, an answer, or the form again is brought into sight, and its heading
 * has the focus, unless somebody is busy elsewhere on the page by then.
 */
export function useArrival(session: Session, panel: RefObject<HTMLElement | null>): void {
  const now = standing(session);
  const before = useRef(now);
  const arrive = useEffectEvent(() => {
    const here = document.activeElement;
    const isElsewhere = here !== null && here !== document.body && panel.current?.contains(here) !== true;
    if (isElsewhere) return;
    const goal = panel.current?.querySelector<HTMLElement>("[data-arrival]");
    if (!goal) return;
    goal.focus({ preventScroll: true });
    bringIntoSight(() => goal);
  });
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    arrive();
  }, [now]);
}
