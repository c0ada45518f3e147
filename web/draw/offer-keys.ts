/** What of a key press is looked at. */
interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: unknown;
}

/** What has a use of its own for both keys, and what only for Enter. */
const WITH_OWN_USE = "input, select, textarea, dialog, [contenteditable], [role=listbox]";
const PRESSED_BY_ENTER = `${WITH_OWN_USE}, a, button, summary`;

/**
 * What a key does with something that is offered on the map: Enter takes it, Escape leaves it. Not while the keys draw a line around
 * areas, which Enter closes, and not where what has the focus uses the key itself.
 */
export function offerKey(press: Press, line: "drawn" | "none"): "take" | "leave" | undefined {
  if (line === "drawn" || press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (press.key === "Enter") return isWithin(press.target, PRESSED_BY_ENTER) ? undefined : "take";
  return press.key === "Escape" && !isWithin(press.target, WITH_OWN_USE) ? "leave" : undefined;
}

const isWithin = (target: unknown, what: string): boolean =>
  typeof Element !== "undefined" && target instanceof Element && target.closest(what) !== null;
