let last: unknown;

/** Puts the focus where nobody has gone to by hand: who presses the same key once more at once does not mean what is there. */
export function moveFocus(element: HTMLElement): void {
  last = element;
  element.focus({ preventScroll: true });
}

/** Whether the page itself has put the focus there last. */
export const isMovedTo = (element: unknown): boolean => element === last;
