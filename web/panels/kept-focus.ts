import { moveFocus } from "./moved-focus.ts";

const TAKES_FOCUS = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * What stands where something stood that is gone: what came there with the same change, else what it stood in. `undefined` where
 * that is gone too, or is the whole page.
 */
function inPlaceOf(lost: Node, changes: readonly MutationRecord[]): Element | undefined {
  const removal = changes.findLast(({ removedNodes }) => Array.from(removedNodes).some((node) => node.contains(lost)));
  const { target } = removal ?? {};
  if (!(target instanceof Element) || !target.isConnected || target === document.body) return undefined;
  const came = changes
    .filter((change) => change.target === target)
    .flatMap(({ addedNodes }) => Array.from(addedNodes))
    .filter((node) => node instanceof Element && node.parentNode === target);
  return [...target.children].find((child) => came.includes(child)) ?? target;
}

/**
 * Whoever presses something that goes away with it is left where it stood, and not at the top of the page, as the browser would have
 * it: the keys go on from there, and what came there is read aloud. Until the given function is called.
 */
export function keepFocus(): () => void {
  let last: Element | undefined;
  const hear = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? target : undefined;
  };
  const observer = new MutationObserver((changes) => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const there = inPlaceOf(last, changes);
    last = undefined;
    if (there instanceof HTMLElement) focusOn(there);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", hear);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", hear);
  };
}

/** Puts the focus on what takes none by itself too, for as long as it stays there. */
export function focusOn(element: HTMLElement): void {
  if (!element.matches(TAKES_FOCUS)) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  moveFocus(element);
}
