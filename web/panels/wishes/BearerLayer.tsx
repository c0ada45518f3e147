import { useEffect } from "react";
import { isFew } from "../../../src/index.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { usePrice } from "./price-session.ts";

/** As a longer way is told apart from a shorter one everywhere: orange. */
const LONGER = "#b3570b";

/** Shows on the map who has farther to school for the lock whose price is shown. */
export function BearerLayer({ map }: { readonly map: DistrictMap | undefined }): null {
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const view = usePrice(draft)?.view;
  const outlines = useSelect(caseView)?.outlines;
  useEffect(() => {
    // So few are not pointed out.
    if (!map || !outlines || view?.status !== "priced" || isFew(view.pupils)) return undefined;
    map.show("painted", { outlines, colours: new Map(view.bearers.map(({ unit }) => [unit, LONGER])) });
    return () => map.clear("painted");
  }, [map, outlines, view]);
  return null;
}
