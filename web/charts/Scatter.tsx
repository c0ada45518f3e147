import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo, useState } from "react";
import { type Measure, measureByKey } from "../../src/index.ts";
import { useVoice, type Voice } from "../i18n/say.ts";
import { MeasureChoice } from "../panels/measure-choice.tsx";
import { shortTitle } from "../panels/plan-title.ts";
import { RowTable } from "../panels/RowTable.tsx";
import { chosenPlan, scatterMeasures } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { PlanList } from "../worker/messages.ts";
import { dots, nearestPoint, nextPoint, type Plot, plotOf, type PlotFrame } from "./scatter-plot.ts";
import { useWidth } from "./use-width.ts";

const HEIGHT = 180;
const REACH = 24;

interface Axes {
  readonly x: Measure;
  readonly y: Measure;
}

/** Any two measures against each other: a point is a plan, the decision is a star. The same numbers stand in a table. */
export function Scatter({ list }: { readonly list: PlanList }): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const [form, setForm] = useState<"chart" | "table">("chart");
  const choice = useSelect((state) => state.choice);
  const [across, upward] = scatterMeasures(list, choice);
  const [x, y] = [measureByKey.get(across), measureByKey.get(upward)];
  if (list.telling.length < 2 || !x || !y) return <p className="field-help">{say("scatter.one")}</p>;
  return (
    <section className="scatter" aria-label={say("scatter.label")}>
      <div className="axis-choice upward">
        <MeasureChoice
          id="upward"
          label={say("scatter.y")}
          labelling="hidden"
          list={list}
          value={upward}
          onChoose={(key) => store.dispatch({ kind: "choose", change: { upward: key } })}
        />
      </div>
      {form === "chart" ? <Chart list={list} axes={{ x, y }} /> : <ScatterTable list={list} axes={{ x, y }} />}
      <div className="axis-choice across">
        <MeasureChoice
          id="across"
          label={say("scatter.x")}
          labelling="hidden"
          list={list}
          value={across}
          onChoose={(key) => store.dispatch({ kind: "choose", change: { across: key } })}
        />
      </div>
      <button type="button" className="link-button" onClick={() => setForm(form === "chart" ? "table" : "chart")}>
        {say(form === "chart" ? "scatter.table" : "scatter.chart")}
      </button>
    </section>
  );
}

const frameOf = (width: number): PlotFrame => ({ width, height: HEIGHT, left: 46, right: 10, top: 8, bottom: 22 });

function Chart({ list, axes }: { readonly list: PlanList; readonly axes: Axes }): ReactNode {
  const voice = useVoice();
  const store = useStore();
  const [hold, width] = useWidth(300);
  const [pointed, setPointed] = useState(-1);
  const plan = useSelect(chosenPlan);
  const arranged = useSelect((state) => state.arranged);
  const chosen = plan?.from === "list" ? plan.number : -1;
  const frame = frameOf(width);
  const plot = useMemo(() => {
    const none = new Float64Array(list.count).fill(NaN);
    return plotOf(list.values.get(axes.x.key) ?? none, list.values.get(axes.y.key) ?? none, frameOf(width));
  }, [list, axes.x.key, axes.y.key, width]);
  const choose = (number: number): void => {
    if (number >= 0) store.dispatch({ kind: "choose", change: { plan: { from: "list", number } } });
  };
  const at = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestPoint(plot, event.clientX - box.left, event.clientY - box.top, REACH);
  };
  const press = (event: KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    if (direction === undefined) return;
    choose(nextPoint(plot, chosen, direction));
    event.preventDefault();
    event.stopPropagation();
  };
  const told = pointed >= 0 ? pointed : chosen;
  const blanks = { x: voice.read(axes.x.label), y: voice.read(axes.y.label) };
  return (
    <>
      <div
        ref={hold}
        className="scatter-chart"
        // A group that takes the arrow keys: a chart of points is no widget that has a role of its own.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={voice.say("scatter.about", blanks)}
        data-own-keys=""
        onKeyDown={press}
        onPointerMove={(event) => setPointed(at(event))}
        onPointerLeave={() => setPointed(-1)}
        onPointerUp={(event) => choose(at(event))}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <Axis plot={plot} frame={frame} axes={axes} voice={voice} />
          <Dots plot={plot} unbeaten={arranged?.unbeaten} />
          {list.decisions.map(
            ({ id, plan: decided }) =>
              decided !== undefined && <Star key={id} x={plot.x[decided]} y={plot.y[decided]} />,
          )}
          {chosen >= 0 && <circle className="dot-chosen" cx={plot.x[chosen]} cy={plot.y[chosen]} r={7.5} />}
          {pointed >= 0 && <circle className="dot-pointed" cx={plot.x[pointed]} cy={plot.y[pointed]} r={5} />}
        </svg>
      </div>
      {told >= 0 && <Told list={list} axes={axes} number={told} />}
    </>
  );
}

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

function Dots({ plot, unbeaten }: { readonly plot: Plot; readonly unbeaten: Uint8Array | undefined }): ReactNode {
  const [plain, best] = useMemo(
    () => [dots(plot, (plan) => unbeaten?.[plan] !== 1), dots(plot, (plan) => unbeaten?.[plan] === 1)],
    [plot, unbeaten],
  );
  return (
    <>
      <path className="dots" d={plain} />
      <path className="dots dots-unbeaten" d={best} />
    </>
  );
}

interface AxisProps {
  readonly plot: Plot;
  readonly frame: PlotFrame;
  readonly axes: Axes;
  readonly voice: Voice;
}

function Axis({ plot, frame, axes, voice }: AxisProps): ReactNode {
  const { left, width, right, height, bottom, top } = frame;
  const towards = (measure: Measure, low: string, high: string): string =>
    measure.better === "neither" ? "" : `${voice.say("scatter.better")} ${measure.better === "lower" ? low : high}`;
  return (
    <g className="axis">
      {plot.upward.ticks.map(({ value, at }) => (
        <g key={value}>
          <line x1={left} x2={width - right} y1={at} y2={at} />
          <text x={left - 6} y={at} dy="0.35em" textAnchor="end">
            {voice.amount(value, axes.y.unit)}
          </text>
        </g>
      ))}
      {plot.across.ticks.map(({ value, at }) => (
        <text key={value} x={at} y={height - bottom + 16} textAnchor="middle">
          {voice.amount(value, axes.x.unit)}
        </text>
      ))}
      <text className="axis-better" x={left + 2} y={top + 10}>
        {towards(axes.y, "↓", "↑")}
      </text>
      <text className="axis-better" x={width - right} y={height - bottom - 5} textAnchor="end">
        {towards(axes.x, "←", "→")}
      </text>
    </g>
  );
}

/** Five points around a middle. */
function Star({ x, y }: { readonly x: number; readonly y: number }): ReactNode {
  const points = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? 9 : 4;
    const angle = (Math.PI * i) / 5 - Math.PI / 2;
    return `${x + radius * Math.cos(angle)},${y + radius * Math.sin(angle)}`;
  });
  return <polygon className="star" points={points.join(" ")} />;
}

/** The point that is pointed at, else the chosen one, in words under the chart. */
function Told({ list, axes, number }: { list: PlanList; axes: Axes; number: number }): ReactNode {
  const voice = useVoice();
  const decision = list.decisions.find(({ plan }) => plan === number);
  return (
    <p className="scatter-told" aria-live="polite">
      {voice.say("scatter.point", {
        number: voice.number(number + 1),
        x: writtenAt(voice, list, axes.x, number),
        y: writtenAt(voice, list, axes.y, number),
      })}
      {decision && <span className="plan-tag">★ {shortTitle(decision.title)}</span>}
    </p>
  );
}

function writtenAt(voice: Voice, list: PlanList, { key, unit }: Measure, number: number): string {
  const value = list.values.get(key)?.[number];
  return value === undefined || Number.isNaN(value) ? "-" : voice.quantity(value, unit);
}

function ScatterTable({ list, axes }: { readonly list: PlanList; readonly axes: Axes }): ReactNode {
  const voice = useVoice();
  const order = useSelect(({ arranged }) => arranged?.order);
  const rows = order ?? new Uint32Array();
  return (
    <RowTable
      label={voice.say("scatter.label")}
      count={rows.length}
      height={260}
      columns={[
        { key: "plan", title: voice.say("word.plan"), cell: (row) => voice.number(rows[row] + 1), kind: "number" },
        {
          key: "x",
          title: voice.read(axes.x.label),
          cell: (row) => writtenAt(voice, list, axes.x, rows[row]),
          kind: "number",
        },
        {
          key: "y",
          title: voice.read(axes.y.label),
          cell: (row) => writtenAt(voice, list, axes.y, rows[row]),
          kind: "number",
        },
      ]}
    />
  );
}
