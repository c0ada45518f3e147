import type { ReactNode } from "react";
import { type MeasureKey, toldFigures } from "../../../src/index.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { PlansBeside } from "./PlansBeside.tsx";

interface Props {
  readonly title: string;
  readonly about: string;
  readonly columns: { readonly with: string; readonly without: string };
  readonly values: {
    readonly with: ReadonlyMap<MeasureKey, number>;
    readonly without: ReadonlyMap<MeasureKey, number>;
  };
}

/** The best plan without a wish and the best with it by every measure. */
export function TwoPlans({ title, about, columns, values }: Props): ReactNode {
  const view = useSelect(caseView);
  if (!view) return null;
  const [free, kept] = [values.without, values.with].map((each) =>
    toldFigures(view.grades, view.steps, view.today.values, (key) => each.get(key)),
  );
  return (
    <details className="how">
      <summary>{title}</summary>
      <PlansBeside
        plans={[
          { title: columns.without, value: free.value, told: free.cell },
          { title: columns.with, value: kept.value, told: kept.cell },
        ]}
      />
      <p className="field-help">{about}</p>
    </details>
  );
}
