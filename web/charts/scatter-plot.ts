import { scaleLinear } from "d3-scale";

/** Where the points of a scatter chart stand, in pixels. */
export interface Plot {
  /** `[plan]`; NaN where a plan has no value. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly across: Axis;
  readonly upward: Axis;
}

export interface Axis {
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
}

export interface PlotBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function plotOf(across: Float64Array, upward: Float64Array, box: PlotBox): Plot {
  const horizontal = axis(across, [box.left, box.width - box.right], 4);
  const vertical = axis(upward, [box.height - box.bottom, box.top], 4);
  return {
    x: across.map(horizontal.place),
    y: upward.map(vertical.place),
    across: horizontal,
    upward: vertical,
  };
}

function axis(values: Float64Array, range: [number, number], count: number) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const spread = high - low || Math.abs(high) || 1;
  const scale = scaleLinear([low - 0.04 * spread, high + 0.04 * spread], range);
  const place = (value: number): number => scale(value);
  const ticks = scale.ticks(count).map((value) => ({ value, at: place(value) }));
  return { place, ticks };
}

/** How wide a sign of an axis' words is at most on average, and how far words stay from each other, pixels. */
const [SIGN, GAP] = [7, 10];

/** Which marks of a level axis can have their words under them, each in its middle, without meeting another's or leaving the chart. */
export function apart(ticks: Axis["ticks"], words: readonly string[], width: number): readonly number[] {
  const kept: number[] = [];
  let end = 0;
  ticks.forEach(({ at }, i) => {
    const half = (SIGN * words[i].length) / 2;
    if (at - half < end || at + half > width) return;
    kept.push(i);
    end = at + half + GAP;
  });
  return kept;
}

/** The plan nearest to a place in the plot; -1 where none is within `reach` pixels. */
export function nearestPoint({ x, y }: Plot, left: number, top: number, reach: number): number {
  let best = -1;
  let least = reach * reach;
  for (let plan = 0; plan < x.length; plan++) {
    const off = (x[plan] - left) ** 2 + (y[plan] - top) ** 2;
    if (off <= least) [best, least] = [plan, off];
  }
  return best;
}

/** All points as one path of dots, so that many plans cost one element. */
export function dots({ x, y }: Plot, shown: (plan: number) => boolean): string {
  let path = "";
  for (let plan = 0; plan < x.length; plan++)
    if (shown(plan) && Number.isFinite(x[plan]) && Number.isFinite(y[plan]))
      path += `M${x[plan].toFixed(1)} ${y[plan].toFixed(1)}h0`;
  return path;
}

/** Half the width of a diamond, pixels. */
const DIAMOND = 4.5;

/** Some points as one path of diamonds. */
export function diamonds({ x, y }: Plot, shown: (plan: number) => boolean): string {
  let path = "";
  for (let plan = 0; plan < x.length; plan++)
    if (shown(plan) && Number.isFinite(x[plan]) && Number.isFinite(y[plan]))
      path += `M${x[plan].toFixed(1)} ${(y[plan] - DIAMOND).toFixed(1)}l${DIAMOND} ${DIAMOND}l-${DIAMOND} ${DIAMOND}l-${DIAMOND}-${DIAMOND}z`;
  return path;
}

/** The plan that comes next to the right (or left) of one, by horizontal and then vertical place. */
export function nextPoint({ x, y }: Plot, from: number, direction: 1 | -1): number {
  const after = (a: number, b: number): number => x[a] - x[b] || y[b] - y[a] || a - b;
  let best = -1;
  for (let plan = 0; plan < x.length; plan++) {
    if (plan === from || Number.isNaN(x[plan])) continue;
    if (from >= 0 && direction * after(plan, from) < 0) continue;
    if (best < 0 || direction * after(plan, best) < 0) best = plan;
  }
  return best < 0 ? from : best;
}
