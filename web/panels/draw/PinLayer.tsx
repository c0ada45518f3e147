import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { usePlacing } from "../../draw/use-placing.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { isPlacing } from "../../state/drawing.ts";
import { useSelect } from "../../state/store.ts";
import { useMapPin } from "./use-map-pin.tsx";
import { NewSchoolCard } from "./NewSchoolCard.tsx";

/** While a school is given a place the next click on the map is where it stands; a new one is then asked about. */
export function PinLayer({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const isOn = useSelect(isPlacing);
  const at = useSelect(({ drawing }) => drawing.placing?.at);
  const { put, cancel } = usePlacing();
  const cross = useMapPin(map, isOn, put, cancel);
  if (!map || !isOn) return null;
  return (
    <>
      {createPortal(
        <>
          {cross}
          {at && <Pin map={map} key={`${at.lon} ${at.lat}`} lon={at.lon} lat={at.lat} />}
        </>,
        map.canvas.getContainer(),
      )}
      {at && <NewSchoolCard map={map} at={at} />}
    </>
  );
}

interface PinProps {
  readonly map: DistrictMap;
  readonly lon: number;
  readonly lat: number;
}

/** Where the new school would stand, until it is drawn. */
function Pin({ map, lon, lat }: PinProps): ReactNode {
  const [{ x, y }, setSpot] = useState(() => map.canvas.project([lon, lat]));
  useEffect(() => map.onMoved(() => setSpot(map.canvas.project([lon, lat]))), [map, lon, lat]);
  return <div className="map-pin" aria-hidden="true" style={{ left: x, top: y }} />;
}
