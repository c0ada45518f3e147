import type { Feature, MultiPolygon } from "geojson";
import { type Outlines, unitAreas } from "../../../src/index.ts";
import { PAPER } from "../palette.ts";
import { mapLayer } from "./map-layer.ts";
import { areaPaint } from "./paint.ts";

type Painted = {
  readonly outlines: Outlines;
  /** By unit, as it is to be seen (a district's is its `fill`); null for one that goes to no site. */
  readonly colours: ReadonlyMap<number, string | null>;
};

/** Areas of units in provisional colours, numbered as the units are; one without a colour is bare land. */
export function paintedUnits({
  outlines,
  colours,
}: Painted): Feature<MultiPolygon, { readonly colour: string | null }>[] {
  const units = [...colours.keys()];
  return unitAreas(outlines, units).map(({ coordinates }, place) => ({
    type: "Feature",
    id: units[place],
    properties: { colour: colours.get(units[place]) ?? null },
    geometry: { type: "MultiPolygon", coordinates },
  }));
}

/** Units painted over their districts. */
export const painted = mapLayer({
  part: "painted",
  sources: ["painted"],
  drawn: "added",
  data: (value: Painted) => ({ painted: { type: "FeatureCollection", features: paintedUnits(value) } }),
  styles: {
    areas: [
      {
        id: "painted",
        type: "fill",
        source: "painted",
        paint: areaPaint(["to-color", ["get", "colour"], PAPER.land]),
      },
    ],
  },
});
