import type { ReactNode } from "react";
import type { Range } from "../../../src/index.ts";

/** Where zero and the ends of a row of bars lie, kroner. */
export interface Scale {
  readonly least: number;
  readonly most: number;
}

export const scaleOf = (ranges: readonly Range[], most = 0): Scale => ({
  least: Math.min(0, ...ranges.map(({ low }) => low)),
  most: Math.max(1, most, ...ranges.map(({ high }) => high)),
});

/** An amount that is not known exactly: from the lowest to the highest estimate, a tick at the middle. The numbers stand beside it. */
export function SpanBar({
  range: { low, mid, high },
  scale: { least, most },
}: {
  readonly range: Range;
  readonly scale: Scale;
}): ReactNode {
  const at = (value: number): string => `${(100 * (value - least)) / (most - least)}%`;
  const width = `${(100 * (high - low)) / (most - least)}%`;
  return (
    <span className="span-bar" aria-hidden="true">
      <span className="span-zero" style={{ left: at(0) }} />
      <span className="span-range" style={{ left: at(low), width }} />
      <span className="span-mid" style={{ left: at(mid) }} />
    </span>
  );
}
