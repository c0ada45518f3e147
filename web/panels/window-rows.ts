import { useCallback, useEffect, useRef, useState } from "react";

/** The rows of a long list that are in sight, so that only they are made. */
interface RowWindow {
  readonly hold: (element: HTMLElement | null) => void;
  /** First row in sight and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Scrolls as little as brings a row into sight. */
  readonly reveal: (row: number) => void;
}

/** Rows made beyond those in sight, so that scrolling shows no gap. */
const MARGIN = 4;

/**
 * For an element that holds `count` rows of `rowHeight` pixels below a heading of `headHeight` pixels. Whatever scrolls, the
 * element, a panel around it or the page, what is in sight is where the element and all that clips it overlap.
 */
export function useRowWindow(count: number, rowHeight: number, headHeight = 0): RowWindow {
  const [element, hold] = useState<HTMLElement | null>(null);
  const [seen, setSeen] = useState({ first: 0, end: 20 });
  useEffect(() => {
    if (!element) return undefined;
    const scrollers = scrollersOf(element);
    const look = (): void => {
      const { top, bottom } = clipOf(scrollers);
      const start = element.getBoundingClientRect().top + headHeight - element.scrollTop;
      const first = Math.max(0, Math.floor((top - start) / rowHeight) - MARGIN);
      const end = Math.max(0, Math.ceil((bottom - start) / rowHeight) + MARGIN);
      setSeen((before) => (before.first === first && before.end === end ? before : { first, end }));
    };
    look();
    document.addEventListener("scroll", look, { capture: true, passive: true });
    const sizes = new ResizeObserver(look);
    for (const scroller of scrollers) sizes.observe(scroller);
    // What comes, goes or grows above the list moves it without any scrolling.
    const around = element.parentElement;
    const watch = (): void => {
      for (const beside of around?.children ?? []) if (beside !== element) sizes.observe(beside);
    };
    watch();
    const comings = new MutationObserver(watch);
    if (around) comings.observe(around, { childList: true });
    return () => {
      document.removeEventListener("scroll", look, { capture: true });
      sizes.disconnect();
      comings.disconnect();
    };
  }, [element, rowHeight, headHeight]);
  const latest = useRef(seen);
  useEffect(() => {
    latest.current = seen;
  }, [seen]);
  const asked = useRef(0);
  useEffect(() => () => cancelAnimationFrame(asked.current), []);
  const reveal = useCallback(
    (row: number) => {
      // Rows well inside what is seen need no look at the layout.
      const inside = row > latest.current.first + MARGIN + 1 && row < latest.current.end - MARGIN - 1;
      if (!element || row < 0 || inside) return;
      // In the next frame, when all that changed with the row is laid out anyway: asked here, it would be laid out twice.
      cancelAnimationFrame(asked.current);
      asked.current = requestAnimationFrame(() => revealRow(element, row * rowHeight + headHeight, rowHeight));
    },
    [element, rowHeight, headHeight],
  );
  return { hold, first: Math.min(seen.first, count), end: Math.min(seen.end, count), reveal };
}

const known = new WeakMap<HTMLElement, readonly Element[]>();

const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowY);

/** The element itself and what around it scrolls, the page where nothing else does; found once, since styles are slow to ask for. */
function scrollersOf(element: HTMLElement): readonly Element[] {
  const before = known.get(element);
  if (before) return before;
  const found: Element[] = [];
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
    if (scrolls(at)) found.push(at);
  const scrollers = found.length > 0 ? found : [document.scrollingElement ?? document.documentElement];
  known.set(element, scrollers);
  return scrollers;
}

/** Top and bottom of what can be seen inside some scrollers, in pixels of the window. */
function clipOf(scrollers: readonly Element[]): { readonly top: number; readonly bottom: number } {
  let [top, bottom] = [0, window.innerHeight];
  for (const scroller of scrollers) {
    if (scroller === document.scrollingElement) continue;
    const box = scroller.getBoundingClientRect();
    [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
  }
  return { top, bottom };
}

/** Height at the top of a panel that a heading covers while the panel scrolls. */
const coveredBy = (element: HTMLElement): number =>
  element.parentElement?.querySelector<HTMLElement>("[data-covers]")?.offsetHeight ?? 0;

function revealRow(element: HTMLElement, offset: number, height: number): void {
  const scrollers = scrollersOf(element);
  const [scroller] = scrollers;
  const { top, bottom } = clipOf(scrollers);
  const at = element.getBoundingClientRect().top - (scroller === element ? element.scrollTop : 0) + offset;
  const above = top + coveredBy(element) - at;
  const below = at + height - bottom;
  if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += below;
}
