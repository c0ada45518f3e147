import type { Box } from "./card-spot.ts";

/** Half of a school's mark, and a little land around it, pixels. */
const MARK = 16;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far down what maps are called reaches, where it lies over a school of one of them; 0 where it lies over none. Pixels. */
export function underNames(names: readonly Box[], schools: readonly Point[]): number {
  const isCovered = ({ x, y }: Point): boolean =>
    names.some(
      ({ left, top, width, height }) =>
        x > left - MARK && x < left + width + MARK && y > top - MARK && y < top + height + MARK,
    );
  return schools.some(isCovered) ? Math.max(...names.map(({ top, height }) => top + height)) + MARK : 0;
}

/** What a map and those beside it are called, each in the pixels of its own map: those beside it are as large, and move along. */
export const namesOver = (container: HTMLElement): readonly Box[] =>
  [...(container.closest(".maps")?.querySelectorAll(".map-name") ?? [])].flatMap((name) => {
    const frame = name.closest(".map-frame")?.getBoundingClientRect();
    const { left, top, width, height } = name.getBoundingClientRect();
    return frame ? [{ left: left - frame.left, top: top - frame.top, width, height }] : [];
  });
