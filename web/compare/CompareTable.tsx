import { type ReactNode, useMemo } from "react";
import { hundredths, TELLING_SHARE, type Measure, type MeasureKey } from "../../src/index.ts";
import { LevelNote } from "../panels/LevelNote.tsx";
import { usePlanTitle } from "../panels/plan-title.ts";
import { useMeasureTitle, useSavingApart } from "../panels/use-measure-title.ts";
import { chosenDocument } from "../state/chosen.ts";
import { useDetail } from "../state/detail.ts";
import type { PagePlan } from "../state/plans.ts";
import { caseView } from "../state/selectors.ts";
import type { PlanRef } from "../state/plan-ref.ts";
import { useSelect, useStore } from "../state/store.ts";
import { openRests } from "../claims/open-rests.ts";
import { basePlan, comparedPlans } from "../state/tray.ts";
import type { ComparedColumn, PlansCompared } from "../worker/messages.ts";
import { type CompareVoice, useCompareVoice } from "./compare-voice.ts";
import { Flows } from "./Flows.tsx";
import { compareRows } from "./rows.ts";
import { Towns } from "./Towns.tsx";
import { WhyNot } from "./WhyNot.tsx";

type Rows = ReturnType<typeof compareRows>;
type RowCell = Rows[number]["today"];

/** Every pinned plan as a column, every measure as a row: how it differs from the one held against, and which is best. */
export function CompareTable(): ReactNode {
  const { tell } = useCompareVoice();
  const plans = useSelect(comparedPlans);
  const { answer, is } = useDetail("compare");
  if (plans.length === 0) return null;
  // The last answer may be of other plans, until the next comes.
  if (!answer || is !== "current" || answer.columns.length !== plans.length)
    return <p role="status">{tell("table.waiting")}</p>;
  return (
    <>
      <Table plans={plans} answer={answer} />
      <WhyNot plans={plans} answer={answer} />
      <Sure plans={plans} answer={answer} />
      <Towns plans={plans} answer={answer} />
      <Flows plans={plans} answer={answer} />
    </>
  );
}

interface Props {
  readonly plans: readonly PagePlan[];
  readonly answer: PlansCompared;
}

function Table({ plans, answer }: Props): ReactNode {
  const voice = useCompareVoice();
  const { say, tell, unitName } = voice;
  const titleOf = useMeasureTitle();
  const view = useSelect(caseView);
  const base = useSelect(basePlan);
  const rows = useMemo(
    () =>
      view ? compareRows(view, answer, view.today.values, base, (cell, measure) => written(voice, cell, measure)) : [],
    [view, answer, base, voice],
  );
  const baseTitle = usePlanTitle(base === undefined ? undefined : plans[base]?.ref);
  const against = base === undefined ? say("measure.today") : baseTitle;
  return (
    // A box that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="compare-scroll" tabIndex={0} role="region" aria-label={tell("compare.table")}>
      <table className="compare-table">
        <caption>{tell("table.caption", { base: against })}</caption>
        <thead>
          <tr>
            <th scope="col">{tell("table.measure")}</th>
            <th scope="col">{say("measure.today")}</th>
            {plans.map((plan, i) => (
              <PlanHead key={plan.key} plan={plan} is={i === base ? "base" : "other"} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ measure, order, today, cells }) => (
            <tr key={measure.key}>
              <th scope="row">
                {titleOf(measure)} <span className="rank">{unitName(measure.unit)}</span>
                {order === "unsure" && <span className="rank">{tell("table.unsure")}</span>}
              </th>
              <td>{written(voice, today, measure)}</td>
              {cells.map((cell, i) => (
                <td key={plans[i].key} className={cell.is && "best"}>
                  <Value cell={cell} measure={measure} column={answer.columns[i]} plan={plans[i].ref} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <LevelNote measures={rows.map(({ measure }) => measure.key)} />
    </div>
  );
}

function PlanHead({ plan, is }: { readonly plan: PagePlan; readonly is: "base" | "other" }): ReactNode {
  const { say, tell } = useCompareVoice();
  const title = usePlanTitle(plan.ref);
  const isInView = useSelect((state) => chosenDocument(state)?.key === plan.key);
  return (
    <th scope="col" {...(isInView && { className: "in-view", "aria-current": true })}>
      {title}
      {is === "base" && <span className="rank">{tell("table.base")}</span>}
      {plan.place && <span className="rank">{say(`policy.${plan.place.list.policy}.short`)}</span>}
    </th>
  );
}

interface ValueProps {
  readonly cell: Rows[number]["cells"][number];
  readonly measure: Measure<MeasureKey>;
  readonly column: ComparedColumn;
  readonly plan: PlanRef;
}

/** The number, in words that no other is better, and how it differs from the plan held against. */
function Value({ cell, measure, column, plan }: ValueProps): ReactNode {
  const voice = useCompareVoice();
  const store = useStore();
  const { tell, amount, read } = voice;
  const { unfinished, saving } = column;
  if (unfinished.length > 0) return measure.key === "distance-mean" ? read(unfinished[0]) : "-";
  const [low, high] = saving ? [saving.low, saving.high].map((value) => amount(value, "kroner")) : ["", ""];
  const isMoney = measure.key === "saving" && saving !== undefined;
  const difference = cell.difference === undefined ? "" : amount(cell.difference, measure.unit, "always");
  return (
    <>
      <span className="compare-value">
        {isMoney ? (
          <button
            type="button"
            className="figure-button"
            aria-haspopup="dialog"
            title={voice.say("costs.rests")}
            onClick={() => openRests(store, plan)}
          >
            {voice.say("money.about", { amount: written(voice, cell, measure) })}
          </button>
        ) : (
          written(voice, cell, measure)
        )}
      </span>
      {cell.is && (
        <strong className="best-mark">
          <span aria-hidden="true">★ </span>
          {tell(`table.${cell.is}`)}
        </strong>
      )}
      {isMoney && <span className="rank">{tell("table.range", { low, high })}</span>}
      {difference !== "" && <span className="rank">{differs(voice, difference, amount(0, measure.unit))}</span>}
    </>
  );
}

const differs = ({ tell }: CompareVoice, difference: string, nothing: string): string =>
  difference.replace(/^[+−-]/, "") === nothing.replace(/^[+−-]/, "") ? tell("table.same") : difference;

const written = (voice: CompareVoice, { value, told }: RowCell, { unit }: Measure<MeasureKey>): string =>
  value === undefined ? "-" : told ? voice.cell(told) : voice.amount(value, unit);

/** How sure it is which plan saves most: never more than the computations tell. */
function Sure({ plans, answer: { columns, draws } }: Props): ReactNode {
  const { tell, number } = useCompareVoice();
  if (!columns.some(({ saves }) => saves !== undefined)) return null;
  return (
    <section className="compare-sure">
      <h3>{tell("sure.title")}</h3>
      <ul>
        {plans.map((plan, i) => (
          <SureLine key={plan.key} plan={plan} column={columns[i]} />
        ))}
      </ul>
      <p className="field-help">
        {tell("sure.how", { draws: number(draws), telling: number(hundredths(TELLING_SHARE)) })}
      </p>
    </section>
  );
}

function SureLine({
  plan,
  column: { saves, wins },
}: {
  readonly plan: PagePlan;
  readonly column: ComparedColumn;
}): ReactNode {
  const { tell, read, number } = useCompareVoice();
  const title = usePlanTitle(plan.ref);
  const apart = useSavingApart();
  if (saves === undefined) return null;
  return (
    <li>
      {tell("sure.saves", { plan: title, apart: read(apart), share: number(hundredths(saves)) })}{" "}
      {wins && read(wins.text)}
    </li>
  );
}
