import type { DistrictMap } from "../map/district-map.ts";
import { unitFinder, type UnitFinder } from "../map/unit-finder.ts";
import type { UnitTable } from "../worker/messages.ts";
import { arrowStep, middleOf, type Pixel } from "./arrow-step.ts";
import { brushGround, flat } from "./brush.ts";
import { cellWalk, type CellWalk, middleOfUnit } from "./cell-walk.ts";
import { stepOfKey } from "./step-keys.ts";
import { type At, type Chosen, NOTHING, type Selector, type Surface, type Way } from "./ways/way.ts";

/** Whether a pointer moved, or the keys. */
export type MovedBy = "pointer" | "key";

interface HandEvents {
  /** Of the brush, pixels. */
  readonly radius: () => number;
  /** How far an arrow key leads: to the next area, or by pixels. */
  readonly steps: () => "areas" | "pixels";
  readonly groups: Surface["groups"];
  /** Where the hand is; undefined where it is not on the map. */
  readonly onRing: (at: Pixel | undefined, by: MovedBy) => void;
  readonly onChosen: (chosen: Chosen, by: MovedBy) => void;
  /** Whether the next click picks the school of the area there. */
  readonly isPicking: () => boolean;
  readonly onPick: (unit: number | undefined) => void;
}

/** Pixels that the ring moves at a key, and with Shift. */
const STEP = 12;
const COARSE_STEP = 72;
/** Side of the map of the whole earth at zoom 0, pixels. */
const EARTH_PIXELS = 512;
/** So many pixels apart two touches may be and still mean the same spot. */
const TOUCH = 10;

/** Chooses areas on the map by mouse, pen, one finger or the keyboard; two fingers move the map. */
export class MapHand {
  readonly #map: DistrictMap;
  readonly #events: HandEvents;
  readonly #surface: Surface;
  readonly #walk: CellWalk;
  readonly #pointers = new Set<number>();
  readonly #ending = new AbortController();
  #finder: UnitFinder | undefined;
  #selector: Selector | undefined;
  /** The pointer whose button is down. */
  #pressed: number | undefined;
  #at: Pixel | undefined;
  /** The area that the arrow keys have come to, which is then taken alone. */
  #cell: number | undefined;

  constructor(map: DistrictMap, units: UnitTable, events: HandEvents) {
    this.#map = map;
    this.#events = events;
    const length = (pixels: number): number => pixels / (EARTH_PIXELS * 2 ** map.canvas.getZoom());
    this.#surface = {
      middles: brushGround(units),
      radius: () => (this.#cell === undefined ? length(events.radius()) : 0),
      touch: () => length(TOUCH),
      groups: events.groups,
    };
    this.#walk = cellWalk(this.#surface.middles);
    void unitFinder(units).then((finder) => (this.#finder = finder));
    map.canvas.dragPan.disable();
    map.canvas.getContainer().classList.add("painting");
    this.#listen(map.canvas.getCanvasContainer(), map.canvas.getContainer());
  }

  /** Goes on with another way of choosing. */
  take(way: Way): void {
    this.#cancel("pointer");
    this.#selector = way.begin(this.#surface);
    this.show(way.shape);
  }

  /** What the pointer looks like. */
  show(shape: Way["shape"]): void {
    this.#map.canvas.getContainer().dataset["shape"] = shape;
  }

  /** Picks the school of the area where the hand is. */
  pick(): void {
    if (this.#at) this.#pickAt(this.#at);
  }

  #pickAt(at: Pixel): void {
    this.#cancel("pointer");
    this.#events.onPick(this.#under(at).unit);
  }

  end(): void {
    this.#ending.abort();
    this.#cancel("pointer");
    this.#map.canvas.dragPan.enable({ maxSpeed: 0 });
    this.#map.canvas.getContainer().classList.remove("painting");
  }

  #listen(surface: HTMLElement, container: HTMLElement): void {
    const { signal } = this.#ending;
    surface.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    surface.addEventListener("pointermove", (event) => this.#move(event), { signal });
    surface.addEventListener("pointerup", (event) => this.#up(event), { signal });
    surface.addEventListener("pointercancel", (event) => this.#lost(event), { signal });
    surface.addEventListener("pointerleave", () => this.#leave(), { signal });
    // Before the map's own keys, which move the map.
    container.addEventListener("keydown", (event) => this.#press(event), { signal, capture: true });
    // Before the page's, which would take back the step before: wherever the focus is while the button is down.
    document.addEventListener("keydown", (event) => this.#stepBack(event), { signal, capture: true });
  }

  #under({ x, y }: Pixel): At {
    const { lng, lat } = this.#map.canvas.unproject([x, y]);
    return { spot: flat(lng, lat), unit: this.#cell ?? this.#finder?.at(lng, lat) };
  }

  #pixel({ clientX, clientY }: PointerEvent): Pixel {
    const frame = this.#map.canvas.getContainer().getBoundingClientRect();
    return { x: clientX - frame.left, y: clientY - frame.top };
  }

  #tell(chosen: Chosen | undefined, by: MovedBy): void {
    if (chosen) this.#events.onChosen(chosen, by);
  }

  #down(event: PointerEvent): void {
    this.#cell = undefined;
    this.#pointers.add(event.pointerId);
    if (this.#pointers.size > 1) {
      // Two fingers move and enlarge the map; what the first one began is not drawn.
      this.#pressed = undefined;
      this.#cancel("pointer");
      this.#map.canvas.dragPan.enable({ maxSpeed: 0 });
      return;
    }
    if (event.button !== 0) return;
    if (event.altKey || this.#events.isPicking()) return this.#pickAt(this.#pixel(event));
    this.#pressed = event.pointerId;
    this.#map.canvas.getCanvasContainer().setPointerCapture(event.pointerId);
    this.#tell(this.#selector?.down(this.#under(this.#pixel(event))), "pointer");
  }

  #move(event: PointerEvent): void {
    if (this.#pointers.size > 1) return;
    const at = this.#pixel(event);
    this.#at = at;
    this.#cell = undefined;
    this.#events.onRing(at, "pointer");
    if (this.#pressed === event.pointerId)
      for (const sample of event.getCoalescedEvents?.() ?? []) this.#selector?.move(this.#under(this.#pixel(sample)));
    this.#tell(this.#selector?.move(this.#under(at)), "pointer");
  }

  #up(event: PointerEvent): void {
    this.#release(event);
    if (this.#pressed !== event.pointerId) return;
    this.#pressed = undefined;
    this.#tell(this.#selector?.up(this.#under(this.#pixel(event))), "pointer");
  }

  #lost(event: PointerEvent): void {
    this.#release(event);
    if (this.#pressed === event.pointerId) this.#cancel("pointer");
  }

  #release({ pointerId }: PointerEvent): void {
    this.#pointers.delete(pointerId);
    if (this.#pointers.size === 0) this.#map.canvas.dragPan.disable();
  }

  #cancel(by: MovedBy): void {
    this.#pressed = undefined;
    this.#tell(this.#selector?.cancel(), by);
  }

  #leave(): void {
    if (this.#pressed !== undefined) return;
    this.#events.onRing(undefined, "pointer");
    this.#tell(NOTHING, "pointer");
  }

  /** While a stroke goes on it is that which is taken back. */
  #stepBack(event: KeyboardEvent): void {
    if (stepOfKey(event) === undefined) return;
    const onMap = event.target instanceof Node && this.#map.canvas.getContainer().contains(event.target);
    const goesOn = this.#pressed !== undefined || (onMap && this.#at && this.#isGoing(this.#at));
    if (!goesOn) return;
    this.#cancel(this.#pressed === undefined ? "key" : "pointer");
    event.preventDefault();
    event.stopPropagation();
  }

  #isGoing(at: Pixel): boolean {
    return this.#selector?.move(this.#under(at)).state === "going";
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    const frame = this.#map.canvas.getContainer();
    const at = this.#at ?? middleOf(frame);
    const byArea = !event.shiftKey && (event.altKey || this.#events.steps() === "areas");
    const next = arrowStep(at, event.key, event.shiftKey ? COARSE_STEP : STEP, frame);
    if (next && byArea) this.#goByArea(at, event.key);
    else if (event.altKey) return;
    else if (next) this.#go(next);
    else if (event.key === " " && this.#events.isPicking()) this.#pickAt(at);
    else if (event.key === " ") this.#tell(this.#selector?.set(this.#under(at)), "key");
    else if (event.key === "Enter") this.#tell(this.#selector?.close(), "key");
    else if (event.key === "Escape" && this.#isGoing(at)) this.#cancel("key");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #goByArea(at: Pixel, key: string): void {
    const { spot, unit } = this.#under(at);
    const next = this.#walk.step(spot, this.#cell ?? unit, key);
    if (next === undefined) return;
    const { canvas } = this.#map;
    const middle = middleOfUnit(this.#surface.middles, next);
    const { width, height } = canvas.getContainer().getBoundingClientRect();
    const { x, y } = canvas.project(middle);
    const isInSight = x > 0 && y > 0 && x < width && y < height;
    if (!isInSight) canvas.jumpTo({ center: middle });
    this.#go(isInSight ? { x, y } : canvas.project(middle), next);
  }

  #go(at: Pixel, cell?: number): void {
    this.#at = at;
    this.#cell = cell;
    this.#events.onRing(at, "key");
    this.#tell(this.#selector?.move(this.#under(at)), "key");
  }
}
