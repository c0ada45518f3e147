import { useSelect } from "../state/store.ts";
import { caseView } from "../state/selectors.ts";
import { caseYear, presentYear, startYear } from "../state/start-year.ts";
import { todaysDate } from "../state/today.ts";

/** School years of the answer, by the calendar year in which they begin. */
export interface PlanYears {
  /** The case's own: what it knows of schools and ways is of then. */
  readonly known: number;
  /** The one in which the child is in the grade that was chosen. */
  readonly now: number;
  /** From which the plans hold: as the calendar of the plan has it. */
  readonly begins: number;
}

export function usePlanYears(): PlanYears | undefined {
  const view = useSelect(caseView);
  const start = useSelect(({ choice }) => choice.start);
  if (!view) return undefined;
  const today = todaysDate();
  return {
    known: caseYear(view),
    now: presentYear(view, { start }, today),
    begins: startYear(view, { start }, today),
  };
}
