import type { ReactNode } from "react";
import { NO_SITE, gradesInWords } from "../../src/index.ts";
import { usePlanTitle } from "../panels/plan-title.ts";
import { planSites } from "../state/plan-sites.ts";
import type { PagePlan } from "../state/plans.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import type { ComparedColumn, PlansCompared } from "../worker/messages.ts";
import { useCompareVoice } from "./compare-voice.ts";

interface Props {
  readonly plans: readonly PagePlan[];
  readonly answer: PlansCompared;
}

/** Who goes from which school to which in each plan, by grades; small groups are hidden. */
export function Flows({ plans, answer: { columns } }: Props): ReactNode {
  const { tell } = useCompareVoice();
  return (
    <section className="compare-sure">
      <h3>{tell("flows.title")}</h3>
      {plans.map((plan, i) => (
        <PlanFlows key={plan.key} plan={plan} column={columns[i]} />
      ))}
    </section>
  );
}

interface FlowsProps {
  readonly plan: PagePlan;
  readonly column: ComparedColumn;
}

function PlanFlows({ plan, column: { flows, unfinished } }: FlowsProps): ReactNode {
  const { tell, cell, read } = useCompareVoice();
  const view = useSelect(caseView);
  const title = usePlanTitle(plan.ref);
  if (!view || unfinished.length > 0) return null;
  if (flows.rows.length === 0) return <p>{tell("flows.none", { plan: title })}</p>;
  const sites = planSites(view, plan);
  const name = (site: number): string => (site === NO_SITE ? tell("flows.noSchool") : sites[site].name);
  return (
    <details className="how">
      <summary>{tell("flows.of", { plan: title })}</summary>
      {/* A box that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="compare-scroll" tabIndex={0} role="region" aria-label={tell("flows.of", { plan: title })}>
        <table className="compare-table">
          <thead>
            <tr>
              <th scope="col">{tell("flows.fromTo")}</th>
              {plan.plan.grades.bands.map(({ key }) => (
                <th key={key} scope="col">
                  {read(gradesInWords(key))}
                </th>
              ))}
              <th scope="col">{tell("flows.all")}</th>
            </tr>
          </thead>
          <tbody>
            {[
              ...flows.rows.map((row) => ({ ...row, name: `${name(row.from)} → ${name(row.to)}` })),
              { ...flows.all, name: tell("flows.sum") },
            ].map(({ name: label, bands, total }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {plan.plan.grades.bands.map(({ key, band }) => (
                  <td key={key}>{cell(bands[band])}</td>
                ))}
                <td>{cell(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="field-help">{tell("flows.how")}</p>
    </details>
  );
}
