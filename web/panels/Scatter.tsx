import { type ReactNode, useMemo, useState } from "react";
import {
  type Measure,
  measureNamed,
  measureTitle,
  type MeasureKey,
  type Text,
  writeQuantity,
  writtenUnit,
} from "../../src/index.ts";
import { type Blanks, useVoice, type Voice } from "../i18n/say.ts";
import { useSavingApart } from "./use-measure-title.ts";
import { Awaited, part } from "./later.tsx";
import { LevelNote } from "./LevelNote.tsx";
import { MeasureChoice } from "./measure-choice.tsx";
import { shortTitle } from "./plan-title.ts";
import { RowTable } from "./RowTable.tsx";
import { chosenPlan } from "../state/chosen.ts";
import { listNumber } from "../state/plan-ref.ts";
import { caseView, scatterMeasures } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { listedCell, listedValue } from "../state/shown.ts";
import type { CaseView, PlanList } from "../worker/messages.ts";
import type { Axes } from "../charts/ScatterChart.tsx";

const ScatterChart = part(async () => (await import("../charts/ScatterChart.tsx")).ScatterChart);

/** Any two measures against each other: a point is a plan, the decision is a star. The same numbers stand in a table. */
export function Scatter({ list }: { readonly list: PlanList }): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const [form, setForm] = useState<"chart" | "table">("chart");
  const [pointed, setPointed] = useState(-1);
  const choice = useSelect((state) => state.choice);
  const view = useSelect(caseView);
  const plan = useSelect(chosenPlan);
  const [across, upward] = scatterMeasures(list, choice);
  const apart = useSavingApart();
  const axes = useMemo(() => axesOf(across, upward, apart), [across, upward, apart]);
  if (!view || list.telling.length < 2 || !axes) return <p className="field-help">{say("scatter.one")}</p>;
  const told = pointed >= 0 ? pointed : (listNumber(plan) ?? -1);
  return (
    <section className="scatter" aria-label={say("scatter.label")}>
      <div className="axis-choice upward">
        <MeasureChoice part="upward" label={say("scatter.y")} labelling="hidden" list={list} value={upward} />
        <button type="button" className="link-button" onClick={() => setForm(form === "chart" ? "table" : "chart")}>
          {say(form === "chart" ? "scatter.table" : "scatter.chart")}
        </button>
      </div>
      {form === "chart" ? (
        <Awaited fallback={<div className="scatter-chart scatter-coming" />}>
          <ScatterChart view={view} list={list} axes={axes} pointed={pointed} onPoint={setPointed} />
        </Awaited>
      ) : (
        <ScatterTable list={list} axes={axes} />
      )}
      <div className="axis-choice across">
        <MeasureChoice part="across" label={say("scatter.x")} labelling="hidden" list={list} value={across} />
      </div>
      <p className="scatter-told" aria-live="polite">
        {told >= 0 && say("scatter.point", pointBlanks(voice, view, list, axes, told))}
      </p>
      <LevelNote measures={[across, upward]} />
      <Key list={list} />
    </section>
  );
}

function axesOf(across: MeasureKey, upward: MeasureKey, apart: Text): Axes | undefined {
  const [x, y] = [across, upward].map((key) => {
    const measure = measureNamed(key);
    return measure && { ...measure, title: measureTitle(measure, apart) };
  });
  return x && y && { x, y };
}

/** What a star and a diamond are. */
function Key({ list }: { readonly list: PlanList }): ReactNode {
  const { say, language } = useVoice();
  const decided = list.decisions.find(({ plan }) => plan !== undefined);
  return (
    <p className="scatter-key">
      {decided && (
        <span>
          <span className="key-star" aria-hidden="true">
            ★
          </span>{" "}
          {shortTitle(decided.title, language)}
        </span>
      )}
      <span>
        <span className="key-unbeaten" aria-hidden="true">
          ◆
        </span>{" "}
        {say("list.unbeaten.mark")}
      </span>
    </p>
  );
}

const pointBlanks = (
  voice: Voice,
  view: CaseView | undefined,
  list: PlanList,
  { x, y }: Axes,
  number: number,
): Blanks => ({
  number: voice.number(number + 1),
  x: writtenAt(voice, view, list, x, number),
  y: writtenAt(voice, view, list, y, number),
});

function writtenAt(
  voice: Voice,
  view: CaseView | undefined,
  list: PlanList,
  measure: Measure<MeasureKey>,
  number: number,
): string {
  if (!view) return "-";
  const value = listedValue(view, list, number, measure.key);
  if (Number.isNaN(value)) return "-";
  const unit = writtenUnit(measure.unit, voice.currency);
  return writeQuantity(value, listedCell(view, list, number, measure.key), unit, voice.language);
}

function ScatterTable({ list, axes }: { readonly list: PlanList; readonly axes: Axes }): ReactNode {
  const voice = useVoice();
  const view = useSelect(caseView);
  const order = useSelect(({ arranged }) => arranged?.order);
  const rows = order ?? new Uint32Array();
  const column = (key: "x" | "y") => ({
    key,
    title: voice.read(axes[key].title),
    cell: (row: number) => writtenAt(voice, view, list, axes[key], rows[row]),
    kind: "number" as const,
  });
  return (
    <RowTable
      label={`${voice.say("scatter.label")}, ${voice.say("table.label")}`}
      count={rows.length}
      height={220}
      columns={[
        { key: "plan", title: voice.say("word.plan"), cell: (row) => voice.number(rows[row] + 1), kind: "number" },
        column("x"),
        column("y"),
      ]}
    />
  );
}
