import { focusOn } from "./kept-focus.ts";

/** Between what is brought into sight and what stands over it, pixels. */
const MARGIN = 12;

/** So long what is to be brought into sight is waited for, and held there while the page around it still settles, milliseconds. */
const [COMING, SETTLING] = [10_000, 3000];

/** What somebody does who wants to look elsewhere. */
const OWN_WAY = ["wheel", "touchmove", "pointerdown", "keydown"];

let holding: AbortController | undefined;

/**
 * Scrolls until something begins at the top of what can be seen, once it is there, and keeps it there while what stands before it comes or
 * grows, until somebody does something: on a small screen the map and the tabs stay over the page that scrolls.
 */
export function bringIntoSight(find: () => Element | null | undefined): void {
  comeTo(find);
}

/** As {@link bringIntoSight}, and the keys go on from there: for what somebody's own act puts elsewhere on the page than where it was done. */
export function goTo(find: () => HTMLElement | null | undefined): void {
  comeTo(find, focusOn);
}

function comeTo<Found extends Element>(find: () => Found | null | undefined, arrive?: (found: Found) => void): void {
  holding?.abort();
  const hold = new AbortController();
  holding = hold;
  for (const event of OWN_WAY)
    addEventListener(event, () => hold.abort(), { capture: true, passive: true, signal: hold.signal });
  let until = performance.now() + COMING;
  let top: number | undefined;
  const look = (): void => {
    const element = find();
    if (hold.signal.aborted) return;
    const now = performance.now();
    if (element && top === undefined) {
      until = now + SETTLING;
      arrive?.(element);
    }
    if (
      element &&
      (top === undefined || Math.abs(element.getBoundingClientRect().top - top) > 1 || hidden(element) > 1)
    )
      top = toTop(element);
    if (now < until) requestAnimationFrame(look);
    else hold.abort();
  };
  look();
}

/** How much too high it begins to be seen whole, pixels. */
function hidden(element: Element): number {
  const tabs = element.closest(".sheet")?.querySelector(".sheet-tabs");
  if (!tabs) return 0;
  return Math.max(0, tabs.getBoundingClientRect().bottom) + MARGIN - element.getBoundingClientRect().top;
}

/** Where it begins then. */
function toTop(element: Element): number {
  element.scrollIntoView({ block: "start" });
  const over = hidden(element);
  if (over > 0) window.scrollBy(0, -over);
  return element.getBoundingClientRect().top;
}
