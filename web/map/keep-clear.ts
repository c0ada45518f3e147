import type { Map as Canvas } from "maplibre-gl";
import type { Position } from "../../src/index.ts";
import type { Box } from "./card-spot.ts";
import { coveredSpots } from "./covered-spots.ts";

/** What lies over a map: what it is called, the buttons, the scale. */
const COVERING = ".map-name, .zoom, .maplibregl-ctrl-scale";
/** A map that has not moved for so long is at rest, milliseconds. */
const REST = 120;

/** Tells where no name may stand: at once, and anew when the map is at rest; nowhere while it moves. Returns what tells again soon, for what lies over the map may be other by then. */
export function keepClear(canvas: Canvas, tell: (spots: readonly Position[]) => void): () => void {
  let told = "";
  let lookedFrom = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const { clientWidth: width, clientHeight: height } = canvas.getContainer();
    const boxes = coveringBoxes(canvas.getContainer());
    const now = JSON.stringify([placeOf(canvas), boxes]);
    if (now === told) return;
    told = now;
    lookedFrom = placeOf(canvas);
    tell(
      coveredSpots({ width, height }, boxes).map(({ x, y }) => {
        // A spot on the edge itself may lie in a part of the land that is not loaded.
        const { lng: lon, lat } = canvas.unproject([within(x, width), within(y, height)]);
        return { lon, lat };
      }),
    );
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, REST);
  };
  canvas.on("move", () => {
    // The library tells of a move to where the map is already.
    if (placeOf(canvas) === lookedFrom) return;
    if (told !== "") tell([]);
    [told, lookedFrom] = ["", ""];
    soon();
  });
  canvas.on("resize", look);
  canvas.on("remove", () => clearTimeout(timer));
  look();
  return soon;
}

/** The map's middle, nearness and size, as far as a pixel hangs on them. */
function placeOf(canvas: Canvas): string {
  const { clientWidth, clientHeight } = canvas.getContainer();
  const { lng, lat } = canvas.getCenter();
  return [lng.toFixed(7), lat.toFixed(7), canvas.getZoom().toFixed(5), clientWidth, clientHeight].join();
}

const within = (at: number, size: number): number => Math.min(Math.max(at, 1), size - 1);

/** In the map's own pixels. */
function coveringBoxes(container: HTMLElement): readonly Box[] {
  const map = container.getBoundingClientRect();
  const times = map.width / container.clientWidth;
  return [...(container.closest(".maps")?.querySelectorAll(COVERING) ?? [])].flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width === 0 || left >= map.right || left + width <= map.left || top >= map.bottom || top + height <= map.top)
      return [];
    return [
      { left: (left - map.left) / times, top: (top - map.top) / times, width: width / times, height: height / times },
    ];
  });
}
