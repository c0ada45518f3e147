import type { Store } from "../state/store.ts";
import { SLIDE_PART } from "./slide-name.ts";

/** The slide that an address leads to; undefined where it leads to none. */
export const slideOfPart = (hash: string): string | undefined =>
  /^[\w-]{1,60}$/.exec(hash.startsWith(SLIDE_PART) ? hash.slice(SLIDE_PART.length) : "")?.[0];

/** Shows the slide that the page was opened at, once; the address is then the page's own again. */
export function arriveAtSlide(store: Store, hash: string): void {
  const at = slideOfPart(hash);
  if (at === undefined) return;
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, "", `${pathname}${search}`);
  store.dispatch({ kind: "slide", slide: { at } });
  store.dispatch({ kind: "dialog", dialog: "slides" });
}
