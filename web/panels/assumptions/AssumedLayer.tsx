import { type ReactNode, useEffect, useEffectEvent } from "react";
import { createPortal } from "react-dom";
import { useMarking } from "../../draw/use-marking.ts";
import type { AppState } from "../../state/app-state.ts";
import { type AssumedOnMap, assumedOnMap, NOTHING_ASSUMED } from "../../map/assumed-on-map.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { isMarking } from "../../state/drawing.ts";
import { useMapPin } from "../draw/use-map-pin.tsx";
import { useSelect, useStore } from "../../state/store.ts";

/** Shows on the map what the plan in view assumes there; while more is being added, the map's clicks are its places. */
export function AssumedLayer({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  useShown(map);
  const isOn = useSelect(isMarking);
  const { put, takeLast } = useMarking();
  const cross = useMapPin(map, isOn, put, takeLast);
  return map && isOn && createPortal(cross, map.canvas.getContainer());
}

/** Nothing on a map of today, or of a plan that the pointer rests on. */
const inSight = (state: AppState): AssumedOnMap =>
  state.choice.view === "today" || state.preview !== undefined ? NOTHING_ASSUMED : assumedOnMap(state);

function useShown(map: DistrictMap | undefined): void {
  const store = useStore();
  // The same text for the same things to show, whatever else has changed.
  const shown = useSelect((state) => JSON.stringify(inSight(state)));
  const show = useEffectEvent((): void => map?.show("assumed", inSight(store.state())));
  useEffect(() => {
    if (map && shown !== "") show();
  }, [map, shown]);
}
