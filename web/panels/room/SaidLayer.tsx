import { type ReactNode, useCallback, useEffect, useEffectEvent } from "react";
import { createPortal } from "react-dom";
import type { Position } from "../../../src/index.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { isSayingWhere } from "../../state/map-clicks.ts";
import { saidPlaces } from "../../state/said-places.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { useMapPin } from "../draw/use-map-pin.tsx";
import { useMeetingVoice } from "./meeting-voice.ts";

/** So fine a place is told: a hundred thousandth of a degree is less than a metre. */
const FINE = 1e5;

/** Shows where the places are that the room has written about; while one of them is chosen, the map's clicks say which. */
export function SaidLayer({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const { tell } = useMeetingVoice();
  const store = useStore();
  const isOn = useSelect(isSayingWhere);
  const put = useCallback(
    ({ lon, lat }: Position): void => {
      const place = { lon: Math.round(lon * FINE) / FINE, lat: Math.round(lat * FINE) / FINE };
      store.dispatch({ kind: "room-look", change: { place } });
    },
    [store],
  );
  const cancel = useCallback(() => store.dispatch({ kind: "room-look", change: { place: "none" } }), [store]);
  const cross = useMapPin(map, isOn, put, cancel);
  useShown(map);
  if (!map || !isOn) return null;
  // The panel says it to whoever hears the page; on a phone it is out of sight by now.
  const how = (
    <p className="map-ask" aria-hidden="true">
      {tell("meet.talk.on.choose")}
    </p>
  );
  return createPortal(
    <>
      {how}
      {cross}
    </>,
    map.canvas.getContainer(),
  );
}

function useShown(map: DistrictMap | undefined): void {
  const store = useStore();
  // The same text for the same places, whatever else has changed.
  const shown = useSelect((state) => JSON.stringify(saidPlaces(state)));
  const show = useEffectEvent((): void => map?.show("said", saidPlaces(store.state())));
  useEffect(() => {
    if (map && shown !== "") show();
  }, [map, shown]);
}
