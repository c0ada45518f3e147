import { drawnPlan } from "../map/drawn-plan.ts";
import { hatched } from "../proposals/hatched.ts";
import { chosenDocument } from "../state/chosen.ts";
import { detailAnswer, planBefore } from "../state/detail.ts";
import { pagePlan, todaysPlan } from "../state/plans.ts";
import { caseView } from "../state/selectors.ts";
import { shownBand } from "../state/shown-band.ts";
import { useSelect } from "../state/store.ts";

/** What there is to show: today, and the chosen plan with where pupils change school in it. */
export function usePictures() {
  const view = useSelect(caseView);
  const chosen = useSelect(chosenDocument);
  const preview = useSelect((state) => pagePlan(state, state.preview));
  const hatch = useSelect(hatched);
  const buses = useSelect((state) => detailAnswer(state, "buses"));
  const band = useSelect(shownBand);
  const proposed = useSelect((state) => state.proposed);
  const before = useSelect(planBefore);
  const today = view && drawnPlan(view, { plan: todaysPlan(view) }, band);
  const shown = proposed?.plan ?? preview ?? chosen;
  const plan = view && shown ? drawnPlan(view, shown, band, before) : today;
  return shown === chosen
    ? { today, plan, changed: hatch?.area, buses: buses?.map }
    : { today, plan, changed: proposed && hatch?.area, buses: undefined };
}
