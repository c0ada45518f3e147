import type { Position } from "geojson";
import { memo, type ReactNode } from "react";
import type { MapScenery } from "../worker/messages.ts";

/** As much room around the municipality as the map leaves, pixels. */
const PADDING = 24;
const SIZE = 1000;

/** The municipality's outline where the map will draw it, for the moment before it does. */
export const OutlineSketch = memo(function OutlineSketch({ scenery }: { readonly scenery: MapScenery }): ReactNode {
  const { outline, bounds } = scenery;
  if (!outline) return null;
  const [west, south, east, north] = bounds;
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = SIZE / ((east - west) * narrow);
  const place = ([lon, lat]: Position): string =>
    `${((lon - west) * narrow * scale).toFixed(1)} ${((north - lat) * scale).toFixed(1)}`;
  const rings = outline.type === "Polygon" ? outline.coordinates : outline.coordinates.flat();
  return (
    <div className="outline-sketch" style={{ padding: PADDING }} aria-hidden="true">
      <svg viewBox={`0 0 ${SIZE} ${((north - south) * scale).toFixed(1)}`}>
        <path d={rings.map((ring) => `M${ring.map(place).join("L")}Z`).join("")} />
      </svg>
    </div>
  );
});
