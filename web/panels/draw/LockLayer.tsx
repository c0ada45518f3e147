import { useEffect, useRef } from "react";
import { heldSites, heldThemselves, heldUnits } from "../../draw/locks.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { shownProposal } from "../../state/chosen.ts";
import { caseView } from "../../state/selectors.ts";
import { shownBand } from "../../state/shown-band.ts";
import { draftedPlan } from "../../state/plans.ts";
import { planSites } from "../../state/plan-sites.ts";
import { useSelect } from "../../state/store.ts";

/** Shows on the map what is locked in the proposal looked at. */
export function LockLayer({ map }: { readonly map: DistrictMap | undefined }): null {
  const view = useSelect(caseView);
  // What the computer proposes leaves what is locked where it is.
  const draft = useSelect((state) =>
    state.choice.view === "today" || state.preview ? undefined : shownProposal(state)?.draft,
  );
  const band = useSelect(shownBand);
  const shown = useRef("");
  useEffect(() => {
    if (!map || !view) return;
    const units = draft ? heldUnits(draft, band) : new Set<number>();
    const sites = draft ? heldSites(draft) : [];
    // Most edits change no lock, and outlining areas takes a while.
    const own = draft ? heldThemselves(draft, band, units) : units;
    const key = `${[...units].join()} ${[...own].join()} ${sites.join()}`;
    if (shown.current === key) return;
    shown.current = key;
    const places = draft ? planSites(view, draftedPlan(draft)) : view.sites;
    map.show("locks", { outlines: view.outlines, units, own, sites: sites.map((site) => places[site]) });
  }, [map, view, draft, band]);
  return null;
}
