import type { MapMouseEvent } from "maplibre-gl";
import type { Position } from "../../src/index.ts";
import type { DistrictMap } from "../map/district-map.ts";
import { arrowStep, middleOf, type Pixel } from "./arrow-step.ts";

interface PinEvents {
  /** Where the keyboard's cross is, pixels in the map; undefined while the pointer is used. */
  readonly onCross: (at: Pixel | undefined) => void;
  readonly onPlace: (at: Position) => void;
  readonly onCancel: () => void;
}

/** Pixels that the cross moves at a key; with Shift a finer step. */
const [STEP, FINE] = [16, 4];

/** One place on the map, by a click, a tap, or a cross that the arrow keys move; dragging still moves the map. */
export class MapPin {
  readonly #map: DistrictMap;
  readonly #events: PinEvents;
  readonly #ending = new AbortController();
  #cross: Pixel | undefined;

  constructor(map: DistrictMap, events: PinEvents) {
    this.#map = map;
    this.#events = events;
    const container = map.canvas.getContainer();
    container.classList.add("placing");
    map.canvas.on("click", this.#click);
    const { signal } = this.#ending;
    container.addEventListener("pointermove", () => this.#moveCross(undefined), { signal });
    // Before the map's own keys, which move the map.
    container.addEventListener("keydown", (event) => this.#press(event), { signal, capture: true });
  }

  end(): void {
    this.#ending.abort();
    this.#map.canvas.off("click", this.#click);
    this.#map.canvas.getContainer().classList.remove("placing");
  }

  readonly #click = ({ lngLat }: MapMouseEvent): void => this.#events.onPlace({ lon: lngLat.lng, lat: lngLat.lat });

  #moveCross(at: Pixel | undefined): void {
    if (at === this.#cross) return;
    this.#cross = at;
    this.#events.onCross(at);
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const container = this.#map.canvas.getContainer();
    const at = this.#cross ?? middleOf(container);
    const next = arrowStep(at, event.key, event.shiftKey ? FINE : STEP, container);
    if (next) this.#moveCross(next);
    else if (event.key === "Enter" || event.key === " ") {
      const { lng, lat } = this.#map.canvas.unproject([at.x, at.y]);
      this.#events.onPlace({ lon: lng, lat });
    } else if (event.key === "Escape") this.#events.onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
