import type { MultiPolygon, Polygon } from "geojson";
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Position } from "../../src/index.ts";
import { cardSpot } from "../map/card-spot.ts";
import type { DistrictMap } from "../map/district-map.ts";
import { unitFinder } from "../map/unit-finder.ts";
import type { Bounds, CaseView } from "../worker/messages.ts";

/** Half of the largest mark of a site, with some room. */
const MARK_PIXELS = 22;
/** Around a unit's outline. */
const UNIT_PIXELS = 4;

/** What a card stands beside: a mark on the map, or a unit. */
type Subject = { readonly kind: "mark"; readonly at: Position } | { readonly kind: "unit"; readonly number: number };

/** Keeps the card that it returns a hold of beside the place it tells of while the map moves; it never hides that place. */
export function useBeside(
  map: DistrictMap | undefined,
  view: CaseView | undefined,
  subject: Subject | undefined,
): RefObject<HTMLElement | null> {
  const hold = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const card = hold.current;
    const holder = card?.parentElement;
    if (!card || !holder || !map || !view || !subject) return undefined;
    const margin = subject.kind === "mark" ? MARK_PIXELS : UNIT_PIXELS;
    let bounds = pointBounds(subject.kind === "mark" ? subject.at : unitCentre(view, subject.number));
    const put = (): void => {
      const frame = holder.getBoundingClientRect();
      const box = map.boxOf(bounds);
      const place = {
        left: box.left - frame.left - margin,
        top: box.top - frame.top - margin,
        width: box.width + 2 * margin,
        height: box.height + 2 * margin,
      };
      const { left, top } = cardSpot(place, { width: card.offsetWidth, height: card.offsetHeight }, frame);
      card.style.left = `${left}px`;
      card.style.top = `${top}px`;
    };
    put();
    const sizes = new ResizeObserver(put);
    sizes.observe(card);
    sizes.observe(holder);
    const end = map.onMoved(put);
    let ended = false;
    const findArea = async (unit: number): Promise<void> => {
      const finder = await unitFinder(view.units);
      if (ended) return;
      bounds = areaBounds(finder.area(unit)) ?? bounds;
      put();
    };
    if (subject.kind === "unit") void findArea(subject.number);
    return () => {
      ended = true;
      sizes.disconnect();
      end();
    };
  }, [map, view, subject]);
  return hold;
}

const unitCentre = ({ units }: CaseView, unit: number): Position => ({ lon: units.lon[unit], lat: units.lat[unit] });

const pointBounds = ({ lon, lat }: Position): Bounds => [lon, lat, lon, lat];

function areaBounds(area: Polygon | MultiPolygon | undefined): Bounds | undefined {
  if (!area) return undefined;
  const corners = (area.type === "Polygon" ? area.coordinates : area.coordinates.flat()).flat();
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
