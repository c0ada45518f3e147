import { useEffect } from "react";
import type { DistrictMap } from "../map/district-map.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";

/** As a longer way is told apart from a shorter one everywhere: orange. */
const LONGER = "#b3570b";

/** Shows on the map who has farther to school for what is priced. */
export function BearerLayer({ map }: { readonly map: DistrictMap | undefined }): null {
  const bearers = useSelect((state) => state.bearers);
  const outlines = useSelect(caseView)?.outlines;
  useEffect(() => {
    if (!map || !outlines || bearers.length === 0) return undefined;
    map.show("painted", { outlines, colours: new Map(bearers.map((unit) => [unit, LONGER])) });
    return () => map.clear("painted");
  }, [map, outlines, bearers]);
  return null;
}
