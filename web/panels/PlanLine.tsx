import type { ReactNode } from "react";
import { measureByKey, type MeasureKey } from "../../src/index.ts";
import { type MessageKey, useVoice } from "../i18n/say.ts";
import { type PlanFigures, planFigures } from "../state/plan-figures.ts";
import { chosenDocument, chosenEffects } from "../state/chosen.ts";
import { assumptionsOf } from "../state/plans.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { usePlanTitle } from "./plan-title.ts";

/** A measure against today in three words; `same` where it is written alike. */
const FIGURES: readonly {
  readonly measure: MeasureKey;
  readonly more: MessageKey;
  readonly less: MessageKey;
  readonly same: MessageKey;
}[] = [
  { measure: "distance-mean", more: "line.longer", less: "line.shorter", same: "line.sameWay" },
  { measure: "transport-right", more: "line.moreRights", less: "line.fewerRights", same: "line.sameRights" },
  { measure: "classes", more: "line.moreClasses", less: "line.fewerClasses", same: "line.sameClasses" },
];

/** The chosen plan and what it changes, always in sight where the panel of effects is not. */
export function PlanLine(): ReactNode {
  const { say } = useVoice();
  const view = useSelect(caseView);
  const plan = useSelect(chosenDocument);
  const title = usePlanTitle(plan?.ref);
  const effects = useSelect(chosenEffects);
  const choice = useSelect((state) => state.choice);
  if (!view || !plan) return null;
  const figures = planFigures(view, plan, effects, choice);
  return (
    <p className="plan-line" aria-live="polite">
      <strong title={title}>{title}</strong>
      {FIGURES.map((figure) => (
        <Change key={figure.measure} figures={figures} {...figure} />
      ))}
      {assumptionsOf(plan).length > 0 && <span>{say("assume.with")}</span>}
    </p>
  );
}

function Change({
  figures,
  measure: key,
  more,
  less,
  same,
}: (typeof FIGURES)[number] & { readonly figures: PlanFigures }): ReactNode {
  const { say, quantity } = useVoice();
  const measure = measureByKey.get(key);
  const [value, today] = [figures.value(key), figures.today(key)];
  if (!measure || value === undefined || today === undefined) return null;
  const isTold = [figures.cell(key), figures.todaysCell(key)].every(
    (cell) => cell === undefined || cell.kind === "count",
  );
  if (!isTold && value !== today) return null;
  const change = Math.abs(value - today);
  const written = quantity(change, measure.unit);
  if (written === quantity(0, measure.unit)) return <span>{say(same)}</span>;
  return <span>{say(value > today ? more : less, { value: written, count: change })}</span>;
}
