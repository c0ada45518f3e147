import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import type { Range } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { useWidth } from "./use-width.ts";

export interface NamedRange {
  readonly name: string;
  readonly range: Range;
  readonly weight: "part" | "total";
}

const ROW = 40;
const RIGHT = 14;

/** Amounts that are not known exactly: a bar from the lowest to the highest estimate, a tick at the middle, one zero for all. */
export function RangeBars({
  ranges,
  label,
}: {
  readonly ranges: readonly NamedRange[];
  readonly label: string;
}): ReactNode {
  const { number, say } = useVoice();
  const [hold, width] = useWidth(300);
  const low = Math.min(0, ...ranges.map(({ range }) => range.low));
  const high = Math.max(0, ...ranges.map(({ range }) => range.high));
  const x = scaleLinear([low, high === low ? low + 1 : high], [4, width - RIGHT]);
  const millions = (kroner: number): string => number(kroner / 1_000_000, 1);
  const span = ({ low: least, high: most }: Range): string =>
    least === 0 && most === 0 ? say("money.none") : say("money.range", { low: millions(least), high: millions(most) });
  const spoken = ranges.map(({ name, range }) => `${name}: ${span(range)} ${say("money.unit")}`);
  return (
    <div ref={hold} className="picture">
      <svg width={width} height={ranges.length * ROW + 4} role="img" aria-label={`${label}. ${spoken.join(". ")}`}>
        {ranges.map(({ name, range, weight }, i) => {
          const y = i * ROW;
          const from = x(range.low);
          const to = x(range.high);
          const empty = range.low === 0 && range.high === 0;
          return (
            <g key={name} className={`range-${weight}`}>
              <text x={4} y={y + 13}>
                {name}
              </text>
              <text x={width - RIGHT} y={y + 13} textAnchor="end">
                {span(range)}
              </text>
              <path className="zero" d={`M${x(0)} ${y + 18}v14`} />
              {!empty && (
                <>
                  <rect className="range-bar" x={from} y={y + 20} width={Math.max(2, to - from)} height={10} rx={2} />
                  <path className="range-mid" d={`M${x(range.mid)} ${y + 17}v16`} />
                </>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
