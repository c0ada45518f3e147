import type { ReactNode } from "react";
import type { Cell } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { heightOf } from "../state/shown.ts";
import { useWidth } from "./use-width.ts";

export interface Pair {
  readonly label: string;
  /** Numbers of pupils as they may be told; classes are numbers. */
  readonly today: number | Cell;
  readonly plan: number | Cell;
}

const standsAt = (value: number | Cell): number => (typeof value === "number" ? value : heightOf(value));

interface Props {
  readonly pairs: readonly Pair[];
  /** What the picture shows, for those who cannot see it. */
  readonly label: string;
  /** What the labels below count. */
  readonly axis?: string;
  readonly values: "shown" | "hidden";
}

const HEIGHT = 64;
const BELOW = 18;
const ABOVE = 14;

/** Bars for the plan over outlines for today. The numbers also stand in a table, in {@link PairTable}. */
export function PairedBars({ pairs, label, axis, values }: Props): ReactNode {
  const { number, cell } = useVoice();
  const written = (value: number | Cell): string => (typeof value === "number" ? number(value) : cell(value));
  const [hold, width] = useWidth(300);
  const most = Math.max(1, ...pairs.flatMap(({ today, plan }) => [standsAt(today), standsAt(plan)]));
  const step = width / pairs.length;
  const bar = Math.min(34, step * 0.7);
  const height = (value: number | Cell): number => (standsAt(value) / most) * HEIGHT;
  return (
    <div ref={hold} className="picture">
      <svg
        width={width}
        height={ABOVE + HEIGHT + BELOW}
        viewBox={`0 0 ${width} ${ABOVE + HEIGHT + BELOW}`}
        role="img"
        aria-label={label}
      >
        {pairs.map(({ label: name, today, plan }, i) => {
          const x = i * step + (step - bar) / 2;
          const base = ABOVE + HEIGHT;
          return (
            <g key={name}>
              <rect className="bar-plan" x={x} y={base - height(plan)} width={bar} height={height(plan)} />
              <path className="bar-today" d={`M${x - 3} ${base - height(today)}h${bar + 6}`} />
              {values === "shown" && (
                <text x={x + bar / 2} y={base - Math.max(height(plan), height(today)) - 4} textAnchor="middle">
                  {written(plan)}
                </text>
              )}
              <text x={x + bar / 2} y={base + 14} textAnchor="middle">
                {name}
              </text>
            </g>
          );
        })}
        <path className="bar-base" d={`M0 ${ABOVE + HEIGHT}h${width}`} />
      </svg>
      <BarKey axis={axis} />
    </div>
  );
}

function BarKey({ axis }: { readonly axis: string | undefined }): ReactNode {
  const { say } = useVoice();
  return (
    <p className="bar-key">
      <span className="bar-key-plan" aria-hidden="true" /> {say("measure.plan")}
      <span className="bar-key-today" aria-hidden="true" /> {say("measure.today")}
      {axis !== undefined && <span className="bar-axis">{axis}</span>}
    </p>
  );
}

export function PairTable({ pairs, unit }: { readonly pairs: readonly Pair[]; readonly unit: string }): ReactNode {
  const { say, number, cell } = useVoice();
  const written = (value: number | Cell): string => (typeof value === "number" ? number(value) : cell(value));
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{unit}</th>
          <th scope="col">{say("measure.today")}</th>
          <th scope="col">{say("measure.plan")}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ label, today, plan }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{written(today)}</td>
            <td>{written(plan)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
