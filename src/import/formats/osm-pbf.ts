import { DEGREES } from "../../geo/coordinate-systems.ts";
import { readOsmRoads } from "./osm-roads.ts";
import type { ReadLayers } from "./readers.ts";

/** The roads of an OpenStreetMap extract (.osm.pbf) as a layer of lines with its tags. */
export const readOsmPbfLayers: ReadLayers = async ({ file, bytes }, report) => {
  const { length, at, cut } = readOsmRoads(bytes);
  if (cut.lines > 0) report("osm.cut", { file }, cut);
  return [{ kind: "map", name: "OpenStreetMap", features: { length, at }, crs: DEGREES }];
};
