import { type ReactNode, useMemo } from "react";
import { cellOf } from "../../../src/index.ts";
import { PointChart } from "../../charts/PointChart.tsx";
import { diamonds, plotOf } from "../../charts/scatter-plot.ts";
import { useWidth } from "../../charts/use-width.ts";
import { heightOf } from "../../state/shown.ts";
import type { AskedPlan, GoalKey } from "../../worker/messages.ts";
import { useAskVoice } from "./ask-voice.ts";

const HEIGHT = 180;
/** How far from a point a pointer still means it, pixels. */
const REACH = 28;
/** The points are in a row that falls from left to right. */
const ARROWS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 } as const;

interface Props {
  readonly plans: readonly AskedPlan[];
  readonly shown: number;
  readonly onShow: (plan: number) => void;
}

/** Two concerns against each other, a point a plan; click, tap or the arrow keys choose one. */
export function FrontChart({ plans, shown, onShow }: Props): ReactNode {
  const voice = useAskVoice();
  const [hold, width] = useWidth(340);
  const goals = plans[0].goals.map(({ goal }) => goal);
  const plot = useMemo(() => {
    const at = (i: number) => Float64Array.from(plans, (plan) => standing(plan.goals[i].goal, plan.goals[i].value));
    return plotOf(at(0), at(1), { width, height: HEIGHT, left: 64, right: 14, top: 24, bottom: 40 });
  }, [plans, width]);
  const [across, upward] = goals;
  const acrossMarks = spaced(plot.across.ticks);
  const words = (goal: GoalKey, marks: readonly { readonly value: number }[]): readonly string[] =>
    voice.goalMarks(
      goal,
      marks.map(({ value }) => value),
    );
  const [acrossWords, upwardWords] = [words(across, acrossMarks), words(upward, plot.upward.ticks)];
  return (
    <PointChart
      label={voice.ask("front.label")}
      hold={hold}
      plot={plot}
      reach={REACH}
      arrows={ARROWS}
      onArrow={(direction) => onShow((shown + direction + plans.length) % plans.length)}
      onChoose={onShow}
    >
      <svg width={width} height={HEIGHT} aria-hidden="true" className="axis">
        {plot.upward.ticks.map(({ value, at }, i) => (
          <g key={value}>
            <line x1={64} x2={width - 14} y1={at} y2={at} />
            <text x={58} y={at} dy="0.35em" textAnchor="end">
              {upwardWords[i]}
            </text>
          </g>
        ))}
        {acrossMarks.map(({ value, at }, i) => (
          <text key={value} x={at} y={HEIGHT - 24} textAnchor="middle">
            {acrossWords[i]}
          </text>
        ))}
        <text x={0} y={12}>
          ↓ {voice.ask(`value.${upward}`)}
        </text>
        <text x={width - 14} y={HEIGHT - 6} textAnchor="end">
          ← {voice.ask(`value.${across}`)}
        </text>
        <path className="diamonds" d={diamonds(plot, () => true)} />
        <circle className="dot-chosen" cx={plot.x[shown]} cy={plot.y[shown]} r={8} />
      </svg>
    </PointChart>
  );
}

/** So few marks that their words do not meet. */
const spaced = <Mark,>(marks: readonly Mark[]): readonly Mark[] => {
  const apart = Math.ceil(marks.length / MOST_MARKS);
  return marks.filter((_, i) => i % apart === 0);
};
const MOST_MARKS = 3;

/** A few pupils stand no lower or higher than the others that are told as few. */
const standing = (goal: GoalKey, value: number): number =>
  goal === "changed-site" || goal === "overflow" ? heightOf(cellOf(Math.round(value))) : value;
