import { type ReactNode, useMemo } from "react";
import { type Said, savesLess, savingApart, toldFigures, whyNotSentence } from "../../src/index.ts";
import type { PagePlan } from "../state/plans.ts";
import { caseView, planList } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { basePlan } from "../state/tray.ts";
import type { PlansCompared } from "../worker/messages.ts";
import { titleOf } from "../worker/plan-title.ts";
import { useCompareVoice } from "./compare-voice.ts";

interface Props {
  readonly plans: readonly PagePlan[];
  readonly answer: PlansCompared;
}

/** What each plan is worse at than the one that all are held against, the largest difference first. */
export function WhyNot({ plans, answer: { columns, unsure, pairs } }: Props): ReactNode {
  const { say, tell, read, currency } = useCompareVoice();
  const view = useSelect(caseView);
  const base = useSelect(basePlan);
  const list = useSelect(planList);
  const today = say("measure.today");
  const sentences = useMemo(() => {
    if (!view) return [];
    const todays = view.today.values;
    const told = columns.map(({ values }) => toldFigures(view.grades, view.steps, todays, (key) => values.get(key)));
    const other =
      base === undefined ? toldFigures(view.grades, view.steps, todays, (key) => todays.get(key)) : told[base];
    const against: Said = base === undefined ? today : titleOf(plans[base].plan);
    const apart = savingApart(view.target);
    const lessOf = (plan: number): number | undefined => {
      if (base !== undefined) return savesLess(pairs, plan, base);
      const { saves } = columns[plan];
      return saves === undefined ? undefined : 1 - saves;
    };
    return plans.flatMap(({ plan }, i) =>
      i === base || columns[i].unfinished.length > 0
        ? []
        : [
            whyNotSentence(
              [told[i], other],
              [titleOf(plan), against],
              list,
              { unsure, savesLess: lessOf(i) },
              { apart, currency },
            ),
          ],
    );
  }, [view, plans, columns, base, list, unsure, pairs, today, currency]);
  if (sentences.length === 0) return null;
  return (
    <section className="compare-sure">
      <h3>{tell("why.title")}</h3>
      <ul>
        {sentences.map(({ text }) => (
          <li key={text.da}>{read(text)}</li>
        ))}
      </ul>
      <p className="field-help">{tell(list?.complete ? "why.how" : "why.how.alone")}</p>
    </section>
  );
}
