/** What of a key press is looked at. */
interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: unknown;
}

/** What has a use of its own for these keys. */
const WITH_OWN_USE = "a, button, input, select, textarea, summary, dialog, [contenteditable], [role=listbox]";

/**
 * What a key does with something that is offered on the map: Enter takes it, Escape leaves it. Not while the keys draw a line around
 * areas, which Enter closes, and not where a control has the focus.
 */
export function offerKey(press: Press, line: "drawn" | "none"): "take" | "leave" | undefined {
  if (line === "drawn" || press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (hasOwnUse(press.target)) return undefined;
  if (press.key === "Enter") return "take";
  return press.key === "Escape" ? "leave" : undefined;
}

const hasOwnUse = (target: unknown): boolean =>
  typeof Element !== "undefined" && target instanceof Element && target.closest(WITH_OWN_USE) !== null;
