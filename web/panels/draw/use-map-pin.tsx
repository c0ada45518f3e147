import { type ReactNode, useEffect, useState } from "react";
import type { Position } from "../../../src/index.ts";
import type { Pixel } from "../../draw/arrow-step.ts";
import { MapPin } from "../../draw/map-pin.ts";
import type { DistrictMap } from "../../map/district-map.ts";

/** While it is on, the map's clicks are places; gives the cross that the arrow keys move, to stand on the map. */
export function useMapPin(
  map: DistrictMap | undefined,
  isOn: boolean,
  onPlace: (at: Position) => void,
  onCancel: () => void,
): ReactNode {
  const [cross, setCross] = useState<Pixel>();
  useEffect(() => {
    if (!map || !isOn) return undefined;
    const pin = new MapPin(map, { onCross: setCross, onPlace, onCancel });
    return () => {
      setCross(undefined);
      pin.end();
    };
  }, [map, isOn, onPlace, onCancel]);
  return cross && <div className="map-cross" aria-hidden="true" style={{ left: cross.x, top: cross.y }} />;
}
