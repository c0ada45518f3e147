import { memo, type ReactNode, useMemo } from "react";
import { type Measure, type MeasureKey } from "../../src/index.ts";
import { useVoice, type Voice } from "../i18n/say.ts";
import { chosenPlan } from "../state/chosen.ts";
import { listNumber } from "../state/plan-ref.ts";
import { useSelect, useStore } from "../state/store.ts";
import { placesOf } from "../state/shown.ts";
import type { Arranged, CaseView, PlanList } from "../worker/messages.ts";
import { PointChart } from "./PointChart.tsx";
import { type Axis as PlotAxis, diamonds, dots, nextPoint, type Plot, type PlotBox, plotOf } from "./scatter-plot.ts";
import { useWidth } from "./use-width.ts";

const HEIGHT = 176;
/** How far from a point a pointer still means it, pixels. */
const REACH = 24;

export interface Axes {
  readonly x: Measure<MeasureKey>;
  readonly y: Measure<MeasureKey>;
}

interface Props {
  readonly view: CaseView;
  readonly list: PlanList;
  readonly axes: Axes;
  /** The plan under the pointer; -1: none. */
  readonly pointed: number;
  readonly onPoint: (plan: number) => void;
}

/** The points; click, tap or the arrow keys choose one. */
export function ScatterChart({ view, list, axes, pointed, onPoint }: Props): ReactNode {
  const voice = useVoice();
  const store = useStore();
  const [hold, width] = useWidth(340);
  const plan = useSelect(chosenPlan);
  const arranged = useSelect((state) => state.arranged);
  const chosen = listNumber(plan) ?? -1;
  const plot = usePlot(view, list, axes, width);
  const choose = (number: number): void => {
    if (number >= 0) store.dispatch({ kind: "choose", change: { plan: { from: "list", number } } });
  };
  return (
    <PointChart
      label={voice.say("scatter.about", { x: voice.read(axes.x.title), y: voice.read(axes.y.title) })}
      hold={hold}
      plot={plot}
      reach={REACH}
      arrows={ARROWS}
      onArrow={(direction) => choose(nextPoint(plot, chosen, direction))}
      onChoose={choose}
      onPoint={onPoint}
    >
      <svg width={width} height={HEIGHT} aria-hidden="true">
        <Axis plot={plot} width={width} axes={axes} voice={voice} />
        <Dots plot={plot} arranged={arranged} />
        {list.decisions.map(
          ({ id, plan: decided }) =>
            isPlaced(plot, decided) && <Star key={id} x={plot.x[decided]} y={plot.y[decided]} />,
        )}
        {isPlaced(plot, chosen) && <circle className="dot-chosen" cx={plot.x[chosen]} cy={plot.y[chosen]} r={7.5} />}
        {isPlaced(plot, pointed) && <circle className="dot-pointed" cx={plot.x[pointed]} cy={plot.y[pointed]} r={5} />}
      </svg>
    </PointChart>
  );
}

const plotBox = (width: number): PlotBox => ({ width, height: HEIGHT, left: 46, right: 10, top: 20, bottom: 36 });

function usePlot(view: CaseView, list: PlanList, { x, y }: Axes, width: number): Plot {
  return useMemo(
    () => plotOf(placesOf(view, list, x.key), placesOf(view, list, y.key), plotBox(width)),
    [view, list, x, y, width],
  );
}

/** Whether a plan has a point: there is a plan, and neither of its numbers is hidden. */
const isPlaced = ({ x, y }: Plot, plan: number | undefined): plan is number =>
  plan !== undefined && plan >= 0 && !Number.isNaN(x[plan] + y[plan]);

const ARROWS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 } as const;

interface DotsProps {
  readonly plot: Plot;
  readonly arranged: Arranged | undefined;
}

/** Plans that the filters leave out are faint; those that no other beats stand out. */
const Dots = memo(function Dots({ plot, arranged }: DotsProps): ReactNode {
  const [left, plain, best] = useMemo(() => {
    const shown = new Uint8Array(plot.x.length);
    for (const plan of arranged?.order ?? []) shown[plan] = 1;
    const unbeaten = arranged?.unbeaten;
    return [
      dots(plot, (plan) => shown[plan] === 0),
      dots(plot, (plan) => shown[plan] === 1 && unbeaten?.[plan] !== 1),
      diamonds(plot, (plan) => shown[plan] === 1 && unbeaten?.[plan] === 1),
    ];
  }, [plot, arranged]);
  return (
    <>
      <path className="dots dots-left" d={left} />
      <path className="dots" d={plain} />
      <path className="diamonds" d={best} />
    </>
  );
});

interface AxisProps {
  readonly plot: Plot;
  readonly width: number;
  readonly axes: Axes;
  readonly voice: Voice;
}

const Axis = memo(function Axis({ plot, width, axes, voice }: AxisProps): ReactNode {
  const { left, right, height, bottom, top } = plotBox(width);
  const towards = (measure: Measure<MeasureKey>, low: string, high: string): string =>
    measure.better === "neither" ? "" : `${voice.say("scatter.better")} ${measure.better === "lower" ? low : high}`;
  const marks = ({ ticks }: PlotAxis, { unit }: Measure): readonly string[] =>
    voice.marks(
      ticks.map(({ value }) => value),
      unit,
    );
  const upward = marks(plot.upward, axes.y);
  const across = marks(plot.across, axes.x);
  return (
    <g className="axis">
      {plot.upward.ticks.map(({ value, at }, i) => (
        <g key={value}>
          <line x1={left} x2={width - right} y1={at} y2={at} />
          <text x={left - 6} y={at} dy="0.35em" textAnchor="end">
            {upward[i]}
          </text>
        </g>
      ))}
      {plot.across.ticks.map(({ value, at }, i) => (
        <text key={value} x={at} y={height - bottom + 15} textAnchor="middle">
          {across[i]}
        </text>
      ))}
      <text className="axis-better" x={0} y={top - 9}>
        {towards(axes.y, "↓", "↑")}
      </text>
      <text className="axis-better" x={width - right} y={height - 5} textAnchor="end">
        {towards(axes.x, "←", "→")}
      </text>
    </g>
  );
});

/** Five points around a middle. */
function Star({ x, y }: { readonly x: number; readonly y: number }): ReactNode {
  const points = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? 9 : 4;
    const angle = (Math.PI * i) / 5 - Math.PI / 2;
    return `${x + radius * Math.cos(angle)},${y + radius * Math.sin(angle)}`;
  });
  return <polygon className="star" points={points.join(" ")} />;
}
