import type { DistrictMap } from "../map/district-map.ts";
import { unitFinder, type UnitFinder } from "../map/unit-finder.ts";
import type { UnitTable } from "../worker/messages.ts";
import { type BrushGround, brushGround, type BrushSpot, flat, sweep } from "./brush.ts";

interface BrushEvents {
  /** Pixels, as chosen now. */
  readonly radius: () => number;
  /** Where the brush is, pixels in the map; undefined where it is not on it. */
  readonly onRing: (at: { readonly x: number; readonly y: number } | undefined) => void;
  /** The units of the stroke so far. */
  readonly onStroke: (units: ReadonlySet<number>) => void;
  /** All units of a stroke that has ended. */
  readonly onEnd: (units: ReadonlySet<number>) => void;
}

/** Pixels that the ring moves at a key. */
const STEP = 12;
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Side of the map of the whole earth at zoom 0, pixels. */
const EARTH_PIXELS = 512;

/** A round brush on the map, by mouse, pen, one finger or the keyboard; two fingers move the map. */
export class MapBrush {
  readonly #map: DistrictMap;
  readonly #events: BrushEvents;
  readonly #ground: BrushGround;
  readonly #pointers = new Set<number>();
  readonly #ending = new AbortController();
  #finder: UnitFinder | undefined;
  #stroke: { readonly pointer: number; readonly units: Set<number>; last: BrushSpot } | undefined;
  /** Where the keyboard's ring is. */
  #at: { readonly x: number; readonly y: number } | undefined;

  constructor(map: DistrictMap, units: UnitTable, events: BrushEvents) {
    this.#map = map;
    this.#events = events;
    this.#ground = brushGround(units);
    void unitFinder(units).then((finder) => (this.#finder = finder));
    map.canvas.dragPan.disable();
    map.canvas.getContainer().classList.add("painting");
    const surface = map.canvas.getCanvasContainer();
    const { signal } = this.#ending;
    surface.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    surface.addEventListener("pointermove", (event) => this.#move(event), { signal });
    surface.addEventListener("pointerup", (event) => this.#up(event), { signal });
    surface.addEventListener("pointercancel", (event) => this.#cancel(event), { signal });
    surface.addEventListener("pointerleave", () => this.#leave(), { signal });
    // Before the map's own keys, which move the map.
    map.canvas.getContainer().addEventListener("keydown", (event) => this.#press(event), { signal, capture: true });
  }

  end(): void {
    this.#ending.abort();
    this.#stop();
    this.#map.canvas.dragPan.enable({ maxSpeed: 0 });
    this.#map.canvas.getContainer().classList.remove("painting");
  }

  #spot(x: number, y: number): BrushSpot {
    const { lng, lat } = this.#map.canvas.unproject([x, y]);
    return flat(lng, lat);
  }

  #place({ clientX, clientY }: PointerEvent): { readonly x: number; readonly y: number } {
    const frame = this.#map.canvas.getContainer().getBoundingClientRect();
    return { x: clientX - frame.left, y: clientY - frame.top };
  }

  #down(event: PointerEvent): void {
    this.#pointers.add(event.pointerId);
    if (this.#pointers.size > 1) {
      // Two fingers move and enlarge the map; what the first one began is not drawn.
      this.#stop();
      this.#map.canvas.dragPan.enable({ maxSpeed: 0 });
      return;
    }
    if (event.button !== 0) return;
    const { x, y } = this.#place(event);
    const last = this.#spot(x, y);
    this.#stroke = { pointer: event.pointerId, units: new Set(), last };
    this.#map.canvas.getCanvasContainer().setPointerCapture(event.pointerId);
    this.#sweepTo(x, y);
  }

  #move(event: PointerEvent): void {
    const at = this.#place(event);
    this.#at = at;
    this.#events.onRing(at);
    if (this.#stroke?.pointer !== event.pointerId) return;
    for (const sample of event.getCoalescedEvents?.() ?? []) {
      const { x, y } = this.#place(sample);
      this.#sweepTo(x, y, "later");
    }
    this.#sweepTo(at.x, at.y);
  }

  #sweepTo(x: number, y: number, tell: "now" | "later" = "now"): void {
    const stroke = this.#stroke;
    if (!stroke) return;
    const spot = this.#spot(x, y);
    const before = stroke.units.size;
    sweep(
      this.#ground,
      stroke.last,
      spot,
      this.#events.radius() / (EARTH_PIXELS * 2 ** this.#map.canvas.getZoom()),
      stroke.units,
    );
    stroke.last = spot;
    const { lng, lat } = this.#map.canvas.unproject([x, y]);
    const under = this.#finder?.at(lng, lat);
    if (under !== undefined) stroke.units.add(under);
    if (tell === "now" && stroke.units.size > before) this.#events.onStroke(stroke.units);
  }

  #up(event: PointerEvent): void {
    this.#release(event);
    const stroke = this.#stroke;
    if (stroke?.pointer !== event.pointerId) return;
    this.#stroke = undefined;
    this.#events.onEnd(stroke.units);
  }

  #cancel(event: PointerEvent): void {
    this.#release(event);
    if (this.#stroke?.pointer === event.pointerId) this.#stop();
  }

  #release({ pointerId }: PointerEvent): void {
    this.#pointers.delete(pointerId);
    if (this.#pointers.size === 0) this.#map.canvas.dragPan.disable();
  }

  #stop(): void {
    if (!this.#stroke) return;
    this.#stroke = undefined;
    this.#events.onStroke(new Set());
  }

  #leave(): void {
    if (!this.#stroke) this.#events.onRing(undefined);
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = this.#map.canvas.getContainer().getBoundingClientRect();
    const at = this.#at ?? { x: width / 2, y: height / 2 };
    const step = KEYS[event.key];
    if (step) {
      this.#at = {
        x: Math.min(width, Math.max(0, at.x + step[0] * STEP)),
        y: Math.min(height, Math.max(0, at.y + step[1] * STEP)),
      };
      this.#events.onRing(this.#at);
    } else if (event.key === " ") {
      this.#stroke = { pointer: -1, units: new Set(), last: this.#spot(at.x, at.y) };
      this.#sweepTo(at.x, at.y);
      const { units } = this.#stroke;
      this.#stroke = undefined;
      this.#events.onEnd(units);
    } else if (event.key === "Escape" && this.#stroke) this.#stop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
