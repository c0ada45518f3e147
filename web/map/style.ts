import type { FeatureCollection } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import plexRegular from "../../node_modules/dkfds/dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-Regular-Latin1.woff2?url";
import plexSemiBold from "../../node_modules/dkfds/dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-SemiBold-Latin1.woff2?url";
import { LEVELS, type MapLayer, type SourceData } from "./layers/map-layer.ts";

export const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/** What is much enough to be fetched is drawn to so many pixels, and shorter stretches not at all; all else is drawn as it is. */
const FETCHED_TOLERANCE = 0.375;

/** The whole map, level by level; `data` by source: those whose data come later start empty. */
export const mapStyle = (
  layers: readonly MapLayer[],
  data: Readonly<Record<string, SourceData>>,
): StyleSpecification => ({
  version: 8,
  "font-faces": { Plex: plexRegular, "Plex SemiBold": plexSemiBold },
  sources: Object.fromEntries(
    layers
      .flatMap(({ sources }) => sources)
      .map((name) => [
        name,
        {
          type: "geojson",
          data: data[name] ?? NOTHING,
          tolerance: typeof data[name] === "string" ? FETCHED_TOLERANCE : 0,
          buffer: 64,
        },
      ]),
  ),
  layers: LEVELS.flatMap((level) => layers.flatMap(({ styles }) => styles[level] ?? [])),
});
