import { isMovedTo } from "./moved-focus.ts";
import { ONCE } from "./once.ts";

/** What was pressed, and what stood on it then. */
export interface Pressed {
  readonly on: unknown;
  readonly says: string;
  /** What two presses of it are for: one thing twice, as "undo" is, or one. */
  readonly twice: "does twice" | "does once";
}

/** What of a click is looked at: `detail`: its place in a double click; 0 where a key made it. */
type Click = Pick<MouseEvent, "detail" | "isTrusted" | "timeStamp">;

/** The last press of a key, and whether it was only held down. */
interface KeyPress {
  /** Milliseconds; undefined where the last press was no key's. */
  readonly at: number | undefined;
  readonly held: boolean;
}

/** Presses of a key in less time are one, as two clicks of a mouse are, milliseconds. */
const DOUBLE = 500;

/** Whether a click belongs to one before it: the second of a double click, or a key pressed twice as fast, or held down. */
export const isAgain = ({ detail, isTrusted, timeStamp }: Click, { at, held }: KeyPress): boolean =>
  detail > 1 || (isKeys({ detail, isTrusted }) && at !== undefined && (held || timeStamp - at < DOUBLE));

const isKeys = ({ detail, isTrusted }: Pick<Click, "detail" | "isTrusted">): boolean => detail === 0 && isTrusted;

/**
 * Whether a click that belongs to one before it does what it hits: only what was hit by the first and says the same still, as "undo"
 * does, and nothing that makes one thing more each time. Where the first click has put something else under the pointer ("lock" where "close" was, a question's answer where its button
 * was), nobody has read that yet.
 */
export const isMeant = (first: Pressed | undefined, now: Pressed | undefined): boolean =>
  now === undefined || (now.twice === "does twice" && first?.on === now.on && first?.says === now.says);

/** Whether somebody went by keys from what was pressed to something else. */
const hasMoved = (first: Pressed | undefined, now: Pressed | undefined): boolean =>
  first?.on !== now?.on && !isMovedTo(now?.on);

const PRESSED = "button, summary, a[href]";
/** A pointer also sets these; arrow keys go through some of them as fast as they like. */
const SET = "select, label, input[type=checkbox], input[type=radio]";

function pressedAt({ target }: Event, by: "key" | "pointer"): Pressed | undefined {
  const hit = target instanceof Element ? target.closest(by === "key" ? PRESSED : `${PRESSED}, ${SET}`) : null;
  const on = hit instanceof HTMLLabelElement ? (hit.control ?? hit) : hit;
  if (!on) return undefined;
  return {
    on,
    says: on.getAttribute("aria-label") ?? (on instanceof HTMLSelectElement ? "" : on.textContent),
    twice: Object.keys(ONCE).some((name) => on.hasAttribute(name)) ? "does once" : "does twice",
  };
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Whoever presses all things twice does each once, before any part of the page hears a click; until the given function is called. */
export function hearClicks(): () => void {
  let first: Pressed | undefined;
  let key: KeyPress = { at: undefined, held: false };
  const hear = (event: MouseEvent): void => {
    const by = isKeys(event) ? "key" : "pointer";
    const now = pressedAt(event, by);
    if (!isAgain(event, key)) first = now;
    else if (!isMeant(first, now) && !(by === "key" && hasMoved(first, now))) stop(event);
    key = { at: by === "key" ? event.timeStamp : undefined, held: false };
  };
  // What unfolds a list of choices is the press, not the click.
  const hearPress = (event: MouseEvent): void => {
    if (event.detail > 1 && event.target instanceof HTMLSelectElement && !isMeant(first, pressedAt(event, "pointer")))
      stop(event);
  };
  const hearKey = ({ repeat }: KeyboardEvent): void => {
    key = { ...key, held: repeat };
  };
  const early = { capture: true };
  document.addEventListener("click", hear, early);
  document.addEventListener("mousedown", hearPress, early);
  document.addEventListener("keydown", hearKey, early);
  return () => {
    document.removeEventListener("click", hear, early);
    document.removeEventListener("mousedown", hearPress, early);
    document.removeEventListener("keydown", hearKey, early);
  };
}
