import { type ReactNode, useMemo } from "react";
import { cellOf } from "../../../src/index.ts";
import { PointChart } from "../../charts/PointChart.tsx";
import { apart, type Axis, diamonds, plotOf } from "../../charts/scatter-plot.ts";
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
    return plotOf(at(0), at(1), { width, height: HEIGHT, left: 64, right: 14, top: 10, bottom: 24 });
  }, [plans, width]);
  const [across, upward] = goals;
  const scaleOf = (goal: GoalKey, { ticks }: Axis) =>
    voice.goalScale(
      goal,
      ticks.map(({ value }) => value),
    );
  const [level, upright] = [scaleOf(across, plot.across), scaleOf(upward, plot.upward)];
  return (
    <>
      <p className="field-help">↓ {upright.title}</p>
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
                {upright.marks[i]}
              </text>
            </g>
          ))}
          {apart(plot.across.ticks, level.marks, width).map((i) => (
            <text key={i} x={plot.across.ticks[i].at} y={HEIGHT - 6} textAnchor="middle">
              {level.marks[i]}
            </text>
          ))}
          <path className="diamonds" d={diamonds(plot, () => true)} />
          <circle className="dot-chosen" cx={plot.x[shown]} cy={plot.y[shown]} r={8} />
        </svg>
      </PointChart>
      <p className="field-help">← {level.title}</p>
    </>
  );
}

/** A few pupils stand no lower or higher than the others that are told as few. */
const standing = (goal: GoalKey, value: number): number =>
  goal === "changed-site" || goal === "overflow" ? heightOf(cellOf(Math.round(value))) : value;
