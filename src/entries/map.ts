/** Where things lie: outlines of units and of any groups of them, what lies nearest, what somebody types to the place that is meant. */
export { cellBoundary } from "../geo/cells.ts";
export { NO_GROUP } from "../geo/outlines/border-arcs.ts";
export { areaOfUnits } from "../geo/outlines/area-of-units.ts";
export { type BoxSpace, boxSpaces } from "../geo/outlines/box-spaces.ts";
export { groupMiddles } from "../geo/outlines/middles.ts";
export { type Outlines, outlinesOf } from "../geo/outlines/outlines.ts";
export { partitionOf } from "../geo/outlines/partition.ts";
export { touchingGroups } from "../geo/outlines/touching.ts";
export { unitAreas } from "../geo/outlines/unit-areas.ts";
export { nearestOf } from "../geo/nearest.ts";
export { unitFinder } from "../geo/unit-at.ts";
export { toDegrees } from "../geo/projection.ts";
export { roadBlocks } from "../geo/road-blocks.ts";
export { tableFeatures } from "../geo/table-features.ts";
export { findPlaces, type Found, type PlacesFound } from "../search/find.ts";
export { indexPlaces, type NamedPlace, type PlaceIndex } from "../search/index-of-places.ts";
