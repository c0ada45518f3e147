import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { nearestPoint, type Plot } from "./scatter-plot.ts";

interface Props {
  /** Of the whole, read aloud. */
  readonly label: string;
  readonly hold: (element: HTMLElement | null) => void;
  readonly plot: Plot;
  /** How far from a point a pointer still means it, pixels. */
  readonly reach: number;
  /** Which way an arrow key goes from the point that is chosen. */
  readonly arrows: Readonly<Record<"ArrowRight" | "ArrowLeft" | "ArrowUp" | "ArrowDown", 1 | -1>>;
  readonly onArrow: (direction: 1 | -1) => void;
  /** The point that is pressed. */
  readonly onChoose: (point: number) => void;
  /** The point under the pointer; -1: none. */
  readonly onPoint?: (point: number) => void;
  readonly children: ReactNode;
}

/** Points of which one is chosen by click, tap or the arrow keys; what is drawn is the caller's. */
export function PointChart({
  label,
  hold,
  plot,
  reach,
  arrows,
  onArrow,
  onChoose,
  onPoint,
  children,
}: Props): ReactNode {
  const at = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestPoint(plot, event.clientX - box.left, event.clientY - box.top, reach);
  };
  const press = (event: KeyboardEvent): void => {
    const direction = isArrow(event.key, arrows) ? arrows[event.key] : undefined;
    if (direction === undefined) return;
    onArrow(direction);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={hold}
      className="scatter-chart"
      // A group that takes the arrow keys: a chart of points is no widget that has a role of its own.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={label}
      data-own-keys=""
      onKeyDown={press}
      onPointerMove={onPoint && ((event) => onPoint(at(event)))}
      onPointerLeave={onPoint && (() => onPoint(-1))}
      onPointerUp={(event) => {
        const point = at(event);
        if (point >= 0) onChoose(point);
      }}
    >
      {children}
    </div>
  );
}

const isArrow = (key: string, arrows: Props["arrows"]): key is keyof Props["arrows"] => Object.hasOwn(arrows, key);
