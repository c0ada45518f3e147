import type { ReactNode } from "react";
import { usePlanTitle } from "../panels/plan-title.ts";
import { WhoTable } from "../panels/WhoTable.tsx";
import type { PagePlan } from "../state/plans.ts";
import type { ComparedColumn, PlansCompared } from "../worker/messages.ts";
import { useCompareVoice } from "./compare-voice.ts";

interface Props {
  readonly plans: readonly PagePlan[];
  readonly answer: PlansCompared;
}

/** Who gains and who loses in each plan, town by town: how much farther or nearer it is to school; small groups are hidden. */
export function Towns({ plans, answer: { columns } }: Props): ReactNode {
  const { say, tell } = useCompareVoice();
  return (
    <section className="compare-sure">
      <h3>{tell("towns.title")}</h3>
      {plans.map((plan, i) => (
        <PlanTowns key={plan.key} plan={plan} column={columns[i]} />
      ))}
      <p className="field-help">{say("who.text")}</p>
    </section>
  );
}

interface TownsProps {
  readonly plan: PagePlan;
  readonly column: ComparedColumn;
}

function PlanTowns({ plan, column: { fairness, unfinished } }: TownsProps): ReactNode {
  const { tell } = useCompareVoice();
  const title = usePlanTitle(plan.ref);
  const towns = fairness.tables.find(({ key }) => key === "town");
  if (!towns || unfinished.length > 0) return null;
  return (
    <details className="how">
      <summary>{tell("towns.of", { plan: title })}</summary>
      <WhoTable table={towns} bands={fairness.bands} titled="above" />
    </details>
  );
}
