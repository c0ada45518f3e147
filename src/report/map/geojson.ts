import type { Feature, FeatureCollection } from "geojson";
import type { Language } from "../../domain/language.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type Audience, internalMark } from "../internal.ts";
import type { MapLayer } from "./layer.ts";
import { planLayers } from "./plan-layers.ts";

/** A collection that may say of itself that it is the planner's alone. */
export type MarkedFeatures = FeatureCollection & { readonly internal?: string };

/**
 * A plan as one GeoJSON file, WGS84, with every layer of {@link planLayers} in it, the lowest first; `layer` tells them apart. What cannot be
 * said (a hidden number, a way that no road makes, the district of a closed site) is left out.
 */
export function planGeoJson(basis: Basis, plan: Plan, audience: Audience = "anyone"): MarkedFeatures {
  const features = planLayers(basis, plan, audience).flatMap((layer) => featuresOf(layer, { layer: layer.name }));
  return { type: "FeatureCollection", ...internalMark(audience), features };
}

/** One layer as a file of its own, that says in itself what must be said of it. */
export const layerGeoJson = (
  layer: MapLayer,
  notes: readonly string[],
  language: Language,
): FeatureCollection & { readonly name: string; readonly title: string; readonly notes: readonly string[] } => ({
  type: "FeatureCollection",
  name: layer.name,
  title: layer.title[language],
  notes,
  features: featuresOf(layer),
});

const featuresOf = ({ features }: MapLayer, more: Readonly<Record<string, string>> = {}): Feature[] =>
  features.map(({ geometry, properties }) => ({
    type: "Feature",
    geometry,
    properties: { ...more, ...stated(properties) },
  }));

/** The properties that have a value. */
const stated = (properties: MapLayer["features"][number]["properties"]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
