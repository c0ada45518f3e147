import { arrowStep, type Pixel, within } from "./arrow-step.ts";
import type { MovedBy } from "./map-hand.ts";
import { stepOfKey } from "./step-keys.ts";

interface DragEvents {
  /** Where the mark is while nobody moves it. */
  readonly home: () => Pixel;
  /** Where it would be put down; undefined when it is back. */
  readonly onMoved: (at: Pixel | undefined, by: MovedBy) => void;
  readonly onDrop: (at: Pixel) => void;
  /** A click, or Enter before any arrow. */
  readonly onPick: () => void;
}

/** Pixels that a mark moves at a key; with Shift a finer step. */
const [STEP, FINE] = [16, 4];
/** A pointer that has moved no farther has clicked, pixels. */
const CLICK = 5;

/** A mark that is moved on the map by mouse, pen, one finger or the arrow keys; Escape, or what takes a step back, puts it back. */
export class MarkDrag {
  readonly #frame: HTMLElement;
  readonly #events: DragEvents;
  readonly #ending = new AbortController();
  /** Where the pointer went down, and which it is. */
  #pressed: { readonly pointer: number; readonly x: number; readonly y: number } | undefined;
  #at: Pixel | undefined;

  constructor(mark: HTMLElement, frame: HTMLElement, events: DragEvents) {
    this.#frame = frame;
    this.#events = events;
    const { signal } = this.#ending;
    mark.addEventListener("pointerdown", (event) => this.#down(mark, event), { signal });
    mark.addEventListener("pointermove", (event) => this.#move(event), { signal });
    mark.addEventListener("pointerup", (event) => this.#up(event), { signal });
    mark.addEventListener("pointercancel", () => this.#back("pointer"), { signal });
    mark.addEventListener("blur", () => this.#back("key"), { signal });
    mark.addEventListener("keydown", (event) => this.#press(event), { signal });
    // The map under it would move as well, and take the click for its own.
    for (const kind of ["mousedown", "touchstart", "click", "dblclick"] as const)
      mark.addEventListener(kind, (event) => event.stopPropagation(), { signal, passive: true });
  }

  end(): void {
    this.#ending.abort();
    this.#back("pointer");
  }

  #down(mark: HTMLElement, { button, isPrimary, pointerId, clientX, clientY }: PointerEvent): void {
    if (button !== 0 || !isPrimary) return;
    mark.setPointerCapture(pointerId);
    this.#pressed = { pointer: pointerId, x: clientX, y: clientY };
  }

  #move({ pointerId, clientX, clientY }: PointerEvent): void {
    if (this.#pressed?.pointer !== pointerId) return;
    const [dx, dy] = [clientX - this.#pressed.x, clientY - this.#pressed.y];
    if (!this.#at && Math.hypot(dx, dy) <= CLICK) return;
    const { x, y } = this.#events.home();
    this.#go(within(this.#frame, { x: x + dx, y: y + dy }), "pointer");
  }

  #up({ pointerId }: PointerEvent): void {
    if (this.#pressed?.pointer !== pointerId) return;
    this.#pressed = undefined;
    this.#put("pointer");
  }

  #go(at: Pixel, by: MovedBy): void {
    this.#at = at;
    this.#events.onMoved(at, by);
  }

  #back(by: MovedBy): void {
    this.#pressed = undefined;
    if (!this.#at) return;
    this.#at = undefined;
    this.#events.onMoved(undefined, by);
  }

  #put(by: MovedBy): void {
    const at = this.#at;
    this.#back(by);
    if (at) this.#events.onDrop(at);
    else this.#events.onPick();
  }

  #press(event: KeyboardEvent): void {
    const isDropped = this.#at !== undefined && stepOfKey(event) !== undefined;
    if (!isDropped && (event.ctrlKey || event.metaKey || event.altKey)) return;
    const from = this.#at ?? this.#events.home();
    const next = arrowStep(from, event.key, event.shiftKey ? FINE : STEP, this.#frame);
    if (next) this.#go(next, "key");
    else if (event.key === "Enter" || event.key === " ") this.#put("key");
    else if (isDropped || (event.key === "Escape" && this.#at)) this.#back("key");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
