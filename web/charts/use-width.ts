import { useEffect, useState } from "react";

/** The width of an element in pixels, `first` until it is known. */
export function useWidth(first: number): [hold: (element: HTMLElement | null) => void, width: number] {
  const [element, hold] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.max(120, Math.floor(element.clientWidth)));
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [element]);
  return [hold, width];
}
